/* What the playbook says in a point, and what follows it: shown where a reader writes other words. The search's index holds every point, and is read from disk, too. */
(() => {
  const { form } = playbook.form || {};
  const choice = form?.querySelector(".form-point-choice");
  if (!choice) return;
  const { make, model } = playbook;
  const chosen = form.querySelector(".form-point-now");
  let fetched = null;

  /* The columns of the index, fetched once; what failed is tried again the next time. */
  const index = () => fetched ??= new Promise((loaded, failed) => {
    addEventListener("playbook-search-index", ({ detail }) => loaded(detail.columns), { once: true });
    playbook.script("search/search_index.js", playbook.general()).onerror = () => {
      fetched = null;
      failed(new Error("no index"));
    };
  });

  function wordsIn({ location, title, text }, id) {
    const at = location.split("\n").findIndex((place) => place.endsWith(`#${id}`));
    return at < 0 ? ["", ""] : [title.split("\n")[at], text.split("\n")[at]];
  }

  /* The point below it in the list, for the same question. */
  function following(id) {
    const option = [...choice.options].find(({ value }) => value === id)?.nextElementSibling;
    return option?.value;
  }

  function lines(columns, id) {
    const [say, more] = wordsIn(columns, id);
    if (!say) return [];
    const next = following(id);
    const credit = Object.assign(make("p", model.wording.toolLine), { className: "form-help" });
    return [
      make("p", `${id.toUpperCase()} says: `, ...(more.startsWith(say) ? [more] : [make("strong", say), ` ${more}`])),   // without a line to say, it is named by how it begins
      ...(next ? [make("p", `Then ${next.toUpperCase()}: ${wordsIn(columns, next)[0]}`)] : []),
      ...(model.points[id].tool ? [credit] : []),
    ];
  }

  /* Show in an element what a point says; where the index does not come, nothing. */
  const show = (box, id) => index().then((columns) => box.replaceChildren(...lines(columns, id)), () => {});

  choice.addEventListener("focus", () => show(chosen, choice.value));
  choice.addEventListener("change", () => show(chosen, choice.value));
  playbook.form.showPoint = show;
})();
