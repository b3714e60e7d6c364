/* The timer beside the pitches: counts up from nothing, stays in sight while it runs, and leaves the time when it stops. */
(() => {
  const timer = document.querySelector(".timer");
  const [start, stop] = timer.querySelector("button").children;
  const shown = timer.querySelector(".timer-time");
  let ticking = 0, began = 0;

  function show() {
    const seconds = Math.floor((Date.now() - began) / 1000);
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  timer.querySelector("button").addEventListener("click", () => {
    const runs = timer.classList.toggle("timer-runs");
    start.hidden = runs;
    stop.hidden = !runs;
    clearInterval(ticking);
    if (runs) {
      began = Date.now();
      ticking = setInterval(show, 250);
    }
    show();
  });
})();
