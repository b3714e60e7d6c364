/* A reader's own version costs nobody else anything: its scripts are fetched only where there is one, and where its form is.
   light.js holds such a page back until they have run, for a moment at most, so that nothing flashes. */
(() => {
  const OWN = ["../core/calendar.js", "../core/rhythm.js", "model.js", "words.js", "rules.js", "store.js", "own-words.js", "put-points.js", "localize.js", "calendar.js", "bar.js", "local-edition.js", "own-search.js", "say-it-my-way.js"];
  const FORM = ["../team/seats-kept.js", "form-values.js", "form-point-words.js", "form-points.js", "form-problems.js", "form.js", "share-link.js", "../region-file/read.js", "../region-file/edit.js", "../region-file/folder.js", "form-file.js", "form-merge.js", "form-open.js", "form-choose.js", "form-draft.js", "form-preview.js", "form-print.js", "form-start.js"];
  const { keys, read } = playbook.device;
  const bar = document.querySelector(".edition-bar");
  const hasForm = document.querySelector(".own-form");
  const { shares } = playbook;

  playbook.edition = () => bar?.dataset.edition || "";         // the slug of a published edition; empty in the general one
  playbook.general = () => new URL(bar?.dataset.general || "", playbook.edition() ? playbook.root : __md_scope);   // the general edition's top

  /* After a version was kept, discarded or reset: the reader was at the bar, and the page was loaded anew. */
  playbook.focusBar = () => {
    if (history.state?.focus !== "bar") return;
    history.replaceState({ ...history.state, focus: "" }, "");
    document.querySelector(".own-bar .own-do, .edition-bar a")?.focus({ preventScroll: true });
  };

  if (hasForm || shares() || [keys.own, keys.stage].some((key) => read(key) !== null)) {
    for (const name of [...OWN, ...(hasForm ? FORM : [])])
      playbook.script(`assets/javascripts/local-edition/${name}`).onerror = () => document.documentElement.classList.remove("own-waits");
    return;
  }
  playbook.focusBar();
  addEventListener("hashchange", () => { if (shares()) location.reload(); });
  addEventListener("storage", ({ key }) => { if (key === keys.own) location.reload(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && read(keys.own) !== null) location.reload(); });
})();
