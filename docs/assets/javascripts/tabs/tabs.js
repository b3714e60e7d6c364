/* Which tab is open: `?audience=educators`, `?stage=launch`, or the tabs around a place that is to be seen (event "reveal").
   A choice is remembered by the key of its audience or stage, the newest first, so that it holds on every page (open-tabs.js). */
(() => {
  const MOST = 12;                                            // keys kept
  const KINDS = ["audience", "stage"];
  const { keyOf, kept, open } = __pb_tabs;
  const inputsOf = (set) => [...set.querySelectorAll(":scope > input")];
  const panelsOf = (set) => [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
  const labelOf = (input) => document.querySelector(`label[for="${CSS.escape(input.id)}"]`);

  function check(input) {
    if (input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const remember = (key) => __md_set("__pb_tabs", [...new Set([key, ...kept()])].slice(0, MOST));

  /* Open the tab of this key in every set, and remember it, even where no set has it. */
  function choose(key) {
    [...document.querySelectorAll(".tabbed-set")].flatMap(inputsOf).filter((input) => keyOf(labelOf(input)) === key).forEach(check);
    remember(key);
  }

  /* Open the tabs around a place, the outermost first. A set's own radio button stands for its tab (Material's addresses). */
  function reveal(place) {
    const inputs = place.matches(".tabbed-set > input") ? [place] : [];
    for (let panel = place.closest(".tabbed-block"); panel; panel = panel.parentElement.closest(".tabbed-block")) {
      const set = panel.closest(".tabbed-set");
      inputs.unshift(inputsOf(set)[panelsOf(set).indexOf(panel)]);
    }
    for (const input of inputs) {
      const key = keyOf(labelOf(input));
      if (key) choose(key);
      else check(input);
    }
    for (let folded = place.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  }

  function chooseAsked() {
    const asked = new URLSearchParams(location.search);
    for (const kind of KINDS) {
      const key = (asked.get(kind) || "").trim().toLowerCase();
      if (/^[a-z][a-z0-9-]{0,40}$/.test(key)) choose(key);
    }
  }

  addEventListener("reveal", (event) => reveal(event.target));
  addEventListener("change", ({ target }) => {
    const key = target.matches?.(".tabbed-set > input") && keyOf(labelOf(target));
    if (key) remember(key);
  });
  addEventListener("localized", () => { open(); chooseAsked(); });   // the reader's own stage stands first now
  document$.subscribe(chooseAsked);
})();
