/* A printed sheet in WebKit, which is Safari and every browser on an iPhone: it repeats no table's foot and lays out no columns on paper.
   While it prints, each side has the credit itself, and the fuller points stand in two halves. */
(() => {
  if (!navigator.vendor.startsWith("Apple")) return;
  const WITH_TEXT = 150;                                      // characters: a heading stays with what follows it
  const fuller = document.querySelector(".sheet-fuller");
  const added = [];

  function make(tag, kind, ...inner) {
    const element = document.createElement(tag);
    element.className = kind;
    element.append(...inner);
    return element;
  }

  /* A copy in two halves of about as many words; a list may go on in the second. */
  function halves() {
    const [first, second] = [make("div", "sheet-half"), make("div", "sheet-half")];
    const half = fuller.textContent.length / 2;
    let read = 0;
    let into = first;
    for (const part of fuller.children) {
      const isList = part.tagName === "UL";
      let list;
      for (const piece of isList ? part.children : [part]) {
        const length = piece.textContent.length;
        if (into === first && read + (piece.tagName === "H3" ? WITH_TEXT : length / 2) > half) [into, list] = [second];
        if (isList && !list) into.append(list = part.cloneNode(false));
        (list ?? into).append(piece.cloneNode(true));
        read += length;
      }
    }
    return make("div", "sheet-halves", first, second);
  }

  addEventListener("beforeprint", () => {
    const credit = document.querySelector(".credit").textContent.trim();
    for (const side of document.querySelectorAll(".sheet-side")) {
      added.push(make("p", "side-credit", credit));
      side.append(added.at(-1));
    }
    if (!fuller) return;
    added.push(halves());
    fuller.before(added.at(-1));
    fuller.hidden = true;
  });
  addEventListener("afterprint", () => {
    for (const one of added.splice(0)) one.remove();
    if (fuller) fuller.hidden = false;
  });
})();
