/* The search in a reader's own version: points say the reader's values, and entries of points in own words take the place of the playbook's; those left
   out go, those added and words for the glossary come in. Files hold the published words, so none is offered (bar.js, withoutFiles). */
(() => {
  const { own, model } = playbook;
  if (!own.values || playbook.edition()) return;
  const words = playbook.ownWords.of(own.values);
  const terms = Object.entries(own.values.terms ?? {}).map(([word, meaning]) => ({
    location: `about/glossary.html#${playbook.words.anchor(word)}`, kind: "word", title: word, text: meaning,
  }));

  const idOf = ({ location: place }) => place.split("#")[1] || "";

  /* What the general edition says in place of each value, and the value. A meeting's words are left: all meetings have the same. */
  const said = new Map();
  for (const [key, [rule]] of Object.entries(model.fields)) {
    const neutral = playbook.words.textOf({}, key), value = playbook.words.textOf(own.values, key);
    if ((rule === "text" || rule === "names") && neutral && value !== neutral && !said.has(neutral)) said.set(neutral, value);
  }
  const escaped = [...said.keys()].sort((a, b) => b.length - a.length).map((neutral) => neutral.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const neutrals = new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const localized = (text) => (said.size ? text.replace(neutrals, (found, before, neutral) => before + said.get(neutral)) : text);
  const valued = (entry) => (Object.hasOwn(model.points, idOf(entry)) ? { ...entry, title: localized(entry.title), text: localized(entry.text) } : entry);

  function reworded(entry) {
    const id = idOf(entry);
    const say = words.text(id, "say", words.stage);
    const more = words.text(id, "more", words.stage);
    return { ...entry, title: say ?? localized(entry.title), text: more ?? localized(entry.text) };
  }

  const addedAfter = (entry) => (words?.added ?? []).filter((id) => words.points[id].after === idOf(entry)).map((id) => ({
    location: `${entry.location.split("#")[0]}#${id}`, kind: entry.kind, title: words.text(id, "say", words.stage) ?? "", text: words.text(id, "more", words.stage) ?? "",
    audiences: words.whom(id).length === 1 ? words.whom(id) : [], stages: entry.stages,
  }));

  /* The index as this version has it. */
  playbook.ownIndex = (index) => ({
    ...index,
    stage: own.values.stage,
    entries: [...terms, ...index.entries.flatMap(({ paper: _, ...entry }) => {
      const id = idOf(entry);
      return [...(words?.leftOut.has(id) ? [] : [words?.reworded.has(id) ? reworded(entry) : valued(entry)]), ...addedAfter(entry)];
    })],
  });
})();
