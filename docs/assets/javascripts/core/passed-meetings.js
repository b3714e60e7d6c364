/* A published page takes the step that a new build would take: once a meeting has passed, what tells of it gives way, or tells of the next date of its rhythm. */
(() => {
  /* The day it is now in a time zone; on the reader's device where none is given, or the browser does not know it. */
  function today(timeZone) {
    try {
      return new Intl.DateTimeFormat("sv-SE", { timeZone }).format();
    } catch {
      return today();
    }
  }

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  function pass(key) {
    each(`[data-passed]:is([data-field^="${key}."], [data-meeting="${key}"])`, (part) => { part.textContent = part.dataset.passed; });
    each(`[data-given^="${key}."]`, (part) => { part.hidden = true; });
    each(`[data-missing^="${key}."]`, (part) => { part.hidden = false; });
  }

  /* Where a rhythm tells the next date, what reckons it is fetched. */
  function step(passed) {
    playbook.script("assets/javascripts/core/rhythm.js").onload = () => passed.forEach((meeting) => playbook.moveMeeting(...meeting));
  }

  playbook.today = today;
  const next = [];
  const meetings = document.querySelector('meta[name="playbook-meetings"]')?.content;
  for (const meeting of meetings ? meetings.split(";") : []) {
    const [key, days, zone, ...rhythm] = meeting.split(" ");
    const [day, moved = day] = days.split("/");               // from where it was moved: the day of its rhythm
    const now = today(zone);
    if (day >= now) continue;
    if (rhythm.length) next.push([key, rhythm.join(" "), day, moved, now]);
    else pass(key);
  }
  if (next.length) step(next);
})();
