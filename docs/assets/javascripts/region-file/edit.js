/* A region file with other values: what is new is written, the rest stays as it stood, sign by sign. Comments are never lost: one of a line that goes stays as a line of its own. */
(() => {
  const BARE = ["stage", "date", "timezone", "sector", "role", "status", "updated"];   // need no quotes
  const { regionFile } = playbook;
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const own = (values, key) => (Object.hasOwn(values, key) ? values[key] : undefined);   // a word may be called as what every object has
  const isEmpty = (value) => value === undefined || (typeof value === "object" && !Object.keys(value).length);

  /* Whether two values say the same; the order of keys does not count, nor what is empty. */
  function equal(one, other) {
    if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
    if (typeof one !== "object" || typeof other !== "object") return one === other;
    return Array.isArray(one) === Array.isArray(other) && [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => equal(own(one, key), own(other, key)));
  }

  /* A text in YAML; a JSON string is one. */
  const nameOf = (key) => (/^[a-z][a-z0-9_]*$/.test(key) ? key : JSON.stringify(key));
  const scalar = (key, value) => (BARE.includes(key) && /^(?!null$)[A-Za-z0-9][\w/-]*$/.test(value) ? value : JSON.stringify(value));

  /* A text that takes another's place, in the quotes that the other had. */
  function like(value, style) {
    if (style === "single") return `'${value.replaceAll("'", "''")}'`;
    const isPlain = style === "plain" && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .’ʻ()&/+@-]*$/u.test(value) && !/^(?:null|true|false|yes|no|on|off)$|^\d+:/i.test(value);
    return isPlain ? value : JSON.stringify(value);
  }

  /* Values within { } and [ ]. */
  function braces(value, key) {
    if (typeof value === "string") return scalar(key, value);
    if (Array.isArray(value)) return `[${value.map((one) => braces(one)).join(", ")}]`;
    return `{${Object.entries(value).map(([name, one]) => `${nameOf(name)}: ${braces(one, name)}`).join(", ")}}`;
  }

  /* Values as lines, a key each. */
  function lines(values, indent = "") {
    return Object.entries(values).flatMap(([key, value]) => {
      if (typeof value === "string") return [`${indent}${nameOf(key)}: ${scalar(key, value)}`];
      return [`${indent}${nameOf(key)}:`, ...(Array.isArray(value) ? value.flatMap((one) => item(one, `${indent}  `)) : lines(value, `${indent}  `))];
    });
  }

  function item(value, indent) {
    if (typeof value === "string") return [`${indent}- ${JSON.stringify(value)}`];
    const [first, ...rest] = lines(value, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  }

  /* `order`: all keys of a file, as a new one goes in; `same`: how a key is compared, since ids of points may stand in capitals. */
  function edited({ text, root, comments }, before, after, order) {
    const edits = [];
    const end = /\r\n/.test(text) ? "\r\n" : "\n";
    const change = (start, stop, words) => edits.push({ start, stop, words });
    const lineStart = (at) => Math.max(text.lastIndexOf("\n", at - 1) + 1, text.startsWith("\ufeff") ? 1 : 0);
    const lineEnd = (at) => (text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at) + 1);
    const indentOf = (at) => " ".repeat(at - lineStart(at));
    const entryOf = (node, key) => node.entries.find((entry) => entry.key === key) || node.entries.find((entry) => entry.key.toLowerCase() === key);
    const within = (start, stop) => comments.filter((one) => one.start >= start && one.start < stop);
    const kept = (start, stop, indent) => within(start, stop).map((one) => `${indent}${text.slice(one.start, one.end)}${end}`).join("");

    /* Whole lines after a place; a last line without an end gets one. */
    function insert(at, words) {
      const isOpen = at === text.length && at > 0 && !text.endsWith("\n");
      change(at, at, isOpen ? `${end}${words.join(end)}` : words.map((line) => `${line}${end}`).join(""));
    }

    function replace(node, value, was) {
      if (node.kind === "text" && typeof value === "string") change(node.start, node.end, like(value, node.style));
      else if (node.kind === "map" && isObject(value)) keys(node, was, value);
      else if (node.kind === "list" && Array.isArray(value)) items(node, was, value);
      else if (node.kind === "map" && Array.isArray(value) && value.length === 1) replace(node, value[0], was[0]);
      else return false;
      return true;
    }

    function keys(node, was, now) {
      const gone = [];
      for (const key of Object.keys(was).filter((one) => !equal(was[one], now[one]))) {
        const entry = entryOf(node, key);
        const inner = entry?.value;
        const hasUnknown = inner?.kind === "map" && isObject(own(was, key)) && inner.entries.some((one) => !Object.keys(own(was, key)).some((known) => entryOf(inner, known) === one));
        if (isEmpty(own(now, key)) && !hasUnknown) gone.push(entry);
        else if (!replace(inner, own(now, key) ?? {}, own(was, key))) rewrite(node, entry, own(now, key));
      }
      const added = Object.keys(now).filter((key) => isEmpty(own(was, key)) && !isEmpty(own(now, key)));
      for (const key of added.filter((one) => entryOf(node, one))) {
        const entry = entryOf(node, key);
        if (!replace(entry.value, own(now, key), own(was, key) ?? (Array.isArray(own(now, key)) ? [] : {}))) rewrite(node, entry, own(now, key));
      }
      const fresh = added.filter((key) => !entryOf(node, key));
      if (node.inline) inBraces(node, node.entries, gone, fresh.map((key) => `${nameOf(key)}: ${braces(own(now, key), key)}`));
      else {
        gone.forEach((entry) => cut(node.entries, entry, node.entries.indexOf(entry) === 0 && /-[ \t]+$/.test(text.slice(lineStart(entry.start), entry.start))));
        fresh.forEach((key) => add(node, key, own(now, key)));
      }
    }

    /* Below the key that comes before it in the order of files, or where its kind is none of these, at the end. */
    function add(node, key, value) {
      const known = node === root ? order : [];
      const above = known.slice(0, known.indexOf(key)).map((one) => entryOf(node, one)).filter(Boolean);
      const last = known.includes(key) ? above.at(-1) : node.entries.at(-1);
      const first = node.entries[0];
      insert(last ? lineEnd(last.value.end) : first ? lineStart(first.start) : text.length, lines({ [key]: value }, " ".repeat(node.column)));
    }

    /* Take an entry or an item with its lines away; the first key beside a hyphen leaves the hyphen. */
    function cut(parts, part, besideHyphen) {
      const start = besideHyphen ? part.start : lineStart(part.start);
      const next = parts[parts.indexOf(part) + 1];
      if (besideHyphen && next && !within(start, next.start).length) return change(start, next.start, "");
      if (besideHyphen) return change(start, part.value.end, "");
      const stop = lineEnd(part.value.end);
      change(start, stop, kept(start, stop, indentOf(part.start)));
    }

    /* A value of another form, such as two conveners where one stood. */
    function rewrite(node, entry, value) {
      if (node.inline) return change(entry.value.start, entry.value.end, braces(value, entry.key));
      const indent = " ".repeat(node.column);
      const stop = lineEnd(entry.value.end);
      const [, ...below] = lines({ [entry.key]: value }, indent);
      const rest = below.length ? `${end}${below.join(end)}` : ` ${scalar(entry.key, value)}`;
      change(lineStart(entry.start), lineStart(entry.start), kept(entry.start, stop, indent));
      change(entry.colon, stop, `${rest}${text[stop - 1] === "\n" ? end : ""}`);
    }

    /* Take parts out of { } or [ ], and put others in at the end. */
    function inBraces(node, parts, gone, fresh) {
      const left = parts.filter((part) => !gone.includes(part));
      if (!left.length) {
        if (gone.length || fresh.length) change(node.start + 1, node.end - 1, fresh.join(", "));
        return;
      }
      parts.forEach((part, i) => {
        if (!gone.includes(part) || (i && gone.includes(parts[i - 1]))) return;   // each run of parts that go, once
        const next = parts.slice(i).find((one) => left.includes(one));
        const stop = parts.slice(i).filter((one) => !next || one.start < next.start).at(-1).value.end;
        const [start, until] = next ? [part.start, next.start] : [parts[i - 1].value.end, stop];
        change(start, until, within(start, until).map((one) => ` ${text.slice(one.start, one.end)}${end}`).join(""));
      });
      if (fresh.length) change(left.at(-1).value.end, left.at(-1).value.end, fresh.map((words) => `, ${words}`).join(""));
    }

    /* What stays the same at both ends of a list stays; between, items change, come or go. */
    function items(node, was, now) {
      let head = 0;
      let tail = 0;
      while (head < Math.min(was.length, now.length) && equal(was[head], now[head])) head += 1;
      const isInBraces = node.inline && now.length > was.length;   // what is new stands at the end there
      while (!isInBraces && tail < Math.min(was.length, now.length) - head && equal(was.at(-1 - tail), now.at(-1 - tail))) tail += 1;
      const both = Math.min(was.length, now.length) - tail;
      const gone = node.items.slice(both, was.length - tail);
      const fresh = now.slice(both, now.length - tail);
      for (let i = head; i < both; i += 1)
        if (!replace(node.items[i].value, now[i], was[i])) change(node.items[i].value.start, node.items[i].value.end, braces(now[i]));
      if (node.inline) return inBraces(node, node.items, gone, fresh.map((one) => braces(one)));
      gone.forEach((one) => cut(node.items, one, false));
      if (!fresh.length) return;
      const last = node.items[was.length - 1 - tail] ?? node.items.at(-1);
      const indent = " ".repeat(node.column);
      const written = fresh.flatMap((one) => (last?.value.inline ? [`${indent}- ${braces(one)}`] : item(one, indent)));
      insert(both > 0 ? lineEnd(node.items[both - 1].value.end) : lineStart(node.items[0].start), written);
    }

    keys(root, before, after);
    let out = "";
    let at = 0;
    for (const { start, stop, words } of edits.sort((one, other) => one.start - other.start || one.stop - other.stop)) {
      out += text.slice(at, start) + words;
      at = Math.max(at, stop);
    }
    return out + text.slice(at);
  }

  Object.assign(regionFile, { edited, lines, equal });
})();
