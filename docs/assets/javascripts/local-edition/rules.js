/* Which values may be taken: the rules and the messages of the region files' model, for the form and for shared links. */
(() => {
  const { model } = playbook;
  const RANGES = model.drawable.split(" ").map((range) => range.split("-").map((point) => parseInt(point, 16)));
  const matches = (pattern, value) => new RegExp(model.patterns[pattern]).test(value);
  const OWNER = new RegExp(model.owner, "i");
  /* Text in plain letters, blanks and hyphens as far as it looks like them (playbook/model/trademark.py). */
  const folded = (text) => [...text].map((sign) => model.lookAlikes[sign] ?? sign).join("").normalize("NFKD")
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "").replace(/\p{Zs}/gu, " ").replace(/[\p{Pd}\p{Lm}\u2212]/gu, "-");
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /* A message, its {places} filled; {{ and }} stand for single ones. */
  const complaint = (key, facts = {}) => model.complaints[key].replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => (name ? facts[name] : found[0]));
  const shown = (value) => (typeof value === "string" ? `"${[...value].length > 60 ? `${[...value].slice(0, 57).join("")}…` : value}"` : "this value");

  function drawable(sign) {
    const point = sign.codePointAt(0);
    return RANGES.some(([first, last = first]) => point >= first && point <= last);
  }

  function named(sign) {
    const code = `(U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")})`;
    return /[\p{C}\p{Z}\p{M}]/u.test(sign) ? code : `“${sign}” ${code}`;
  }

  /* Each rule returns the value as it is taken, or throws what is said of it. */
  const refuse = (key, facts, remedy = "") => { throw complaint(key, facts) + remedy; };

  function words(value, longest = model.longest) {
    const text = value.normalize("NFC").trim();
    if (!text) refuse("empty");
    if (/[\n\r]/.test(text)) refuse("lines");
    if (text.includes("\t")) refuse("tab");
    const signs = [...text];
    if (signs.length > longest) refuse("long", { length: signs.length, longest });
    if (matches("quoted", text)) refuse("quoted");
    const bad = [...new Set(signs.filter((sign) => !drawable(sign)))];
    if (bad.length) refuse("undrawable", { signs: bad.slice(0, 5).map(named).join(", ") });
    return text;
  }

  const plain = (value) => value.toLowerCase().trim().split(/\s+/).join(" ");
  const like = (pattern, value) => (matches(pattern, words(value)) ? words(value) : refuse(pattern));

  const KINDS = {
    words: (value) => words(value),
    job: (value) => words(value).replace(/^will you(?![^\s…?.])[\s…?.]*|[\s?]+$/gi, "") || refuse("empty"),
    web(value) {
      if (matches("user", words(value))) refuse("user");
      const [code] = new RegExp(model.patterns.code).exec(words(value)) || [];
      if (code) refuse("code", { code });
      return !matches("web", words(value)) && matches("host", words(value)) ? refuse("host") : like("web", value);
    },
    mail: (value) => like("mail", value),
    phone: (value) => like("phone", value),
    day(value) {
      if (!/^\d{4}-\d\d-\d\d$/.test(value)) refuse("day");
      const day = new Date(`${value}T00:00:00Z`);
      if (value.startsWith("0000") || isNaN(day) || !day.toISOString().startsWith(value)) refuse("day-missing");
      return value.startsWith("20") ? value : refuse("century");
    },
    length(value) {
      const length = words(value);
      const told = plain(length);
      if (/^\d{1,3}$/.test(told)) {
        const number = Number(told);
        if (!number || number > model.lengths[1]) refuse("length-limits");
        refuse("length-unit", { guess: `${number} ${number > model.lengths[1] / 60 ? "minutes" : number > 1 ? "hours" : "hour"}` });
      }
      if (!matches("length", told)) refuse("length");
      const minutes = playbook.calendar.minutes(told);
      return minutes >= model.lengths[0] && minutes <= model.lengths[1] ? length : refuse("length-limits");
    },
    online(value) {
      if (!/^https:\/\//i.test(words(value))) refuse("online");
      return KINDS.web(value);
    },
    rhythm(value) {
      const told = plain(words(value));
      if (matches("fifth", told)) refuse("rhythm-fifth");
      const [, nth, begins, each, other] = new RegExp(model.patterns.rhythm).exec(told) || refuse("rhythm");
      const weekday = model.weekdays.find((name) => name.toLowerCase().startsWith(begins));
      return `${model.numbered[nth] || nth} ${weekday} of ${other ? "every other month" : `the ${each || "month"}`}`;
    },
    time(value) {
      const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(value) || refuse("time");
      return hour < 24 && minute < 60 ? `${hour.padStart(2, "0")}:${minute}` : refuse("time-missing");
    },
    zone(value) {
      const zone = words(value);
      if (Object.hasOwn(model.zones, zone)) return zone;
      const known = (zone.toLowerCase().match(/[a-z]+/g) || []).find((word) => Object.hasOwn(model.zoneAdvice, word));
      return known ? refuse("zone-known", { zones: model.zoneAdvice[known] }) : refuse("zone");
    },
    picture(value) {
      const name = words(value);
      if (/[/\\]/.test(name) || name.startsWith(".")) refuse("picture");
      return /\.(?:svg|png|jpe?g)$/i.test(name) ? name : refuse("picture-kind");
    },
    number(value, { least, most }) {
      return /^\d{1,4}$/.test(value) && value >= least && value <= most ? String(Number(value)) : refuse("number", { least, most }, numberMeant(value, least, most));
    },
    choice(value, { choices, labels }) {
      const word = value.trim().toLowerCase();
      const known = labels ? Object.fromEntries(Object.entries(labels).flatMap(([key, label]) => [[label.toLowerCase(), key], [key, key]])) : model.aliases;
      const choice = Object.hasOwn(known, word) ? known[word] : value;
      return choices.includes(choice) ? choice : refuse("choice", { choices: choices.join(", ") });
    },
  };

  /* The whole number to write instead of a text that holds one, such as 40 for 40%. */
  function numberMeant(value, least, most) {
    const [, number] = /^[^0-9\u2212-]*([0-9]{1,4})(?:[.,]0{1,2})?[^0-9]*$/.exec(value) ?? [];
    return number && number >= least && number <= most ? `; write ${Number(number)}` : "";
  }

  /* An item of a list of keys and values that begins with these words (playbook/files/messages.py). */
  function itemOf(said, example) {
    const value = matches("quotes", said) ? JSON.stringify(said) : said;
    const item = [...said].length <= 60 ? example.replace("…", () => value) : example;
    return example.includes(", ") ? `- {${item}}` : `- ${item}`;
  }

  /* The same as lines below a key. */
  function linesOf(said, example) {
    const value = matches("quotes", said) ? JSON.stringify(said) : said;
    const [first, ...more] = example.split(", ");
    const line = [...said].length <= 60 ? first.replace("…", () => value) : first;
    return more.length ? `${line} and ${more.join(" and ")} on lines of their own below` : `${line} on the next line`;
  }

  /* What is said of a value where keys and values belong. */
  function keysComplaint(value, example, isListed) {
    if (value === "leave_out" && example === "say: …") return complaint("keys-below", { lines: 'leave_out: true and because: "why" on lines of their own below' });
    if (typeof value === "string" && example.startsWith("date:") && !/^\d{4}-\d\d-\d\d$/.test(value)) return complaint("keys-meeting");
    if (typeof value !== "string" || example.startsWith("key:")) return complaint("keys", { example });
    return isListed ? complaint("keys-item", { item: itemOf(value, example) }) : complaint("keys-below", { lines: linesOf(value, example) });
  }

  /* What is said of words where a part belongs, such as a seat, that needs one of some choices; nothing if they are one of them, or the part needs none. */
  function choiceComplaint(value, keys) {
    const [key, rule] = Object.entries(keys).find(([, { needed }]) => needed) ?? [];
    if (rule?.kind !== "choice" || typeof value !== "string") return "";
    try {
      return KINDS.choice(value, rule) && "";
    } catch {
      const [text] = Object.entries(keys).find(([, { kind }]) => kind === "words");
      return complaint("keys-choice", { item: itemOf(value, `${key}: ${rule.choices.at(-1)}, ${text}: …`), choice: rule.choices.at(-1), choices: rule.choices.slice(0, -1).join(", ") });
    }
  }

  /* Check a whole part; problems are {key, message}, as in the messages about a file. An item that lacks what it needs is not taken. */
  function part(values, keys, at, problems, unknown = () => complaint("unknown"), isListed = /[.]\d+$/.test(at)) {
    if (!isObject(values)) {
      const needed = Object.keys(keys).filter((key) => keys[key].needed);
      const example = (needed.length ? needed : Object.keys(keys).slice(0, 1)).map((key) => `${key}: …`).join(", ");
      return void problems.push({ key: at, message: `${shown(values)} ${choiceComplaint(values, keys) || keysComplaint(values, example, isListed)}` });
    }
    const taken = {};
    for (const key of Object.keys(values)) {
      const place = at ? `${at}.${key}` : key;
      const value = Object.hasOwn(keys, key) ? any(values[key], keys[key], place, problems) : void problems.push({ key: place, message: unknown(key, keys) });
      if (value !== undefined) taken[key] = value;
      const said = problems.at(-1);
      if (said?.key === place && said.message === complaint("empty") && keys[key].needed) said.message = `${said.message.split("; ")[0]}; write the ${key}`;
    }
    for (const key of Object.keys(keys))
      if (keys[key].needed && !Object.hasOwn(values, key)) problems.push({ key: at ? `${at}.${key}` : key, message: complaint("missing") });
    return Object.keys(keys).some((key) => at && keys[key].needed && !Object.hasOwn(taken, key)) ? undefined : taken;
  }

  function any(value, rule, at, problems) {
    if (rule.kind === "part") return meeting(part(value, model.parts[rule.of], at, problems), model.parts[rule.of], at, problems);
    if (rule.kind === "map") {
      const each = (one) => Object.fromEntries(rule.keys.map((key) => [key, one]));
      const unknown = (key) => `${shown(key)} ${complaint("choice", { choices: rule.keys.join(", ") })}`;
      return part(typeof value === "string" ? each(value) : value, each({ kind: "job" }), at, problems, unknown);
    }
    if (rule.kind === "points") return points(value, at, problems);
    if (rule.kind === "terms") return terms(value, at, problems);
    if (rule.kind === "list") {
      const inner = rule.choices ? { kind: "choice", choices: rule.choices } : rule.of === "words" ? { kind: "words" } : null;
      const items = Array.isArray(value) ? value : [value];
      const place = (i) => (Array.isArray(value) ? `${at}.${i + 1}` : at);
      const one = (item, i) => (inner ? any(item, inner, place(i), problems) : part(item, model.parts[rule.of], place(i), problems, undefined, Array.isArray(value) || rule.of !== "Convener"));
      const whole = items.map(one).filter((item) => item !== undefined);
      return whole.length || !items.length ? whole : undefined;
    }
    return tried(() => {
      if (typeof value !== "string") refuse("text");
      return KINDS[rule.kind](value, rule);
    }, value, at, problems);
  }

  /* What a rule takes; what it refuses becomes a problem. */
  function tried(take, value, at, problems) {
    try {
      return take();
    } catch (said) {
      if (typeof said !== "string") throw said;
      const plain = typeof value !== "string" || said === complaint("empty");
      problems.push({ key: at, message: plain ? said : `${shown(value)} ${said}` });
    }
  }

  const inner = (value, at, problems, longest) => tried(() => {
    if (typeof value !== "string") refuse("text");
    return words(value, longest);
  }, value, at, problems);

  /* One wording, or one for each stage. */
  function wording(value, at, problems, longest) {
    if (!isObject(value)) return inner(value, at, problems, longest);
    const taken = {};
    for (const [name, text] of Object.entries(value)) {
      const stage = Object.hasOwn(model.aliases, name.trim().toLowerCase()) && model.aliases[name.trim().toLowerCase()];
      const said = stage ? inner(text, `${at}.${name}`, problems, longest) : void problems.push({ key: at, message: `has a text for "${name}", which is no stage; use ${Object.keys(model.stages).join(", ")}` });
      if (said !== undefined) taken[stage] = said;
    }
    return taken;
  }

  /* What is said of one point; then what may be said of it (playbook/content/wording/point_rules.py). */
  function point(id, entry, at, problems) {
    const keys = {
      say: (value, place) => wording(value, place, problems, model.wording.longest),
      more: (value, place) => wording(value, place, problems, model.wording.longest),
      leave_out: (value, place) => choice(value, ["true", "false"], place, yesOrNo),
      because: (value, place) => inner(value, place, problems),
      after: (value, place) => inner(typeof value === "object" ? value : String(value).toLowerCase(), place, problems),
      for: (value, place) => list(value, Object.keys(model.audiences), place),
      sheets: (value, place) => list(value, ["front", "back", "handout"], place),
    };
    const choice = (value, choices, place, meant = (word) => word) => (typeof value === "object" ? void problems.push({ key: place, message: `${shown(value)} ${complaint("choice", { choices: choices.join(", ") })}` })
      : tried(() => KINDS.choice(meant(String(value)), { choices }), String(value), place, problems));
    const list = (value, choices, place) => (Array.isArray(value) ? value : [value]).map((one, i) => choice(one, choices, `${place}.${i + 1}`)).filter(Boolean);
    const taken = {};
    const before = problems.length;
    for (const [key, value] of Object.entries(entry)) {
      const found = Object.hasOwn(keys, key) ? keys[key](value, `${at}.${key}`) : void problems.push({ key: `${at}.${key}`, message: complaint("unknown") });
      if (found !== undefined && found !== "false") taken[key] = found;
    }
    const wrong = unfit(id, taken);
    if (wrong && problems.length === before) problems.push({ key: at, message: complaint(wrong, { longest: model.wording.longestLine }) });
    return wrong ? undefined : taken;
  }

  function yesOrNo(said) {
    const word = said.toLowerCase();
    return ["yes", "on", "y", "t", "1"].includes(word) ? "true" : ["no", "off", "n", "f", "0"].includes(word) ? "false" : word;
  }
  const lines = ({ say }) => (typeof say === "string" ? [say] : Object.values(say || {}));
  const isLong = (text) => text.replace(/\[[^\]]*\]/g, "x").split(/\s+/).length > model.wording.longestLine;

  /* Why words cannot be taken for a point; nothing if they can. */
  function unfit(id, { say, more, leave_out: left, because, after, for: whom, sheets }) {
    const known = Object.hasOwn(model.points, id) ? model.points[id] : null;
    if (/^n(?!00)\d\d$/.test(id)) {
      const place = Object.hasOwn(model.points, after || "") ? model.points[after] : null;
      if (!say || !place || !place.spoken || place.figure || left) return "point-own";
      if (typeof say !== "string" && Object.keys(model.stages).some((stage) => !say[stage])) return "point-stages";
      if (whom?.some((one) => !(place.audiences || [one]).includes(one)) || (sheets?.includes("handout") && !model.wording.onHandout.includes(place.section))) return "point-own";
      return lines({ say }).some(isLong) ? "point-line" : "";
    }
    if (!known) return "point-unknown";
    if (model.wording.untouched.includes(id)) return "point-untouched";
    if (after || whom || sheets) return "point-own";
    if (known.figure && (say || more)) return "point-figure";
    if (!known.spoken && more) return "point-unspoken";
    if (left && model.wording.questions.includes(id)) return "point-question";
    if (Boolean(left) !== Boolean(because) || (left && (say || more))) return "point-left";
    if (!left && !say && !more) return "point-empty";
    return known.spoken && lines({ say }).some(isLong) ? "point-line" : "";
  }

  function each(value, at, problems, take) {
    if (!isObject(value)) return void problems.push({ key: at, message: `${shown(value)} ${keysComplaint(value, "key: …")}` });
    const found = Object.entries(value).map(([key, one]) => [key, take(key, one, `${at}.${key}`)]).filter(([, one]) => one !== undefined);
    return Object.fromEntries(found);
  }

  const points = (value, at, problems) => {
    const taken = each(value, at, problems, (id, entry, place) => (isObject(entry) ? point(id.toLowerCase(), entry, place, problems)
      : void problems.push({ key: place, message: `${shown(entry)} ${keysComplaint(entry, "say: …")}` })));
    return taken && Object.fromEntries(Object.entries(taken).map(([id, entry]) => [id.toLowerCase(), entry]));
  };
  /* A word that the glossary has keeps its meaning there, and each has a place of its own (playbook/content/wording/point_rules.py). */
  function terms(value, at, problems) {
    const there = new Set(model.wording.glossary);
    return each(value, at, problems, (word, meaning, place) => {
      const anchor = playbook.words.anchor(word);
      const wrong = !word.trim() ? "empty" : there.has(anchor) ? "term-known" : "";
      there.add(anchor);
      return wrong ? void problems.push({ key: place, message: complaint(wrong) }) : inner(meaning, place, problems, model.wording.longest);
    });
  }

  /* Whether clocks in the zone show the time on the day: no moment within a day of it in UTC reads so where clocks skip it. */
  function isOnClocks({ date, time, timezone }) {
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" });
    const wall = Date.parse(`${date}T${time}Z`);
    const read = (moment) => Date.parse(`${clock.format(moment).replace(" ", "T")}Z`);
    const offsets = [wall - 864e5, wall + 864e5].map((moment) => read(moment) - moment);
    return offsets.some((offset) => read(wall - offset) === wall);
  }

  /* The first day of a rhythm in the two years to come on which clocks skip its time. */
  function skippedDay({ date, time, timezone, repeats }) {
    const months = repeats.endsWith("quarter") ? 3 : 1 + repeats.endsWith("other month");
    let day = date;
    for (let ahead = 0; ahead < 24; ahead += months) {
      day = playbook.nextDate(repeats, day, ahead ? day : playbook.today(timezone));
      if (!isOnClocks({ date: day, time, timezone })) return day;
    }
  }

  /* Whether none of some keys is wrong, nor may be what an unknown key with its first letter stands for (playbook/files/rules/across_keys.py). */
  function areSound(sought, keys, at, problems) {
    const begins = at ? `${at}.` : "";
    const wrong = problems.filter(({ key }) => key.startsWith(begins)).map(({ key }) => key.slice(begins.length).split(".")[0]);
    return !sought.some((key) => wrong.some((one) => one === key || (!Object.hasOwn(keys, one) && one[0] === key[0])));
  }

  /* What does not go together in a meeting, each with the keys that it rests on (playbook/model/meeting/meeting.py). */
  function unclear({ date, time, timezone, length, repeats }) {
    const isSkipped = time && date && timezone && !isOnClocks({ date, time, timezone });
    const day = !isSkipped && time && timezone && repeats && (date || !repeats.endsWith("other month")) ? skippedDay({ date, time, timezone, repeats }) : "";
    return [
      [time && !date && !repeats, "time-date", "time date repeats"],
      [time && !timezone, "time-zone", "time timezone"],
      [isSkipped, "time-skipped", "time date timezone"],
      [day, "rhythm-skipped", "time repeats timezone date"],
      [length && !time, "length-time", "length time"],
      [repeats?.endsWith("other month") && !date, "rhythm-date", "repeats date"],
    ].filter(([found]) => found).map(([, key, on]) => ({ message: complaint(key, { day }), on: on.split(" ") }));
  }

  function meeting(taken, keys, at, problems) {
    const found = unclear(taken || {}).filter(({ on }) => areSound(on, keys, at, problems));
    problems.push(...found.map(({ message }) => ({ key: at, message })));
    return taken;
  }

  /* What may be taken of a region's values, and why the rest may not; a file holds more than a reader's own version. */
  function check(values, isFile = false) {
    const problems = [];
    const keys = isFile ? { ...model.parts.Region, ...model.ofFile } : model.parts.Region;
    const taken = part(values, keys, "", problems) || {};
    const count = taken.convener?.length;
    if (count > model.mostConveners && !problems.some(({ key }) => key.startsWith("convener."))) problems.push({ key: "convener", message: complaint("many", { count, most: model.mostConveners }) });
    const { region, region_long, partnership, logo } = taken;
    for (const [key, name = ""] of Object.entries({ region, region_long, partnership, "logo.alt": logo?.alt }))
      if (OWNER.test(folded(name))) problems.push({ key, message: `${shown(name)} ${complaint("owner")}` });
    if (["ours", "both"].includes(taken.results_on_sheets) && !taken.results?.length) problems.push({ key: "results_on_sheets", message: complaint("results-missing") });
    if (areSound(["industry", "stage"], keys, "", problems) && taken.stage && taken.stage !== "planning" && !taken.industry)
      problems.push({ key: "industry", message: complaint("industry", { stage: taken.stage }) });
    return { values: taken, problems };
  }

  playbook.check = check;
})();
