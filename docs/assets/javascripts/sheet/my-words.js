/* My sheet's title, ask and notes: typed above it, kept on this device, printed and copied with it. */
(() => {
  const page = document.querySelector(".my-sheet");
  const { device, root } = playbook;
  const KEY = `${root.pathname}.playbook_sheet_words`;
  const fields = [...page.querySelectorAll(".my-words-of :is(input, textarea)")];
  const title = page.querySelector(".my-title");
  const unnamed = title.textContent;

  const words = () => Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value));

  function show() {
    const { title: named, ask, notes } = words();
    title.textContent = named || unnamed;
    page.querySelector(".my-handout-title").hidden = Boolean(named);
    for (const [part, text] of [[".my-ask", ask], [".my-notes", notes]]) {
      page.querySelector(part).hidden = !text;
      page.querySelector(`${part} p`).textContent = text || "";
    }
  }

  function take() {
    const kept = device.read(KEY) ?? {};
    for (const field of fields) field.value = typeof kept[field.name] === "string" ? kept[field.name] : "";
    show();
  }

  page.querySelector(".my-words-of").addEventListener("input", () => {
    show();
    device.write(KEY, Object.keys(words()).length ? words() : null);
  });
  page.addEventListener("cleared", () => {
    device.write(KEY, null);
    take();
  });
  addEventListener("storage", take);
  take();
})();
