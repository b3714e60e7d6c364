/* Localize a document: put a reader's values where its marks ask for them. The twin of playbook/render/localize.py, with the same vocabulary:
   playbook/render/marks.py documents every mark and says which of them a reader's own version leaves alone. Text only ever lands as text. */
(() => {
  const { model, words } = playbook;
  const NOW = " · now";                                      // after the label of the edition's own stage
  const NOW_ANCHOR = "--now";                                // ends the id of its tab
  const [FIRST] = Object.keys(model.stages);
  const PREVIEW = ".form-preview";                           // the form shows there how a reader's values read

  const capitalized = (text) => text.replace(/^./su, (first) => first.toUpperCase());
  const has = ({ coming }, key) => words.has(coming, key);

  /* An element with text and parts in it. */
  function make(tag, ...parts) {
    const element = document.createElement(tag);
    element.append(...parts);
    return element;
  }

  function link(address, text) {
    const a = make("a", text);
    if (/^(https?:|mailto:)/i.test(address)) a.setAttribute("href", address);
    return a;
  }

  /* Let a link that led nowhere lead somewhere. */
  function lead(a, to) {
    for (const [name, value] of Object.entries(to)) a.setAttribute(name, value);
    ["role", "aria-disabled"].forEach((name) => a.removeAttribute(name));
  }

  /* Partnership, else industry, and stage, as texts and elements. */
  function summary(values) {
    const { stage, partnership, industry } = values;
    const name = partnership || industry;
    return [...(name ? [name, " · "] : []), model.stages[stage]];
  }

  /* Whose meeting a calendar entry is, for its title (playbook/content/ical.py). */
  const entryOf = ({ partnership, industry, region }) => partnership || industry || region;

  /* Put neighbors into another order. */
  function reorder(elements, order) {
    const after = elements.at(-1).nextSibling;
    const parent = elements[0].parentNode;
    for (const at of order) parent.insertBefore(elements[at], after);
  }

  /* The place of the own stage first, then the others. */
  const ownFirst = (own, count) => [own, ...Array.from({ length: count }, (_, at) => at).filter((at) => at !== own)];

  function putStageLabel(element, { stage }) {
    const key = element.dataset.stageLabel;
    element.textContent = model.stages[key];
    if (key === stage) element.append(Object.assign(document.createElement("span"), { className: "screen-only", textContent: NOW }));
  }

  function person({ name, email, phone, url }) {
    const parts = [make("strong", name), email && link(`mailto:${email}`, email), phone, url && link(url, url)].filter(Boolean);
    return make("p", ...parts.flatMap((part, at) => (at ? [document.createElement("br"), part] : [part])));
  }

  function result(given) {
    const [before, source, after] = words.result(given);
    return make("li", before, source && given.url ? link(given.url, source) : source, after);
  }

  const isYes = (given) => ["true", "yes", "on", "1"].includes(String(given).toLowerCase());

  /* The line that says whose words something is. */
  function origin(wording, values, more = "") {
    const line = make("p", wording.replace("{author}", () => words.textOf(values, "author")));
    line.className = `origin-part ${more}`.trim();
    line.dataset.origin = "local";
    return line;
  }

  function shareRow(pattern, { text, share, year, source }) {
    const row = pattern.cloneNode(true);
    const [what, cell] = row.children;
    const dated = [year, source].filter(Boolean).join(", ");
    delete row.dataset.point;
    what.textContent = text + (dated ? ` (${dated})` : "");
    if (share === undefined) cell.replaceChildren();
    else {
      cell.querySelector(".share").textContent = `${share}%`;
      cell.querySelector(".bar-share").setAttribute("width", share);
    }
    return row;
  }

  const MARKS = {
    field(element, { coming }) {
      const text = words.textOf(coming, element.dataset.field, element.dataset.at);
      element.textContent = "capital" in element.dataset ? capitalized(text) : text;
      const address = element.localName === "a" && words.valueAt(coming, element.dataset.field);
      if (address) lead(element, { href: address });
    },
    said(element, { coming, stage }, growth = 0) {
      const count = words.count(coming, element.dataset[stage] || element.dataset.length) + growth;
      element.textContent = element.dataset.said === "words" ? count : words.timeOf(count);
    },
    "stage-words"(element, { stage }) {
      const wording = Object.keys(model.stages).map((key) => [key, element.dataset[key] ?? element.textContent]);
      const said = Object.fromEntries(wording)[stage];
      element.textContent = said;
      for (const [key, text] of wording) {
        if (text === said) delete element.dataset[key];
        else element.dataset[key] = text;
      }
    },
    "stage-label": putStageLabel,
    "when-stage"(element, { stage }) { element.hidden = element.dataset.whenStage !== stage; },
    given(element, own) { element.hidden = !has(own, element.dataset.given); },
    missing(element, own) { element.hidden = has(own, element.dataset.missing); },
    own(element) { if (["example", "logo"].includes(element.dataset.own)) element.remove(); },
    local(element, { values }) {
      const items = values[element.dataset.local] || [];
      element.hidden = items.length === 0;
      element.toggleAttribute("data-search-exclude", element.hidden);
      element.querySelector("ul").replaceChildren(...items.map((item) => (typeof item === "string" ? make("li", item) : result(item))));
    },
    block(element, own) {
      const [name, argument] = element.dataset.block.split(":");
      BLOCKS[name]?.(element, own, argument);
    },
  };

  const BLOCKS = {
    contact(element, { values }) {
      const all = values.convener || [];
      const reached = all.filter(({ email, phone, url }) => email || phone || url);
      const people = reached.length ? reached : all;
      const [heading, ...others] = element.children;
      const blank = (part) => part.matches(".sheet-blank, .sheet-notes");
      others.filter((part) => !blank(part)).forEach((part) => part.remove());
      heading.after(...people.map(person));
      others.filter(blank).forEach((part) => { part.hidden = people.length > 0; });
    },
    calendar(element, { coming }, key) {
      const link = element.querySelector("a");
      const made = playbook.ownCalendar.made(coming, key, link.dataset.name);
      if (!made) return;
      lead(link, made);
    },
    /* Of an entry that is made of a typed date: its length, its time zone (of the meeting, else of another), whose meeting it is. */
    "calendar-entry"(element, { values, coming }, key) {
      const zone = [key, ...Object.keys(model.meetings)].map((one) => coming[one]?.timezone).find(Boolean);
      for (const [name, value] of Object.entries({ length: coming[key]?.length, timezone: zone, whose: entryOf(values) })) if (value) element.dataset[name] = value;
    },
    /* One audience's card in the index of sheets: its links lead to the stage that is now. */
    "sheet-choice"(element, own) {
      const { audience } = element.dataset;
      const [before, now] = [FIRST, own.stage].map((stage) => model.stages[stage].toLowerCase());
      for (const a of element.querySelectorAll(":scope > :is(h2, div, p) a")) {
        a.setAttribute("href", a.getAttribute("href").replace(`${audience}-${FIRST}`, `${audience}-${own.stage}`));
        a.querySelectorAll(".aside-name").forEach((name) => { name.textContent = name.textContent.replace(before, now); });
      }
      const label = element.querySelector("h2 [data-stage-label]");
      label.dataset.stageLabel = own.stage;
      putStageLabel(label, own);
      element.querySelectorAll("[data-other-stage]").forEach((other) => { other.hidden = other.dataset.otherStage === own.stage; });
    },
    "home-edition"(element, { values }) {
      if (!values.region) return;
      const said = element.firstElementChild;
      const own = make("span", ...summary(values));
      own.dataset.own = "summary";
      said.firstElementChild.textContent = values.region;
      while (said.lastChild !== said.firstElementChild) said.lastChild.remove();
      said.append(": ", own, ".");
    },
    /* Tabs of the stages: the own one comes first, is open, and says that it is now. A label may hold its link already (tabs-aria.js). */
    "stage-tabs"(element, { stage }) {
      const inputs = [...element.querySelectorAll(":scope > input")];
      const [labels, panels] = ["labels", "content"].map((part) => [...element.querySelector(`:scope > .tabbed-${part}`).children].filter((one) => one.dataset.stage));
      const at = labels.findIndex((label) => label.dataset.stage === stage);
      if (at < 0) return;                                    // the own stage has no tab: all stay in order
      (labels[at].querySelector("a") || labels[at]).textContent = model.stages[stage] + NOW;
      inputs[at].id += NOW_ANCHOR;
      labels[at].htmlFor = inputs[at].id;
      inputs.forEach((input) => input.toggleAttribute("checked", input === inputs[at]));
      inputs[at].checked = true;
      for (const group of [inputs, labels, panels]) reorder(group, ownFirst(at, group.length));
    },
    /* Neighbors of which each is for a stage: the own one comes first. */
    "stage-order"(element, { stage }) {
      const entries = [...element.children].filter((entry) => entry.dataset.stage);
      const at = entries.findIndex((entry) => entry.dataset.stage === stage);
      if (at >= 0) reorder(entries, ownFirst(at, entries.length));
    },
    /* The chart of figures: the tool's, the reader's own, or both. A row of the tool's shows how one looks. */
    shares(element, { values }) {
      const { results = [], results_on_sheets: shown = "toolkit" } = values;
      const pattern = element.querySelector("tbody tr");
      if (shown === "toolkit" || !results.length || !pattern) return;
      const rows = results.slice(0, element.closest(".sheet") ? model.wording.mostOnSheet : results.length).map((given) => shareRow(pattern, given));
      const table = make("table", make("caption", "Results here"), make("thead", make("tr", make("th", "What was reached"), make("th", "Share"))), make("tbody", ...rows));
      table.querySelectorAll("thead th").forEach((head) => { head.scope = "col"; });
      if (shown === "ours") element.replaceChildren();
      element.prepend(table, origin(model.wording.origin.local, values, "own-origin"));
    },
    terms(element, { values }) {
      const terms = Object.entries(values.terms || {});
      if (!terms.length) return;
      element.hidden = false;
      element.replaceChildren(...terms.flatMap(([word, meaning]) => [Object.assign(make("h2", word), { id: words.anchor(word) }), make("p", meaning)]), origin(model.wording.localLine, values));
    },
    "own-words"(element, { values }) {
      const points = Object.entries(values.points || {});
      if (!points.length) return;
      const ids = (test, text = (id) => id.toUpperCase()) => points.filter(([, entry]) => test(entry)).map(([id, entry]) => text(id, entry)).join(", ");
      const done = {
        "Said its own way": ids(({ say, more, after }) => (say || more) && !after),
        "Left out": ids(({ leave_out: left }) => left && isYes(left), (id, { because }) => (because ? `${id.toUpperCase()} (${because})` : id.toUpperCase())),
        Added: ids(({ after }) => after),
      };
      element.hidden = false;
      element.replaceChildren(
        Object.assign(make("h2", "What this edition says in its own way"), { id: "own-words" }),
        make("p", `The wording of these points is by ${words.textOf(values, "author")}, or was chosen there.`),
        make("ul", ...Object.entries(done).filter(([, said]) => said).map(([name, said]) => make("li", `${name}: ${said}`))),
        origin(model.wording.localLine, values),
      );
    },
    title(element, { values }) {
      const title = [element.dataset.page, values.region, element.dataset.site].filter(Boolean).join(" · ");
      if (element.localName === "title") element.textContent = title;
      else element.content = title;
    },
  };

  const MARKED = Object.keys(MARKS).map((name) => `[data-${name}]`).join();

  /* Localize a document, or a part of one, for values that playbook.check() took; return it. `today` tells the day in a time zone. */
  function localize(root, values, today = playbook.today) {
    const own = { values, stage: values.stage, coming: words.coming(values, today) };
    const whole = root.nodeType === Node.DOCUMENT_NODE;
    const ownWords = whole ? playbook.ownWords.of(own.coming) : null;
    const talks = [];
    for (const element of root.querySelectorAll(MARKED)) {
      if (whole && element.closest(PREVIEW)) continue;
      for (const name of Object.keys(MARKS)) {
        if (!element.hasAttribute(`data-${name}`)) continue;
        if (ownWords && name === "said") talks.push(element);
        else MARKS[name](element, own);
      }
    }
    if (ownWords) {
      const growth = playbook.putOwnWords(root, ownWords);
      for (const element of talks) MARKS.said(element, own, growth(element));
    }
    if (whole) root.querySelectorAll("article ul > template").forEach((pattern) => pattern.remove());
    return root;
  }

  Object.assign(playbook, { localize, marks: { MARKS: Object.keys(MARKS), BLOCKS: Object.keys(BLOCKS) }, make, summary });
})();
