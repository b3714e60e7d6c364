/* Which tab is open: `?audience=educators`, `?stage=launch`, or the tabs around a place that is to be seen (event "reveal").
   A choice is remembered the way Material does it (`__tabs`: labels, the newest first), so that it holds on every page. */
(() => {
  const told = (name) => document.querySelector(`meta[name="playbook-${name}"]`).content;
  const CHOICES = JSON.parse(told("tabs"));   // {audience: {educators: "Educators"}}
  const inputsOf = (set) => [...set.querySelectorAll(":scope > input")];
  const panelsOf = (set) => [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
  const labelOf = (input) => document.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent.trim();

  const bare = (label) => label.replace(/ · now$/, "");       // which stage is now differs between editions, and in a reader's own version

  function check(input) {
    if (input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* Open the tab of this name in every set, and remember it, even where no set has it. */
  function choose(label) {
    const found = [...document.querySelectorAll(".tabbed-set")].flatMap(inputsOf).filter((input) => bare(labelOf(input)) === bare(label));
    found.forEach(check);
    __md_set("__tabs", [...new Set([...found.map(labelOf), label, ...(__md_get("__tabs") || [])])]);
  }

  /* Open the tabs around a place, the outermost first. A set's own radio button stands for its tab (Material's addresses). */
  function reveal(place) {
    const labels = place.matches(".tabbed-set > input") ? [labelOf(place)] : [];
    for (let panel = place.closest(".tabbed-block"); panel; panel = panel.parentElement.closest(".tabbed-block")) {
      const set = panel.closest(".tabbed-set");
      labels.unshift(labelOf(inputsOf(set)[panelsOf(set).indexOf(panel)]));
    }
    labels.forEach(choose);
    for (let folded = place.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  }

  addEventListener("reveal", (event) => reveal(event.target));

  document$.subscribe(() => {
    const asked = new URLSearchParams(location.search);
    for (const [name, labels] of Object.entries(CHOICES)) {
      const key = (asked.get(name) || "").trim().toLowerCase();
      if (labels[key]) choose(labels[key] + (key === told("stage") ? " · now" : ""));
    }
  });
})();
