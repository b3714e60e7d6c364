/* Where the browser refuses localStorage or sessionStorage (site data blocked, a sandboxed frame, a web view without them), a stand-in that holds
   values as long as the page is open: the theme asks for both without care, and would stop there. storage.js knows it by its class. Runs before all others. */
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
/* Before a page is painted: where its edition begins, what is kept on the device, and the look that the reader chose.
   It stands for the inline scripts of Material for MkDocs 9.8.1 (partials/javascripts/base.html and palette.html), whose bundle asks for these names. */
__md_scope = new URL(document.currentScript.dataset.top, location);
(() => {
  /* The look holds for the whole site, the rest for an edition. */
  const site = new URL(document.currentScript.src.split("assets/javascripts/")[0]);
  const name = (key, scope) => `${(key === "__palette" ? site : scope).pathname}.${key}`;
  __md_get = (key, store = localStorage, scope = __md_scope) => {
    try {
      const value = JSON.parse(store.getItem(name(key, scope)));
      return key === "__palette" && !(value?.index >= 0) ? null : value;
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
  for (const [key, value] of Object.entries(__md_get("__palette")?.color ?? {})) document.body.setAttribute(`data-md-color-${key}`, value);

  /* Where a reader's own version is to come, or the way to it, the page waits for its scripts (local-edition/load.js), 3 s at most: what came later would move it. */
  const own = /^#(my(=|%3D)|start&)/i.test(location.hash) || ["own", "stage"].some((kept) => localStorage.getItem(`${site.pathname}.playbook_${kept}`));
  if (own) {
    const { classList } = document.documentElement;
    classList.add("own-waits");
    setTimeout(() => classList.remove("own-waits"), 3000);
  }
})();
