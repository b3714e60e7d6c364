/* The part of the form for points in the reader's own words: fields for each that is reworded, left out or added; the rest of what a point says is kept as it is. */
(() => {
  const { form } = playbook.form || {};
  const box = form?.querySelector(".form-points");
  if (!box) return;
  const { make } = playbook;
  const TEXTS = { say: "The line to say", more: "What follows it", because: "Left out. Why?" };
  const kept = new Map();                                     // what the form has no field for: after, for, sheets, wording by stage

  function field(id, part, value) {
    const name = `points.${id}.${part}`;
    const area = document.createElement("textarea");
    const error = make("div");
    Object.assign(area, { id: `f-${name}`, name, rows: 2, value });
    area.setAttribute("aria-describedby", `f-${name}-error`);
    Object.assign(error, { id: `f-${name}-error`, className: "form-error", hidden: true });
    const label = Object.assign(make("label", TEXTS[part]), { htmlFor: area.id });
    return Object.assign(make("div", label, area, error), { className: "form-field" });
  }

  function remove(item, id) {
    kept.delete(id);
    item.remove();
    box.querySelector(".form-point-choice").focus();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* The fields of one point; what is no plain text stays as it came. */
  function add(id, entry = {}) {
    const there = box.querySelector(`[data-own-point="${id}"]`);
    if (there) return there;
    const isText = (part) => entry[part] === undefined || typeof entry[part] === "string";
    kept.set(id, Object.fromEntries(Object.entries(entry).filter(([key, value]) => !Object.hasOwn(TEXTS, key) || typeof value !== "string").filter(([key]) => key !== "leave_out")));
    const parts = Object.keys(TEXTS).filter((part) => isText(part) && !(part === "because" && /^n/.test(id)) && (part === "say" || model(id).spoken));
    const away = Object.assign(make("button", "Remove"), { type: "button", className: "tool form-point-remove" });
    const item = make("div", make("p", make("strong", id.toUpperCase())), ...parts.map((part) => field(id, part, entry[part] ?? "")), away);
    item.className = "form-item";
    item.dataset.ownPoint = id;
    item.setAttribute("role", "group");
    item.setAttribute("aria-label", id.toUpperCase());
    away.setAttribute("aria-label", `Remove: ${id.toUpperCase()}`);
    away.addEventListener("click", () => remove(item, id));
    box.querySelector(".form-point-add").before(item);
    return item;
  }

  const model = (id) => playbook.model.points[id] || { spoken: true };

  /* What the form says of points: its fields, and what it has none for. A reason leaves a point out. */
  function read(points = {}) {
    const found = {};
    for (const [id, rest] of kept) {
      const texts = points[id] || {};
      const entry = texts.because ? { ...rest, ...texts, leave_out: "true" } : { ...rest, ...texts };
      if (Object.keys(entry).length) found[id] = entry;
    }
    return found;
  }

  box.querySelector(".form-point-add").addEventListener("click", () => add(box.querySelector(".form-point-choice").value).querySelector("textarea").focus());
  function clear() {
    kept.clear();
    box.querySelectorAll("[data-own-point]").forEach((item) => item.remove());
  }

  Object.assign(playbook.form, { ownPoints: { read, clear, put: (points) => Object.entries(points).forEach(([id, entry]) => add(id, entry)) } });
})();
