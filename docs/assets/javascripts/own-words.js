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

  /* A result of the region's own, in three parts: up to its source, the source, and what follows. */
  function result({ text: what, share, year, source }) {
    const dated = year || source ? ` (${year || ""}${year && source ? ", " : ""}` : "";
    return [(share === undefined ? "" : `${share}% `) + what + dated, source || "", dated && ")"];
  }

  playbook.words = { ...rules, textOf, result };
})();
