/* Marks the words that a hit was found by (`?h=` in the address), in every tab. Runs before deep-link.js lands. */
(() => {
  const { words, stem, mark } = playbook.search;
  const sought = new URLSearchParams(location.search).get("h") || "";
  const article = document.querySelector("article");
  if (sought && article) mark(article, new Set(words(sought).map(stem)));
})();
