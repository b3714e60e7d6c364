/* What Material leaves out for screen readers and the keyboard: names for its search and its two switches in the header. */
(() => {
  const NAMES = { __drawer: "Menu", __search: "Search" };

  function asButton(label) {
    const toggle = document.getElementById(label.htmlFor);
    const sync = () => label.setAttribute("aria-expanded", toggle.checked);
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", NAMES[label.htmlFor]);
    label.tabIndex = 0;
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      label.click();
    });
    toggle.addEventListener("change", sync);
    sync();
  }

  document$.subscribe(() => {
    document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
    document.querySelectorAll('.md-header label[for="__drawer"], .md-header__inner > label[for="__search"]').forEach(asButton);
  });
})();
