/* Which tab is open: `?audience=educators`, `?stage=launch`, or the tabs around a place that is to be seen (event "reveal").
   A choice is remembered by the key of its audience or stage, the newest first, so that it holds in every set of tabs on every page. */
(() => {
  const MOST = 12;                                            // keys kept
  const KINDS = ["audience", "stage"];
  const sets = () => [...document.querySelectorAll(".tabbed-set")];
  const inputsOf = (set) => [...set.querySelectorAll(":scope > input")];
  const panelsOf = (set) => [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
  const labelOf = (input) => document.querySelector(`label[for="${CSS.escape(input.id)}"]`);

  function keyOf(input) {
    const { audience, stage } = labelOf(input)?.dataset ?? {};
    return audience || stage;
  }

  function kept() {
    const keys = __md_get("__pb_tabs");
    return Array.isArray(keys) ? keys : [];
  }

  /* Open the tab of the newest kept key that a set has, and the one that the address names. */
  function open() {
    for (const set of sets()) {
      const inputs = inputsOf(set);
      const chosen = kept().map((key) => inputs.find((input) => keyOf(input) === key)).find(Boolean);
      if (chosen) chosen.checked = true;
    }
    const named = document.getElementById(location.hash.slice(1));
    if (named?.matches(".tabbed-set > input")) named.checked = true;
  }

  function check(input) {
    if (input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const remember = (key) => __md_set("__pb_tabs", [...new Set([key, ...kept()])].slice(0, MOST));

  /* Open the tab of this key in every set, and remember it, even where no set has it. */
  function choose(key) {
    remember(key);
    sets().flatMap(inputsOf).filter((input) => keyOf(input) === key).forEach(check);
  }

  /* Open the tabs around a place, the outermost first. A set's own radio button stands for its tab, for it has an address, too. */
  function reveal(place) {
    const inputs = place.matches(".tabbed-set > input") ? [place] : [];
    for (let panel = place.closest(".tabbed-block"); panel; panel = panel.parentElement.closest(".tabbed-block")) {
      const set = panel.closest(".tabbed-set");
      inputs.unshift(inputsOf(set)[panelsOf(set).indexOf(panel)]);
    }
    for (const input of inputs) {
      const key = keyOf(input);
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

  /* What was chosen stays where it is in the window, whatever opens above it. */
  function follow(input) {
    const key = keyOf(input);
    if (!key) return;
    const { top } = labelOf(input).getBoundingClientRect();
    choose(key);
    scrollBy({ top: labelOf(input).getBoundingClientRect().top - top, behavior: "instant" });
  }

  addEventListener("reveal", (event) => reveal(event.target));
  addEventListener("change", ({ target, isTrusted }) => { if (isTrusted && target.matches?.(".tabbed-set > input")) follow(target); });
  addEventListener("localized", () => { open(); chooseAsked(); });   // the reader's own stage stands first now
  open();
  playbook.ready(chooseAsked);
})();
