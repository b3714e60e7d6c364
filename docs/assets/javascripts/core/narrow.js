/* What opens over the page where the window is narrow: the menu's drawer, and the search. The keyboard stays in what is open, and out of what is closed. */
(() => {
  const DRAWER = matchMedia("(max-width: 76.234375em)");      // the theme's own breakpoints
  const SEARCH = matchMedia("(max-width: 59.984375em)");
  const drawer = document.getElementById("__drawer");
  const search = document.getElementById("__search");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!drawer || !menu) return;
  const panes = [];                                           // what is inert while the drawer is open

  const seen = (element) => element.getClientRects().length > 0;

  /* The menu, or of a section within it the pane that lies over it. */
  function pane() {
    let top = menu.querySelector("nav");
    for (let next = top; next; next = top.querySelector(":scope > ul > li > .md-toggle:checked ~ nav")) top = next;
    return top;
  }

  /* Everything but an element is out of reach, and so are the closed panes within it; a click beside the drawer still closes it. */
  function keepOnly(element) {
    for (let inner = element; inner !== document.body; inner = inner.parentElement)
      for (const other of inner.parentElement.children)
        if (other !== inner && !other.matches(".md-overlay, .md-toggle, script") && !other.inert) panes.push(other);
    panes.push(...[...element.querySelectorAll(".md-toggle:not(:checked) ~ nav")].filter((one) => !one.inert));
    for (const one of panes) one.inert = true;
  }

  function sync() {
    for (const one of panes.splice(0)) one.inert = false;
    if (drawer.checked && DRAWER.matches) keepOnly(pane());
  }

  const enter = () => [...pane().querySelectorAll(":scope > ul > li :is(a[href], label[tabindex='0'])")].find(seen)?.focus({ preventScroll: true });

  drawer.addEventListener("change", () => {
    const inside = menu.contains(document.activeElement);
    sync();
    if (drawer.checked && DRAWER.matches) enter();
    else if (inside || document.activeElement === document.body) document.querySelector('.md-header [for="__drawer"] [role="button"]')?.focus();
  });
  menu.addEventListener("change", () => {
    sync();
    if (drawer.checked && DRAWER.matches) enter();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked && DRAWER.matches) drawer.click();
  });
  DRAWER.addEventListener("change", sync);
  addEventListener("pageshow", sync);                         // who comes back may find it open

  /* The ways on and back in the drawer are labels without a place in the tab order. */
  for (const label of menu.querySelectorAll("label.md-nav__link, label.md-nav__title:not([for='__drawer'])")) {
    const section = label.closest("li")?.querySelector(".md-nav__link:not(:empty)")?.textContent.trim();
    const back = label.matches(".md-nav__title");
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", back ? `Back from ${section}` : label.htmlFor === "__toc" ? `${section}: on this page` : `Pages in ${section}`);
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();                                // the theme clicks it, too
      label.click();
    });
  }

  /* The closed search is opened by its button alone. Its field would open it as soon as Tab passes. */
  const field = () => document.querySelector(".md-search__input");
  const reach = () => {
    if (!field()) return;
    if (SEARCH.matches && !search.checked) field().tabIndex = -1;
    else field().removeAttribute("tabindex");
  };
  search.addEventListener("change", () => {
    reach();
    if (SEARCH.matches && search.checked) field()?.focus();
  });
  SEARCH.addEventListener("change", reach);
  reach();
})();
