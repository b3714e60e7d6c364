/* What Material leaves out for screen readers and the keyboard: names for its search and its menus, its two switches in the header as buttons,
   and wide tables that can be scrolled by keyboard. */
(() => {
  const NAMES = { __drawer: "Menu", __search: "Search" };

  /* The switch is a label without a place in the tab order: put a button's role on its content. */
  function asButton(label) {
    const toggle = document.getElementById(label.htmlFor);
    const button = document.createElement("span");
    const sync = () => button.setAttribute("aria-expanded", toggle.checked);
    const press = (event) => {
      event.preventDefault();
      event.stopPropagation();
      toggle.click();
    };
    button.className = "header-switch";
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", NAMES[label.htmlFor]);
    button.tabIndex = 0;
    button.append(...label.childNodes);
    button.addEventListener("click", press);
    button.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") press(event);
    });
    toggle.addEventListener("change", sync);
    label.append(button);
    sync();
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

  document$.subscribe(() => {
    document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
    document.querySelectorAll(".md-header__inner > label").forEach(asButton);
    document.querySelectorAll("nav[aria-labelledby]").forEach(named);
    const resized = new ResizeObserver((entries) => entries.forEach((entry) => scrollable(entry.target)));
    const watch = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((wrap) => resized.observe(wrap));
    new MutationObserver(watch).observe(document.querySelector("article"), { childList: true, subtree: true });  // tables are wrapped late
    watch();
  });
})();
