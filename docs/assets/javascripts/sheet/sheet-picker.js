/* "My sheet" at each point that is said aloud: puts it on the reader's own sheet, or takes it off. The list of ids stays on this device. */
(() => {
  const { keys, read, write } = playbook.device;
  const known = (id) => typeof id === "string" && /^([a-z][a-z0-9-]*--)?[scn]\d\d$/.test(id);

  /* The picked ids in their order. */
  function picked() {
    const kept = read(keys.sheet);
    return Array.isArray(kept) ? [...new Set(kept.filter(known))] : [];
  }

  const keep = (ids) => write(keys.sheet, ids.length ? ids : null);

  const nameOf = (id) => id.replace(/^.*--/, "").toUpperCase();    // labor--c01: as an audience of the edition's own hears it

  playbook.sheet = { picked, keep, nameOf };

  const article = document.querySelector("article");
  const spoken = (item) => known(item.id) && item.querySelector(":scope > strong:first-child, :scope > p:first-child > strong:first-child");
  const there = () => (article ? [...article.querySelectorAll("li[id]")].filter(spoken) : []);
  let points = there();
  if (!points.length) return;

  const bar = document.createElement("p");                    // how many there are, and the way to them
  const link = document.createElement("a");
  bar.className = "my-bar";
  bar.setAttribute("role", "status");
  link.href = new URL("my-sheet.html", __md_scope).href;
  document.body.append(bar);

  function sync() {
    const ids = picked();
    for (const point of points) point.querySelector(".point-pick").setAttribute("aria-pressed", ids.includes(point.id));
    link.textContent = `My sheet: ${ids.length} ${ids.length === 1 ? "point" : "points"}`;
    bar.replaceChildren(...(ids.length ? [link] : []));       // stays on the page while empty, so that what comes is spoken
  }

  function refuse() {
    const message = document.createElement("span");
    message.textContent = localStorage instanceof Storage && localStorage.length
      ? "Not kept: the storage that your browser gives this address is full. Delete site data in the browser’s settings, then try again. A version of your own goes with it; save its region file first."
      : "Your browser does not let this site keep anything on this device. It may be a private window.";
    bar.replaceChildren(message);
  }

  function equip(point) {
    if (point.querySelector(".point-pick")) return;
    const inner = point.querySelector(":scope > p:last-of-type") || point;
    let tools = point.querySelector(".point-tools");
    if (!tools) {
      tools = document.createElement("span");
      tools.className = "point-tools";
      inner.append(" ", tools);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "point-pick";
    button.textContent = "My sheet";
    button.setAttribute("aria-label", `My sheet: ${nameOf(point.id)}`);
    button.addEventListener("click", () => {
      const ids = picked();
      const kept = keep(ids.includes(point.id) ? ids.filter((id) => id !== point.id) : [...ids, point.id]);
      if (kept) sync();
      else refuse();
    });
    tools.append(button);
  }

  points.forEach(equip);
  addEventListener("localized", () => {
    points = there();
    points.forEach(equip);
    sync();
  });
  addEventListener("pageshow", sync);
  addEventListener("storage", sync);
  sync();
})();
