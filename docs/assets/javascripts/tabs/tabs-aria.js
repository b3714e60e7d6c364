/* Tabs for the keyboard and for screen readers: the ARIA tab pattern on Material's markup. Without scripts its radio buttons stay. */
(() => {
  const NEXT = { horizontal: { ArrowRight: 1, ArrowLeft: -1 }, vertical: { ArrowDown: 1, ArrowUp: -1 } };

  function name(list) {
    for (let before = list.closest(".tabbed-set").previousElementSibling; before; before = before.previousElementSibling)
      if (/^H[1-6]$/.test(before.tagName)) return before.textContent.trim();
    return document.querySelector("article h1")?.textContent.trim() || "Choose";
  }

  const partsOf = (set, selector) => [...set.querySelectorAll(`:scope > ${selector}`)];
  const inputsOf = (set) => partsOf(set, "input");
  const tabsOf = (set) => partsOf(set, ".tabbed-labels > label > a");
  const panelsOf = (set) => partsOf(set, ".tabbed-content > .tabbed-block");
  const isFound = "onbeforematch" in document.documentElement;   // a browser that finds words in what is closed, and says so before it shows them

  const paper = matchMedia("print");

  function sync(set) {
    const inputs = inputsOf(set);
    if (isFound) panelsOf(set).forEach((panel, i) => {
      const isOpen = inputs[i].checked || paper.matches;       // print.css chooses what is printed, for readers of a PDF, too
      panel.hidden = !isOpen && "until-found";                 // which leaves the empty box to the keyboard and to screen readers
      panel.tabIndex = isOpen ? 0 : -1;
      panel.ariaHidden = isOpen ? null : "true";
    });
    tabsOf(set).forEach((tab, i) => {
      tab.setAttribute("aria-selected", inputs[i].checked);
      tab.tabIndex = inputs[i].checked ? 0 : -1;
    });
  }

  /* The words of a tab become a link, which has a place in the tab order, an address, and a menu of the browser's. */
  function linked(label) {
    const link = document.createElement("a");
    link.href = `#${label.htmlFor}`;
    link.append(...label.childNodes);
    label.append(link);
    return link;
  }

  /* A reader's own version puts its stage first, so that each look at the tabs takes them as they stand then. */
  function enhance(set) {
    const inputs = inputsOf(set);
    const panels = panelsOf(set);
    const list = set.querySelector(":scope > .tabbed-labels");
    if (!inputs.length || list.children.length !== inputs.length) return;
    const all = [...list.children].map(linked);

    /* One column, as on a narrow phone, is a vertical list; two by two is none. */
    const turn = () => {
      const [first, second] = tabsOf(set);
      const column = first.getBoundingClientRect().left === second?.getBoundingClientRect().left;
      list.setAttribute("aria-orientation", column ? "vertical" : "horizontal");
    };

    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", name(list));
    all.forEach((tab, i) => {
      inputs[i].tabIndex = -1;
      inputs[i].setAttribute("aria-hidden", "true");
      inputs[i].addEventListener("change", () => sync(set));
      inputs[i].addEventListener("focus", () => tab.focus({ preventScroll: true }));   // a label gives it the focus, and nobody sees it there
      const heading = panels[i].querySelector("h2[id], h3[id], h4[id]");
      if (heading) tab.href = `#${heading.id}`;                 // an address that holds in every edition
      tab.id = `${inputs[i].id}-tab`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", `${inputs[i].id}-panel`);
      panels[i].id = `${inputs[i].id}-panel`;
      panels[i].setAttribute("role", "tabpanel");
      panels[i].setAttribute("aria-labelledby", tab.id);
      panels[i].tabIndex = 0;
    });
    set.addEventListener("beforematch", ({ target }) => {
      const input = inputsOf(set)[panelsOf(set).indexOf(target)];
      input?.click();                                          // none: something closed within a tab
    });
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("label")?.querySelector("a");
      if (!tab || (event.target.closest("a") && (event.ctrlKey || event.metaKey || event.shiftKey))) return;   // another window, by the link
      event.preventDefault();
      document.getElementById(tab.parentElement.htmlFor).click();
      history.replaceState(history.state, "", tab.href);
      tab.focus({ preventScroll: true });                      // Safari gives it to nothing
    });
    new ResizeObserver(turn).observe(list);
    list.addEventListener("keydown", (event) => {
      const tabs = tabsOf(set);
      const at = tabs.indexOf(document.activeElement);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;   // Alt+Left is the browser's
      let to = { Home: 0, End: tabs.length - 1, " ": at }[event.key];
      const step = NEXT[list.getAttribute("aria-orientation")][event.key];
      if (step) to = (at + step + tabs.length) % tabs.length;
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      tabs[to].click();
      tabs[to].focus();
      sync(set);
    });
    addEventListener("localized", () => sync(set));
    paper.addEventListener("change", () => sync(set));
    sync(set);
  }

  playbook.ready(() => document.querySelectorAll(".tabbed-set").forEach(enhance));
})();
