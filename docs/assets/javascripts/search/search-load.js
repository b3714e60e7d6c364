/* The search's index and worker, a third of what a page would load, are fetched once somebody reaches for the search, or comes from it.
   The index is the file that the theme loads from disk, as a script, so that there is one; its beginning is cut off.
   Over http only: from disk all this costs nothing. Loads before the theme, which asks for both at once. */
if (location.protocol !== "file:") {
  const SEARCH = ".md-search, [for=__search], .search-button";
  const wanted = new Promise((reached) => {
    if (/[?&][qh]=/.test(location.search)) reached();            // a search's own address; words to mark on arrival
    for (const sign of ["focusin", "pointerover", "dragenter", "input", "click"])
      addEventListener(sign, (event) => event.target.closest?.(SEARCH) && reached(), { passive: true });
  });

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("/search_index.json");
    return open.call(this, method, String(url).replace("/search_index.json", "/search_index.js"), ...rest);
  };
  XMLHttpRequest.prototype.send = function (...data) {
    if (!this.waits) return send.apply(this, data);
    const whole = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "response");
    Object.defineProperty(this, "response", { get: () => whole.get.call(this)?.slice("var __index = ".length) });   // a Blob
    wanted.then(() => {
      if (origin !== "null") send.apply(this, data);             // a sandboxed frame may neither read the index nor begin a worker
      else document.querySelector(".md-search-result__meta").textContent = "The search does not work inside this frame. Open the page in a tab of its own.";
    });
  };

  const Now = Worker;
  window.Worker = class extends EventTarget {                    // begins with its first message, which holds the index
    constructor(...given) {
      super();
      this.begin = () => {
        const worker = new Now(...given);
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        return worker;
      };
    }
    postMessage(data) { (this.worker ||= this.begin()).postMessage(data); }
    terminate() { this.worker?.terminate(); }
  };
}
