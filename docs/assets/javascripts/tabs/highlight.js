/* The theme marks the searched words (`?h=`) once, in what is then in view. A tab opened later gets its marks here. */
(() => {
  const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

  function mark(panel, pattern) {
    if (panel.querySelector("mark")) return;
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = text.data.split(pattern);                  // every second part is a word found
      if (parts.length < 2) continue;
      text.replaceWith(...parts.map((part, i) => {
        if (i % 2 === 0) return part;
        const marked = document.createElement("mark");
        marked.textContent = part;
        return marked;
      }));
    }
  }

  const words = (new URLSearchParams(location.search).get("h") || "").split(/[\s+*~^:-]+/).filter(Boolean);
  if (!words.length) return;
  const pattern = new RegExp(`(${words.map(escaped).join("|")})`, "i");

  /* Listens before anything opens a tab (arrival.js comes after): the theme may have its index, and mark, sooner or later than that. */
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.(".tabbed-set > input")) return;
    const set = event.target.closest(".tabbed-set");
    const at = [...set.querySelectorAll(":scope > input")].indexOf(event.target);
    mark(set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")[at], pattern);
  });

  /* Later, it marks within our marks. */
  new MutationObserver(() => document.querySelectorAll("mark > mark").forEach((inner) => inner.parentElement.replaceWith(inner)))
    .observe(document.querySelector("article") || document.body, { childList: true, subtree: true });
})();
