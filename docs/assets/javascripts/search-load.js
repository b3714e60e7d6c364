/* The search's index and worker, a third of what a page would load, are fetched once somebody reaches for the search, or comes from it.
   Over http only: from disk they cost nothing. Loads before the theme, which asks for both at once. */
if (location.protocol !== "file:") {
  const SEARCH = ".md-search, [for=__search], .search-button";
  const wanted = new Promise((reached) => {
    if (/[?&][qh]=/.test(location.search)) reached();            // a search's own address; words to mark on arrival
    for (const sign of ["focusin", "pointerover", "click"])
      addEventListener(sign, (event) => event.target.closest?.(SEARCH) && reached(), { passive: true });
  });

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...data) {
    if (!this.waits) return send.apply(this, data);
    wanted.then(() => send.apply(this, data));
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
