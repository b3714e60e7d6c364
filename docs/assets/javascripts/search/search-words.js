/* What the theme's search is given: every passage as a result of its own, and the reader's words the way the index spells them.
   Loads before the theme, which then makes its worker. On disk the worker is iframe-worker.js's. */
(() => {
  const SETUP = 0, QUERY = 2;                                  // the theme's SearchMessageType
  const SMALL = new Set(("a about all also am an and any are as at be been but by can could did do does dont for from get had has have he her his " +
    "how i if im in into is isnt it its just let like may me my no not of off on or our she should so than that the their them then there " +
    "these they this those to too us was we were what whats when where which who whom whose why will with would you your").split(" "));
  let known = [];                                              // every word of the index
  let questions = new Set();                                   // the words of titles made of small words only

  /* Accents, ʻokina and quotation marks fold; "91 percent" is "91%". playbook/search/search_index.py folds the index likewise. */
  const folded = (text) =>
    text.normalize("NFD").toLowerCase().replace(/['’]s\b/g, "").replace(/[\p{M}'‘’ʻʼ`´]/gu, "").replace(/(\d)\s*(%|percent\b)/g, "$1");
  const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) || [];

  /* Edits between two words, no more than `most`: a letter more, less, other, or two swapped (optimal string alignment). */
  function edits(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before, last = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  }

  /* The beginning under which the index has a word: as typed, without its ending, or as it was meant. */
  function spelled(word) {
    const has = (start) => start.length > 2 && known.some((one) => one.startsWith(start));
    const single = word.replace(/ies$/, "").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^aius])s$/, "$1");
    if (word.length > 3 && has(single)) return single;
    if (word.length < 4 || has(word)) return word;
    const stem = word.replace(/(ing|ed|er|ers|ion|ions|al|ly|ment|e)$/, "");
    if (stem.length > 3 && has(stem)) return stem;
    const most = word.length < 8 ? 1 : 2;
    return known.map((one) => [edits(word, one, most), one]).filter(([n]) => n <= most).sort(([a], [b]) => a - b)[0]?.[1] || word;
  }

  /* Small words only blur a search. Where nothing else was typed, they count as whole words (`^1` says so to lunr), and those of a title that
     is made of nothing else ("What is in it for them?") must all be there (`+`). */
  function understood(typed) {
    const all = words(typed);
    const telling = all.filter((word) => !SMALL.has(word));
    if (!telling.length) {
      const asked = all.filter((word) => questions.has(word));
      return (asked.length ? asked : all).map((word) => `${asked.length ? "+" : ""}${word}^1`).join(" ");
    }
    return [...new Set(telling.map((word) => (word.length > 2 || word === all.at(-1) ? spelled(word) : `${word}^1`)))].join(" ");
  }

  /* Most entries are the same in every edition and stand once, in a file of their own: the first says where, and numbers stand for them. */
  async function whole({ docs: [first, ...own], ...rest }) {
    if (!first?.shared) return { ...rest, docs: [first, ...own] };
    const file = Object.assign(document.createElement("script"), { src: new URL(first.shared, __md_scope) });
    await new Promise((done, failed) => {
      Object.assign(file, { onload: done, onerror: failed });
      document.head.append(file);
    });
    return { ...rest, docs: own.map((one) => __entries[one] || one) };
  }

  /* The theme folds what follows a # under its page; after ?at= it lists it by its own worth. `linked` takes that back.
     A result is labelled with its page, its audience and its stage, and found by them and by its id. */
  function listed({ docs, ...rest }) {
    const pages = new Map();
    const all = docs.map(({ location, find = "", tags = [], ...doc }) => {
      const [path, at = ""] = location.split("#");
      const labels = pages.has(path) ? [pages.get(path), ...tags] : tags;
      if (!pages.has(path)) pages.set(path, doc.title);
      return { ...doc, location: location.replace("#", "?at="), find: [find, ...tags, at].join(" "), ...(labels.length && { tags: labels }) };
    });
    known = [...new Set(all.flatMap(({ title, text, find, rest: more = "" }) => words(`${title} ${text} ${find} ${more}`)))];
    questions = new Set(docs.map(({ title }) => words(title)).filter((title) => title.every((word) => SMALL.has(word))).flat());
    return { ...rest, docs: all };
  }

  /* A result's link is named by its title and labels and described by its words. Its inside is neither an article nor a heading of the page. */
  function named(link) {
    const article = link.firstElementChild;
    const title = article.querySelector("h1, h2");
    const labels = [...article.querySelectorAll(".md-tag")].map((label) => label.textContent);
    const about = [...article.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.matches("mark")).map((node) => node.textContent).join("");
    link.setAttribute("aria-label", [title.textContent, ...labels].join(", "));
    if (about.trim()) link.setAttribute("aria-description", about.trim());
    for (const part of [article, title]) part.setAttribute("role", "none");
  }

  function linked(link) {
    const url = new URL(link.href);
    const at = url.searchParams.get("at");
    url.searchParams.delete("at");
    if (!url.searchParams.get("h")) url.searchParams.delete("h");
    if (at) url.hash = at;
    link.href = url;
    if (/^[sc]\d\d$/.test(at)) link.querySelector("h1").dataset.point = at;
    const labels = link.querySelector(".md-tags");
    if (!labels) return;
    labels.setAttribute("role", "none");                       // the theme makes each a landmark
    labels.parentElement.prepend(labels);
    for (const label of [...labels.children].slice(1)) label.dataset.audience = label.textContent.split(" ")[0].toLowerCase();
  }

  /* Part of the index would find too little, and say that there is no more. */
  const missing = () => { document.querySelector(".md-search-result__meta").textContent = "The search could not be loaded. Load the page again."; };

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const send = (data) => post.call(this, { ...message, data }, ...rest);
    if (message?.type === SETUP) whole(message.data).then((data) => send(listed(data)), missing);
    else if (message?.type === QUERY) send(understood(message.data));
    else post.call(this, message, ...rest);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector(".md-search-result__list");
    if (list) new MutationObserver(() => {
      list.querySelectorAll("a:not([aria-label])").forEach(named);
      list.querySelectorAll("a[href*='?at='], a[href$='h=']").forEach(linked);
    }).observe(list, { childList: true });
  });
})();
