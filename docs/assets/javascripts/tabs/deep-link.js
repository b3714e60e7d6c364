/* Whoever comes by a link or a search hit lands on the place: its tabs open, it is in view, marked, and has the focus. */
(() => {
  const BLOCKS = "h1, h2, h3, h4, p, li, dl > div, dt, dd, tr, figcaption, summary";
  const { words: split, stem } = playbook.search;
  const rank = (element) => Number(/^H([1-6])$/.exec(element.tagName)?.[1] || 7);

  function target() {
    try {
      const id = decodeURIComponent(location.hash.slice(1));
      return id && !id.includes("=") ? document.getElementById(id) : null;   // `#my=...` is no place
    } catch {
      return null;
    }
  }

  /* The words searched for, without their endings. */
  const words = () => [...new Set(split(new URLSearchParams(location.search).get("h") || "").map(stem))];

  /* What a heading stands for: itself, and the text up to the next heading of its rank. */
  function blocks(heading) {
    const found = [heading];
    for (let next = heading.nextElementSibling; next && rank(next) > rank(heading); next = next.nextElementSibling)
      found.push(...(next.matches(BLOCKS) ? [next] : []), ...next.querySelectorAll(BLOCKS));
    return found;
  }

  /* Where the words stand: the block that has most of them, the first of equals; a heading that has a fourth of them names the thing. Words that are on no page (keywords) move nothing. */
  function place(heading) {
    const sought = words();
    const has = (block) => {
      const text = new Set(split(block.textContent).map(stem));
      return sought.filter((word) => text.has(word)).length;
    };
    const named = 4 * has(heading);
    let best = heading, most = 0;
    for (const block of sought.length ? blocks(heading) : []) {
      const count = has(block);
      if (count > most && count > named) [best, most] = [block, count];
    }
    return best;
  }

  /* The focus goes to what is no control, too, and the mark with it. */
  function focus(element) {
    document.querySelector(".arrived")?.classList.remove("arrived");
    if (element.matches(BLOCKS)) element.classList.add("arrived");
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
      const words = element.cloneNode(true);                   // a screen reader says these, and not the buttons among them
      words.querySelectorAll("button, [hidden]").forEach((one) => one.remove());
      element.tabIndex = -1;
      element.ariaLabel = words.textContent;
      element.addEventListener("blur", () => ["tabindex", "aria-label"].forEach((name) => element.removeAttribute(name)), { once: true });
    }
    element.focus({ preventScroll: true });
  }

  const inView = (element) => element.getBoundingClientRect().bottom <= innerHeight;

  /* One who comes back (`returned`) is put where they were by the browser; only the tabs are to be opened. */
  function arrive(returned, isBack) {
    const wanted = target() || (words().length ? document.querySelector("article h1") : null);
    if (!wanted) return;
    const found = rank(wanted) < 7 ? place(wanted) : wanted;
    found.dispatchEvent(new Event("reveal", { bubbles: true }));
    if (returned || wanted.matches("input")) return;
    focus(found);
    if (isBack) return;
    wanted.scrollIntoView();
    if (found !== wanted && !inView(found)) found.scrollIntoView({ block: "center" });   // what is taller than the window is read from its top
  }

  const returned = ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);
  playbook.ready(() => arrive(returned));
  addEventListener("load", () => {                             // by now the browser has gone to the address itself, and may have dropped the focus
    if (!returned && document.activeElement === document.body) arrive();
  });
  addEventListener("hashchange", () => {
    const { left } = history.state ?? {};                      // how far down the page was when it was left from this entry
    arrive(false, Number.isFinite(left));
    if (Number.isFinite(left)) scrollTo({ top: left, behavior: "instant" });
  });

  /* A second click on the same link changes no address, but its place may be in a closed tab again. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href*='#']");
    if (link && link.getAttribute("role") !== "tab" && link.href !== location.href && link.href.split("#")[0] === location.href.split("#")[0])
      history.replaceState({ ...history.state, left: scrollY }, "");   // browsers would lead back to the entry's place instead
    if (link && link.href === location.href && link.getAttribute("role") !== "tab") setTimeout(() => arrive());
  });
})();
