/* Where the browser refuses localStorage or sessionStorage (site data blocked, a sandboxed frame, a web view without them), a stand-in that holds
   values as long as the page is open, so that nobody has to ask with care. storage.js knows it by its class. Runs before all others. */
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("");
  } catch {
    const values = new Map();
    const stand = {
      get length() { return values.size; },
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(String(key)) ?? null,
      setItem: (key, value) => { values.set(String(key), String(value)); },
      removeItem: (key) => { values.delete(String(key)); },
      clear: () => { values.clear(); },
    };
    Object.defineProperty(window, name, { value: stand, configurable: true, enumerable: true });
  }
}
/* Before a page is painted: where its edition begins, what is kept on the device, and the look that the reader chose, or else that of the device. */
__md_scope = new URL(document.currentScript.dataset.top, location);
(() => {
  /* The look holds for the whole site, the rest for an edition. */
  const site = new URL(document.currentScript.src.split("assets/javascripts/")[0]);
  const name = (key, scope) => `${(key === "__palette" ? site : scope).pathname}.${key}`;
  __md_get = (key, store = localStorage, scope = __md_scope) => {
    try {
      return JSON.parse(store.getItem(name(key, scope)));
    } catch {
      return null;                                            // damaged
    }
  };
  __md_set = (key, value, store = localStorage, scope = __md_scope) => {
    try {
      store.setItem(name(key, scope), JSON.stringify(value));
    } catch {
      /* what cannot be kept holds for this page */
    }
  };

  /* Light ("default") or dark ("slate"): for the page, for what the browser draws itself, and for the bar around it. */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen;                                                 // on this page, where nothing can be kept
  const kept = () => chosen ?? __md_get("__palette")?.color?.scheme;
  const metas = Object.fromEntries(["color-scheme", "theme-color"].map((name) => {
    const meta = document.createElement("meta");
    meta.name = name;
    document.head.append(meta);
    return [name, meta];
  }));
  const show = (scheme) => {
    document.body.dataset.mdColorScheme = scheme;
    metas["color-scheme"].content = scheme === "slate" ? "dark" : "light";
    metas["theme-color"].content = getComputedStyle(document.body).getPropertyValue("--pb-page");
    for (const radio of document.querySelectorAll('[name="__palette"]')) {
      radio.checked = radio.dataset.mdColorScheme === scheme;
      radio.nextElementSibling.hidden = !radio.checked;       // the label of the one that comes next
    }
  };
  const follow = () => show(["default", "slate"].find((scheme) => scheme === kept()) ?? (dark.matches ? "slate" : "default"));
  dark.addEventListener("change", follow);
  addEventListener("change", ({ target }) => {
    if (target.name !== "__palette") return;
    chosen = target.dataset.mdColorScheme;
    __md_set("__palette", { color: { scheme: chosen } });
    show(chosen);
  });
  addEventListener("pageshow", ({ persisted }) => {           // browsers put back what was chosen when the page was left
    if (persisted) chosen = null;
    follow();
  });
  follow();

  /* Where a reader's own version is to come, or the way to it, the page waits for its scripts (local-edition/load.js), 3 s at most: what came later would move it. */
  const own = /^#(my(=|%3D)|start&)/i.test(location.hash) || ["own", "stage"].some((kept) => localStorage.getItem(`${site.pathname}.playbook_${kept}`));
  if (own) {
    const { classList } = document.documentElement;
    classList.add("own-waits");
    setTimeout(() => classList.remove("own-waits"), 3000);
  }
})();
