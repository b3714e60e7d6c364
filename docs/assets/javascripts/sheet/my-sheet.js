/* The page "My sheet": the picked points in the reader's order, how long they take to say, and a copy for an e-mail. */
(() => {
  const page = document.querySelector(".my-sheet");
  if (!page) return;
  const { picked, keep, nameOf } = playbook.sheet;
  const { wordsOf, timeOf } = playbook.words;
  const list = page.querySelector(".my-points");
  const said = page.querySelector(".tools-said");
  const found = () => new Map([...page.querySelectorAll(".my-store li[data-point], .my-points > li")].map((item) => [item.dataset.point, item]));
  const store = [...page.querySelectorAll(".my-store ul")].map((places) => [places, [...places.children]]);
  let items = found();
  const ids = () => picked().filter((id) => items.has(id));
  const elsewhere = () => picked().filter((id) => !items.has(id));   // of audiences that other editions have: they stay for those
  const arrange = (order) => keep([...order, ...elsewhere()]);

  function button(text, label, act, off) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "my-do";
    element.textContent = text;
    element.setAttribute("aria-label", label);
    element.disabled = off;
    element.addEventListener("click", act);
    return element;
  }

  function move(id, by) {
    const order = ids();
    const from = order.indexOf(id);
    order.splice(from, 1);
    order.splice(from + by, 0, id);
    arrange(order);
    show();
    const [up, down] = items.get(id).querySelectorAll(".my-do");
    (by < 0 && !up.disabled ? up : !down.disabled ? down : up).focus();
    said.textContent = `${nameOf(id)} is now number ${from + by + 1} of ${order.length}.`;
  }

  function remove(id) {
    const order = ids();
    const at = order.indexOf(id);
    arrange(order.filter((one) => one !== id));
    show();
    (list.children[Math.min(at, list.children.length - 1)]?.querySelector(".my-do:last-child") || page.querySelector(".my-none a")).focus();
    said.textContent = `${nameOf(id)} is off the sheet.`;
  }

  function tools(id, at, count) {
    const name = nameOf(id);
    const group = document.createElement("span");
    group.className = "my-doing";
    group.append(
      button("↑", `Move ${name} up`, () => move(id, -1), at === 0),
      button("↓", `Move ${name} down`, () => move(id, 1), at === count - 1),
      button("Remove", `Remove ${name}`, () => remove(id), false),
    );
    return group;
  }

  function show() {
    const order = ids();
    items.forEach((item) => item.querySelector(".my-doing")?.remove());
    list.replaceChildren(...order.map((id, i) => {
      items.get(id).append(tools(id, i, order.length));
      return items.get(id);
    }));
    const count = order.reduce((sum, id) => sum + wordsOf(items.get(id).querySelector(".my-words").textContent), 0);
    page.querySelector(".my-none").hidden = order.length > 0;
    page.querySelector(".my-time").textContent = order.length ? `${order.length} ${order.length === 1 ? "point" : "points"}, ${timeOf(count)} to say at ${page.dataset.pace} words a minute` : "";
    const others = elsewhere().length;
    if (others) page.querySelector(".my-time").textContent += ` ${others} more ${others === 1 ? "stands" : "stand"} in the edition where you took ${others === 1 ? "it" : "them"}.`;
    page.querySelector(".tools-row").hidden = page.querySelector(".my-words-of").hidden = !order.length;
  }

  const line = (element) => element.textContent.trim().replace(/\s+/g, " ");

  function letter() {
    const points = [...list.children].map((item, i) => {
      const own = item.querySelector('.origin-part');
      return `${i + 1}. ${line(item.querySelector(".my-words"))}${own ? ` (${line(own)})` : ""}`;
    });
    const said = (part) => (page.querySelector(part).hidden ? [] : [[...page.querySelector(part).children].map(line).join("\n")]);
    const title = page.querySelector(".my-words-of [name=title]").value.trim();
    return [...(title ? [title] : []), line(page.querySelector(".sheet-edition")), ...points, ...said(".my-ask"), ...said(".my-notes"), line(document.querySelector(".credit"))].join("\n\n") + "\n";
  }

  page.querySelector(".my-copy").addEventListener("click", async () => {
    page.querySelector("textarea")?.remove();
    if (await playbook.copy(letter())) said.textContent = "Copied. Paste it where you need it.";
    else {
      const area = document.createElement("textarea");
      area.className = "tools-letter";
      area.setAttribute("aria-label", "The words of the sheet");
      area.readOnly = true;
      area.value = letter();
      page.querySelector(".my-tools").append(area);
      area.select();
      said.textContent = "The words are selected: press Ctrl+C (on a Mac, ⌘C).";
    }
  });

  page.querySelector(".my-clear").addEventListener("click", () => {
    if (!confirm("Take every point off your sheet?")) return;
    arrange([]);
    page.dispatchEvent(new Event("cleared"));
    show();
    page.querySelector(".my-none a").focus();                 // the button is gone with the points
    said.textContent = "Your sheet is empty.";
  });

  addEventListener("localizing", () => store.forEach(([places, all]) => places.append(...all)));
  addEventListener("localized", () => {
    items = found();
    show();
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
  document.documentElement.classList.add("scripts-run");
})();
