/* "Search the playbook": opens the theme's search from a button on the page. */
document.addEventListener("click", (event) => {
  if (!event.target.closest?.(".search-button")) return;
  const toggle = document.getElementById("__search");
  if (!toggle.checked) toggle.click();
  document.querySelector(".md-search__input").focus();
});
