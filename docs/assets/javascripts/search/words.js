/* How words are compared, typed and written ones alike: small letters without accents, ʻokina and quotation marks, and without their endings.
   playbook/search/search_index.py (folded) folds unshown words likewise. */
(() => {
  const MARKS = /[\p{M}'‘’ʻʼ`´]/gu;
  const WORD = /[^\s!-&(-/:-@[-_{-~“”…–—·]+/g;

  const bared = (some) => some === "’" || some === "'" ? "" : some.normalize("NFD").replace(MARKS, "");
  const folded = (text) => text.toLowerCase().replace(/['’]s\b/g, "").replace(/['`]|[^\x00-\x7f]+/g, bared).replace(/(\d)[^\S\n]*(%|percent\b)/g, "$1");
  const split = (text) => text.match(/[^\x00-\x7f]/.test(text) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) || [];   // of folded text
  const words = (text) => /^[A-Za-z]+$/.test(text) ? [text.toLowerCase()] : split(folded(text));

  /* Plurals and the commonest endings; the same for both sides, so that a stem need be no word. */
  function cut(word) {
    if (word.length < 4) return word;
    const single = word.replace(/ies$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^aius])s$/, "$1");
    if (single.endsWith("tter")) return single;               // a letter is not what lets
    const bare = single.replace(/([a-z]{3})(?:ations?|ating|ated|ates?)$/, "$1at").replace(/([a-z]{3})(?:ings?|ed|ers?|ments?|ly|ions?|ive)$/, "$1");
    return bare.replace(/([bdglmnprt])\1$/, "$1").replace(/([a-z]{3})[ey]$/, "$1");
  }

  const kept = new Map();
  function stem(word) {
    let found = kept.get(word);
    if (found === undefined) kept.set(word, found = cut(word));
    return found;
  }

  /* Mark each word of an element's text whose stem is among `stems`. */
  function mark(element, stems) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [], known = new Map();
    const isSought = (word) => words(word).some((one) => stems.has(stem(one)));
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, textarea, svg, mark, template")) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = [];
      let end = 0;
      for (const found of text.data.matchAll(WORD)) {
        if (!known.has(found[0])) known.set(found[0], isSought(found[0]));
        if (!known.get(found[0])) continue;
        const marked = document.createElement("mark");
        marked.textContent = found[0].replace(/['’‘]+$/, "");
        parts.push(text.data.slice(end, found.index), marked);
        end = found.index + marked.textContent.length;
      }
      if (parts.length) text.replaceWith(...parts, text.data.slice(end));
    }
  }

  playbook.search = { folded, split, words, stem, mark };
})();
