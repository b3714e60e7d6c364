/* The next date of a meeting with a rhythm, such as "first Thursday of every other month" (playbook/model/meeting/rhythm.py). */
(() => {
  const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const ORDINALS = ["first", "second", "third", "fourth"];
  const dayInWords = (day) => new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(new Date(day));

  /* The day of a rhythm in a month, counted from the year 0. */
  function dayIn(month, nth, weekday) {
    const at = ORDINALS.indexOf(nth);
    const day = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + (at < 0), at < 0 ? 0 : 1 + at * 7));
    const way = WEEKDAYS.indexOf(weekday) - day.getUTCDay();
    day.setUTCDate(day.getUTCDate() + (at < 0 ? -((7 - way) % 7) : (way + 7) % 7));
    return day.toISOString().slice(0, 10);
  }

  /* The next date of a rhythm such as "first Thursday of every other month", from a day on, after the month or quarter of a date that has passed. */
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

  /* Let a published page tell of the next date in place of one that has passed. */
  function moveMeeting(key, rhythm, day, moved, now) {
    const next = nextDate(rhythm, moved, now);
    each(`[data-field^="${key}."]`, (part) => { part.textContent = part.textContent.replace(dayInWords(day), dayInWords(next)); });
    each(`[data-calendar="${key}"]`, (link) => { link.dataset.next = next; });   // calendar.js makes its entry
  }

  Object.assign(playbook, { nextDate, moveMeeting });
})();
