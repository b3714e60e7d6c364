/* file:// only: run the search worker in a hidden frame (browsers refuse Worker from file:). No inline script, so a strict CSP holds. */
if (location.protocol === "file:") {
  const boot = new URL("search/iframe-worker-boot.js", document.currentScript.src.replace(/search\/[^/]*$/, "")).href;
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const f = document.createElement("iframe");
      f.hidden = true;
      // Firefox 140 replaces the frame's document when it sends its load event, Chromium sends it at once, others may send none.
      const loaded = new Promise(ok => {
        f.addEventListener("load", ok, { once: true });
        setTimeout(ok, 300);
      });
      document.body.append(f);
      addEventListener("message", ev => {
        if (ev.source !== f.contentWindow) return;
        const out = new MessageEvent("message", { data: ev.data });
        this.dispatchEvent(out);
        this.onmessage?.(out);
      });
      const add = src => new Promise(ok => {
        const d = f.contentDocument;
        const s = d.createElement("script");
        s.src = src; s.onload = ok; d.body.append(s);
      });
      this.w = f.contentWindow;
      this.ready = loaded.then(() => add(boot)).then(() => add(url));
    }
    postMessage(data) { this.ready.then(() => this.w.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }))); }
    terminate() { this.w.frameElement?.remove(); }
  };
}
