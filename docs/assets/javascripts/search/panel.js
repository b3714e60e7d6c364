/* Shows what the engine finds: a combobox whose list holds links, as the ARIA Authoring Practices describe it. The field keeps the focus. */
(() => {
  const KINDS = { say: "What to say", sheet: "Sheets to print", worksheet: "Build your team", word: "Words", page: "Pages" };
  const STAGES = { planning: "Planning a launch", launch: "Launch coming up", active: "Active partnership" };
  const USUAL = ["talking-points/index.html", "sheets/index.html", "team/objections.html", "team/invite.html", "team/agenda-planning.html", "team/business.html", "about/glossary.html"];
  const BEST = 3, MOST = 6;                                    // results above all groups, and in each
  const PAUSE = 400;                                           // ms without typing before the count is announced
  const { mark } = playbook.search;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
    made.append(...children.filter(Boolean));
    return made;
  }
  const span = (kind, text) => text && element("span", { class: kind }, text);

  /* Where a result stands and for whom. */
  const places = ({ kind, on, above, whom, stages, paper }, isBest) => [
    ...(isBest || kind !== "say" ? [KINDS[kind]] : []),
    ...(on && on !== KINDS[kind] ? [on] : []), ...(above ? [above] : []),
    ...whom, ...stages.map((key) => STAGES[key]),
  ];

  /* A row without its words: a copy takes less time than a row that is made. */
  const ROW = element("div", { class: "hit-row", role: "presentation" },
    element("a", { role: "option", class: "hit", tabindex: "-1", "aria-selected": "false" }, span("hit-where", " "), element("span", { class: "hit-title" }, span("hit-name", " "))));

  /* `sought`: of an address, the words that are marked there. */
  function hit(doc, edition, sought, isBest, stems) {
    const [path, anchor] = doc.location.split("#"), row = ROW.cloneNode(true), link = row.firstChild, [where, title] = link.children, name = title.firstChild;
    const told = places(doc, isBest);
    link.href = edition.href + path + sought + (anchor ? `#${anchor}` : "");
    link.setAttribute("aria-label", [doc.title, ...told].join(", "));
    where.textContent = told.join(" · ");
    name.textContent = doc.title;
    if (doc.point) title.append(span("hit-id", doc.point));
    if (stems) mark(name, stems);
    if (doc.text) {
      link.setAttribute("aria-description", doc.text);
      link.append(span("hit-text", doc.text));
      if (stems) mark(link.lastChild, stems);
    }
    if (doc.audiences.length === 1) Object.assign(link.dataset, { audience: doc.audiences[0], ...(doc.drawn && { color: doc.drawn.color, icon: doc.drawn.icon }) });
    if (doc.paper) row.append(element("a", {
      role: "option", class: "hit-paper", href: new URL(doc.paper, edition).href, tabindex: "-1", "aria-selected": "false", "aria-label": `PDF: ${doc.title}`, download: doc.paper.split("/").pop(),
    }, "PDF"));
    return row;
  }

  function group(name, rows, key = "found") {
    const id = `search-group-${name.toLowerCase().replace(/\W+/g, "-")}`;
    const title = element("div", { class: "search-group-name", id, role: "presentation" }, name);
    return element("div", { role: "group", class: "search-group", "data-group": key, "aria-labelledby": id }, title, ...rows);
  }

  playbook.search.attach = ({ dialog, field, hits, count }, engine, edition) => {
    let active = null, pause = 0, last = null, isFollowed = false, waiting = [];

    const options = () => [...hits.querySelectorAll("[role=option]")];

    function choose(option) {
      active?.setAttribute("aria-selected", "false");
      active = option || null;
      active?.setAttribute("aria-selected", "true");
      if (active) field.setAttribute("aria-activedescendant", active.id);
      else field.removeAttribute("aria-activedescendant");
      active?.scrollIntoView({ block: "nearest" });
    }

    /* Each group as a function that makes it, the best results first. */
    function groups(results) {
      const best = results.slice(0, BEST), rest = results.slice(BEST);
      const sought = results[0].words.length ? `?${new URLSearchParams({ h: results[0].words.join(" ") })}` : "";
      const row = (isBest) => (doc) => hit(doc, edition, sought, isBest, new Set(doc.terms));
      const kinds = Object.keys(KINDS).map((kind) => [kind, rest.filter((doc) => doc.kind === kind).slice(0, MOST)]).filter(([, some]) => some.length);
      kinds.sort(([, [a]], [, [b]]) => rest.indexOf(a) - rest.indexOf(b));
      return [() => group(rest.length ? "Best matches" : "Results", best.map(row(true))), ...kinds.map(([kind, some]) => () => group(KINDS[kind], some.map(row(false))))];
    }

    const usual = () => group("Often looked for", USUAL.map(engine.page).filter(Boolean).map((doc) => hit(doc, edition, "", true)), "usual");

    function nearest(typed) {
      const near = engine.suggest(typed).map((word) => {
        const button = element("button", { type: "button", role: "option", class: "hit-word", tabindex: "-1", "aria-selected": "false" }, word);
        button.addEventListener("click", () => {
          field.value = word;
          field.focus();
          show();
        });
        return button;
      });
      return near.length ? [() => group("Did you mean", near)] : [];
    }

    /* Kept with the entry of the history; open.js opens the panel again by it, after Back and after a reload. */
    function keep(search) {
      if ((history.state?.search ?? "") !== search) history.replaceState({ ...history.state, search }, "");
    }

    /* Said after a pause, so that a screen reader is not interrupted by every letter; browsers refuse an entry that changes with every letter. */
    function announce(typed, isFound) {
      clearTimeout(pause);
      count.textContent = "";                                  // it spoke of other words
      pause = setTimeout(() => {
        complete();                                            // a page out of sight paints nothing
        const many = (kind, name) => (({ length }) => length ? `${length} ${name}${length > 1 ? "s" : ""}` : "")(hits.querySelectorAll(kind));
        const counted = [many(".hit", "result"), many(".hit-paper", "PDF")].filter(Boolean).join(" and ");   // all that the keyboard steps through
        count.textContent = !typed ? "" : isFound ? counted : `No result for “${typed}”. Below are pages that people often look for.`;
        if (dialog.open) keep(typed);
      }, PAUSE);
    }

    /* Put in the groups that wait, and number all options. */
    function complete() {
      hits.append(...waiting.splice(0).map((make) => make()));
      options().forEach((option, number) => { option.id = `search-option-${number}`; });
    }

    function show() {
      const typed = field.value.trim();
      if (typed === last) return;
      const isFirst = last === null;
      last = typed;
      const results = typed ? engine.find(field.value) : [];
      if (hits.firstChild) hits.scrollTop = 0;                 // before the list is new, so that it is laid out once
      const made = results.length ? groups(results) : [...(typed ? nearest(typed) : []), usual];
      waiting = isFirst ? made.splice(1) : [];                 // what was typed before the index came: the best results are painted first
      hits.replaceChildren(...made.map((make) => make()));
      choose(null);
      field.setAttribute("aria-expanded", "true");
      if (waiting.length) requestAnimationFrame(() => setTimeout(complete));
      else complete();
      announce(typed, results.length);
    }

    field.addEventListener("input", show);                     // typed, pasted, dictated, dropped
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      complete();
      const all = options(), at = all.indexOf(active);
      const to = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all[(at < 0 ? all.length : at) - 1] || all.at(-1), ...(active && { Home: all[0], End: all.at(-1) }) }[event.key];
      if (to) {
        event.preventDefault();
        choose(to);
      } else if (event.key === "Enter") {
        event.preventDefault();
        show();
        if (field.value.trim() || active) (active || options()[0])?.click();
      } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") choose(null);
    });
    hits.addEventListener("pointermove", (event) => {
      const over = event.target.closest("[role=option]");
      if (over && over !== active && event.pointerType === "mouse") {
        active?.setAttribute("aria-selected", "false");
        active = null;
        field.removeAttribute("aria-activedescendant");
      }
    });
    hits.addEventListener("click", (event) => {
      if (!event.target.closest("a.hit") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      keep(last);
      isFollowed = true;
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      choose(null);
      if (!isFollowed) keep("");
      isFollowed = false;
    });
    show();
  };
})();
