/* Opens the theme's search from a button on the page and by Ctrl+K or ⌘K, and lets it notice whatever changes its text. */
(() => {
  const FIELD = ".md-search__input";
  const TYPED_INTO = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset])";

  function open() {
    const toggle = document.getElementById("__search");
    const field = document.querySelector(FIELD);
    if (!toggle || !field) return;
    if (!toggle.checked) toggle.click();
    field.focus();
    field.select();
  }

  document.addEventListener("click", (event) => { if (event.target.closest?.(".search-button")) open(); });

  /* The theme opens its search by s, f or /, and turns pages by other single keys. Who speaks to the device sets those off unasked (WCAG 2.1.4),
     so none of them reaches the theme, which listens on the window, while its search is closed. */
  document.addEventListener("keydown", (event) => {
    if (event.key.length !== 1 || document.getElementById("__search")?.checked) return;
    const command = event.ctrlKey || event.metaKey;
    if (!command) event.stopPropagation();
    if (!command || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k" || event.target.matches?.(TYPED_INTO)) return;
    event.preventDefault();
    open();
  });

  /* Pasted, dictated or dropped text comes without a key; the theme waits for one. */
  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(FIELD)) return;
    target.focus();
    target.dispatchEvent(new Event("keyup"));
  });
})();
