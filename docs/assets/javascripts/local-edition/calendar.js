/* Calendar files of a reader's own meetings, made in the browser. It has no rules of a time zone to hand over, so the hour is told in UTC. */
(() => {
  const { words, calendar } = playbook;

  /* How far a time zone is from UTC at a moment, in milliseconds. */
  function offset(moment, timeZone) {
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(moment);
    return Date.parse(`${wall.replace(" ", "T")}Z`) - moment;
  }

  function begins({ date, time, timezone }) {
    if (!time) return [`DTSTART;VALUE=DATE:${date.replace(/-/g, "")}`, "TRANSP:TRANSPARENT"];
    const wall = Date.parse(`${date}T${time}Z`);
    const near = wall - offset(wall, timezone);
    return [`DTSTART:${calendar.moment(new Date(wall - offset(near, timezone)))}`, "DURATION:PT1H"];
  }

  /* The same words as in an edition's file (playbook/content/ical.py), and that it is none. */
  function about(values, meeting) {
    const people = values.convener || [];
    const ways = people.flatMap(({ email, phone }) => [email, phone].filter(Boolean));
    return [
      people.length ? `Called by ${words.names(people)}.` : "",
      ways.length ? `Questions: ${ways.join(", ")}` : "",
      meeting.time ? "The length is not set; this entry holds one hour." : "The time is to be set.",
      "Not from an official edition.",
    ].filter(Boolean).join("\n");
  }

  function file(values, key, name) {
    const meeting = values[key];
    const place = values.region.normalize("NFKD").replace(/[^a-z0-9]+/gi, "-").toLowerCase();
    return calendar.event(`own-${place}.${key.replace("_", "-")}`, [
      ...begins(meeting),
      `SUMMARY:${calendar.text(`${name}: ${values.partnership || values.industry || values.region}`)}`,
      ...(meeting.place ? [`LOCATION:${calendar.text(meeting.place)}`] : []),
      `DESCRIPTION:${calendar.text(about(values, meeting))}`,
    ]);
  }

  /* What a link to a calendar file of the reader's own meeting is to have; null without a date to come: the page already gives the reason. */
  function made(coming, key, name) {
    if (!coming[key]?.date) return null;
    return { href: URL.createObjectURL(new Blob([file(coming, key, name)], { type: "text/calendar" })), download: `${key.replace("_", "-")}.ics` };
  }

  playbook.ownCalendar = { made };
})();
