/* A region's file over the `_all.yml` of its folder: what counts of both, and what of a change the region's own file says (playbook/model/folder/merge.py); and what was typed over a file, put over a newer one. */
(() => {
  const { model, regionFile } = playbook;
  const WHOLE = ["convener", "logo"];                         // values whose parts belong together
  const NEED_A_DAY = ["moved_from", "time", "length", "repeats"];
  const { equal } = regionFile;
  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const folded = (name) => name.trim().split(/\s+/).join(" ").toLowerCase();
  const meets = (key) => model.parts.Region[key]?.of === "Meeting";

  /* The entries of both, those of the nearer file before those of the same name. */
  function byKey(base, own) {
    const nearer = Object.keys(own).map(folded);
    return { ...Object.fromEntries(Object.entries(base).filter(([key]) => !nearer.includes(folded(key)))), ...own };
  }

  /* What a folder gives and a meeting without a day has no use for yet. */
  function waits(name, meeting, own) {
    const hasDays = meeting.date || (meeting.repeats && !/\bother\b/i.test(meeting.repeats));
    return !Object.hasOwn(own, name) && !meeting.date && (hasDays ? NEED_A_DAY.slice(0, 1) : NEED_A_DAY).includes(name);
  }

  function merged(own, base) {
    const both = {};
    for (const key of new Set([...Object.keys(base), ...Object.keys(own)])) {
      const asked = key === "partner_ask" && typeof base[key] === "string" ? Object.fromEntries(model.parts.Region[key].keys.map((one) => [one, base[key]])) : base[key];
      const value = isMap(own[key]) && isMap(asked) && !WHOLE.includes(key) ? byKey(asked, own[key]) : Object.hasOwn(own, key) ? own[key] : base[key];
      both[key] = meets(key) && isMap(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !waits(name, value, own[key] ?? {}))) : value;
    }
    if (!own.results_on_sheets && !both.results) delete both.results_on_sheets;
    return both;
  }

  /* The region's own values after a change of what counts: those that did not change stay as its file has them, or has them not. A point that the folder gives comes whole, as it counts. */
  function ownPart(own, before, after, isTop = true) {
    const part = {};
    for (const key of new Set([...Object.keys(own), ...Object.keys(after)])) {
      const isWithin = isMap(before[key]) && isMap(after[key]) && (isTop || Object.hasOwn(own, key)) && !WHOLE.includes(key);
      const value = equal(before[key], after[key]) ? own[key] : isWithin ? ownPart(own[key] ?? {}, before[key], after[key], false) : after[key];
      if (value !== undefined) part[key] = value;
    }
    return part;
  }

  /* Where a list is not what it was: from and to which item, and the items that stand there now. */
  function changes(was, now) {
    const found = [];
    let [from, at] = [0, 0];
    for (let i = 0; i <= was.length; i += 1) {
      const same = i < was.length ? now.findIndex((one, j) => j >= at && equal(one, was[i])) : now.length;
      if (same < 0) continue;
      if (i > from || same > at) found.push([from, i, now.slice(at, same)]);
      [from, at] = [i + 1, same + 1];
    }
    return found;
  }

  /* A list that both changed, each item as a whole: where both changed the same items, those typed stand, and what the newer file has more of there. */
  function listed(now, was, mine, clash) {
    const typed = changes(was, mine);
    const newer = changes(was, now).filter((one) => !typed.some((other) => equal(one, other))).map(([from, to, items]) => {
      const isTaken = typed.some(([first, last]) => first < to && from < last);
      const isTyped = (item) => typed.some(([first, last, others]) => first <= to && from <= last && others.some((other) => equal(item, other)));
      if (isTaken) clash();
      return [isTaken ? to : from, to, items.slice(isTaken ? to - from : 0).filter((item) => !isTyped(item))];
    });
    const result = [];
    let at = 0;
    for (const [from, to, items] of [...newer, ...typed].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
      result.push(...was.slice(at, from), ...items);
      at = Math.max(at, to);
    }
    return [...result, ...was.slice(at)];
  }

  /* What was typed, put over a newer file: what only one of the two changed counts, and of the parts of a value and the items of a list alike; a point of which both changed
     the same words, or that is gone, stays whole as it was typed. `over`: takes the keys in which something typed stands in place of something newer. */
  function carried(newer, before, typed, over, place = "") {
    const whole = (key) => {
      const at = place + key;
      const [now, was, mine] = [newer, before, typed].map((values) => (Object.hasOwn(values, key) ? values[key] : undefined));
      if (equal(was, mine)) return now;
      if (equal(was, now) || equal(now, mine)) return mine;
      const orEmpty = (empty) => [now, was, mine].map((one) => one ?? (place ? undefined : empty));   // of a point that is gone nothing is left to add to
      const [lists, parts] = [orEmpty([]), orEmpty({})];
      if (lists.every(Array.isArray)) return listed(...lists, () => over.push(at));
      if (parts.every(isMap) && !WHOLE.includes(key)) return carried(...parts, over, `${at}.`);
      over.push(at);
      return mine;
    };
    const keys = [...new Set([...Object.keys(newer), ...Object.keys(typed)])];
    return Object.fromEntries(keys.map((key) => [key, whole(key)]).filter(([, value]) => value !== undefined));
  }

  Object.assign(regionFile, { merged, ownPart, carried });
})();
