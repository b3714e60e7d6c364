/* Finding an edition in a long list: by words, state, stage and industry. Without this script the list stands whole. */
(() => {
  const form = document.querySelector(".edition-finder");
  if (!form) return;
  const folded = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f\u02bb\u02bc'’]/g, "").toLowerCase();
  const groups = [...document.querySelectorAll(".edition-group")];
  const places = document.querySelector(".edition-places");
  const nameOf = (group) => group.querySelector("h2")?.textContent ?? "";
  const entries = groups.flatMap((group) => [...group.querySelectorAll("li")].map((item) => {
    const [industry, stage] = [...item.querySelectorAll("span > span")].map((part) => part.textContent);
    return { item, group, state: group.matches(".editions-fictional") ? "" : nameOf(group), industry, stage, words: folded(`${nameOf(group)} ${item.textContent}`) };
  }));
  const said = form.querySelector("[role=status]");
  const all = form.querySelector("[type=reset]");
  const FACETS = ["state", "stage", "industry"];
  const plural = (count) => `${count.toLocaleString("en-US")} edition${count === 1 ? "" : "s"}`;

  /* What there is to choose from beside the stages. A choice of one is none. */
  for (const facet of ["state", "industry"]) {
    const there = [...new Set(entries.map((entry) => entry[facet]).filter(Boolean))].sort((one, other) => one.localeCompare(other));
    form.elements[facet].append(...there.map((words) => new Option(words, words)));
    form.elements[facet].parentElement.hidden = there.length < 2;
  }

  function find() {
    const words = folded(form.elements.words.value).split(/\s+/).filter(Boolean);
    const chosen = FACETS.map((facet) => [facet, form.elements[facet].value]).filter(([, value]) => value);
    const full = new Set();
    let count = 0;
    for (const { item, group, ...entry } of entries) {
      const fits = words.every((word) => entry.words.includes(word)) && chosen.every(([facet, value]) => entry[facet] === value);
      item.hidden = !fits;
      if (fits) full.add(group);
      count += fits;
    }
    for (const group of groups) group.hidden = !full.has(group);
    const isAll = !words.length && !chosen.length;
    if (places) places.hidden = !isAll;
    document.querySelector(".edition-general").hidden = !isAll;
    all.hidden = isAll;
    said.textContent = isAll ? plural(count) : count ? `${count.toLocaleString("en-US")} of ${plural(entries.length)}` : "No edition fits. Try fewer words, or another choice.";
  }

  form.addEventListener("input", find);
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  form.addEventListener("reset", () => { setTimeout(() => { find(); form.elements.words.focus(); }); });
  addEventListener("pageshow", find);                         // a browser may have kept what was typed
  form.hidden = false;
  find();
})();
