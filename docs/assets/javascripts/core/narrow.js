/* The menu's drawer, which opens over the page where the window is narrow. The keyboard stays in it while it is open, and out of it while it is closed. */
(() => {
  const DRAWER = matchMedia("(max-width: 76.234375em)");      // the theme's own breakpoint
  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!drawer || !menu) return;
  const panes = [];                                           // what is inert while the drawer is open
  let watcher = null;                                         // Escape, and the way back of a phone (HTML: close watchers)

  const open = () => drawer.checked && DRAWER.matches;
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
    if (open()) keepOnly(pane());
  }

  /* Whatever closes things on the device closes the drawer. */
  function watch() {
    watcher?.destroy();
    watcher = open() && window.CloseWatcher ? new CloseWatcher() : null;
    if (watcher) watcher.onclose = () => { watcher = null; if (drawer.checked) drawer.click(); };
  }

  /* Begin at the page one is on, or its section. A pane may still move in: only its list is scrolled. */
  function enter() {
    const first = (item) => [...pane().querySelectorAll(`:scope > ul > ${item} :is(a[href], label[tabindex='0'])`)].find(seen);
    const link = first(".md-nav__item--active") ?? first("li");
    link.focus({ preventScroll: true });
    link.closest("ul").scrollTop = link.offsetTop - innerHeight / 2;
  }

  drawer.addEventListener("change", () => {
    const inside = menu.contains(document.activeElement);
    sync();
    watch();
    if (open()) enter();
    else if (inside || document.activeElement === document.body) document.querySelector('.md-header [for="__drawer"] [role="button"]')?.focus({ preventScroll: true });
  });
  menu.addEventListener("change", () => {
    sync();
    if (open()) enter();
  });
  menu.addEventListener("click", ({ target }) => {            // a place of this page is behind the drawer
    if (open() && target.closest("a[href]")?.getAttribute("href").startsWith("#")) drawer.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !watcher && open()) drawer.click();
  });
  DRAWER.addEventListener("change", sync);
  addEventListener("pageshow", sync);                         // who comes back may find it open

  /* The ways on and back in the drawer are labels without a place in the tab order; where there is no drawer, they are headings. */
  const labels = [...menu.querySelectorAll("label.md-nav__link, label.md-nav__title:not([for='__drawer'])")];

  function nameLabels() {
    for (const label of labels) {
      if (!DRAWER.matches) {
        for (const name of ["tabindex", "role", "aria-label"]) label.removeAttribute(name);
        continue;
      }
      const section = label.closest("li")?.querySelector(".md-nav__link:not(:empty)")?.textContent.trim();
      const back = label.matches(".md-nav__title");
      label.tabIndex = 0;
      label.setAttribute("role", "button");
      label.setAttribute("aria-label", back ? `Back from ${section}` : label.htmlFor === "__toc" ? `${section}: on this page` : `Pages in ${section}`);
    }
  }

  for (const label of labels)
    label.addEventListener("keydown", (event) => {
      if (!DRAWER.matches || event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  DRAWER.addEventListener("change", nameLabels);
  nameLabels();
})();
