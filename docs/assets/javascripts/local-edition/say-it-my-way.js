/* "Say it my way" at each point of a reader's own version: text only, kept on this device; or the point is left out, with the reason. */
(() => {
  const { make, model, own, store } = playbook;
  const RULES = model.wording;
  const SAVED = "Saved on this device";
  if (!own.values || playbook.edition() || playbook.shares()) return;

  const mayChange = ({ id }) => Object.hasOwn(own.values.points || {}, id) || (model.points[id]?.spoken && !model.points[id].figure && !RULES.untouched.includes(id));
  const points = () => [...document.querySelectorAll("article li[id][data-point]")].filter(mayChange);

  function button(text, act, kind = "tool") {
    const element = make("button", text);
    element.type = "button";
    element.className = kind;
    element.addEventListener("click", act);
    return element;
  }

  function field(label, value) {
    const area = document.createElement("textarea");
    area.rows = 2;
    area.value = value;
    const around = make("label", make("span", label), area);
    around.className = "my-way-field";
    return [around, area];
  }

  /* What stands there now; a wording by stage is that of the own stage. */
  const words = (point, part) => point.querySelector(`[data-part="${part}"]`)?.textContent.trim() || "";
  const given = (entry, part) => (typeof entry?.[part] === "string" ? entry[part] : entry?.[part]?.[own.values.stage]);

  /* The point, or where it is gone, one beside it: of its own list, if there is any. */
  function placesOf(point) {
    const all = points();
    const at = all.indexOf(point);
    const beside = [all[at + 1], all[at - 1]].filter(Boolean);
    return [point, ...beside.filter((one) => one.parentElement === point.parentElement), ...beside].map(({ id }) => id);
  }

  /* After a change the page is loaded anew: its place is gone to as by a link (deep-link.js), and what was done is said. */
  function arrive() {
    const places = history.state?.saved;
    if (!places) return;
    const said = document.querySelector(".link-said");
    history.scrollRestoration = "auto";
    if (!said) return;                                         // no point is left on this page
    addEventListener("hashchange", () => {
      said.textContent = SAVED;
      setTimeout(() => { if (said.textContent === SAVED) said.textContent = ""; }, 10000);
    }, { once: true });
    location.replace(`#${places.find((id) => document.getElementById(id)) ?? ""}`);
  }

  function keep(point, entry, said) {
    const { id } = point;
    const rest = Object.fromEntries(Object.entries(own.values.points || {}).filter(([key]) => key !== id));
    const all = entry ? { ...rest, [id]: entry } : rest;
    const { points: _, ...others } = own.values;
    const { values, problems } = playbook.check(Object.keys(all).length ? { ...others, points: all } : others);
    const wrong = problems.find(({ key }) => key.startsWith(`points.${id}`));
    if (wrong) return void (said.textContent = `${wrong.message}.`);
    if (!store.keep(values)) return void (said.textContent = store.refusal());
    history.scrollRestoration = "manual";
    history.replaceState({ saved: placesOf(point) }, "", location.pathname + location.search);
    location.reload();
  }

  function open(point, opener) {
    const { id } = point;
    const entry = own.values.points?.[id];
    const [sayField, say] = field("The line to say", given(entry, "say") ?? words(point, "say"));
    const [moreField, more] = field("What follows it", given(entry, "more") ?? words(point, "more"));
    const [whyField, why] = field("Or leave it out. Why?", "");
    const said = make("p");
    said.className = "tools-said";
    said.setAttribute("role", "status");

    function entered() {
      if (why.value.trim()) return { leave_out: "true", because: why.value };
      const place = Object.fromEntries(Object.entries(entry || {}).filter(([key]) => ["after", "for", "sheets"].includes(key)));
      const changed = [["say", say], ["more", more]].filter(([part, area]) => area.value.trim() && (given(entry, part) !== undefined || area.value.trim() !== words(point, part)));
      const texts = Object.fromEntries(changed.map(([part, area]) => [part, area.value]));
      return Object.keys(texts).length ? { ...place, ...texts } : null;
    }

    function close() {
      panel.remove();
      opener.hidden = false;
      opener.focus();
    }

    const back = entry && button(/^n/.test(id) ? "Take it away" : "Back to the playbook’s words", () => keep(point, null, said));
    const panel = make("div", sayField, moreField, ...(/^n/.test(id) ? [] : [whyField]),
      make("div", ...[button("Save on this device", () => keep(point, entered(), said), "tool tool-main"), back, button("Cancel", close)].filter(Boolean)), said);
    panel.className = "my-way";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", `Say ${id.toUpperCase()} my way`);
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    point.append(panel);
    opener.hidden = true;
    say.focus();
  }

  for (const point of points()) {
    let tools = point.querySelector(":scope > .point-tools");
    if (!tools) {
      tools = make("span");
      tools.className = "point-tools";
      point.append(" ", tools);
    }
    const opener = button("Say it my way", () => open(point, opener), "point-way");
    opener.setAttribute("aria-label", `Say it my way: ${point.id.toUpperCase()}`);
    tools.append(opener);
  }
  if (document.readyState === "complete") arrive();
  else addEventListener("load", arrive, { once: true });
})();
