/* "Print" takes the audience or stage in view (print-one, see print.css), "Print all" takes everything, others a part of their page (print-board, print-handout). */
(() => {
  const FONTS = ['400 1em "Public Sans"', '700 1em "Public Sans"'];   // fetched now, for paper only

  const choose = (what) => ["one", "board", "handout"].forEach((part) => document.documentElement.classList.toggle(`print-${part}`, part === what));

  addEventListener("afterprint", () => choose("all"));

  /* What is folded is on paper, too, and folded again on screen. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded.splice(0)) part.open = false;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-print]");
    if (!button) return;
    await Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
    choose(button.dataset.print);
    print();
  });
})();
