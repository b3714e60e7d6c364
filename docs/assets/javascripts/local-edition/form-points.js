/* The part of the form for points in the reader's own words: fields for each that is reworded, left out or added; the rest of what a point says is kept as it is. */
(() => {
  const { form } = playbook.form || {};
  const box = form?.querySelector(".form-points");
  if (!box) return;
  const { make, model } = playbook;
  const choice = box.querySelector(".form-point-choice");
  const said = box.querySelector(".form-point-said");
  const TEXTS = { say: "The line to say", more: "What follows it", because: "Or leave it out. Why?" };
  const SHEETS = { front: "Side one of the sheet you keep", back: "Side two", handout: "The handout you leave" };
  const kept = new Map();                                     // what the form has no field for: after, and a wording by stage

  const isOwn = (id) => /^n(?!00)\d\d$/.test(id);
  const known = (id) => model.points[id] || { spoken: true };
  const titleOf = (id) => [...choice.options].find(({ value }) => value === id)?.text ?? id.toUpperCase();

  /* Whether the playbook has no such point any more, or none that a point of the reader's own follows: its words stay here, to be copied. */
  const isGone = (id) => !Object.hasOwn(model.points, isOwn(id) ? kept.get(id)?.after ?? "" : id);

  /* What is to be said of such points; nothing where there are none. */
  function gone() {
    const ids = [...kept.keys()].filter(isGone).map((id) => (isOwn(id) ? `${String(kept.get(id).after).toUpperCase()}, which ${id.toUpperCase()} follows` : id.toUpperCase()));
    return ids.length ? ` No longer in the playbook: ${ids.join("; ")}. Your words stand under “Change the talking points”: copy them, then remove the point.` : "";
  }

  /* What may be said of a point: playbook/content/wording/point_rules.py. */
  function partsOf(id) {
    if (isOwn(id)) return ["say", "more"];
    if (known(id).figure) return ["because"];
    if (model.wording.questions.includes(id)) return ["say"];
    return known(id).spoken ? ["say", "more", "because"] : ["say", "because"];
  }

  const labelOf = (id, part) => (part === "say" && !known(id).spoken ? "Your words for it" : part === "because" && known(id).figure ? "Leave it out. Why?" : TEXTS[part]);

  function field(id, part, value) {
    const name = `points.${id}.${part}`;
    const area = document.createElement("textarea");
    const error = make("div");
    Object.assign(area, { id: `f-${name}`, name, rows: 2, value });
    area.setAttribute("aria-describedby", `f-${name}-error`);
    Object.assign(error, { id: `f-${name}-error`, className: "form-error", hidden: true });
    const label = Object.assign(make("label", labelOf(id, part)), { htmlFor: area.id });
    return Object.assign(make("div", label, area, error), { className: "form-field" });
  }

  /* Boxes to tick; a single one is no choice. */
  function ticks(name, title, choices, chosen) {
    const boxes = Object.entries(choices).map(([key, text]) => {
      const input = Object.assign(document.createElement("input"), { type: "checkbox", name: `${name}.${key}`, value: key, checked: chosen.includes(key) });
      return make("label", input, text);
    });
    return Object.assign(make("fieldset", Object.assign(make("legend", title), { className: "form-label" }), ...boxes), { className: "form-field form-ticks" });
  }

  /* A point that is for nobody would be one for all: the last box stays ticked. */
  function forSomebody(boxes) {
    const told = Object.assign(make("p"), { className: "form-point-said" });
    told.setAttribute("role", "status");
    boxes.append(told);
    boxes.addEventListener("input", ({ target }) => {
      const isLast = !boxes.querySelector(":checked");
      if (isLast) target.checked = true;
      told.textContent = isLast ? "A point is for somebody. Tick another first, or remove the point." : "";
    });
    return boxes;
  }

  /* For whom a point of the reader's own is, and on which sheets it stands: as its place allows. */
  function places(id, { after, for: whom, sheets = [] }) {
    if (!Object.hasOwn(model.points, after ?? "")) return [];
    const all = playbook.ownWords.audiencesOf(after);
    const labels = Object.fromEntries(all.map((key) => [key, model.audiences[key]]));
    const { handout, ...sides } = SHEETS;
    return [
      ...(all.length > 1 ? [forSomebody(ticks(`points.${id}.for`, "For whom?", labels, whom?.length ? whom : all))] : []),
      ticks(`points.${id}.sheets`, "On which sheets?", model.wording.onHandout.includes(known(after).section) ? { ...sides, handout } : sides, sheets),
    ];
  }

  function remove(item, id) {
    kept.delete(id);
    item.remove();
    choice.focus();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* The fields of one point; what is no plain text stays as it came. */
  function add(id, entry = {}) {
    const there = box.querySelector(`[data-own-point="${id}"]`);
    if (there) return there;
    const parts = partsOf(id).filter((part) => entry[part] === undefined || typeof entry[part] === "string");
    const ticked = isOwn(id) ? places(id, entry) : [];
    const shown = [...parts, "leave_out", ...(ticked.length ? ["for", "sheets"] : [])];
    kept.set(id, Object.fromEntries(Object.entries(entry).filter(([key]) => !shown.includes(key))));
    const title = isOwn(id) ? [make("strong", `${id.toUpperCase()} · A point of your own`), ` after ${titleOf(entry.after)}`] : [make("strong", titleOf(id))];
    if (isGone(id)) title.push(" is no longer in the playbook: copy your words, then remove it.");
    const now = Object.assign(make("div"), { className: "form-point-now" });
    const away = Object.assign(make("button", "Remove"), { type: "button", className: "tool form-point-remove" });
    const item = make("div", make("p", ...title), now, ...parts.map((part) => field(id, part, entry[part] ?? "")), ...ticked, away);
    item.className = "form-item";
    item.dataset.ownPoint = id;
    item.setAttribute("role", "group");
    item.setAttribute("aria-label", id.toUpperCase());
    away.setAttribute("aria-label", `Remove: ${id.toUpperCase()}`);
    away.addEventListener("click", () => remove(item, id));
    box.append(item);
    playbook.form.showPoint(now, isOwn(id) ? entry.after : id);
    return item;
  }

  /* A point of the reader's own after the one chosen, on side one of its sheets unless they untick that. */
  function addOwn() {
    const after = choice.value;
    const { spoken, figure } = known(after);
    const id = Array.from({ length: 99 }, (_, i) => `n${String(i + 1).padStart(2, "0")}`).find((one) => !kept.has(one));
    said.textContent = !spoken || figure ? `A point of your own stands among spoken ones, and ${after.toUpperCase()} is ${figure ? "a figure" : "not spoken"}. Choose another.` : "";
    if (id && !said.textContent) add(id, { after, sheets: ["front"] }).querySelector("textarea").focus();
  }

  /* What the form says of points: its fields, and what it has none for. A reason leaves a point out. */
  function read(points = {}) {
    const found = {};
    for (const [id, rest] of kept) {
      const { for: whom, sheets, ...texts } = points[id] || {};
      const entry = { ...rest, ...texts, ...(texts.because ? { leave_out: "true" } : {}) };
      const all = isOwn(id) && !isGone(id) ? playbook.ownWords.audiencesOf(rest.after) : [];
      if (all.length > 1 && Object.keys(whom ?? {}).length < all.length) entry.for = Object.keys(whom ?? {});
      if (sheets) entry.sheets = Object.keys(sheets);
      if (Object.keys(entry).length) found[id] = entry;
    }
    return found;
  }

  function put(points) {
    kept.clear();
    box.querySelectorAll("[data-own-point]").forEach((item) => item.remove());
    Object.entries(points).forEach(([id, entry]) => add(id, entry));
  }

  box.querySelector(".form-point-do").addEventListener("click", () => box.querySelector(".form-point-now").replaceChildren());   // it stands beside the fields then
  box.querySelector(".form-point-add").addEventListener("click", () => {
    said.textContent = "";
    add(choice.value).querySelector("textarea").focus();
  });
  box.querySelector(".form-point-own").addEventListener("click", addOwn);
  Object.assign(playbook.form, { ownPoints: { read, put, gone } });
})();
