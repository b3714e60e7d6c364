/* Before the theme takes the tabs up: those that the reader opened last are open, and the one that the address names.
   It stands for an inline script of Material for MkDocs 9.8.1 (partials/javascripts/content.html), which goes by labels: `__pb_tabs` holds the
   keys of audiences and stages, the newest first. */
__pb_tabs = {
  keyOf: ({ dataset: { audience, stage } }) => audience || stage,
  kept() {
    const kept = __md_get("__pb_tabs");
    return Array.isArray(kept) ? kept : [];
  },

  /* Open the tab of the newest kept key that a set has. */
  open() {
    for (const set of document.querySelectorAll(".tabbed-set")) {
      const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
      const chosen = __pb_tabs.kept().map((key) => labels.find((label) => __pb_tabs.keyOf(label) === key)).find(Boolean);
      if (chosen) document.getElementById(chosen.htmlFor).checked = true;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target?.name) target.checked = target.name.startsWith("__tabbed_");
  },
};
__pb_tabs.open();
