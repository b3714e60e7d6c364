/* "On this page": where the window has no room for a page's contents beside it, the menu opens at them. */
(() => {
  const [contents, drawer] = ["__toc", "__drawer"].map((id) => document.getElementById(id));
  document.querySelector(".tool-contents")?.addEventListener("click", () => {
    contents.checked = true;
    drawer.click();                                           // narrow.js leads the keyboard into it
  });
})();
