/* Copying text, and where the browser takes it a form with headings and lists. Tells whether it was done. */
(() => {
  /* The old way works over plain http and from disk, too; it takes both forms. */
  function oldWay(plain, rich) {
    let done = false;
    const put = (event) => {
      event.clipboardData.setData("text/plain", plain);
      if (rich) event.clipboardData.setData("text/html", rich);
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", put);
    document.execCommand("copy");
    document.removeEventListener("copy", put);
    return done;
  }

  playbook.copy = async (plain, rich) => {
    const blob = (type, words) => new Blob([words], { type });
    try {
      if (rich) await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", plain), "text/html": blob("text/html", rich) })]);
      else await navigator.clipboard.writeText(plain);
      return true;
    } catch {
      return oldWay(plain, rich);
    }
  };
})();
