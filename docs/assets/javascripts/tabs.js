/* Which tab is open: `?audience=educators`, `?stage=launch`, an anchor inside a tab, or a search hit. A chosen tab is remembered
   the way Material does it (`__tabs`: labels, the newest first), so that it holds on every page. */
(() => {
  const inputsOf = (set) => [...set.querySelectorAll(":scope > input")];
  const panelsOf = (set) => [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
  const labelOf = (input) => document.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent.trim();
  const allInputs = () => [...document.querySelectorAll(".tabbed-set")].flatMap(inputsOf);

  function check(input) {
    if (!input || input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function inputOf(panel) {
    const set = panel.closest(".tabbed-set");
    return inputsOf(set)[panelsOf(set).indexOf(panel)];
  }

  /* Open the tab of this name in every set, and remember it. */
  function choose(label) {
    allInputs().filter((input) => labelOf(input) === label).forEach(check);
    __md_set("__tabs", [...new Set([label, ...(__md_get("__tabs") || [])])]);
  }

  /* A label begins with the key of its audience or stage: "Launch date set · now" is `launch`. */
  function chooseKey(key) {
    const input = allInputs().find((one) => labelOf(one).toLowerCase().startsWith(key.toLowerCase()));
    if (input) choose(labelOf(input));
  }

  /* Open the tabs around an element. The heading of a tab stands for the tab itself. */
  function reveal(element) {
    for (let panel = element.closest(".tabbed-block"); panel; panel = panel.parentElement.closest(".tabbed-block")) {
      const input = inputOf(panel);
      if (panel.querySelector("h2, h3, h4") === element) choose(labelOf(input));
      else check(input);
    }
  }

  /* A search hit whose word stands only in a closed tab: open the first that has it. */
  function revealWord(word, root) {
    const panels = [...root.querySelectorAll(".tabbed-block")].filter((panel) => panel.textContent.toLowerCase().includes(word));
    if (panels.length && !panels.some((panel) => inputOf(panel).checked)) check(inputOf(panels[0]));
  }

  function target() {
    try {
      const id = decodeURIComponent(location.hash.slice(1));
      return id && !id.includes("=") ? document.getElementById(id) : null;
    } catch {
      return null;
    }
  }

  function apply() {
    const query = new URLSearchParams(location.search);
    for (const name of ["audience", "stage"]) if (query.get(name)) chooseKey(query.get(name));
    const element = target();
    if (element) {
      if (element.matches(".tabbed-set > input")) choose(labelOf(element));
      reveal(element);
    }
    const word = (query.get("h") || "").trim().split(/\s+/)[0].toLowerCase();
    if (word && !element?.closest(".tabbed-block")) {
      const after = element?.nextElementSibling;
      revealWord(word, after?.matches(".tabbed-set") ? after : document.querySelector("article"));
    }
    if (element && !element.matches("input")) element.scrollIntoView();
  }

  document$.subscribe(apply);
  addEventListener("hashchange", apply);
})();
