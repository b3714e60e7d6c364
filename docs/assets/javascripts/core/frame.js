/* Puts back what all pages say alike: the theme's settings, the inside of its search, and in the menu the page's contents, which stand beside the text.
   playbook/render/theme_dedupe.py takes them from the pages and tells them here as `__frame`; a preview's pages hold them. Loads before the theme, which asks for them. */
if (window.__frame) {
  const settings = document.getElementById("__config");
  settings.textContent = JSON.stringify({ ...__frame.settings, ...JSON.parse(settings.textContent) });
  const search = document.querySelector(".md-search:empty");
  if (search) search.append(...new DOMParser().parseFromString(__frame.search, "text/html").body.childNodes);
  const [menu, beside] = document.querySelectorAll('[data-md-component="toc"]:is(ul)');
  if (beside && !menu.firstElementChild) menu.append(...beside.cloneNode(true).children);
}
