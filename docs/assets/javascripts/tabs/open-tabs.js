/* Before the theme takes the tabs up: those that the reader opened last are open, and the one that the address names.
   It stands for an inline script of Material for MkDocs 9.8.1 (partials/javascripts/content.html). */
(() => {
  const kept = __md_get("__tabs");
  for (const set of Array.isArray(kept) ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    const chosen = kept.map((name) => labels.find((label) => label.innerText.trim() === name)).find(Boolean);
    if (chosen) document.getElementById(chosen.htmlFor).checked = true;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target?.name) target.checked = target.name.startsWith("__tabbed_");
})();
