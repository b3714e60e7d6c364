/* Opens the search: by its button, by Ctrl+K or ⌘K, and by / outside of other controls. Its scripts and its index are fetched once somebody reaches for it.
   Without scripts the button is a link to the page that lists everything. */
(() => {
  const LINK = ".search-link, .search-button";
  const TYPED_INTO = "input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset]), textarea, select, [contenteditable]:not([contenteditable=false])";
  const CONTROL = `input, ${TYPED_INTO}, button, summary, [role=button], [role=tab]`;
  const { root, device } = playbook;
  const version = new URL(document.currentScript.src).search;
  const header = document.querySelector(".search-link");
  if (!header) return;                                        // a page without a header
  const edition = new URL(".", header.href);                  // the edition's top, where its index stands
  const key = `${root.pathname}.playbook_slash`;
  let fetched = null, made = null;

  const load = (path, under) => new Promise((loaded, failed) => {
    const script = playbook.script(path, under);
    Object.assign(script, { onload: loaded, onerror: () => failed(script.remove()) });
  });

  /* The index fires an event, so that nothing of it stays under a name that everybody sees. What failed is tried again at the next reach. */
  function reach() {
    if (fetched) return fetched;
    let index = null;
    addEventListener("playbook-search-index", ({ detail }) => { index = detail; }, { once: true });
    fetched = Promise.all([
      ...["lookup.js", "engine.js", "panel.js"].map((name) => load(`assets/javascripts/search/${name}${version}`)),
      load("search/search_index.js", edition),
    ]).then(() => playbook.search.attach(panel(), playbook.search.create(index, playbook.ownIndex), edition));
    fetched.catch(() => { fetched = null; });
    return fetched;
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  }

  /* The panel comes at once, whatever is typed into it waits for the index. */
  function panel() {
    if (made) return made;
    const field = element("input", {
      type: "text", class: "search-field", role: "combobox", "aria-label": "Search", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": "search-hits",
      autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "go", placeholder: "Type a word or a question",
    });
    const close = element("button", { type: "button", class: "search-close", "aria-label": "Close the search" });
    const hits = element("div", { id: "search-hits", role: "listbox", "aria-label": "Results", class: "search-hits" });
    const count = element("p", { role: "status", class: "search-count" });
    const slash = element("input", { type: "checkbox" });
    const keys = element("label", { class: "search-slash" }, slash, " Open with /");
    const all = element("a", { href: header.href, class: "search-all" }, "Everything, by heading");
    const dialog = element("dialog", { class: "search-panel", "aria-label": "Search" },
      element("div", { class: "search-inner", role: "search" },
        element("div", { class: "search-head" }, field, close), count, hits, element("div", { class: "search-foot" }, all, keys)));
    slash.checked = device.read(key) !== "off";
    slash.addEventListener("change", () => device.write(key, slash.checked ? null : "off"));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    return made = { dialog, field, hits, count };
  }

  function open() {
    const { dialog, field, count } = panel();
    if (document.activeElement === document.body) header.focus({ preventScroll: true });
    if (!dialog.open) dialog.showModal();                      // the browser gives the focus back when it closes
    field.focus();
    field.select();
    reach().then(() => field.dispatchEvent(new Event("input")), () => {
      count.textContent = "The search could not be loaded. Load the page again, or look through everything by heading.";
    });
  }

  /* panel.js keeps with the entry of the history what was typed while the panel was open: Back from a hit and a reload lead to its results again. */
  function resume({ type, persisted }) {
    const typed = history.state?.search;
    const isNew = type === "pageshow" && !persisted && performance.getEntriesByType("navigation")[0]?.type === "navigate";
    if (!typed || isNew) return;
    panel().field.value = typed;
    const again = () => { if (history.state?.search) open(); };   // unless it was closed meanwhile
    requestAnimationFrame(() => requestAnimationFrame(again));  // once the browser has scrolled the page to its place
  }
  for (const kind of ["pageshow", "popstate"]) addEventListener(kind, resume);

  for (const kind of ["pointerover", "focusin", "touchstart"])
    document.addEventListener(kind, (event) => { if (event.target.closest?.(LINK)) reach().catch(() => {}); }, { passive: true });

  for (const link of document.querySelectorAll(LINK)) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
  }

  /* Who speaks to the device sets single keys off unasked (WCAG 2.1.4). There is one, /: in no control but the search's, and only while the reader has not turned it off. */
  document.addEventListener("keydown", (event) => {
    if (event.key.length !== 1 || event.defaultPrevented) return;
    const command = event.ctrlKey || event.metaKey;
    if (document.querySelector("dialog[open]") || event.altKey) return;
    const within = (controls) => event.target.closest?.(controls);
    const asked = command ? event.key.toLowerCase() === "k" && !event.shiftKey && !within(TYPED_INTO)
      : event.key === "/" && (within(LINK) || !within(CONTROL)) && device.read(key) !== "off";
    if (!asked) return;
    event.preventDefault();
    open();
  });
})();
