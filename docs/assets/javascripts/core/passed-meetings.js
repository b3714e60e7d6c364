/* A published page takes the step that a new build would take: once a meeting has passed, what tells of it gives way, or tells of the next date of its rhythm. */
(() => {
  const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const ORDINALS = ["first", "second", "third", "fourth"];
  const dayInWords = (day) => new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(new Date(day));

  /* The day it is now in a time zone; on the reader's device where none is given, or the browser does not know it. */
  function today(timeZone) {
    try {
      return new Intl.DateTimeFormat("sv-SE", { timeZone }).format();
    } catch {
      return today();
    }
  }

  /* The day of a rhythm in a month, counted from the year 0. */
  function dayIn(month, nth, weekday) {
    const at = ORDINALS.indexOf(nth);
    const day = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + (at < 0), at < 0 ? 0 : 1 + at * 7));
    const way = WEEKDAYS.indexOf(weekday) - day.getUTCDay();
    day.setUTCDate(day.getUTCDate() + (at < 0 ? -((7 - way) % 7) : (way + 7) % 7));
    return day.toISOString().slice(0, 10);
  }

  /* The next date of a rhythm such as "first Thursday of every other month", from a day on, after the month or quarter of a date that has passed (playbook/model/meeting/rhythm.py). */
  function nextDate(rhythm, before, from) {
    const [nth, weekday] = rhythm.split(" ");
    const step = rhythm.endsWith("quarter") ? 3 : 1 + rhythm.endsWith("other month");
    const [year, number] = (before || from).split("-").map(Number);
    let month = year * 12 + number - 1;
    if (step === 3) month += (nth === "last" ? 2 : 0) - (month % 3);
    if (before) month += step;
    while (dayIn(month, nth, weekday) < from) month += step;
    return dayIn(month, nth, weekday);
  }

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  function pass(key) {
    each(`[data-passed]:is([data-field^="${key}."], [data-meeting="${key}"])`, (part) => { part.textContent = part.dataset.passed; });
    each(`[data-given^="${key}."]`, (part) => { part.hidden = true; });
    each(`[data-missing^="${key}."]`, (part) => { part.hidden = false; });
  }

  function move(key, day, next) {
    each(`[data-field^="${key}."]`, (part) => { part.textContent = part.textContent.replace(dayInWords(day), dayInWords(next)); });
    each(`[data-calendar="${key}"]`, (link) => { link.dataset.next = next; });   // calendar.js makes its entry
  }

  Object.assign(playbook, { today, nextDate });
  const meetings = document.querySelector('meta[name="playbook-meetings"]')?.content;
  for (const meeting of meetings ? meetings.split(";") : []) {
    const [key, day, zone, ...rhythm] = meeting.split(" ");
    const now = today(zone);
    if (day >= now) continue;
    if (rhythm.length) move(key, day, nextDate(rhythm.join(" "), day, now));
    else pass(key);
  }
})();
