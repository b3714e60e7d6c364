/* The stage of a reader's own version: its tab comes first and is open, its sheet is the one that stands for now. */
(() => {
  const { model } = playbook;
  const NOW = " · now";
  const bare = (label) => label.textContent.trim().replace(NOW, "");

  /* The stage's tab comes first, the others in their order, and is open, unless another was chosen before. Before the theme takes the tabs up. */
  function tabs(set, stage) {
    const list = set.querySelector(":scope > .tabbed-labels");
    const content = set.querySelector(":scope > .tabbed-content");
    const labels = [...list.children];
    const places = [stage, ...Object.keys(model.stages).filter((key) => key !== stage)].map((key) => labels.findIndex((label) => bare(label) === model.stages[key]));
    if (places.includes(-1)) return;
    const [at] = places;
    const inputs = [...set.querySelectorAll(":scope > input")];
    const panels = [...content.children];
    labels.forEach((label, i) => { label.textContent = bare(label) + (i === at ? NOW : ""); });
    inputs[0].before(...places.map((place) => inputs[place]));
    list.append(...places.map((place) => labels[place]));
    content.append(...places.map((place) => panels[place]));
    const kept = (typeof __md_get === "function" && __md_get("__tabs")) || [];
    const chosen = kept.map((name) => labels.find((label) => label.textContent.trim() === name)).find(Boolean) || labels[at];
    inputs[labels.indexOf(chosen)].checked = true;
  }

  /* The index of sheets: each card for this stage, the others behind it. */
  function picks(root, stage) {
    root.querySelectorAll(".pick").forEach((pick) => {
      const { audience } = pick.dataset;
      pick.querySelector(".pick-leave a").href = `${audience}-${stage}-leave.html`;
      const label = pick.querySelector(".pick-stage [data-stage-label]");
      label.dataset.stageLabel = stage;
      label.textContent = playbook.fields.label(stage, stage);
      pick.querySelectorAll("[data-other-stage]").forEach((other) => { other.hidden = other.dataset.otherStage === stage; });
    });
  }

  /* `educators.html` is the sheet for now: go on to this stage's. */
  function follow(stage) {
    const sheet = document.querySelector(".sheet[data-stage]");
    const page = location.pathname.split("/").at(-1);
    if (sheet && page === `${sheet.dataset.audience}.html` && sheet.dataset.stage !== stage)
      location.replace(`${sheet.dataset.audience}-${stage}.html${location.hash}`);
  }

  playbook.stage = {
    set(stage) {
      follow(stage);
      document.querySelectorAll(".tabbed-set").forEach((set) => tabs(set, stage));
      picks(document, stage);
    },
  };
})();
