/* A reader's own words put into a page: points added, left out or said another way, each with whose words they are; then by how much each talk grew.
   The twin of playbook/render/wording/. */
(() => {
  const { model, words } = playbook;
  const RULES = model.wording;
  const SPOKEN = ["say", "more"];
  const LISTS = { front: ".sheet-talk > ul", back: ".sheet-fuller > ul", handout: ".sheet-talk > ul" };
  const HEADING = /^h[2-6]$/;

  const held = (root) => [...root.querySelectorAll("article [data-point]")];
  const partsOf = (holder) => Object.fromEntries([...holder.querySelectorAll("[data-part]")].filter((part) => SPOKEN.includes(part.dataset.part)).map((part) => [part.dataset.part, part]));
  const around = (element) => element.parentElement?.closest("blockquote, .sheet-side") ?? null;

  function note(tag, own, id, origin, at) {
    const element = document.createElement(tag);
    element.className = "origin-part own-origin";
    element.dataset.origin = origin;
    element.textContent = own.originWords(id, origin, !at);
    return element;
  }

  /* The stage whose wording holds at an occurrence, and the voice of its values. */
  function voiceOf(holder, stage) {
    if (holder.dataset.at === "letter") return [stage, "letter"];
    const at = holder.closest(".sheet")?.dataset.stage || "";
    return [at || stage, at];
  }

  function sayOwn(holder, id, own) {
    const [stage, at] = voiceOf(holder, own.stage);
    const [say, more] = SPOKEN.map((part) => own.text(id, part, stage, at));
    const parts = partsOf(holder);
    const isWhole = !parts.say && !parts.more;
    if ((say === null || !(isWhole || parts.say)) && (more === null || !parts.more)) return;   // nothing that stands here is the reader's
    if (isWhole) holder.textContent = say ?? "";
    if (say !== null && parts.say) parts.say.textContent = say;
    if (more !== null && parts.more) {
      parts.more.textContent = more;
      const before = parts.more.previousSibling;
      if (before === parts.more.previousElementSibling) parts.more.before(" ");
      else if (before && !before.textContent.trim()) before.textContent = " ";
    }
    const keepsPart = [[say, parts.say], [more, parts.more]].some(([text, part]) => text === null && part?.textContent.trim());
    sayOrigin(holder, id, own.origin(id, stage, keepsPart), at, own);
  }

  /* The line that says whose the asks with a dagger of a sheet are, where none has a dagger any more. */
  function removeNoteWithoutDagger(parent) {
    if (parent?.matches(".sheet-ask") && !parent.querySelector(".origin-dagger")) parent.querySelector(":scope > p.origin-part")?.remove();
  }

  function sayOrigin(holder, id, origin, at, own) {
    holder.querySelectorAll(".origin-part, .origin-dagger").forEach((former) => former.remove());
    removeNoteWithoutDagger(holder.parentElement);
    if (at === "letter") {
      const last = holder.lastChild;
      if (origin !== "adapted" && last?.nodeType === Node.TEXT_NODE && last.textContent.trim() === "*") last.remove();
      return;
    }
    if (/^h[1-4]$/.test(holder.localName)) return void holder.after("\n", note("p", own, id, origin, at));
    if (!["li", "p"].includes(holder.localName)) return;
    while (holder.lastChild?.nodeType === Node.TEXT_NODE && !holder.lastChild.textContent.trim()) holder.lastChild.remove();
    const tools = holder.querySelector(":scope > .point-tools, :scope > .link-copy");   // buttons that a script put there stand last
    if (tools) tools.before(" ", note("span", own, id, origin, at), " ");
    else holder.append(" ", note("span", own, id, origin, at));
  }

  /* A new occurrence, like others of its list. */
  function made(pattern, id, like, own) {
    const item = pattern.cloneNode(true);
    item.dataset.point = id;
    if (own.whom(id).length < playbook.ownWords.AUDIENCES.length) item.dataset.for = own.whom(id).join(" ");
    const address = (like.querySelector('a[data-part="link"]')?.getAttribute("href") || "").split("#")[0];
    item.querySelectorAll('a[data-part="link"]').forEach((link) => {
      link.setAttribute("href", `${address}#${id}`);
      link.textContent = id.toUpperCase();
    });
    return item;
  }

  const patternOf = (list) => list.querySelector(":scope > template")?.content.querySelector("li");

  function addAfterPoints(root, own) {
    const last = new Map();
    for (const id of own.added) {
      const { after } = own.points[id];
      for (const item of root.querySelectorAll(`article ul > li[data-point="${after}"]`)) {
        const pattern = patternOf(item.parentElement);
        if (!pattern || item.closest(".sheet-side")) continue;
        const point = made(pattern, id, item, own);
        if (item.id) Object.assign(point, { id }).dataset.beside = after;
        (last.get(item) || item).after("\n", point);
        last.set(item, point);
        sayOwn(point, id, own);
      }
    }
  }

  function addOnSide(sheet, side, own) {
    const bySection = new Map();
    for (const list of sheet.querySelectorAll(LISTS[side])) bySection.set(list.dataset.section, [...(bySection.get(list.dataset.section) || []), list]);
    for (const [section, all] of bySection) {
      const ids = own.added.filter((id) => {
        const { after, sheets = [] } = own.points[id];
        return sheets.includes(side) && own.whom(id).includes(sheet.dataset.audience) && playbook.ownWords.stagesOf(after).includes(sheet.dataset.stage)
          && model.points[after].section === section;
      });
      if (!ids.length) continue;
      const list = all[0].cloneNode(false);
      all[0].before(list, "\n");
      for (const id of ids) {
        list.append(made(patternOf(all[0]), id, all[0].querySelector(":scope > li"), own));
        sayOwn(list.lastElementChild, id, own);
      }
      if (side === "front") giveWay(sheet, all, ids.length, own);
    }
  }

  function giveWay(sheet, lists, count, own) {
    const there = new Set([...sheet.querySelectorAll(".sheet-fuller [data-point]")].map(({ dataset }) => dataset.point));
    const items = lists.toReversed().flatMap((list) => [...list.children].filter((item) => item.localName === "li").reverse());
    for (const item of items.filter(({ dataset }) => !Object.hasOwn(own.points, dataset.point)).slice(0, count)) {
      const list = item.parentElement;
      item.remove();
      const goesTo = [...sheet.querySelectorAll(`.sheet-fuller > ul[data-section="${list.dataset.section}"]`)].at(-1);
      if (goesTo && !there.has(item.dataset.point)) goesTo.querySelector(":scope > template").before(item);
      if (list.querySelector(":scope > li")) continue;
      if (list.nextElementSibling?.matches("p.origin-part")) list.nextElementSibling.remove();
      list.remove();
    }
  }

  function leaveOut(root, ids) {
    for (const holder of held(root)) if (ids.has(holder.dataset.point) && holder.isConnected) take(holder, root);
    for (const link of root.querySelectorAll('a[href*="#"]')) {
      if (!ids.has(link.getAttribute("href").split("#").at(-1))) continue;
      if (["point-link", "point-id"].includes(link.className)) removeWithBrackets(link);
      else link.replaceWith(...link.childNodes);
    }
  }

  /* A link, and the round brackets that hold nothing else. */
  function removeWithBrackets(link) {
    const { previousSibling: before, nextSibling: after } = link;
    if (before?.nodeType === Node.TEXT_NODE && after?.nodeType === Node.TEXT_NODE && before.data.endsWith("(") && after.data.startsWith(")")) {
      before.data = before.data.slice(0, -1).trimEnd();
      after.data = after.data.slice(1);
    }
    link.remove();
  }

  function take(holder, root) {
    const parent = holder.parentElement;
    if (holder.localName === "tr") {
      holder.remove();
      if (!parent.querySelector(":scope > tr")) empty(parent.parentElement, root);
    } else if (holder.localName === "p" && parent.matches("div.ours")) empty(parent, root);
    else if (holder.localName === "p" && parent.localName !== "blockquote" && (!holder.nextElementSibling || HEADING.test(holder.nextElementSibling.localName))) empty(holder, root);
    else if (["li", "p"].includes(holder.localName)) {
      holder.remove();
      removeNoteWithoutDagger(parent);
      if (parent.localName === "blockquote") quotation(parent, root);
      else if (holder.localName === "li" && !parent.querySelector(":scope > li")) emptyList(parent, root);
    }
  }

  function emptyList(list, root) {
    const { parentElement: parent, nextElementSibling: after } = list;
    if (after?.matches(":not(.ours) > p.origin-part")) after.remove();   // in a box of the playbook's the line is the box's
    if (parent.localName !== "blockquote") return void empty(list, root);
    list.remove();
    quotation(parent, root);
  }

  function quotation(quoted, root) {
    if (!quoted.querySelector("[data-point]")) empty(quoted, root);
  }

  const onlyLeads = (line) => line.className === "said-time" || line.textContent.trim().endsWith(":")
    || (line.children.length === 1 && line.firstElementChild.dataset.point !== undefined && line.firstChild === line.firstElementChild);

  /* What stays of a heading that went. */
  const isPlace = (part) => part.localName === "span" && part.id && part.attributes.length === 1 && !part.firstChild;

  function empty(block, root) {
    let { previousElementSibling: before } = block;
    let { nextElementSibling: after } = block;
    const { parentElement: parent } = block;
    while (after && isPlace(after)) after = after.nextElementSibling;
    block.remove();
    if (parent.localName === "figure") {
      if (!parent.querySelector(":scope > table")) empty(parent, root);
      return;
    }
    while (before?.localName === "p" && onlyLeads(before)) {
      const leads = before;
      before = before.previousElementSibling;
      leads.remove();
    }
    if (!before || !HEADING.test(before.localName) || (after && !HEADING.test(after.localName)) || parent.classList.contains("tabbed-block")) return;
    if (before.id) root.querySelectorAll(`[data-md-component="toc"] li:has(> a[href="#${CSS.escape(before.id)}"])`).forEach((entry) => entry.remove());
    if (before.id) before.before(Object.assign(document.createElement("span"), { id: before.id }));   // other pages lead there
    before.remove();
  }

  function creditPage(root, own) {
    const line = root.querySelector('article p.origin-line[data-origin="toolkit"]');
    if (!line || !root.querySelector('article .own-origin[data-origin="local"]')) return;
    const named = (text) => text.replace("{author}", () => words.textOf(own.values, "author"));
    line.textContent = named(RULES.line);
    line.dataset.origin = RULES.mixed;
    for (const foot of root.querySelectorAll("p.credit")) {
      const link = foot.firstElementChild;
      const [before, after] = named(RULES.foot).split(link.textContent);
      foot.replaceChildren(before, link, after);
      foot.dataset.origin = RULES.mixed;
    }
    const logo = root.querySelector(".source img.source-logo");
    const last = held(root).at(-1);
    if (!logo || !last) return;
    const said = document.createElement("p");
    said.className = "origin-part";
    said.dataset.origin = "toolkit";
    said.append(logo, RULES.toolLine);
    (last.closest("ul, blockquote") || last).after(said);
  }

  /* The words of each talk: at their own places by id, elsewhere by the quotation or side of a sheet around them. */
  function counted(root) {
    const found = new Map();
    for (const holder of held(root)) {
      const place = holder.dataset.beside || holder.id || around(holder);
      if (!place || holder.hidden || holder.closest("p[hidden], div[hidden], li[hidden], section[hidden]")) continue;
      if (!found.has(place)) found.set(place, { say: 0, more: 0 });
      for (const [name, part] of Object.entries(partsOf(holder))) found.get(place)[name] += words.wordsOf(part.textContent);
    }
    return found;
  }

  /* Put own words into a document whose values are filled; return a function that tells by how many words the talk of an element with data-said grew. */
  function putOwnWords(root, own) {
    const before = counted(root);
    addAfterPoints(root, own);
    for (const sheet of root.querySelectorAll("article .sheet[data-stage]"))
      for (const side of Object.keys(LISTS)) if ((side === "handout") === sheet.classList.contains("sheet-handout")) addOnSide(sheet, side, own);
    leaveOut(root, own.leftOut);
    for (const holder of held(root)) if (own.reworded.has(holder.dataset.point)) sayOwn(holder, holder.dataset.point, own);
    creditPage(root, own);
    const after = counted(root);
    return (element) => {
      const places = element.dataset.points?.split(" ") || [around(element)];
      const parts = element.dataset.way === "say" ? ["say"] : SPOKEN;
      const sum = (count) => places.flatMap((place) => parts.map((part) => count.get(place)?.[part] || 0)).reduce((one, other) => one + other, 0);
      return sum(after) - sum(before);
    };
  }

  playbook.putOwnWords = putOwnWords;
})();
