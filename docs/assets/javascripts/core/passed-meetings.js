/* A published page takes the step that a new build would take: once a meeting has passed, what tells of it gives way. */
(() => {
  /* The day it is now in a time zone; on the reader's device where none is given, or the browser does not know it. */
  function today(timeZone) {
    try {
      return new Intl.DateTimeFormat("sv-SE", { timeZone }).format();
    } catch {
      return today();
    }
  }

  function pass(key) {
    const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
    each(`[data-passed]:is([data-field^="${key}."], [data-meeting="${key}"])`, (part) => { part.textContent = part.dataset.passed; });
    each(`[data-given^="${key}."]`, (part) => { part.hidden = true; });
    each(`[data-missing^="${key}."]`, (part) => { part.hidden = false; });
  }

  playbook.today = today;
  const meetings = document.querySelector('meta[name="playbook-meetings"]')?.content;
  for (const meeting of meetings ? meetings.split(";") : []) {
    const [key, day, zone] = meeting.split(" ");
    if (day < today(zone)) pass(key);
  }
})();
