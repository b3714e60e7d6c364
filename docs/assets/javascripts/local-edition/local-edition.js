/* A reader's own version, or one that a link shares, on this page: which it is, and what can be done with it. */
(() => {
  const { device, store, fields, parts, stage, ownCalendar, bar } = playbook;
  const link = store.shared();
  const kept = store.own();
  const values = link?.values || kept;
  const atOpening = keptText();

  function keptText() {
    return JSON.stringify(device.read(device.keys.own));
  }

  /* The same page without the link's values. */
  function open(hash = "") {
    history.replaceState(null, "", location.pathname + location.search + hash);
    location.reload();
  }

  function reset() {
    if (!confirm("Remove your values from this device? The pages go back to the published words.")) return;
    store.forget();
    open();
  }

  function keep() {
    if (store.keep(link.values)) open();
    else alert("Your browser does not let this site keep anything on this device. It may be a private window.");
  }

  /* A preview goes along: links within the site carry its values. A link to a place within a page then opens that page's top. */
  function carry(event) {
    const a = event.target.closest?.("a[href]");
    if (!a || a.hasAttribute("download")) return;
    const to = new URL(a.href);
    const inside = to.origin === location.origin && to.pathname.startsWith(playbook.root.pathname) && /(\.html|\/)$/.test(to.pathname);
    if (!inside || (to.pathname === location.pathname && to.hash)) return;
    to.hash = `my=${link.payload}`;
    a.href = to.href;
  }

  /* On paper it says so, too: a sheet of one's own is no published edition. */
  function mark() {
    document.querySelectorAll(".sheet-edition").forEach((line) => {
      const said = parts.make("span", link?.values ? " · shared version, not official" : " · own version");
      said.className = "own-mark";
      line.append(said);
    });
  }

  if (values) {
    document.documentElement.classList.add("own");
    fields.fill(document, values);
    fields.title(values.region);
    parts.set(document, values);
    stage.set(values.stage);
    ownCalendar.set(document, values);
    bar.withoutFiles();
    mark();
  }
  if (link?.values) {
    bar.shared(values, Boolean(kept), keep, () => open());
    for (const kind of ["click", "auxclick"]) document.addEventListener(kind, carry, true);
  } else if (kept) bar.own(values, new URL("localize/your-words.html", __md_scope), reset);
  if (link && !link.values) bar.refused(link.problems, () => open());

  /* Another share link in this window; values changed in another window, or before the reader came back. */
  addEventListener("hashchange", () => { if (playbook.shares() && location.hash !== `#my=${link?.payload}`) location.reload(); });
  addEventListener("storage", ({ key }) => { if (key === device.keys.own && !document.querySelector(".own-form")) location.reload(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && keptText() !== atOpening) location.reload(); });

  playbook.own = { values, reset };
})();
