/* A calendar file with one event (iCalendar, RFC 5545). */
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

  playbook.calendar = { event, text, moment };
})();
