/* A region file as its writer left it: its values, and where in the text each of them begins and ends.
   It knows what region files need of YAML: keys and values, lists, texts on one line, comments. What else YAML has is refused with line and remedy, never passed over. */
(() => {
  const LONGEST = 65536;                                      // bytes, as for the build (playbook/files/file_guard.py)
  const DEEPEST = 12;
  const MOST = 20;                                            // problems that are told at once
  const KEY = /(?:"(?:[^"\\\r\n]|\\.)*"[ \t]*|'(?:[^'\r\n]|'')*'[ \t]*|[^\s"'#&*!|>%@`{}[\],?:-](?:[^\r\n:#]|:(?=\S)|(?<=\S)#)*?):(?=\s|$)/uy;
  const PLAIN = /[^ \t\r\n#](?:[^\r\n#]|(?<=\S)#)*/uy;
  const PLAIN_IN_BRACES = /[^ \t\r\n#,[\]{}](?:[^\r\n#,[\]{}]|(?<=\S)#)*/uy;
  const QUOTES = { '"': /"(?:[^"\\\r\n]|\\.)*"/uy, "'": /'(?:[^'\r\n]|'')*'/uy };
  const ESCAPES = { 0: "\0", a: "\x07", e: "\x1b", v: "\v", " ": " ", "/": "/", '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
  const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gu;
  const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
  const ODD_BLANK = /^[ \t]*(?:- *)?(?:[A-Za-z_]+\+?:)? *([\xa0\u1680\u2000-\u200b\u202f\u205f\u3000])/;
  const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/;
  const NUMBER_SIGN = /^#+[ \t]*(?:\w{0,2}-?\d|[A-Za-z0-9][ \t]*(?:[,;.)\]}-]|$))/;
  const PAIRS = ["()", "[]", "{}", "“”", "„”", "‘’", "«»"];
  const QUOTED_BY = /(?:^|[\s([])(["'])(?=\S)(?:(?!\1).)*$/;     // a straight quote that opens before a word and is not closed

  /* Whether a comment cuts a value in two: a quote or bracket opens before it and is closed in it. */
  function cutsInTwo(value, comment) {
    const [, quote] = QUOTED_BY.exec(value) || [];
    return (quote && comment.includes(quote)) || PAIRS.some(([opened, closed]) => value.lastIndexOf(opened) > value.lastIndexOf(closed) && comment.includes(closed));
  }

  const code = (sign) => `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  class Refusal extends Error {
    constructor(message, at) {
      super(message);
      this.at = at;
    }
  }
  /* What is said of curly quotes around a value with a colon, and of a key within braces that has no comma before it (playbook/files/rules/within_line.py). */
  const inCurly = (said) => (([, words] = []) => words && `the quotes around a value with a colon are curly; use straight ones, like "${words}"`)(/^[“”„‟‘’‚‛]([^“”„‟‘’‚‛]*:\s[^“”„‟‘’‚‛]*)[“”„‟‘’‚‛]/.exec(said) ?? undefined);
  const lostComma = (said) => (([, before, key] = []) => key && `a comma is missing before “${key}:”; write “${before}, ${key}: …”, or put a value that holds a colon in "quotes"`)(/("[^"]*"|'[^']*'|[^\s,{[:]+)\s+([a-z][a-z0-9_]*):\s/.exec(said) ?? undefined);
  const refuse = (message, at) => { throw new Refusal(message, at); };

  function unescaped(raw, at) {
    return raw.replace(ESCAPE, (found, x, u, long, sign) => {
      const point = x || u || long ? parseInt(x || u || long, 16) : 0;
      if (point > 0x10ffff || (!x && !u && !long && !Object.hasOwn(ESCAPES, sign))) refuse(`${found} in "double quotes" is no code; write \\\\ for a \\, or use 'single quotes'`, at);
      return x || u || long ? String.fromCodePoint(point) : ESCAPES[sign];
    });
  }

  /* What no line of such a file may hold, whatever stands around it. */
  function oddLines(text) {
    const found = [];
    text.split("\n").forEach((line, i) => {
      const [unseen] = UNSEEN.exec(line) || [];
      const [, blank] = ODD_BLANK.exec(line) || [];
      const message = unseen ? `holds ${code(unseen)}, which nobody sees; delete it, or save the file again as plain text`
        : CONFLICT.test(line) ? `“${line.slice(0, 7)}” marks two versions that were not merged; keep one of them and delete the marks`
        : blank ? `holds ${code(blank)} where a plain blank belongs; delete it and type a blank`
        : /^ *\t[ \t]*[^\s#]/.test(line) ? "begins with a tab; use blanks"
        : "";
      if (message) found.push({ line: i + 1, message, isHopeless: Boolean(unseen) || CONFLICT.test(line) });
    });
    return found;
  }

  /* Nodes: {kind: "text", value, style}, {kind: "map", entries: [{key, start, colon, value}]}, {kind: "list", items: [{start, value}]}, each with start and end;
     maps and lists also with `inline` (in braces) or the column at which they begin. */
  class Reader {
    constructor(text) {
      Object.assign(this, { text, at: 0, comments: new Map(), problems: [], depth: 0 });
    }

    lineOf = (at) => this.text.slice(0, at).split("\n").length;
    lineStart = (at) => Math.max(this.text.lastIndexOf("\n", at - 1) + 1, this.text.startsWith("\ufeff") ? 1 : 0);
    column = (at) => at - this.lineStart(at);

    match(pattern) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found) this.at = pattern.lastIndex;
      return found?.[0];
    }

    /* A comment; what is more likely a part of the value before it is refused. */
    comment() {
      const start = this.at;
      const words = this.match(/#[^\r\n]*/y).trimEnd();
      const before = this.text.slice(this.lineStart(start), start);
      const value = this.last && !this.text.slice(this.last.end, start).trim() && this.last.end >= this.lineStart(start) ? this.last : null;
      const isGlued = before.trim() !== "" && /^#+[^\s#]/.test(words);
      if (isGlued || (value && (/^#+$/.test(words) || (start - value.end < 2 && NUMBER_SIGN.test(words)) || cutsInTwo(value.value, words))))
        refuse(`“${words}” would be left out, as # begins a comment; ${/^[“„‟‘‚«]/.test(value?.value) ? "the quotes around the value are curly; use straight ones" : 'put the whole value in "quotes"'} (a comment begins with # and a ${isGlued ? "blank" : "word"})`, start);
      this.comments.set(start, { start, end: this.at });
    }

    /* Below a value, further right than its key: `#200 Main St` is no comment. */
    lostBelow(from, column) {
      const lost = [...this.comments.values()].find(({ start }) => start > from && start < this.at && this.column(start) > column && this.lineOf(start) > this.lineOf(from) && /^#+[^\s#]/.test(this.text.slice(start, start + 9)));
      if (lost) refuse(`“${this.text.slice(lost.start, lost.end).trimEnd()}” would be left out, as # begins a comment; put the whole value in "quotes" (a comment begins with # and a blank)`, lost.start);
    }

    /* Go to the next sign that is no blank, line end or comment; false at the end of the text. */
    skip() {
      for (;;) {
        this.match(/[ \t\r\n]*/y);
        if (this.text[this.at] !== "#") return this.at < this.text.length;
        this.comment();
      }
    }

    /* After a value only blanks and a comment may stand in its line. */
    endOfLine() {
      this.match(/[ \t]*/y);
      const sign = this.text[this.at];
      if (sign === "#") this.comment();
      else if (sign !== undefined && !/[\r\n]/.test(sign)) refuse("words follow a closing quote or bracket; put the whole value in \"double quotes\", with \\ before each \" within it", this.at);
    }

    nest(read) {
      if (++this.depth > DEEPEST) refuse(`nests values more than ${DEEPEST} deep; is a value with [ or { or - in "quotes"?`, this.at);
      const node = read();
      this.depth -= 1;
      return node;
    }

    quoted(quote) {
      const start = this.at;
      const raw = this.match(QUOTES[quote]) ?? refuse('a quote opens here and is not closed on its line; close it, or put a value with \' in "double quotes"', start);
      const inner = raw.slice(1, -1);
      return { kind: "text", style: quote === '"' ? "double" : "single", value: quote === '"' ? unescaped(inner, start) : inner.replaceAll("''", "'"), start, end: this.at };
    }

    plain(inline) {
      const start = this.at;
      const raw = (this.match(inline ? PLAIN_IN_BRACES : PLAIN) || "").replace(/[ \t]+$/, "");
      this.at = start + raw.length;
      if (!raw) return { kind: "text", style: "empty", value: "", start, end: start };
      if (/^[&*!%@`|>]/.test(raw)) refuse(`a value begins with ${raw[0]}; put it in "quotes"`, start);
      if (/^[-?](?:\s|$)/.test(raw)) refuse(`a value begins with “${raw[0]} ”; put it in "quotes", or begin a list on the line below`, start);
      if (/:(?:\s|$)/.test(raw)) refuse(inCurly(raw) || (inline && lostComma(raw)) || 'a value holds a colon and a blank; put the value in "quotes"', start);
      if (/^(?:~|null)$/i.test(raw)) refuse(`"${raw}" means “nothing” in YAML; put it in "quotes", or delete it`, start);
      this.last = { kind: "text", style: "plain", value: raw, start, end: this.at };
      return this.last;
    }

    inline(within = true) {
      const sign = this.text[this.at];
      if (sign === "{" || sign === "[") return this.nest(() => this.braces(sign));
      if (sign === '"' || sign === "'") return this.quoted(sign);
      return this.plain(within);
    }

    /* {key: value, …} or [value, …], on one line or several. */
    braces(open) {
      const start = this.at;
      const close = open === "{" ? "}" : "]";
      const parts = [];
      if (this.text.startsWith("{{", start)) refuse('begins with two braces; put the value in "quotes"', start);
      this.at += 1;
      for (;;) {
        if (!this.skip()) refuse(`a ${open} opens here and is not closed, or a value in it holds a quote; put that value in "quotes"`, start);
        if (this.text[this.at] === close) break;
        parts.push(open === "{" ? this.pair(parts) : { start: this.at, value: this.filled(this.inline(), "an item") });
        this.skip();
        if (this.text[this.at] === ",") this.at += 1;
        else if (this.text[this.at] !== close) refuse((open === "{" && lostComma(this.text.slice(parts.at(-1).value.start).split("\n", 1)[0])) || `a ${open} opens here and is not closed, or a value in it holds a comma, a colon or a quote; put that value in "quotes"`, start);
      }
      this.at += 1;
      return { kind: open === "{" ? "map" : "list", inline: true, [open === "{" ? "entries" : "items"]: parts, start, end: this.at };
    }

    pair(entries) {
      const start = this.at;
      const [word] = /^[^,{}[\]\r\n]*/.exec(this.text.slice(start, start + 300));
      const raw = this.match(KEY);
      if (!raw || (/[,[\]{}]/.test(raw) && !/^["']/.test(raw)))
        refuse(/^\w+:\S/.test(word) ? `“${word.trim()}” needs a blank after its colon` : `“${word.trim()}” stands in { } and has no colon; write {key: value}, or put a value that holds a comma in "quotes"`, start);
      const colon = this.at;
      this.skip();
      const key = this.key(raw, start, entries);
      return { key, start, colon, value: this.filled(this.inline(), key) };
    }

    key(raw, start, entries) {
      const name = raw.slice(0, -1).trimEnd();
      const key = name[0] === '"' ? unescaped(name.slice(1, -1), start) : name[0] === "'" ? name.slice(1, -1).replaceAll("''", "'") : name;
      const said = inCurly(this.text.slice(start).split("\n", 1)[0]);
      if (said) refuse(said, start);
      const first = entries.find((entry) => entry.key === key);
      const isGroup = first?.value.kind !== "text" && /^[ \t]*(?:#.*)?\r?\n[ \t-]|^[ \t]*[{[]/.test(this.text.slice(this.at));
      if (first) refuse(`“${key}” stands twice (first on line ${this.lineOf(first.start)}); ${isGroup ? "put what it holds under the first, and take this line away" : "keep one"}`, start);
      return key;
    }

    filled(node, name) {
      return node.style === "empty" ? refuse(`${name} ${playbook.model.complaints.empty}`, node.start) : node;
    }

    /* Keys below one another, which begin at the same column. */
    map(column) {
      const node = { kind: "map", column, entries: [], start: this.at, end: this.at };
      while (this.skip() && this.column(this.at) >= column) {
        const start = this.at;
        try {
          if (this.column(start) > column) refuse("begins further right than the line above; move it, or put a value that goes on here on one line", start);
          const raw = this.match(KEY) ?? this.noKey();
          const key = this.key(raw, start, node.entries);
          const entry = { key, start, colon: this.at };
          entry.value = this.filled(this.value(column), key);
          node.entries.push(entry);
          node.end = entry.value.end;
        } catch (error) {
          this.pass(error, column);
        }
      }
      return node;
    }

    noKey() {
      const start = this.at;
      const [line] = this.text.slice(start).split(/\r?\n/, 1);
      const glued = /^(?:- +)?([A-Za-z][\w]*\+?)(：|:(?=\S))(.*)/.exec(line);
      refuse(/^(?:---|\.\.\.)\s*$/.test(line) ? `“${line.trim()}” ends the file here; delete this line`
        : /^(?:```|~~~)/.test(line) ? `“${line.trim()}” marks code on a web page; delete this line`
        : glued ? `“${glued[1]}${glued[2]}” needs a plain colon and a blank after it; write “${glued[1]}: ${glued[3].trim().length > 40 ? "…" : glued[3].trim()}”`
        : /^-(?:\s|$)/.test(line) ? "a list begins here, where a key belongs; write “key: value”, or begin the - further right"
        : /^["']/.test(line) ? "a quote opens here, where a key belongs; close it, and write “key: value”"
        : `“${line.slice(0, 60)}” has no colon and a blank after its key; write “key: value”`, start);
    }

    /* Note what was refused, and go on with the next line that begins no further right. */
    pass(error, column) {
      if (!(error instanceof Refusal)) throw error;
      if (this.problems.push({ line: this.lineOf(error.at), message: error.message }) === MOST) return void (this.at = this.text.length);
      this.depth = 0;
      this.at = error.at;
      for (let end = this.text.indexOf("\n", this.at); ; end = this.text.indexOf("\n", this.at)) {
        this.at = end < 0 ? this.text.length : end + 1;
        const begin = this.at;
        this.match(/[ \t]*/y);
        const [blank] = /^(?:\r?\n|#|$)/.exec(this.text.slice(this.at, this.at + 2)) || [null];
        if (this.at >= this.text.length || (blank === null && this.at - begin <= column)) return;
      }
    }

    /* What follows a key's colon or an item's hyphen: on the same line, or below it and further right. */
    value(column, item = false) {
      this.match(/[ \t]*/y);
      if (/[^\r\n#]/.test(this.text[this.at] ?? "\n")) {
        KEY.lastIndex = this.at;
        if (item && KEY.test(this.text)) return this.nest(() => this.map(this.column(this.at)));
        const node = this.inline(false);
        this.endOfLine();
        return this.alone(node, column);
      }
      this.endOfLine();
      const empty = { kind: "text", style: "empty", value: "", start: this.at, end: this.at };
      this.skip();
      this.lostBelow(empty.end, column);
      if (this.at >= this.text.length) return empty;
      const below = this.column(this.at);
      const isItem = /^-(?:\s|$)/.test(this.text.slice(this.at, this.at + 2));
      if (isItem && (below > column || (below === column && !item))) return this.nest(() => this.list(below));
      if (below <= column) return empty;
      KEY.lastIndex = this.at;
      if (/["'[{]/.test(this.text[this.at]) && !KEY.test(this.text)) {
        const node = this.inline(false);
        this.endOfLine();
        return this.alone(node, column);
      }
      return this.nest(() => this.map(below));
    }

    /* A text on one line does not go on below it. */
    alone(node, column) {
      const isMore = this.skip();
      if (node.style === "plain") this.lostBelow(node.end, column);
      if (isMore && this.column(this.at) > column)
        refuse(`would be joined to the value above (line ${this.lineOf(node.end)}); write a value on one line; a key begins as far left as the key above it`, this.at);
      return node;
    }

    list(column) {
      const node = { kind: "list", column, items: [], start: this.at, end: this.at };
      while (this.skip() && this.column(this.at) === column && /^-(?:\s|$)/.test(this.text.slice(this.at, this.at + 2))) {
        const start = this.at;
        try {
          this.at += 1;
          const value = this.filled(this.value(column, true), "an item");
          node.items.push({ start, value });
          node.end = value.end;
        } catch (error) {
          this.pass(error, column);
        }
      }
      return node;
    }

    all() {
      if (this.text.startsWith("\ufeff")) this.at = 1;
      this.skip();
      this.match(/---[ \t]*(?:\r?\n)/y);
      this.skip();
      if (this.text[this.at] === "%") refuse("begins with %, which region files do not have; delete this line", this.at);
      return this.map(this.column(this.at));
    }
  }

  /* What a file says: {root, comments, problems: [{line, message}]}. With a problem, nothing of it may be taken. */
  function read(text) {
    if (new TextEncoder().encode(text).length > LONGEST) return { problems: [{ line: 1, message: `the file has more than ${LONGEST / 1024} KB, which no region file has; is it the right one?` }] };
    const odd = oddLines(text.replace(/^\ufeff/, ""));
    if (/\r(?!\n)/.test(text)) odd.push({ line: 1, message: "the file has line ends of an old kind; save it again as plain text", isHopeless: true });
    if (odd.some(({ isHopeless }) => isHopeless)) return { problems: odd.slice(0, MOST) };
    const told = new Set(odd.map(({ line }) => line));
    const found = parsed(odd.length ? mended(text, told) : text);       // read on, so that all is told at once
    const more = found.problems.filter(({ line }) => !told.has(line));
    return { ...found, problems: [...odd, ...more].sort((one, other) => one.line - other.line).slice(0, MOST) };
  }

  const mended = (text, told) => text.split("\n").map((line, i) => (told.has(i + 1) ? line.replace(/[^\S\r\n]|\u200b/g, " ") : line)).join("\n");

  function parsed(text) {
    const reader = new Reader(text);
    try {
      const root = reader.all();
      if (reader.at < text.length && !reader.problems.length) reader.problems.push({ line: reader.lineOf(reader.at), message: "begins further left than the lines above; begin every key at the same place" });
      return { root, comments: [...reader.comments.values()], problems: reader.problems, lineOf: reader.lineOf };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { problems: [{ line: reader.lineOf(error.at), message: error.message }] };
    }
  }

  /* The plain values of a node; its keys are own ones, whatever they are called. */
  function valueOf(node) {
    if (node.kind === "map") return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value)]));
    return node.kind === "list" ? node.items.map(({ value }) => valueOf(value)) : node.value;
  }

  playbook.regionFile = { read, valueOf };
})();
