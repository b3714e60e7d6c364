/* "Print" takes the audience or stage in view (print-one, see print.css), "Print all" takes everything. */
(() => {
  const FONTS = ['400 1em "Public Sans"', '700 1em "Public Sans"'];   // fetched now, for paper only

  addEventListener("afterprint", () => document.documentElement.classList.remove("print-one"));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-print]");
    if (!button) return;
    await Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
    document.documentElement.classList.toggle("print-one", button.dataset.print === "one");
    print();
  });
})();
