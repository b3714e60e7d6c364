/* What Material leaves out for screen readers and the keyboard: names for its search and its menus, its switches in the header as buttons,
   and wide tables that can be scrolled by keyboard. */
(() => {
  const NAMES = { __drawer: "Menu", __search: "Search" };

  /* The switch is a label without a place in the tab order: put a button's role on its content. */
  function asButton(label, name, pressed) {
    const button = document.createElement("span");
    const press = (event) => {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById(label.htmlFor).click();
      pressed?.();
    };
    button.className = "header-switch";
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", name);
    button.tabIndex = 0;
    button.append(...label.childNodes);
    button.addEventListener("click", press);
    button.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") press(event);
    });
    label.append(button);
    return button;
  }

  /* What opens and closes says which it is. Who opens the search is about to write, and a phone shows its keyboard only for a field that has the focus. */
  function asDisclosure(label) {
    const toggle = document.getElementById(label.htmlFor);
    const button = asButton(label, NAMES[label.htmlFor], () => {
      if (toggle.id === "__search" && toggle.checked) document.querySelector(".md-search__input").focus();
    });
    const sync = () => button.setAttribute("aria-expanded", toggle.checked);
    toggle.addEventListener("change", sync);
    sync();
  }

  /* Light and dark: two radio buttons with a label each, of which one is shown. The focus goes to the one shown next. */
  function asThemeSwitch(form) {
    const labels = [...form.querySelectorAll("label")];
    const next = () => labels.find((label) => label.offsetParent)?.firstElementChild.focus();
    for (const radio of form.querySelectorAll("input")) {
      radio.tabIndex = -1;
      radio.setAttribute("aria-hidden", "true");
    }
    for (const label of labels) asButton(label, label.title, next);
  }

  /* The menu of a section that has a page of its own is labelled by an empty label. */
  function named(menu) {
    if (document.getElementById(menu.getAttribute("aria-labelledby"))?.textContent.trim()) return;
    menu.removeAttribute("aria-labelledby");
    menu.setAttribute("aria-label", menu.querySelector(".md-nav__title").textContent.trim());
  }

  function scrollable(wrap) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
  }

  /* The theme takes its closed search for a dialog, its empty field for an error, and has a button to clear it all the same. */
  function asSearch(search) {
    const toggle = document.getElementById("__search");
    const field = search.querySelector(".md-search__input");
    const options = search.querySelector(".md-search__options");
    const sync = () => {
      for (const [name, value] of [["role", "dialog"], ["aria-label", "Search"]]) {
        if (toggle.checked) search.setAttribute(name, value);
        else search.removeAttribute(name);
      }
      options.hidden = !field.value;
    };
    field.required = false;
    field.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    options.removeAttribute("aria-label");
    options.setAttribute("role", "none");
    toggle.addEventListener("change", sync);
    for (const kind of ["input", "focus"]) field.addEventListener(kind, sync);
    field.form.addEventListener("reset", () => setTimeout(sync));    // the field is emptied after its event
    sync();
  }

  document$.subscribe(() => {
    document.querySelectorAll(".md-search:not(:empty)").forEach(asSearch);
    document.querySelector(".md-search-result__meta")?.setAttribute("role", "status");   // how many were found
    document.querySelectorAll(".md-header__inner > label").forEach(asDisclosure);
    document.querySelectorAll('[data-md-component="palette"]').forEach(asThemeSwitch);
    document.querySelectorAll("nav[aria-labelledby]").forEach(named);
    const resized = new ResizeObserver((entries) => entries.forEach((entry) => scrollable(entry.target)));
    const watch = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((wrap) => resized.observe(wrap));
    new MutationObserver(watch).observe(document.querySelector("article"), { childList: true, subtree: true });  // tables are wrapped late
    watch();
  });
})();
