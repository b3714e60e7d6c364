/* A reader's own version costs nobody else anything: its scripts are fetched only where there is one, and where its form is. */
(() => {
  const OWN = ["model.js", "words.js", "rules.js", "store.js", "fields.js", "parts.js", "stage.js", "calendar.js", "own-calendar.js", "bar.js", "local-edition.js"];
  const FORM = ["form-values.js", "form-problems.js", "form.js", "share-link.js", "form-file.js"];
  const { keys, read } = playbook.device;
  const folder = new URL("assets/javascripts/local-edition/", playbook.root);
  const hasForm = document.querySelector(".own-form");
  const { shares } = playbook;

  if (hasForm || shares() || read(keys.own) !== null) {
    /* Written while the page is read: the values stand there before the theme takes the tabs up, and nothing flashes. */
    for (const name of [...OWN, ...(hasForm ? FORM : [])])
      document.write(`<script src="${new URL(name, folder).href.replaceAll("&", "&amp;")}"></` + "script>");
    return;
  }
  addEventListener("hashchange", () => { if (shares()) location.reload(); });
  addEventListener("storage", ({ key }) => { if (key === keys.own) location.reload(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && read(keys.own) !== null) location.reload(); });
})();
