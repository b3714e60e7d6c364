/* Where the browser refuses localStorage or sessionStorage (site data blocked, a sandboxed frame, a web view without them), a stand-in that holds
   values as long as the page is open: the theme asks for both without care, and would stop there. device.js knows it by its class. Runs before all others. */
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
