/* "Who is missing?": the chart's boxes become boxes to tick, and what they say stands below in words, by the rules of playbook/model/support_team.py. */
(() => {
  const board = document.querySelector(".board");
  const { read, keep } = playbook.seats;
  const said = document.querySelector(".seats-said");
  const words = board.querySelector(".seats-words").content;
  const word = (key) => words.querySelector(`[data-word="${key}"]`).textContent;
  const fields = [...words.querySelectorAll("[data-work]")].map((list) => ({
    name: list.dataset.work, isMore: list.className === "seats-more", sectors: [...list.children].map((item) => [item.dataset.sector, item.textContent]),
  }));
  const seats = [...document.querySelectorAll(".seat-boxes")].map((boxes) => {
    const [first, who] = boxes.closest("tr").cells;
    return { id: boxes.dataset.seat, sector: boxes.dataset.sector, title: first.textContent.trim(), boxes, who };
  });
  const STATUSES = [...seats[0].boxes.children].map(({ dataset }) => dataset.status);
  const heads = [...board.querySelectorAll("thead th")].map((head) => head.textContent);
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const list = (names) => names.slice(0, -1).join(", ") + (names.length > 1 ? " and " : "") + names.at(-1);

  function item(title, text) {
    const element = document.createElement("li");
    element.append(Object.assign(document.createElement("strong"), { textContent: `${capital(title)}: ` }), text);
    return element;
  }

  /* What the four fields lack, by the seats that are ticked. */
  function gaps(kept) {
    return fields.filter(({ isMore }) => !isMore).map(({ name, sectors }) => {
      const own = kept.filter(({ sector }) => sectors.some(([one]) => one === sector));
      const filled = own.filter(({ status }) => status === "filled").map(({ sector }) => sector);
      const best = STATUSES.find((status) => own.some((seat) => seat.status === status)) ?? "unlisted";
      return { name, best, without: sectors.filter(([one]) => !filled.includes(one)).map(([, title]) => title) };
    });
  }

  function row(field, kept) {
    const line = document.createElement("tr");
    const inField = kept.filter(({ sector }) => field.sectors.some(([one]) => one === sector));
    line.append(Object.assign(document.createElement("th"), { scope: "row", textContent: capital(field.name) }), ...STATUSES.map((status) => {
      const cell = document.createElement("td");
      cell.dataset.label = heads[STATUSES.indexOf(status) + 1];
      cell.textContent = inField.filter((seat) => seat.status === status).map(({ id, organization }) => organization || seats.find((one) => one.id === id).title.replace(/^[^:]+: /, "")).join("; ");
      return cell;
    }));
    return line;
  }

  function answer(kept) {
    const found = gaps(kept);
    const order = ["unlisted", "open", "asked"];
    const missing = found.filter(({ best }) => best !== "filled").sort((one, other) => order.indexOf(one.best) - order.indexOf(other.best));
    const partly = found.filter(({ best, without }) => best === "filled" && without.length);
    board.hidden = !kept.length;
    said.textContent = !kept.length ? "" : missing.length ? `${word("missing")} ${list(missing.map(({ name }) => name))}.` : word("all");
    board.querySelector(".board-answer").textContent = said.textContent;
    board.querySelector(".board-day").textContent = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format();
    board.querySelector(".board-missing").replaceChildren(...missing.map(({ name, best }) => item(name, word(best))));
    const gap = board.querySelector(".board-partly");
    gap.replaceChildren(...partly.map(({ name, without }) => item(name, `${word("nobody")} ${list(without)}.`)));
    gap.hidden = gap.previousElementSibling.hidden = !partly.length;
    board.querySelector("tbody").replaceChildren(...fields.map((field) => row(field, kept)).filter((line, at) => !fields[at].isMore || line.textContent !== capital(fields[at].name)));
  }

  /* What stands in the chart now: kept, and said. */
  function take() {
    const kept = {};
    for (const { id, sector, boxes, who } of seats) {
      const status = boxes.querySelector(":checked")?.value;
      const organization = who.querySelector("input").value.trim();
      if (status) kept[id] = { sector, status, ...(organization ? { organization } : {}) };
    }
    keep(kept);
    answer(Object.entries(kept).map(([id, seat]) => ({ id, ...seat })));
  }

  function box(seat, place) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "checkbox", value: place.dataset.status });
    label.append(input, place.textContent);
    input.addEventListener("change", () => {                   // one of three, or none
      for (const other of seat.boxes.querySelectorAll("input")) if (other !== input) other.checked = false;
      take();
    });
    place.replaceChildren(label);
  }

  for (const seat of seats) {
    const field = Object.assign(document.createElement("input"), { type: "text", maxLength: 300, autocomplete: "off" });
    field.setAttribute("aria-label", `Organization: ${seat.title}`);
    field.addEventListener("input", take);
    seat.who.replaceChildren(field);
    seat.boxes.setAttribute("role", "group");
    seat.boxes.setAttribute("aria-label", seat.title);
    for (const place of seat.boxes.children) box(seat, place);
  }

  /* The seats that the edition's own file lists, each in the first row of its sector that is free. */
  function ofEdition() {
    const free = [...seats];
    const found = {};
    for (const { dataset: { sector, status, organization } } of document.querySelectorAll(".roster [data-sector]")) {
      const at = free.findIndex((seat) => seat.sector === sector);
      if (at >= 0) found[free.splice(at, 1)[0].id] = { sector, status, organization };
    }
    return found;
  }

  /* What is kept, else what the edition lists, put into the chart. */
  function show() {
    const mine = read();
    const kept = Object.keys(mine).length ? mine : ofEdition();
    for (const { id, boxes, who } of seats) {
      for (const input of boxes.querySelectorAll("input")) input.checked = kept[id]?.status === input.value;
      who.querySelector("input").value = kept[id]?.organization ?? "";
    }
    answer(Object.entries(kept).filter(([id]) => seats.some((seat) => seat.id === id)).map(([id, seat]) => ({ id, ...seat })));
  }

  board.querySelector(".seats-clear").addEventListener("click", () => {
    if (!confirm("Take every tick and name out of the chart?")) return;
    keep({});
    show();
    seats[0].boxes.querySelector("input").focus();
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
})();
