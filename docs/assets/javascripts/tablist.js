/* Tabs for the keyboard and for screen readers: the ARIA tab pattern on Material's markup. Without scripts its radio buttons stay. */
(() => {
  const NEXT = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function name(list) {
    for (let before = list.closest(".tabbed-set").previousElementSibling; before; before = before.previousElementSibling)
      if (/^H[1-6]$/.test(before.tagName)) return before.textContent.trim();
    return document.querySelector("article h1")?.textContent.trim() || "Choose";
  }

  function enhance(set) {
    const inputs = [...set.querySelectorAll(":scope > input")];
    const panels = [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
    const list = set.querySelector(":scope > .tabbed-labels");
    const tabs = [...list.querySelectorAll("label > a")];       // Material puts these links there, a moment after the page is read
    if (list.getAttribute("role") || tabs.length !== inputs.length) return;

    const sync = () =>
      tabs.forEach((tab, i) => {
        tab.setAttribute("aria-selected", inputs[i].checked);
        tab.tabIndex = inputs[i].checked ? 0 : -1;
      });

    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", name(list));
    tabs.forEach((tab, i) => {
      inputs[i].tabIndex = -1;
      inputs[i].setAttribute("aria-hidden", "true");
      inputs[i].addEventListener("change", sync);
      tab.id = `${inputs[i].id}-tab`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", `${inputs[i].id}-panel`);
      panels[i].id = `${inputs[i].id}-panel`;
      panels[i].setAttribute("role", "tabpanel");
      panels[i].setAttribute("aria-labelledby", tab.id);
      panels[i].tabIndex = 0;
    });
    list.addEventListener("click", () => setTimeout(sync));
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(document.activeElement);
      if (at < 0) return;
      let to = { Home: 0, End: tabs.length - 1, " ": at }[event.key];
      if (event.key in NEXT) to = (at + NEXT[event.key] + tabs.length) % tabs.length;
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      tabs[to].click();
      tabs[to].focus();
      sync();
    });
    sync();
  }

  function watch(set) {
    enhance(set);
    new MutationObserver((_, observer) => {
      enhance(set);
      if (set.querySelector('[role="tablist"]')) observer.disconnect();
    }).observe(set.querySelector(":scope > .tabbed-labels"), { childList: true, subtree: true });
  }

  document$.subscribe(() => document.querySelectorAll(".tabbed-set").forEach(watch));
})();
