/* Finds and ranks the passages of the index. MiniSearch finds words, their beginnings and their misspellings; what is typed is understood here. */
(() => {
  const { folded, words, stem } = playbook.search;
  const SMALL = new Set(("a about actually all already also anything am an and any are as at be been but by can come comes could did do does doing dont else for from get had has have he her him his " +
    "how i id if ill im in into is isnt it its ive just let lets like look looks may me my need never no not of off on or our please put really say saying says she should so " +
    "some somebody someone something tell than that the their them then there these they theyre this those to too us want was way we were what whats when " +
    "where which who whom whose why will with would you your").split(" "));
  const MEANING = /\b(mean|means|meaning|stands? for|define|definition)\b/;
  const FIELDS = { title: 4, text: 1.3, find: 3.5, label: 1.6, under: 0.8, rest: 0.6 };
  const AUDIENCES = { workforce: "workforce developers", economic: "economic developers", educators: "educators", community: "community organizations" };
  const STAGES = { planning: "planning a launch", launch: "launch date set", active: "active partnership" };
  const KIND = { say: 1.12, sheet: 1, worksheet: 1, word: 0.95, page: 0.9 };
  const KIND_WORDS = { sheet: "sheet", word: "glossary" };
  const PAPER = /\b(sheets?|hand-?outs?|pdf|print\w*|papers?|flyers?|leaflets?|one-?pagers?|leave-?behinds?|download\w*)\b/;
  const LEAVE = /\b(hand-?outs?|leave|leave-?behinds?|leaflets?|flyers?|keep)\b/;
  const STAGED = /\b(plan|planning|launch|active)\b/;
  const MOST = 60;

  const kept = new Map();                                     // a word's stem; most words come often
  const stemOf = (word) => kept.get(word) ?? (kept.set(word, stem(word)), kept.get(word));
  const stemmed = (text) => words(text).map(stemOf);

  /* Several spellings of a word become one: "health care" is "healthcare". */
  function speller(spellings) {
    const ways = new Map();                                   // by their first stem, the longest way first
    for (const [first, ...others] of spellings)
      for (const other of others.map(stemmed)) ways.set(other[0], [...(ways.get(other[0]) || []), [other, stemmed(first)]].sort(([a], [b]) => b.length - a.length));
    return (list) => {
      if (!list.some((word) => ways.has(word))) return list;
      const said = [];
      for (let at = 0; at < list.length;) {
        const way = ways.get(list[at])?.find(([other]) => other.every((word, i) => list[at + i] === word));
        said.push(...(way ? way[1] : [list[at]]));
        at += way ? way[0].length : 1;
      }
      return said;
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

  /* MiniSearch looks each word of each text up in its tree while it is filled, which takes a slow phone a second. Counted here first, each word is
     put into the tree once: this is the form in which MiniSearch writes and reads a finished index (serialization version 2). */
  function filled(docs, tokenize) {
    const names = Object.keys(FIELDS);
    const index = new Map();                                  // of each word and field: `"passage":count` after `"passage":count`
    const sums = names.map(() => 0);
    const lengths = docs.map((doc, id) => names.map((name, field) => {
      if (!doc[name]) return 0;
      const counts = new Map();
      for (const term of tokenize(doc[name], name)) counts.set(term, (counts.get(term) || 0) + 1);
      for (const [term, count] of counts) {
        let fields = index.get(term);
        if (!fields) index.set(term, fields = names.map(() => ""));
        fields[field] += `${fields[field] && ","}"${id}":${count}`;
      }
      sums[field] += counts.size;
      return counts.size;
    }));
    const written = [...index].map(([term, fields]) => `["${term}",{${fields.map((some, field) => some && `"${field}":{${some}}`).filter(Boolean).join()}}]`);
    const rest = JSON.stringify({
      documentCount: docs.length, nextId: docs.length, documentIds: docs.map((doc, id) => id), fieldIds: Object.fromEntries(names.map((name, field) => [name, field])),
      fieldLength: lengths, averageFieldLength: sums.map((sum) => sum / docs.length), storedFields: {}, dirtCount: 0, serializationVersion: 2,
    });
    return MiniSearch.loadJSON(`${rest.slice(0, -1)},"index":[${written.join()}]}`,
      { fields: names, tokenize, processTerm: (term) => term, searchOptions: { bm25: { k: 1.2, b: 0.35, d: 0.5 } } });
  }

  function create({ stage, synonyms, spellings, entries }) {
    const spelled = speller(spellings);
    const stems = (text) => spelled(stemmed(text));
    const alike = new Map();                                  // a stem, and the stems of its synonyms
    for (const group of synonyms) {
      const all = group.map((word) => stems(word)).filter((one) => one.length === 1).flat();
      for (const word of all) alike.set(word, new Set([...(alike.get(word) || []), ...all.filter((other) => other !== word)]));
    }
    const pages = new Map();                                  // the title of each page
    for (const { location, title } of entries) if (!location.includes("#")) pages.set(location, title);
    for (const { location, title } of entries) if (!pages.has(location.split("#")[0])) pages.set(location.split("#")[0], title);
    const said = new Set();                                   // every word of the index
    const known = new Map();                                  // every stem, and a word that it stands for
    const docs = entries.map((entry, id) => {
      const path = entry.location.split("#")[0];
      const isPage = pages.get(path) === entry.title;
      const { audiences = [], stages = [] } = entry;
      const point = /#([scn]\d\d)$/.exec(entry.location)?.[1] || "";
      const label = [...audiences.map((key) => AUDIENCES[key]), ...stages.map((key) => STAGES[key]), KIND_WORDS[entry.kind] || "", point].join(" ").trim();
      return { ...entry, id, path, isPage, audiences, stages, page: isPage ? "" : pages.get(path), label, under: `${isPage ? "" : pages.get(path)} ${entry.under || ""}`, above: entry.under };
    });
    const sequences = new Map();                              // the stems of each text, for phrases
    const repeated = new Map();                               // labels and titles of pages come again and again
    const tokenize = (text, field) => {
      if (field !== "label" && field !== "under") return tokens(text);
      if (!repeated.has(text)) repeated.set(text, tokens(text));
      return repeated.get(text);
    };
    const tokens = (text) => {
      const all = words(text);
      const each = all.map(stemOf);
      for (let i = 0; i < all.length; i++) {
        said.add(all[i]);
        if (!known.has(each[i])) known.set(each[i], all[i]);
      }
      return spelled(each);
    };
    const mini = filled(docs, tokenize);
    const small = new Set([...SMALL].map(stemOf));
    const vocabulary = [...known.keys()];
    const phrases = [];                                       // of each passage's `find`

    /* What one typed word is looked for by: itself, its synonyms, words that begin so, and, if nobody knows it, what it was meant to be. */
    function variants(word, isLast, typed) {
      const found = [{ term: word, weight: 1, prefix: false }];
      for (const other of alike.get(word) || []) found.push({ term: other, weight: 0.45 });
      if (known.has(word)) {
        if (!said.has(typed)) for (const other of nearest(word).slice(0, 2)) found.push({ term: other, weight: 0.6 });   // "bord" is the stem of border, too
        if (isLast && word.length > 2) found.push({ term: word, weight: 0.5, prefix: true });
        return found;
      }
      if (word.length > 2) found.push({ term: word, weight: isLast ? 0.9 : 0.6, prefix: true });
      for (const other of nearest(word).slice(0, 2)) {
        found.push({ term: other, weight: 0.8 });
        for (const same of alike.get(other) || []) found.push({ term: same, weight: 0.35 });
      }
      return found;
    }

    function nearest(word) {
      if (word.length < 4) return [];
      const most = word.length < 8 ? 1 : 2;
      return vocabulary.map((one) => [edits(word, one, most), one]).filter(([count]) => count <= most).filter(([count]) => count > 0).sort(([a], [b]) => a - b).map(([, one]) => one);
    }

    const sequence = (doc, field) => {
      const key = `${doc.id} ${field}`;
      if (!sequences.has(key)) sequences.set(key, stems(doc[field] || ""));
      return sequences.get(key);
    };

    /* How many neighbors among the asked words are neighbors in a field, too. */
    function pairs(doc, field, asked) {
      const said = sequence(doc, field);
      let count = 0;
      for (let i = 0; i + 1 < asked.length; i++)
        if (said.some((word, at) => word === asked[i] && said.slice(at + 1, at + 3).includes(asked[i + 1]))) count++;
      return count / Math.max(1, asked.length - 1);
    }

    /* Whether somebody foresaw the question: a phrase of `find` whose words all come, in their order, in what is typed. */
    function foreseen(doc, order) {
      if (!doc.find) return 0;
      phrases[doc.id] ??= doc.find.split(",").map(stems).filter((phrase) => phrase.length > 1);
      let most = 0;
      for (const phrase of phrases[doc.id]) {
        let at = 0;
        for (const word of order) if (word === phrase[at]) at++;
        if (at === phrase.length) most = Math.max(most, phrase.length / order.length);
      }
      return most;
    }

    /* How much a passage is worth beside others that have the same words. */
    function worth(doc, typed) {
      const { audiences, stages, kind, path, above } = doc;
      let value = KIND[kind];
      const named = STAGED.test(typed);
      if (kind === "sheet") {
        if (!PAPER.test(typed)) value *= 0.85;
        if (path === "my-sheet.html" && !/\b(my|own)\b/.test(typed)) value *= 0.6;
        if (stages.length && !(named && PAPER.test(typed))) value *= 0.6;
        if (path.endsWith("-leave.html") && !LEAVE.test(typed)) value *= 0.7;
      } else if (stage && stages.length && !named) value *= stages.includes(stage) ? 1.3 : 0.7;
      if (above) value *= 0.75;
      if (kind === "word" && MEANING.test(typed)) value *= 1.6;
      return value;
    }

    function ranked(typed) {
      const text = folded(typed);
      const order = stems(typed);
      const raw = new Map(words(typed).map((word) => [stemOf(word), word]));
      const tells = new Set(words(typed).filter((word) => !SMALL.has(word)).map(stemOf));
      const isSmall = (word) => small.has(word) && !tells.has(word);   // "letter" has the stem of "let"
      const telling = order.filter((word) => !isSmall(word));
      const asked = [...new Set(telling.length ? telling : order)];
      if (!asked.length) return { results: [], asked };
      const scores = new Map();                               // of each passage: points, and how many of the words it has
      const found = new Map();                                // words that it was found by
      asked.forEach((word, i) => {
        const best = new Map();
        for (const { term, weight, prefix = false } of variants(word, i === asked.length - 1 && !/\s$/.test(typed), raw.get(word)))
          for (const hit of mini.search(term, { prefix, boost: FIELDS, tokenize: (one) => [one], weights: { prefix: 0.8, fuzzy: 0.3 } })) {
            if ((best.get(hit.id) || 0) < hit.score * weight) best.set(hit.id, hit.score * weight);
            if (!found.has(hit.id)) found.set(hit.id, new Set());
            hit.terms.forEach((one) => found.get(hit.id).add(one));
          }
        const top = Math.max(0.001, ...best.values());
        for (const [id, score] of best) {
          const so = scores.get(id) || { points: 0, count: 0 };
          scores.set(id, { points: so.points + score, count: so.count + Math.min(1, 0.4 + score / top) });
        }
      });
      const asks = asked.length > 1 ? asked : order;
      const results = [...scores].map(([id, { points, count }]) => {
        const doc = docs[id];
        let score = points * (count / asked.length) ** 1.5 * worth(doc, text);
        if (asks.length > 1) score *= 1 + 0.5 * pairs(doc, "title", asks) + 0.15 * pairs(doc, "text", asks) + 1.4 * foreseen(doc, order);
        const title = sequence(doc, "title").filter((word) => !isSmall(word));
        const of = title.length ? title : sequence(doc, "title");
        if (doc.isPage && asked.every((word) => of.includes(word) || sequence(doc, "find").includes(word))) score *= asked.length > 1 ? 1.5 : 1.2;
        if (of.length && of.every((word) => order.includes(word))) score *= 1.15 + 0.25 * Math.min(1, of.length / asked.length);
        return { doc, score };
      });
      results.sort((a, b) => b.score - a.score || a.doc.id - b.doc.id);
      return { asked, results: results.slice(0, MOST).map(({ doc, score }) => {
        const terms = [...found.get(doc.id)];
        return { ...doc, score, terms, words: terms.map((term) => known.get(term) || term).slice(0, 8) };
      }) };
    }

    return { find: ranked, page: (path) => docs.find((doc) => doc.path === path), suggest: (typed) => suggestions(words(typed)), stems };

    /* For what finds nothing: words of the playbook that are spelled nearly so. */
    function suggestions(typed) {
      const near = typed.flatMap((word) => vocabulary.map((one) => [edits(stemOf(word), one, 4) / Math.max(word.length, one.length), one]).sort(([a], [b]) => a - b)
        .filter(([part]) => part < 0.55).slice(0, 3));
      return [...new Set(near.sort(([a], [b]) => a - b).map(([, one]) => known.get(one)))].slice(0, 4);
    }
  }

  playbook.search.create = create;
})();
