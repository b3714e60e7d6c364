/* Calendar files with one entry (iCalendar, RFC 5545; decisions/0019). */
(() => {
  const text = (words) => words.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const moment = (time) => time.toISOString().replace(/[-:]|\.\d+/g, "");

  /* A content line in pieces of at most 75 octets (RFC 5545, 3.1); no character is cut. */
  function folded(line) {
    const bytes = new TextEncoder();
    const pieces = [""];
    for (const sign of line) {
      const room = pieces.length > 1 ? 74 : 75;                // a continued line begins with a blank
      if (bytes.encode(pieces.at(-1) + sign).length > room) pieces.push("");
      pieces[pieces.length - 1] += sign;
    }
    return pieces.join("\r\n ");
  }

  const event = (id, lines) => [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Support Team Playbook//EN", "BEGIN:VEVENT",
    `UID:${id}@support-team-playbook`, `DTSTAMP:${moment(new Date())}`, ...lines, "END:VEVENT", "END:VCALENDAR", "",
  ].map(folded).join("\r\n");

  /* How far a time zone is from UTC at a moment, in milliseconds. */
  function offset(moment, timeZone) {
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(moment);
    return Date.parse(`${wall.replace(" ", "T")}Z`) - moment;
  }

  /* The moment at which clocks in a time zone show an hour of a day. */
  function momentOf({ date, time, timezone }) {
    const wall = Date.parse(`${date}T${time.padStart(5, "0")}Z`);
    return wall - offset(wall - offset(wall, timezone), timezone);
  }

  /* Minutes of a length such as "1.5 hours" or "90 minutes" (playbook/model/meeting/length.py). */
  function minutes(length) {
    const [, hours = 0, rest = 0] = /^(?:([\d.]+) ?h[a-z]*)?(?:\D*(\d+) ?m[a-z]*)?$/.exec(length.trim().toLowerCase());
    return Math.floor(Number(hours) * 60 + 0.5) + Number(rest);
  }

  /* When an entry begins and ends: without rules of a time zone to hand over, its hour is told in UTC; without an hour it takes the day. */
  function span(meeting) {
    if (!meeting.time) return [`DTSTART;VALUE=DATE:${meeting.date.replace(/-/g, "")}`, "TRANSP:TRANSPARENT"];
    const begins = momentOf(meeting);
    return [`DTSTART:${moment(new Date(begins))}`, `DTEND:${moment(new Date(begins + 6e4 * minutes(meeting.length || "1 hour")))}`];
  }

  /* The lines of an entry: its texts by their properties, and the link to join online. */
  const lines = (meeting, texts) => [
    ...span(meeting),
    ...Object.entries(texts).map(([name, words]) => `${name}:${text(words)}`),
    ...(meeting.online ? [`URL:${meeting.online}`, `CONFERENCE;VALUE=URI;LABEL=Join online:${meeting.online}`] : []),
  ];

  const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  const day = (date) => DAY.format(new Date(`${date}T00:00:00Z`));

  /* That a day has passed, which nobody means; nothing of any other day, or of none. */
  const passed = (date) => (date && date < playbook.today() ? `${day(date)} has passed. Is the date right?` : "");

  const asFile = (entry) => URL.createObjectURL(new Blob([entry], { type: "text/calendar" }));

  /* Save an entry of a typed date, which no other file has; return what to tell of it. `when`: the hour, or that there is none. */
  function save(name, entry, file, date, when) {
    const random = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const link = document.createElement("a");
    link.href = asFile(event(`${name}-${random}`, entry));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return `Saved as a calendar file: ${when}. ${passed(date)}`.trim();
  }

  /* A published page that has gone on to the next date of a rhythm (passed-meetings.js) makes the entry of that date. */
  for (const link of document.querySelectorAll("[data-later][data-next]")) {
    const { id, texts, ...meeting } = JSON.parse(link.dataset.later);
    const date = link.dataset.next;
    link.download = link.getAttribute("href");
    link.href = asFile(event(`${id}-${date}`, lines({ ...meeting, date }, texts)));
  }

  playbook.calendar = { event, text, moment, momentOf, minutes, lines, asFile, day, passed, save };
})();
