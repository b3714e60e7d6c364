/* How each kind of value reads in a sentence: the same rules as playbook/field.py, held to them by one table (tests/field_rules.json). */
(() => {
  const { model } = playbook;
  const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

  const text = (value) => value.normalize("NFC").trim();
  const day = (value) => DAY.format(new Date(`${value}T00:00:00Z`));

  function time({ time: clock, timezone }) {
    if (!clock) return "";
    const [hour, minute] = clock.split(":");
    const zone = timezone ? ` ${model.zones[timezone]}` : "";
    return `${hour % 12 || 12}:${minute} ${hour < 12 ? "am" : "pm"}${zone}`;
  }

  function joined(names) {
    if (names.length < 2) return names.join("");
    const semicolon = names.some((name) => name.includes(","));
    return names.slice(0, -1).join(semicolon ? "; " : ", ") + (semicolon ? ";" : "") + ` and ${names.at(-1)}`;
  }

  const names = (conveners) => joined(conveners.map((one) => text(one.name)));
  const rules = { text, day, time, names };

  /* A field's text among a reader's values, or its neutral fallback. */
  function textOf(values, key) {
    const [rule, places, fallback] = model.fields[key];
    for (const place of places) {
      const value = place.split(".").reduce((part, name) => part?.[name], values);
      const said = value && rules[rule](value);
      if (said) return said;
    }
    return fallback;
  }

  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /* The values without the meetings that have passed: they are to be set anew. */
  function coming(values) {
    const passed = Object.values(model.meetings).filter((key) => values[key]?.date && values[key].date < today());
    return Object.fromEntries(Object.entries(values).filter(([key]) => !passed.includes(key)));
  }

  /* Whether a value is given, at a place such as `launch_meeting.date`. */
  function has(values, place) {
    const value = place.split(".").reduce((part, name) => part?.[name], values);
    return Boolean(value?.length ?? value);
  }

  const wordsOf = (said) => said.split(/\s+/).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;

  /* How many words a text has, by its length: `112 region industry`. */
  function count(values, length) {
    const [own, ...keys] = length.split(" ");
    return keys.reduce((sum, key) => sum + wordsOf(textOf(values, key)), Number(own));
  }

  const timeOf = (number) => (model.times.find(([most]) => number <= most) ?? model.times.at(-1))[1];

  /* A result of the region's own, in three parts: up to its source, the source, and what follows. */
  function result({ text: what, share, year, source }) {
    const dated = year || source ? ` (${year || ""}${year && source ? ", " : ""}` : "";
    return [(share === undefined ? "" : `${share}% `) + what + dated, source || "", dated && ")"];
  }

  playbook.words = { ...rules, textOf, today, coming, has, count, wordsOf, timeOf, result };
})();
