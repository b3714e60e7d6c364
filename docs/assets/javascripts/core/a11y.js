/* What Material leaves out for screen readers and the keyboard: names for its menus, its switches in the header as buttons,
   and wide tables that can be scrolled, by keyboard too. */
(() => {
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

  /* What opens and closes says which it is. */
  function asDisclosure(label) {
    const toggle = document.getElementById(label.htmlFor);
    const button = asButton(label, "Menu");
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

  /* A table wider than the page scrolls within a box of its own. */
  function wrapped(table) {
    const wrap = document.createElement("div");
    const inner = document.createElement("div");
    wrap.className = "md-typeset__scrollwrap";
    inner.className = "md-typeset__table";
    table.replaceWith(wrap);
    wrap.append(inner);
    inner.append(table);
    return wrap;
  }

  function scrollable(wrap) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
  }

  playbook.ready(() => {
    document.querySelectorAll(".md-header__inner > label").forEach(asDisclosure);
    document.querySelectorAll('[data-md-component="palette"]').forEach(asThemeSwitch);
    document.querySelectorAll("nav[aria-labelledby]").forEach(named);
    document.querySelector(".md-banner")?.setAttribute("aria-label", "Edition");
    const resized = new ResizeObserver((entries) => entries.forEach((entry) => scrollable(entry.target)));
    for (const table of document.querySelectorAll("article table:not([class])")) resized.observe(wrapped(table));
  });
})();
