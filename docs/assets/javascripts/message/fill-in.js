/* Fields above messages: what is typed there stands in place of the messages' [brackets]. Your name and your organization stay on this device, the rest until the tab is closed. */
(() => {
  const { device, root } = playbook;
  const KEY = `${root.pathname}.playbook_sender`;
  const TYPED = `${location.pathname}.playbook_typed`;
  const KEPT = ["your name", "your organization", "convener"];
  const BRACKET = /\[[^\]]+\]/;
  const groups = [...document.querySelectorAll(".fill-in")];
  const messages = [...document.querySelectorAll(".message")];
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const groupOf = (message) => groups.filter((group) => follows(group, message)).sort((one, other) => (follows(one, other) ? -1 : 1)).at(-1);   // an own version puts its stage's part first
  const inputs = (group) => [...group.querySelectorAll("input")];
  const blanks = (group) => messages.filter((message) => groupOf(message) === group).flatMap((message) => [...message.querySelectorAll("[data-blank]")]);

  const ZONES = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    "America/Puerto_Rico", "Pacific/Guam", "Pacific/Pago_Pago",
  ];
  const zoneName = (timeZone) => new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longGeneric" }).formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const entryOf = (group) => group.querySelector(".fill-in-calendar");
  const chosen = (group) => [...entryOf(group)?.querySelectorAll("select") ?? []].map((select) => select.value);   // minutes, time zone

  /* Length and time zone of an entry: the edition's, else the usual length and the reader's own zone. Two zones with one name are one. */
  function offer(entry) {
    const [lengths, zones] = entry.querySelectorAll("select");
    const { length, timezone = here } = entry.dataset;
    if (zones.dataset.zones === timezone) return;
    zones.dataset.zones = timezone;
    const named = new Map([...ZONES, here, timezone].map((zone) => [zoneName(zone), zone]));
    zones.replaceChildren(...[...named].map(([name, zone]) => new Option(name, zone)));
    zones.value = timezone;
    if (!length) return;
    const minutes = String(playbook.calendar.minutes(length));
    if (![...lengths.options].some(({ value }) => value === minutes)) lengths.add(new Option(length, minutes));
    lengths.value = minutes;
  }

  function clock(value, group) {
    const [hour, minute] = value.split(":");
    return `${hour % 12 || 12}:${minute} ${hour < 12 ? "am" : "pm"} ${zoneName(chosen(group)[1] || here)}`;
  }

  const READ = { date: (value) => playbook.calendar.day(value), time: clock };
  const typed = () => groups.map((group) => Object.fromEntries([...group.querySelectorAll("input, select[data-chosen]")].map(({ name, value }) => [name, value])));

  /* What was typed on this page before it was loaded anew, a group of fields each. */
  function before() {
    try {
      return JSON.parse(sessionStorage.getItem(TYPED)) ?? [];
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(TYPED, JSON.stringify(typed()));
    } catch { /* full, or not allowed */ }
  }

  function choose(select, value) {
    select.value = value;
    select.dataset.chosen = "";
  }

  /* That the day of a group has passed, which nobody means; nothing of any other day. */
  function passed(group) {
    return playbook.calendar.passed(inputs(group).find(({ type, parentElement }) => type === "date" && !parentElement.hidden)?.value);
  }

  const warn = (group) => { group.querySelector(".fill-in-passed").textContent = passed(group); };

  /* What was told of a file, a copy or a mail no longer holds once something else is typed. */
  function untell(group) {
    for (const part of [group, ...messages.filter((message) => groupOf(message) === group)]) part.querySelectorAll(".tools-said").forEach((said) => { said.textContent = ""; });
  }

  const inWords = (input, group) => input.value.trim() && (READ[input.type] || ((value) => value.trim()))(input.value, group);

  /* Give every bracket in a message's text an element of its own. */
  function mark(message) {
    const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (BRACKET.test(walker.currentNode.data) && !walker.currentNode.parentElement.closest("[data-blank], .tools")) texts.push(walker.currentNode);
    for (const text of texts)
      text.replaceWith(...text.data.split(/(\[[^\]]+\])/).filter(Boolean).map((piece) => {
        if (!BRACKET.test(piece)) return piece;
        const blank = document.createElement("span");
        blank.className = "blank";
        blank.dataset.blank = piece.slice(1, -1);
        blank.textContent = piece;
        return blank;
      }));
  }

  function put(input) {
    const group = input.closest(".fill-in");
    const said = inWords(input, group);
    for (const blank of blanks(group))
      if (blank.dataset.blank === input.name) {
        blank.textContent = said || `[${input.name}]`;
        blank.classList.toggle("blank-filled", Boolean(said));
      }
    if (input.name === "subject" && input.value.trim())
      for (const message of messages) if (groupOf(message) === group) message.querySelector(".subject").textContent = input.value.trim();
  }

  /* Make a field for each other bracket, called as the bracket is. */
  function complete(group, asked) {
    const all = inputs(group), last = all.at(-1).parentElement;
    for (const name of asked) {
      if (all.some((input) => input.name === name)) continue;
      const field = last.cloneNode(true), input = field.querySelector("input");
      field.querySelector("span").textContent = name[0].toUpperCase() + name.slice(1);
      Object.assign(input, { name, value: "" });
      last.before(field);
    }
  }

  /* Show the fields that a message needs, with what is known. */
  function show() {
    messages.forEach(mark);
    const sender = device.read(KEY) || {};
    const kept = before();
    for (const [number, group] of groups.entries()) {
      const asked = new Set(blanks(group).map((blank) => blank.dataset.blank));
      const first = messages.find((message) => groupOf(message) === group);
      group.hidden = !first;
      complete(group, asked);
      if (entryOf(group)) offer(entryOf(group));
      for (const select of group.querySelectorAll("select"))
        if ([...select.options].some(({ value }) => value === kept[number]?.[select.name])) choose(select, kept[number][select.name]);
      for (const input of inputs(group)) {
        if (typeof kept[number]?.[input.name] === "string") input.value ||= kept[number][input.name];
        input.parentElement.hidden = !asked.has(input.name) && input.name !== "subject";
        if (input.name === "subject") input.value ||= first?.querySelector(".subject").textContent ?? "";
        else if (KEPT.includes(input.name) && typeof sender[input.name] === "string") input.value ||= sender[input.name];
        if (input.name !== "subject") put(input);
      }
      warn(group);
      if (entryOf(group)) entryOf(group).hidden = !asked.has("date");
    }
  }

  addEventListener("input", ({ target }) => {
    const group = target.closest?.(".fill-in");
    if (!group) return;
    warn(group);
    untell(group);
    if (target.matches("select")) choose(target, target.value);
    keep();
    if (target.matches("select")) inputs(group).filter(({ type }) => type === "time").forEach(put);
    else put(target);
    if (!KEPT.includes(target.name)) return;
    for (const other of groups.filter((one) => one !== group)) {
      const twin = inputs(other).find(({ name }) => name === target.name);
      twin.value = target.value;
      put(twin);
    }
    const sender = Object.fromEntries(inputs(group).filter(({ name, value }) => KEPT.includes(name) && value.trim()).map(({ name, value }) => [name, value.trim()]));
    device.write(KEY, Object.keys(sender).length ? sender : null);
  });

  /* One entry, its hour in UTC, of the length and in the time zone that are chosen. */
  document.addEventListener("click", ({ target }) => {
    const tools = target.closest?.(".fill-in-calendar");
    if (!tools || !target.closest("button")) return;
    const group = tools.closest(".fill-in");
    const { date, time, place, convener, "our partnership": partnership } = Object.fromEntries(inputs(group).map(({ name, value }) => [name, value.trim()]));
    const said = tools.querySelector(".tools-said");
    said.textContent = date ? "" : "Type the date first.";
    if (!date) return void inputs(group).find(({ name }) => name === "date").focus();
    const { lines, save } = playbook.calendar;
    const [minutes, timezone] = chosen(group);
    const entry = lines({ date, time, timezone, length: `${minutes} minutes` }, { SUMMARY: `${tools.dataset.name}: ${tools.dataset.whose || partnership || convener || "sector partnership"}`, ...(place && { LOCATION: place }) });
    const [length, zone] = [...tools.querySelectorAll("select")].map(({ selectedOptions: [option] }) => option.text);
    const when = time ? `${clock(time, group).replace(` ${zone}`, "")}, ${length}, ${zone}` : "the whole day";
    said.textContent = save("invitation", entry, `${tools.dataset.name.toLowerCase().replace(/ /g, "-")}.ics`, date, when);
  });

  /* The way down to the fields: those that stand first, which are for the own stage. */
  document.querySelector(".tool-fill")?.addEventListener("click", () => {
    const group = document.querySelector(".fill-in:not([hidden])");
    group.scrollIntoView();
    inputs(group).find((input) => input.getClientRects().length).focus({ preventScroll: true });
  });

  playbook.blanks = (message) => [...new Set([...message.querySelectorAll("[data-blank]:not(.blank-filled)")].map((blank) => blank.textContent))];
  playbook.passedDay = (message) => (groupOf(message) ? passed(groupOf(message)) : "");
  addEventListener("localized", show);
  addEventListener("pageshow", show);
  show();
})();
