/* A button at each point and at each tab's heading copies a link to it. Without scripts the point's id stands there (points.css). */
(() => {
  const PLACES = "article :is(p, li, h1, h2, h3)[id], article .tabbed-block > :is(h2, h3, h4)[id]";
  const isPoint = (element) => /^([a-z][a-z0-9-]*--)?[scn]\d\d$/.test(element.id);
  let said, pressed;

  /* From disk the site's public address, if it has one: nobody else can open a path on this device. */
  function addressOf(id) {
    const published = document.querySelector('link[rel="canonical"]')?.href;
    return `${(location.protocol === "file:" && published) || location.href.split(/[?#]/)[0]}#${id}`;
  }

  function show(address) {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", "Address of this place");
    said.append(field);
    field.focus();
    field.select();
  }

  /* Right below the button that was pressed; the address to copy by hand stands at the foot of the window. */
  function place(button) {
    const box = button && button.getBoundingClientRect();
    const middle = box && Math.min(Math.max(box.left + box.width / 2, 70), innerWidth - 70);
    Object.assign(said.style, box ? { top: `${Math.min(box.bottom + 6, innerHeight - 44)}px`, bottom: "auto", left: `${middle}px` } : { top: "", bottom: "", left: "" });
  }

  async function copy(button) {
    pressed = button;
    const address = addressOf(button.dataset.place);
    said.textContent = "";
    const done = await playbook.copy(address);
    said.textContent = done ? "Link copied" : "Your browser did not let the page copy. Copy the address here:";
    said.classList.toggle("link-said-address", !done);
    place(done && button);
    if (!done) show(address);
    else setTimeout(() => { if (said.textContent === "Link copied") said.textContent = ""; }, 4000);
  }

  function add(element) {
    const button = document.createElement("button");
    const id = element.id.replace(/^.*--/, "");               // labor--c01: as an audience of the edition's own hears it
    const name = isPoint(element) ? `point ${id.toUpperCase()}` : element.textContent.trim();
    button.type = "button";
    button.className = "link-copy";
    button.dataset.place = element.id;
    button.dataset.name = id;
    button.setAttribute("aria-label", `Copy link to ${name}`);
    if (element.matches("h1, h2, h3, h4")) element.after(button);     // inside, it would become part of the heading's name
    else (element.querySelector(":scope > p:last-of-type") || element).append(button);
  }

  playbook.ready(() => {
    const places = [...document.querySelectorAll(PLACES)].filter((element) => isPoint(element) || element.closest(".tabbed-block"));
    if (!places.length) return;
    places.forEach(add);
    said = document.createElement("div");
    said.className = "link-said";
    said.setAttribute("role", "status");
    document.querySelector("article").append(said);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".link-copy");
    if (button) copy(button);
    else if (!event.target.closest?.(".link-said") && said) said.textContent = "";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !said?.querySelector("input")) return;
    said.textContent = "";
    pressed.focus();
  });
})();
