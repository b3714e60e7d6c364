/* Finds words: in which passages each of them stands, in which phrases that somebody foresaw, and which words are spelled nearly so.
   No index of words is made, which would take a slow phone too long: all texts are one text, and a word is looked for in it when it is asked for. */
(() => {
  const { folded, split, words, stem } = playbook.search;
  /* How much a word tells in each field of a passage. */
  const FIELDS = { title: 3, text: 1.2, label: 1.2, under: 0.8, rest: 0.5 };
  const EVEN = 0.35;                                           // how far a long field counts less: 0 not at all, 1 by its length
  const PAGE = 0.8;                                            // how much the title and the phrases of its page tell of a passage
  const TIMES = [0.3, 0.95, 2, 4, 9];                          // what a level stands for
  const ASKED = 20;                                            // phrases that people type for a passage, about
  const LETTER = /[\p{L}\p{N}]/u;                              // costs time before its first use
  const SIGNS = /[“”–—…·→]/g;                                  // between words; each would be folded by itself

  /* Call `seen` with each word of a text that begins so, and where it stands, until it returns true. */
  const isLetter = (code) => code < 128 ? (code > 96 && code < 123) || (code > 47 && code < 58) : LETTER.test(String.fromCharCode(code));
  function eachWord(text, start, seen) {
    for (let at = start ? text.indexOf(start) : -1; at >= 0; at = text.indexOf(start, at + 1)) {
      if (at && isLetter(text.charCodeAt(at - 1))) continue;
      let end = at + start.length;
      while (isLetter(text.charCodeAt(end))) end++;
      if (seen(text.slice(at, end), at)) return;
    }
  }

  /* The same for each place of a short word, which many others begin with. */
  function eachShort(text, word, seen) {
    const sought = new RegExp(`\\b${word}\\b`, "g");
    for (let found; (found = sought.exec(text));) seen(word, found.index);
  }

  /* Several spellings of a word become one: what is typed as "health care" is looked for as "healthcare". `spellings`: a group a line, with commas between; the first one stands for all. */
  function speller(spellings) {
    const ways = new Map(), same = new Map();
    for (const group of spellings.split("\n")) {
      const [first, ...others] = group.split(",");
      for (const other of others)
        if (`${first}${other}`.includes(" ")) ways.set(other, first);
        else same.set(stem(other), stem(first));
    }
    const stemOf = (word) => same.get(stem(word)) ?? stem(word);

    /* How else a stem is written: as words, or as beginnings of them. */
    function others(wanted) {
      const found = [];
      eachWord(spellings, wanted.replace(/(.)y$/, "$1"), (word, at) => {
        const end = spellings.indexOf("\n", at), [first, ...some] = spellings.slice(at, end < 0 ? undefined : end).split(",");
        if ((at === 0 || spellings[at - 1] === "\n") && stem(first) === wanted) found.push(...some.map((way) => way.includes(" ") ? way : stem(way)));
      });
      return found;
    }

    /* The words of a text, several that are one word in another spelling as that one. */
    function read(text) {
      const list = words(text), found = [];
      for (let at = 0; at < list.length;) {
        let many = 4, way;
        do way = ways.get(list.slice(at, at + many).join(" ")) ?? ways.get(list.slice(at, at + many).join(" ").replace(/s$/, "")); while (!way && --many);
        found.push(...(way || list[at]).split(" "));
        at += many || 1;
      }
      return found;
    }
    return { stemOf, others, read };
  }

  /* `columns`: of each field, its text in each passage; `top`: of each passage, which one is its page itself; `asked`: the stems that people ask for passages by, `uses`: of each, which and how often, as playbook/search/compact.py writes them. */
  function lookup(columns, top, spellings, asked, uses) {
    const { stemOf, others, read } = speller(spellings);
    const names = Object.keys(FIELDS).filter((name) => columns[name]), many = top.length;
    const lines = names.map((name) => columns[name]), joined = lines.map((some) => some.join("\n"));
    const means = lines.map((some, at) => (joined[at].length - many + 1) / Math.max(1, some.filter(Boolean).length));
    const unshown = columns.rest ? joined.pop() : "";         // the index holds it folded
    const shown = folded(joined.join("\n").replace(SIGNS, ","));
    const text = `${shown}\n${unshown}\n`;
    const from = new Uint32Array(many * names.length + 1);    // of each piece of text, a field of a passage
    for (let piece = 0; piece < many * names.length; piece++) from[piece + 1] = text.indexOf("\n", from[piece]) + 1;

    function pieceAt(place) {
      let low = 0, high = from.length - 1;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (from[middle] <= place) low = middle;
        else high = middle;
      }
      return low;
    }

    const passagesOf = new Map();                             // of each page
    for (let id = 0; id < many; id++) if (top[id] === id) passagesOf.set(id, []);
      else passagesOf.get(top[id]).push(id);
    const kept = new Map();

    /* Of a stem: how much it tells in each passage, which have it of their own and not of their page, which in their title, in how many passages it stands. */
    function hits(wanted) {
      if (kept.has(wanted)) return kept.get(wanted);
      const tells = new Map(), titled = new Set();
      let piece = -1;
      const add = (at) => {
        if (!(at >= from[piece] && at < from[piece + 1])) piece = pieceAt(at);
        const id = piece % many, field = (piece - id) / many;
        tells.set(id, (tells.get(id) || 0) + FIELDS[names[field]] / (1 - EVEN + EVEN * lines[field][id].length / means[field]));
        if (names[field] === "title") titled.add(id);
      };
      for (const way of [wanted, ...others(wanted)])
        if (way.includes(" "))
          for (const written of [way, way.replaceAll(" ", "-")])
            eachWord(text, written, (found, at) => { if (found.length - written.length < 2) add(at); });   // or its plural
        else (/^[a-z0-9]{1,2}$/.test(way) ? eachShort : eachWord)(text, way.replace(/(..)y$/, "$1"), (word, at) => { if (stemOf(word) === wanted) add(at); });
      const own = new Set(tells.keys()), count = own.size;
      for (const page of titled) for (const id of passagesOf.get(page) ?? []) tells.set(id, (tells.get(id) || 0) + PAGE);
      const found = { tells, own, titled, rarity: Math.log(1 + many / Math.max(1, count)) };
      kept.set(wanted, found);
      return found;
    }

    const stems = asked.split("\n"), signs = uses.split("\n");
    const idOf = columns.row && new Map(columns.row.map((row, id) => [row, id]));

    /* The line of a stem, which may be told by a word of its own. */
    function lineOf(wanted) {
      let line = stems.indexOf(wanted);
      if (line < 0) eachWord(asked, wanted.replace(/(.)y$/, "$1"), (word, at) => asked[at - 1] === "-" && stemOf(word) === wanted && (line = stems.indexOf(`-${word}`)) >= 0);
      return signs[line] ?? "";
    }
    const counted = new Map();

    /* Of a stem: how often which passages are asked for by it, their titles included, and how rare it is among all that is asked. */
    function usesOf(wanted) {
      if (counted.has(wanted)) return counted.get(wanted);
      const by = new Map();
      let row = -1, level = 1;
      const line = lineOf(wanted);
      for (let at = 0; at < line.length; at++) {
        const code = line.charCodeAt(at);
        if (code > 64) {
          row += code - (code < 91 ? 64 : 70);
          const id = idOf ? idOf.get(row) : row;
          if (id !== undefined) by.set(id, TIMES[level]);
          level = 1;
        } else if (code > 47) level = code - 48;
        else row += 52;
      }
      for (const id of hits(wanted).titled) by.set(id, (by.get(id) || 0) + 1);
      const sum = [...by.values()].reduce((all, times) => all + times, 0);
      const found = { by, rarity: Math.log(1 + ASKED * many / (sum || 1)) };
      counted.set(wanted, found);
      return found;
    }

    return {
      hits, stemOf, read, text, shown, uses: usesOf,
      stems: (some) => read(some).map(stemOf),
      wordsIn(id, name) {
        const piece = names.indexOf(name) * many + id;
        return split(text.slice(from[piece], from[piece + 1])).map(stemOf);
      },
    };
  }

  /* Edits between two words, no more than `most` (optimal string alignment: a letter more, less, other, or two swapped). */
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

  /* Which letters a word has, as bits: two words that differ in more letters than edits could change need not be compared. */
  function letters(word) {
    let bits = 0;
    for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
    return bits;
  }
  function count(bits) {
    let sum = 0;
    for (let rest = bits; rest; rest &= rest - 1) sum++;
    return sum;
  }

  /* The words of a list that are spelled nearly as one, the nearest first; the first letter is seldom wrong. */
  function nearest(word, list) {
    if (word.length < 4 || /\d/.test(word)) return [];
    const most = word.length < 8 ? 1 : 2, mine = letters(word);
    return list.filter((one) => Math.abs(one.length - word.length) <= most && count(mine ^ letters(one)) <= 2 * most)
      .map((one) => [edits(word, one, most) + (one[0] === word[0] ? 0 : 0.5), one]).filter(([far]) => far <= most).sort(([a], [b]) => a - b).map(([, one]) => one);
  }

  Object.assign(playbook.search, { lookup, eachWord, edits, nearest });
})();
