/* Put a reader's values where a page marks them. Text only ever lands as text. */
(() => {
  const { model, words } = playbook;
  const NOW = " · now";

  const label = (stage, own) => model.stages[stage] + (stage === own ? NOW : "");
  const summary = (values) => [values.industry, words.stageName(words.coming(values))].filter(Boolean).join(" · ");

  /* Below `root`: fields, wording and labels that follow the stage, and the name of the edition. */
  function fill(root, values) {
    const each = (selector, act) => root.querySelectorAll(selector).forEach(act);
    const coming = words.coming(values);
    each("[data-field]", (field) => {
      const text = words.textOf(coming, field.dataset.field, field.dataset.at);
      field.textContent = "capital" in field.dataset ? text.replace(/^./u, (first) => first.toUpperCase()) : text;
    });
    each("[data-said]", (said) => {
      const count = words.count(coming, said.dataset[values.stage] ?? said.dataset.length);
      said.textContent = said.dataset.said === "time" ? words.timeOf(count) : count;
    });
    each("[data-stage-words]", (said) => {
      said.dataset.ownWords ??= said.textContent;                // of the edition's stage, and of any that says the same
      said.textContent = said.dataset[values.stage] ?? said.dataset.ownWords;
    });
    each("[data-stage-label]", (tag) => { tag.textContent = label(tag.dataset.stageLabel, values.stage); });
    each("[data-stage-now]", (tag) => { tag.textContent = words.stageName(coming); });
    each("[data-when-stage]", (part) => { part.hidden = part.dataset.whenStage !== values.stage; });
    each('[data-own="region"]', (part) => { part.textContent = values.region; });
    each('[data-own="summary"]', (part) => { part.textContent = summary(values); });
    each('[data-own="example"]', (part) => { part.remove(); });
  }

  /* The page's title: the region stands before the name of the site. */
  function title(name) {
    const parts = document.title.split(" · ");
    const site = parts.pop();
    const region = document.querySelector(".edition-bar")?.dataset.region;
    const page = region && document.title.endsWith(`${region} · ${site}`) ? document.title.slice(0, -`${region} · ${site}`.length) : parts.map((part) => `${part} · `).join("");
    document.title = `${page}${name} · ${site}`;
  }

  playbook.fields = { fill, title, label, summary };
})();
