/* Understands what is typed and ranks the passages for it. lookup.js finds the words; decisions/0007 says by what passages are ranked. */
(() => {
  const { folded, split, words, stem, lookup, eachWord, edits, nearest } = playbook.search;
  const SMALL = new Set(("a about actually all already also anything am an and any are as at be been but by can come comes could did do does doing dont else for from get give gets getting goes go going got had has have he her him his " +
    "how i id if ill im in into is isnt it its ive just keep let lets like look looks make makes many may me more much my need needs never no not now of off on or our out over please put really s say saying says she should so " +
    "some somebody someone something take takes tell than that the their them then there these they theyre thing things this those to too up us use very want was way we were what whats when " +
    "vs versus still even ever per around cannot cant doesnt arent havent having being might must shall best good way ways kind sort where which who whom whose why will with wont would you your ive weve youve hey hi ok okay anyway supposed during lot lots stuff bit maybe yet pretty").split(" "));
  const NOT = new Set(["no", "not", "never", "dont", "wont", "cant", "without"]);
  const MEANING = /\b(mean|means|meaning|stands? for|define|definition|what is an?|what are)\b/;
  const AUDIENCES = { workforce: "Workforce developers", economic: "Economic developers", educators: "Educators", community: "Community organizations" };
  const STAGES = { planning: "planning a launch", launch: "launch date set", active: "active partnership" };
  const KIND_WORDS = { sheet: "sheet", word: "glossary" };
  const PAPER = /\b(sheets?|hand[- ]?outs?|pdf|print\w*|papers?|flyers?|leaflets?|brochures?|(one|1)[- ]?page(rs?)?|leave[- ]?behinds?|download\w*)\b/;
  const HANDOUT = /\b(hand[- ]?outs?|leave[- ]?behinds?|leave (with|for)|leaflets?|flyers?|brochures?|(one|1)[- ]?page(rs?)?)\b/;
  const POINT = /^(?:.*--)?([scn]\d\d)$/;
  const OWN = /\b(my|own)\b/;
  const LISTS = ["audiences", "stages"];
  const parts = (text) => text ? text.split(" ") : [];
  const NAMED = { planning: /\bplanning\b(?! (meeting|session|team))/, launch: /^(?!.*\bplan).*\blaunch/, active: /\b(active|running|ongoing)\b/ };   // a stage
  /* Found by trying values on one half of all queries (asked.txt), each without what it tells itself, and looking at the other half. */
  const WEIGHT = {
    synonym: 0.4, prefix: 0.6, slip: 0.8, unseen: 0.7, small: 0.35, not: 0.5, enough: 1.5, rare: 1.75, full: 3, shown: 0.2, some: 0.02, cover: 0.5, part: 0.1, little: 0.2, worth: 0.75, context: 0.25, titled: 0.15, whole: 1.5,
    say: 1.08, sheet: 1, worksheet: 1, word: 0.95, page: 0.92, under: 0.85, stage: 1.3, audience: 1.12, paper: 1.5, unasked: 0.85, handout: 1.5, other: 0.3, meaning: 2, again: 0.9, least: 0.15,
  };
  const MOST = 60;

  const weightOf = (isSmall, word) => (!isSmall ? 1 : NOT.has(word) ? WEIGHT.not : WEIGHT.small);

  /* Says of a stem which stems its synonyms have. `synonyms`: a group a line, with blanks between. Only groups that somebody asks for are read. */
  function likeness(synonyms, stemOf) {
    const kept = new Map();
    return (wanted) => {
      if (kept.has(wanted)) return kept.get(wanted);
      const alike = new Set();
      eachWord(synonyms, wanted.replace(/(.)y$/, "$1"), (word, at) => {
        if (stemOf(word) !== wanted) return;
        const end = synonyms.indexOf("\n", at);
        for (const other of synonyms.slice(synonyms.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end).split(" ")) alike.add(stemOf(other));
      });
      alike.delete(wanted);
      kept.set(wanted, alike);
      return alike;
    };
  }

  /* The anchor that a heading gets from its words; playbook/search/index_file.py leaves it out. */
  const slug = (title) => title.toLowerCase().replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const isSlug = (place) => place === "#" || place === "#word-";   // an anchor that is told by its title

  /* A reader's own version: the entries as objects for `ownIndex`, and by column again. */
  function ownColumns(columns, location, ownIndex, published) {
    const named = Object.entries(columns);
    const { stage, entries } = ownIndex({ stage: published, entries: columns.title.map((_, row) => {
      const entry = { row, title: "", text: "" };
      for (const [name, lines] of named) if (lines[row]) entry[name] = LISTS.includes(name) ? lines[row].split(" ") : lines[row];
      return Object.assign(entry, { location: location(row) });
    }) });
    const names = new Set(entries.flatMap(Object.keys));
    const lines = Object.fromEntries([...names].map((name) => [name, entries.map((entry) => [entry[name] ?? ""].flat().join(" ").replaceAll("\n", " "))]));
    return { stage, columns: { title: [], location: [], ...lines, row: entries.map(({ row }) => row) } };
  }

  /* Of a column of locations: on which page each entry is, and which entry is that page itself, its first one. A location may stand on the page of the entry before it. */
  function pagesOf(locations) {
    const pages = new Map(), path = [], top = [];
    let page = "", first = 0;
    for (let id = 0; id < locations.length; id++) {
      const place = locations[id];
      if (place[0] !== "#") {
        const end = place.indexOf("#");
        page = end < 0 ? place : place.slice(0, end);
        first = pages.get(page) ?? id;
        if (first === id) pages.set(page, id);
      }
      path[id] = page;
      top[id] = first;
    }
    return { pages, path, top };
  }

  /* Audience, stage, kind and id of each entry as words. `labels`: of the audiences. */
  function labelsOf({ location, audiences = [], stages = [], kind = [] }, labels) {
    const kept = new Map();
    return location.map((place, id) => {
      const key = `${audiences[id] ?? ""}|${stages[id] ?? ""}|${kind[id] ?? ""}`;
      let base = kept.get(key);
      if (base === undefined) kept.set(key, base = [...parts(audiences[id]).map((one) => labels[one]), ...parts(stages[id]).map((one) => STAGES[one]), KIND_WORDS[kind[id]] || ""].join(" "));
      const at = place.indexOf("#");
      return `${base} ${at < 0 ? "" : POINT.exec(place.slice(at + 1))?.[1] ?? ""}`.trim();
    });
  }

  /* The index comes by column, which makes it smaller: an empty line is what an entry lacks. It stays so: only an entry that is found becomes an object, as all of them took a slow phone too long.
     `ownIndex` puts a reader's own words into the entries, and the own stage beside them. */
  function create({ stage: published, synonyms, spellings, stems: asked, uses: rowsOf, columns: texts, audiences: own = {} }, ownIndex) {
    const labels = { ...AUDIENCES, ...Object.fromEntries(Object.entries(own).map(([key, { label }]) => [key, label])) };
    let columns = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.split("\n")])), stage = published;
    let { pages, path, top } = pagesOf(columns.location);
    const location = (id) => {
      const place = columns.location[id];
      return place[0] !== "#" ? place : path[id] + place + (isSlug(place) ? slug(columns.title[id]) : "");
    };
    if (ownIndex) {
      ({ stage, columns } = ownColumns(columns, location, ownIndex, stage));
      ({ pages, path, top } = pagesOf(columns.location));
    }
    columns.label = labelsOf(columns, labels);
    const { hits, uses, stems, stemOf, read, wordsIn, text, shown } = lookup(columns, top, spellings, asked, rowsOf);
    const docs = [];

    /* An entry as it is ranked and as the panel shows it, with the title of its page. */
    function doc(id) {
      if (docs[id]) return docs[id];
      const of = (name) => columns[name]?.[id] || "";
      const place = location(id), audiences = parts(of("audiences")), isPage = top[id] === id;
      return docs[id] = {
        id, location: place, path: path[id], isPage, kind: of("kind"), title: of("title"), text: of("text"), audiences, whom: audiences.map((key) => labels[key]), drawn: own[audiences[0]],
        stages: parts(of("stages")), on: isPage ? "" : columns.title[top[id]], point: POINT.exec(place.split("#")[1] ?? "")?.[1] || "", above: of("under"), paper: of("paper"),
      };
    }
    const everything = `${text}\n${asked}`;
    const alike = likeness(synonyms, stemOf);
    const typedElsewhere = `${synonyms}\n${spellings}`;          // words that people use, and the playbook perhaps not
    const isIn = (text, word) => { let found = false; eachWord(text, word, (one) => (found ||= one === word)); return found; };
    const known = (word) => isIn(everything, word) || isIn(typedElsewhere, word) || isIn(everything, stem(word));   // phrases that people type hold stems
    const forms = (word) => [stemOf(word), word];           // what people type stands there as stems
    let list = null, stemsToo = null;
    const all = () => stemsToo ??= [...new Set(split(everything))];
    const written = () => list ??= [...new Set(split(`${shown}\n${typedElsewhere}`))];
    const meant = (typed) => [() => nearest(typed, written()), () => nearest(typed, all()), () => nearest(stem(typed), all())].reduce((some, next) => some.length ? some : next(), []);   // stems look like slips

    /* What one typed word is looked for by: itself, its synonyms, words that begin so, and, if nobody knows it, what it was meant to be. */
    function variants(word, isLast, typed) {
      const isKnown = known(typed);
      const found = new Map([[word, isKnown ? 1 : WEIGHT.unseen]]);
      const add = (term, weight) => { if ((found.get(term) || 0) < weight) found.set(term, weight); };
      for (const other of alike(word)) add(other, WEIGHT.synonym);
      if (HANDOUT.test(typed)) add("handout", 1);              // by whatever name
      if (!isKnown)                  // "bord" is the stem of border, too
        for (const other of [...new Set(meant(typed).flatMap(forms))].slice(0, 4)) {
          add(other, WEIGHT.slip);
          for (const same of alike(other)) add(same, WEIGHT.slip * WEIGHT.synonym);
        }
      if (typed.length > 2 && (isLast || !isKnown))
        eachWord(everything, typed, (one) => { if (one !== typed) for (const other of forms(one)) add(other, (isKnown ? WEIGHT.prefix : 1) * typed.length / one.length); });
      return found;
    }

    /* What a passage is worth beside others that have the same words; whom, when and what the typed words name counts. */
    function worth({ audiences, stages, kind, path, above }, { named, paper, handout, own, meaning, audience, alone }) {
      let value = WEIGHT[kind];
      if (kind === "sheet") {
        value *= paper ? WEIGHT.paper : WEIGHT.unasked;
        if (path === "my-sheet.html" && !own) value *= 0.6;
        const toKeep = path.endsWith("-handout.html");
        if (stages.length && !(named && paper) && !(toKeep && handout)) value *= 0.6;
        if (path === "sheets/index.html") value *= alone ? 1.3 : 1;   // nobody says for whom
        else if (handout) value *= !toKeep ? WEIGHT.other : stages.includes(named || stage || "planning") ? WEIGHT.handout : 1;
        else if (toKeep) value *= 0.7;
      }
      const wanted = named || (kind !== "sheet" && stage);
      if (wanted && stages.length) value *= stages.includes(wanted) ? WEIGHT.stage : 1 / WEIGHT.stage;
      if (audience && audiences.length) value *= audiences.includes(audience) ? WEIGHT.audience : 1 / WEIGHT.audience;
      if (above) value *= WEIGHT.under;
      if (kind === "word" && meaning) value *= WEIGHT.meaning;
      return value;
    }

    let audienceNames = null;
    const namesOf = () => audienceNames ??= Object.entries(labels).map(([key, label]) => [key, new Set(stems(label).flatMap((word) => [word, ...alike(word)]))]);

    /* The one audience that the typed words name, by its own name or a synonym. */
    function audienceOf(asked) {
      const found = namesOf().filter(([, names]) => asked.some(({ word }) => names.has(word))).map(([key]) => key);
      return found.length === 1 ? found[0] : "";
    }

    /* The typed words with what each of them is looked for by, and how much it tells: a rare word more, a small one hardly. */
    function understood(typed) {
      const list = read(typed), order = list.map(stemOf);
      const raw = new Map(list.map((word) => [stemOf(word), word]));
      const tells = new Set(list.filter((word) => !SMALL.has(word)).map(stemOf));
      const isSmall = (word) => !tells.has(word);              // "letter" has the stem of "let"
      const some = order.some((word) => !isSmall(word));
      return [...new Set(order)].map((word) => {
        const isLast = word === order.at(-1) && !/\s$/.test(typed);
        const terms = some && isSmall(word) ? new Map([[word, 1]]) : variants(word, isLast, raw.get(word) || word);
        const best = [...terms].filter(([term]) => hits(term).own.size).sort((a, b) => b[1] - a[1])[0];
        return { word, terms, isSmall: some && isSmall(word), isThere: [...terms.keys()].some((term) => uses(term).by.size), value: best ? hits(best[0]).rarity * (some ? weightOf(isSmall(word), word) : 1) : 0 };
      });
    }

    /* The three best stand above all groups: there, a passage of a page that stands there already waits a little. */
    function spread(best) {
      for (let place = 1; place < Math.min(3, best.length); place++) {
        const shown = new Set(best.slice(0, place).map(({ doc }) => doc.path));
        const valued = ({ doc, score }) => shown.has(doc.path) ? score * WEIGHT.again : score;
        const next = best.slice(place).reduce((most, one) => valued(one) > valued(most) ? one : most);
        best.splice(best.indexOf(next), 1);
        best.splice(place, 0, next);
      }
      return best;
    }

    function ranked(typed) {
      const asked = understood(typed), text = folded(typed), right = text.replace(/[a-z]{4,}/g, (word) => known(word) ? word : meant(word)[0] ?? word);   // without slips
      const wish = {
        named: Object.keys(NAMED).find((key) => NAMED[key].test(right)), audience: audienceOf(asked), paper: PAPER.test(right), handout: HANDOUT.test(right), own: OWN.test(right),
        meaning: MEANING.test(right), alone: asked.filter(({ isSmall }) => !isSmall).length < 2,
      };
      const isTold = asked.some(({ isSmall, isThere }) => !isSmall && isThere);
      const told = asked.reduce((sum, { isSmall, value }) => sum + (isSmall ? 0 : value), 0) || 1;
      const points = new Map();                               // of each passage: for what people ask, for the words shown, and how many of them it has
      const found = new Map();                                // words that it was found by: a passage with none but small ones is none
      const note = (id, term) => found.get(id)?.add(term) ?? found.set(id, new Set([term]));
      let most = 0, total = 0;
      for (const { terms, isSmall, value } of asked) {
        const best = new Map(), shown = new Map();
        const rarity = [...terms].map(([term, weight]) => ({ weight, ...uses(term) })).filter(({ by }) => by.size).sort((a, b) => b.weight - a.weight)[0]?.rarity || 0;
        const full = rarity ** WEIGHT.rare, counts = rarity ** 1.5 * (isSmall ? WEIGHT.little : 1);   // a word's synonyms and slips are as rare as it is
        for (const [term, weight] of terms) {
          for (const [id, times] of uses(term).by) {
            best.set(id, Math.max(best.get(id) || 0, weight * times / (times + WEIGHT.enough)));
            if (!isSmall || !isTold) note(id, term);
          }
          if (isSmall) continue;
          for (const id of hits(term).own) note(id, term);
          for (const [id, tells] of hits(term).tells) shown.set(id, Math.max(shown.get(id) || 0, tells * weight));
        }
        most += full;
        total += counts;
        for (const id of new Set([...best.keys(), ...shown.keys()])) {
          const so = points.get(id) ?? points.set(id, { asked: 0, shown: 0, cover: 0 }).get(id), mine = best.get(id) || 0, tells = shown.get(id) || 0;
          so.asked += full * mine;
          so.shown += value * tells / (tells + WEIGHT.full);
          so.cover += counts * Math.min(1, mine + tells / 2);
        }
      }
      const order = asked.filter(({ isSmall }) => !isSmall).map(({ word }) => word);
      const results = [...found.keys()].map((id) => {
        const so = points.get(id), one = doc(id);
        const like = so.asked / (most || 1) + WEIGHT.shown * so.shown / told + WEIGHT.some;
        return { doc: one, score: like * (so.cover / (total || 1) + WEIGHT.part) ** WEIGHT.cover * worth(one, wish) ** WEIGHT.worth };
      });
      const pages = new Map(results.filter(({ doc }) => doc.isPage).map(({ doc, score }) => [doc.path, score]));
      for (const one of results) if (!one.doc.isPage) one.score += WEIGHT.context * (pages.get(one.doc.path) || 0);   // a passage of a page on the subject
      const byScore = (a, b) => b.score - a.score || a.doc.id - b.doc.id;
      const best = results.sort(byScore).slice(0, MOST), sought = new Set(order), titled = [...sought].map((word) => hits(word).titled);
      for (const one of best) {                               // how much of its title is asked for, and how much of what is asked its title has
        if (!titled.some((ids) => ids.has(one.doc.id))) continue;
        const title = wordsIn(one.doc.id, "title"), both = title.filter((word) => sought.has(word)).length;
        one.score *= 1 + WEIGHT.titled * both ** 2 / (title.length * order.length || 1);
        if (one.doc.isPage && asked.length < 2) one.score *= WEIGHT.whole;   // one word names its page, and not a part of it
      }
      const typedWords = [...new Set(words(text).filter((word) => !SMALL.has(word)))].slice(0, 10);
      const typedStems = typedWords.map(stem);                 // "child care" is looked for as one word and marked as two
      const enough = best.sort(byScore).filter(({ score }) => score >= WEIGHT.least * best[0].score);   // beside the best one, those that only stand near the word tell nothing
      return spread(enough).map(({ doc, score }) => {
        const terms = [...found.get(doc.id)];
        return { ...doc, score, terms: [...terms, ...typedStems], words: typedWords };
      });
    }

    /* For what finds nothing: words of the playbook that are spelled nearly so. */
    function suggest(typed) {
      const MOST = 8;                                          // edits; beyond that, how many is not counted
      const among = (list) => words(typed).flatMap((word) => list.filter((one) => one.length > 3).map((one) => [edits(word, one, MOST), one]).filter(([far]) => far <= MOST)
        .map(([far, one]) => [far / Math.max(word.length, one.length), one]).sort(([a], [b]) => a - b).filter(([part]) => part < 0.55).slice(0, 3));
      const near = [written(), all()].map(among).find((some) => some.length) || [];   // words first, then what may be a stem
      return [...new Set(near.sort(([a], [b]) => a - b).map(([, one]) => one))].slice(0, 4);
    }

    return { find: ranked, page: (path) => pages.has(path) ? doc(pages.get(path)) : undefined, suggest };
  }

  playbook.search.create = create;
})();
