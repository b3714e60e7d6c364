/* How each kind of value reads in a sentence: the same rules as playbook/model/region_fields.py, held to them by one table (tests/model/field_rules.json). */
(() => {
  const { model } = playbook;
  const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

  const text = (value) => value.normalize("NFC").trim();
  const day = (value) => DAY.format(new Date(`${value}T00:00:00Z`));

  function hour(clock) {
    const [hours, minutes] = clock.split(":");
    return `${hours % 12 || 12}:${minutes} ${hours < 12 ? "am" : "pm"}`;
  }

  /* What clocks show where a meeting takes place as it ends. */
  function end({ date, time: clock, timezone, length }) {
    const { momentOf, minutes } = playbook.calendar;
    const ends = new Date(momentOf({ date, time: clock, timezone }) + 6e4 * minutes(length));
    return new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, timeStyle: "short" }).format(ends);
  }

  const lasts = ({ date, time: clock, length }) => Boolean(date && clock && length);

  function time(meeting) {
    const { time: clock, timezone } = meeting;
    if (!clock) return "";
    const zone = timezone ? ` ${model.zones[timezone]}` : "";
    const [first, last] = [hour(clock), lasts(meeting) ? hour(end(meeting)) : ""];
    if (!last) return first + zone;
    return `${first.slice(-2) === last.slice(-2) ? first.slice(0, -3) : first} to ${last}${zone}`;
  }

  /* Where a meeting is, in a room, online or both. */
  function placeOf({ place = "", online }) {
    const joined = online ? `online at ${online}` : "";
    return place && joined ? `${text(place)}, or ${joined}` : text(place) || joined;
  }

  /* A link as people type it; of one that nobody would, its host. */
  function shortAddress(address = "") {
    const short = address.replace(/^https:\/\/|\/$/gi, "");
    return [...short].length <= model.longestAddress ? short : `${short.split(/[/?#]/)[0]}/…`;
  }

  function joined(names) {
    if (names.length < 2) return names.join("");
    const semicolon = names.some((name) => name.includes(","));
    return names.slice(0, -1).join(semicolon ? "; " : ", ") + (semicolon ? ";" : "") + ` and ${names.at(-1)}`;
  }

  const names = (conveners) => joined(conveners.map((one) => text(one.name)));

  /* Telephone and e-mail of the first convener who gives one of them, of several after its name. */
  function contact(conveners) {
    const ways = ({ phone, email }) => [phone, email].filter(Boolean).map(text).join(", ");
    const reached = conveners.find(ways);
    if (!reached) return "";
    return conveners.length > 1 ? `${text(reached.name)}: ${ways(reached)}` : ways(reached);
  }

  const rules = { text, day, time, names, contact };

  const valueAt = (values, place) => place.split(".").reduce((part, name) => part?.[name], values);
  const stageOf = (values, at) => (Object.hasOwn(model.stages, at) ? at : values.stage || "");

  /* What stands for the date of a meeting that has none to come (playbook/model/meeting_words.py). */
  function missingDate(meeting, stage, passed, letter) {
    if (passed) return "new date to be announced";
    if (model.meetings[meeting].setAt === stage) return "date to be announced";
    return letter ? "[date]" : "date to be set";
  }

  function meetingPhrase(values, key, part, at) {
    const meeting = values[key] || {};
    const letter = at === "letter";
    const missing = letter && part === "when" ? "[date]" : missingDate(key, stageOf(values, at), meeting.passed, letter);
    const date = meeting.date ? day(meeting.date) : "";
    const known = date || (missing === "[date]" ? missing : "");
    const blank = (words) => (letter && known ? words : "");
    const clock = time(meeting) || blank("[time]");
    const place = placeOf(meeting) || blank("[place]");
    return {
      date: known || `a ${missing}`,
      line: date || missing[0].toUpperCase() + missing.slice(1),
      time: clock || "a time to be set",
      place: place || "a place to be set",
      venue: (meeting.place && text(meeting.place)) || "a place to be set",
      online: shortAddress(meeting.online) || "a link to follow",
      repeats: meeting.repeats || "a rhythm to be set",
      when: [date || missing, clock && `${lasts(meeting) ? "from" : "at"} ${clock}`, place].filter(Boolean).join(", "),
      on: known ? ` on ${known}` : `, ${missing}`,
      its_on: known && !letter ? ` It’s on ${known}.` : "",
    }[part];
  }

  /* A field's text among a reader's values, or its neutral fallback. `at`: "letter", or a stage that holds whatever the values' own is. */
  function textOf(values, key, at = "") {
    const [rule, places, fallback, blank, planning, ofToday] = model.fields[key];
    if (rule === "meeting") return meetingPhrase(values, places, fallback, at);
    if (rule === "place") {
      const [name, state] = [textOf(values, "region_long", at), text(values.state || "")];
      return name.toLowerCase().includes(state.toLowerCase()) ? name : `${name}, ${state}`;
    }
    const isEarly = ofToday && at === "active" && stageOf(values) !== "active";
    for (const place of isEarly ? [] : places) {
      const value = valueAt(values, place);
      const said = value && rules[rule](value);
      if (said) return said;
    }
    if (blank && at === "letter") return blank;
    return (stageOf(values, at) === "planning" && planning) || fallback;
  }

  /* The values as they are today: a meeting that has passed has a new date to be announced, or the next one of its rhythm. */
  function coming(values, today = playbook.today) {
    function current(meeting) {
      const { date, timezone, repeats } = meeting;
      const now = today(timezone);
      if (date >= now || !(date || repeats)) return meeting;
      return repeats ? { ...meeting, date: playbook.nextDate(repeats, date, now) } : { passed: true, ...(timezone && { timezone }) };
    }
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Object.hasOwn(model.meetings, key) ? current(value) : value]));
  }

  /* Whether a value is given, at a place such as `convener` or a meeting's date, or at one of several. */
  function has(values, place) {
    return place.split(" ").some((one) => {
      const value = valueAt(values, one);
      return Boolean(value?.length ?? value);
    });
  }

  const wordsOf = (said) => said.split(/\s+/).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;

  /* How many words a text has, by its length: `112 region industry@launch`. */
  function count(values, length) {
    const [own, ...keys] = length.split(" ");
    return keys.reduce((sum, key) => sum + wordsOf(textOf(values, ...key.split("@"))), Number(own));
  }

  const timeOf = (number) => (model.times.find(([most]) => number <= most) ?? model.times.at(-1))[1];

  /* A result of the region's own, in three parts: up to its source, the source, and what follows. */
  function result({ text: what, share, year, source }) {
    const dated = year || source ? ` (${year || ""}${year && source ? ", " : ""}` : "";
    return [(share === undefined ? "" : `${share}% `) + what + dated, source || "", dated && ")"];
  }

  /* A word's anchor on the page of words (playbook/content/glossary.py). */
  const anchor = (word) => `word-${word.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")}`;

  playbook.words = { ...rules, anchor, joined, textOf, coming, has, valueAt, count, wordsOf, timeOf, result };
})();
