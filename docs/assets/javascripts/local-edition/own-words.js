/* A reader's own words for the points: what is said of each instead, and whose words it then is. The twin of playbook/content/wording/own_words.py. */
(() => {
  const { model, words } = playbook;
  const RULES = model.wording;
  const PARTS = ["say", "more"];
  const FIGURE = /\d+(?:[.,]\d+)*/g;
  const BRACKET = /\[([^[\]]*)\]/g;
  const FIRST = new RegExp(`^\\[(?:${RULES.filled.join("|")})\\]`);
  const AUDIENCES = Object.keys(model.audiences);

  const folded = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();
  const capitalized = (text) => text.replace(/^./su, (first) => first.toUpperCase());
  const audiencesOf = (id) => model.points[id].audiences || AUDIENCES;
  const stagesOf = (id) => model.points[id].stages || Object.keys(model.stages);

  /* One text stands for each stage; an object gives one for each. */
  const raw = (entry, part, stage) => (typeof entry?.[part] === "string" ? entry[part] : entry?.[part]?.[stage]) ?? null;

  function filled(text, value) {
    const said = text.replace(BRACKET, (found, name) => (RULES.filled.includes(name) ? value(name) : found));
    return FIRST.test(text) ? capitalized(said) : said;
  }

  /* What `values` say in words of their own; null where they say nothing so. */
  function ownWords(values) {
    const { points = {}, stage: own } = values;
    if (!Object.keys(points).length) return null;
    const isYes = (given) => ["true", "yes", "on", "1"].includes(String(given).toLowerCase());
    const left = Object.keys(points).filter((id) => isYes(points[id].leave_out));
    const leftOut = new Set([...left, ...Object.keys(RULES.goAlong).filter((note) => left.includes(RULES.goAlong[note]))]);
    const reworded = new Set(Object.keys(points).filter((id) => model.points[id] && (points[id].say || points[id].more)));
    const added = Object.keys(points).filter((id) => /^n(?!00)\d\d$/.test(id) && points[id].say && Object.hasOwn(model.points, points[id].after));

    function text(id, part, stage, at = "") {
      const given = raw(points[id], part, stage);
      return given === null ? null : filled(given, (name) => words.textOf(values, name, at));
    }

    function wanted(term, stage) {
      const name = RULES.keepFields[term];
      if (!name) return term;
      const [meeting] = name.split(".");
      if (meeting === name) return words.textOf(values, name, stage);
      return values[meeting]?.date ? words.textOf(values, `${meeting}.date`, stage) : "";
    }

    function keeps(id, term, stage) {
      const needed = wanted(term, stage);
      const said = PARTS.map((part) => text(id, part, stage, stage)).filter(Boolean).join(" ");
      if (!needed || folded(said).includes(folded(needed))) return true;
      return PARTS.some((part) => raw(points[id], part, stage) === null && model.points[id].kept?.[part]?.includes(term));
    }

    const missing = (id, stage) => (model.points[id].keep || []).filter((term) => !keeps(id, term, stage));

    function figures(id, stage) {
      const said = PARTS.map((part) => raw(points[id], part, stage) || "").join(" ").replace(BRACKET, "");
      return (said.match(FIGURE) || []).filter((figure) => !(model.points[id].figures || []).includes(figure));
    }

    /* Where a part of the point stands in the tool's own text (`keepsPart`), the whole is never the reader's. */
    const origin = (id, stage, keepsPart = false) =>
      (model.points[id]?.tool && (keepsPart || (!missing(id, stage).length && !figures(id, stage).length)) ? "adapted" : "local");
    const whom = (id) => points[id].for || audiencesOf(points[id].after);

    function originWords(id, from, everywhere = true) {
      const said = RULES.origin[from].replace("{author}", () => words.textOf(values, "author"));
      if (!everywhere || !added.includes(id) || whom(id).length === audiencesOf(points[id].after).length) return said;
      return `${said}, for ${words.joined(whom(id).map((key) => model.audiences[key].toLowerCase()))}`;
    }

    return { values, points, stage: own, leftOut, reworded, added, text, origin, originWords, whom };
  }

  playbook.ownWords = { of: ownWords, audiencesOf, stagesOf, AUDIENCES };
})();
