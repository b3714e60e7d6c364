/* The search in a reader's own version: entries of points in own words take the place of the playbook's; those left out go, those added and words for
   the glossary come in. */
(() => {
  const { own } = playbook;
  if (!(own.values?.points || own.values?.terms) || playbook.edition()) return;
  const words = playbook.ownWords.of(own.values) ?? { leftOut: new Set(), reworded: new Set(), added: [] };
  const terms = Object.entries(own.values.terms ?? {}).map(([word, meaning]) => ({
    location: `about/glossary.html#${playbook.words.anchor(word)}`, kind: "word", title: word, text: meaning,
  }));

  const idOf = ({ location: place }) => place.split("#")[1] || "";

  function reworded(entry) {
    const id = idOf(entry);
    const say = words.text(id, "say", words.stage);
    const more = words.text(id, "more", words.stage);
    return { ...entry, title: say ?? entry.title, text: more ?? entry.text };
  }

  const addedAfter = (entry) => words.added.filter((id) => words.points[id].after === idOf(entry)).map((id) => ({
    location: `${entry.location.split("#")[0]}#${id}`, kind: entry.kind, title: words.text(id, "say", words.stage) ?? "", text: words.text(id, "more", words.stage) ?? "",
    audiences: words.whom(id).length === 1 ? words.whom(id) : [], stages: entry.stages,
  }));

  /* The index as this version has it. */
  playbook.ownIndex = (index) => ({
    ...index,
    stage: own.values.stage,
    entries: [...terms, ...index.entries.flatMap((entry) => {
      const id = idOf(entry);
      return [...(words.leftOut.has(id) ? [] : [words.reworded.has(id) ? reworded(entry) : entry]), ...addedAfter(entry)];
    })],
  });
})();
