/* A reader's own version, or one that a link shares: which it is, and what can be done with it. It stands on the general edition's pages only. */
(() => {
  const { device, store, localize, make, bar } = playbook;
  const link = store.shared();
  const kept = store.own();
  const published = playbook.edition();
  const { form } = document.querySelector(".edition-bar").dataset;   // where it is, if this site has it
  const values = published ? null : link?.values || kept;
  const atOpening = keptText();
  const stage = device.read(device.keys.stage);
  const staged = !published && !values && Object.hasOwn(playbook.model.stages, stage) ? { stage } : null;   // no region of their own, but a stage

  function keptText() {
    return JSON.stringify(device.read(device.keys.own));
  }

  /* The same page without the link's values; the focus goes on at its bar, where the reader was. */
  function open(hash = "") {
    history.replaceState({ focus: "bar" }, "", location.pathname + location.search + hash);
    location.reload();
  }

  function reset() {
    if (!confirm("Remove your values from this device? The pages go back to the published words.")) return;
    store.forget();
    open();
  }

  function keep() {
    if (store.keep(link.values)) open();
    else alert(store.refusal());
  }

  /* This page in the general edition. */
  function generalPage() {
    const page = new URL(location.pathname.slice(new URL(__md_scope).pathname.length), playbook.general());
    page.hash = link?.values ? `my=${link.payload}` : "";
    return page.href;
  }

  /* Say whose version a page shows, or where the reader's stands. */
  function show(own) {
    document.querySelector(".own-bar")?.remove();
    if (published) bar.elsewhere(own, generalPage());
    else bar.own(own, form && new URL(form, __md_scope), reset);
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
      const said = make("span", link?.values ? " · shared version, not official" : " · own version");
      said.className = "own-mark";
      line.append(said);
    });
  }

  /* `educators.html` is the sheet for now: go on to this stage's. The one rule across pages. */
  function follow(stage) {
    const sheet = document.querySelector(".sheet[data-stage]");
    const page = location.pathname.split("/").at(-1);
    if (sheet && page === `${sheet.dataset.audience}.html` && sheet.dataset.stage !== stage)
      location.replace(`${sheet.dataset.audience}-${stage}.html${location.hash}`);
  }

  function begin() {
    if (values) {
      follow(values.stage);
      document.documentElement.classList.add("own");
      dispatchEvent(new Event("localizing"));
      localize(document, values);
      bar.withoutFiles();
      mark();
      dispatchEvent(new Event("localized"));
    } else if (staged) {
      follow(stage);
      localize(document, staged);
      dispatchEvent(new Event("localized"));
    }
    if (link?.values && !published) {
      bar.shared(values, Boolean(kept), keep, () => open());
      for (const kind of ["click", "auxclick"]) document.addEventListener(kind, carry, true);
    } else if (link?.values || kept) show(link?.values || kept);
    if (link && !link.values) bar.refused(link.problems, () => open());
    if (!document.querySelector(".own-form")) document.documentElement.classList.remove("own-waits");   // else form-start.js, the last of its scripts
    playbook.focusBar();
  }

  /* Another share link in this window; values changed in another window, or before the reader came back. */
  addEventListener("hashchange", () => { if (playbook.shares() && location.hash !== `#my=${link?.payload}`) location.reload(); });
  addEventListener("storage", ({ key }) => { if (key === device.keys.own && !document.querySelector(".own-form")) location.reload(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && keptText() !== atOpening) location.reload(); });

  begin();
  playbook.own = { values: published ? kept : values, show };
})();
