/* Fields above messages: what is typed there stands in place of the messages' [brackets]. Your name and your organization stay on this device. */
(() => {
  const { device, root } = playbook;
  const KEY = `${root.pathname}.playbook_sender`;
  const KEPT = ["your name", "your organization", "convener"];
  const BRACKET = /\[[^\]]+\]/;
  const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  const groups = [...document.querySelectorAll(".fill-in")];
  const messages = [...document.querySelectorAll(".message")];
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const groupOf = (message) => groups.findLast((group) => follows(group, message));
  const inputs = (group) => [...group.querySelectorAll("input")];
  const blanks = (group) => messages.filter((message) => groupOf(message) === group).flatMap((message) => [...message.querySelectorAll("[data-blank]")]);

  const zone = new Intl.DateTimeFormat("en-US", { timeZoneName: "longGeneric" }).formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;

  function clock(value) {
    const [hour, minute] = value.split(":");
    return `${hour % 12 || 12}:${minute} ${hour < 12 ? "am" : "pm"} ${zone}`;
  }

  const READ = { date: (value) => DAY.format(new Date(`${value}T00:00:00Z`)), time: clock };
  const inWords = (input) => input.value.trim() && (READ[input.type] || ((value) => value.trim()))(input.value);

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
    const said = inWords(input);
    for (const blank of blanks(group))
      if (blank.dataset.blank === input.name) {
        blank.textContent = said || `[${input.name}]`;
        blank.classList.toggle("blank-filled", Boolean(said));
      }
    if (input.name === "subject" && input.value.trim())
      for (const message of messages) if (groupOf(message) === group) message.querySelector(".subject").textContent = input.value.trim();
  }

  /* Show the fields that a message needs, with what is known. */
  function show() {
    messages.forEach(mark);
    const sender = device.read(KEY) || {};
    for (const group of groups) {
      const asked = new Set(blanks(group).map((blank) => blank.dataset.blank));
      const first = messages.find((message) => groupOf(message) === group);
      group.hidden = !first;
      for (const input of inputs(group)) {
        input.parentElement.hidden = !asked.has(input.name) && input.name !== "subject";
        if (input.name === "subject") input.value ||= first?.querySelector(".subject").textContent ?? "";
        else if (KEPT.includes(input.name) && typeof sender[input.name] === "string") input.value ||= sender[input.name];
        if (input.name !== "subject") put(input);
      }
      const calendar = group.querySelector(".fill-in-calendar");
      if (!calendar) continue;
      calendar.hidden = !asked.has("date");
      calendar.querySelector(".fill-in-zone span").textContent = zone;
    }
  }

  addEventListener("input", ({ target }) => {
    const group = target.closest?.(".fill-in");
    if (!group) return;
    put(target);
    if (!KEPT.includes(target.name)) return;
    for (const other of groups.filter((one) => one !== group)) {
      const twin = inputs(other).find(({ name }) => name === target.name);
      twin.value = target.value;
      put(twin);
    }
    const sender = Object.fromEntries(inputs(group).filter(({ name, value }) => KEPT.includes(name) && value.trim()).map(({ name, value }) => [name, value.trim()]));
    device.write(KEY, Object.keys(sender).length ? sender : null);
  });

  /* One entry, its hour in UTC; the device knows its own time zone. */
  document.addEventListener("click", ({ target }) => {
    const tools = target.closest?.(".fill-in-calendar");
    if (!tools || !target.closest("button")) return;
    const { date, time, place } = Object.fromEntries(inputs(tools.closest(".fill-in")).map(({ name, value }) => [name, value.trim()]));
    const said = tools.querySelector(".tools-said");
    said.textContent = date ? "" : "Type the date first.";
    if (!date) return void inputs(tools.closest(".fill-in")).find(({ name }) => name === "date").focus();
    const { event, text, moment, asFile } = playbook.calendar;
    const random = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const file = event(`invitation-${random}`, [
      ...(time ? [`DTSTART:${moment(new Date(`${date}T${time}`))}`, "DURATION:PT1H"] : [`DTSTART;VALUE=DATE:${date.replace(/-/g, "")}`, "TRANSP:TRANSPARENT"]),
      `SUMMARY:${text(tools.dataset.name)}`, ...(place ? [`LOCATION:${text(place)}`] : []),
    ]);
    const link = document.createElement("a");
    link.href = asFile(file);
    link.download = `${tools.dataset.name.toLowerCase().replace(/ /g, "-")}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    said.textContent = time ? "Saved as a calendar file. It holds one hour; change that in your calendar." : "Saved as a calendar file, for the whole day.";
  });

  playbook.blanks = (message) => [...new Set([...message.querySelectorAll("[data-blank]:not(.blank-filled)")].map((blank) => blank.textContent))];
  addEventListener("localized", show);
  addEventListener("pageshow", show);
  show();
})();
