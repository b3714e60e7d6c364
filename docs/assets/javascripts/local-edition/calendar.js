/* Calendar files of a reader's own meetings, made in the browser. */
(() => {
  const { words, calendar, model } = playbook;

  /* The same words as in an edition's file (playbook/content/ical.py), and that it is none. */
  function about(values, meeting) {
    const people = values.convener || [];
    const ways = people.flatMap(({ email, phone }) => [email, phone].filter(Boolean));
    return [
      meeting.online && `Online: ${meeting.online}`,
      people.length && `Called by ${words.names(people)}.`,
      ways.length && `Questions: ${ways.join(", ")}`,
      meeting.repeats && `Meets on the ${meeting.repeats}.`,
      meeting.time ? !meeting.length && "The length is not set; this entry holds one hour." : "The time is to be set.",
      "Not from an official edition.",
    ].filter(Boolean).join("\n");
  }

  function file(values, key, name) {
    const meeting = values[key];
    const region = values.region.normalize("NFKD").replace(/[^a-z0-9]+/gi, "-").toLowerCase();
    const place = meeting.place || meeting.online;
    const again = model.meetings[key].recurs || meeting.repeats ? `-${meeting.date}` : "";
    return calendar.event(`own-${region}.${key.replace("_", "-")}${again}`, calendar.lines(meeting, {
      SUMMARY: `${name}: ${values.partnership || values.industry || values.region}`,
      ...(place ? { LOCATION: place } : {}),
      DESCRIPTION: about(values, meeting),
    }));
  }

  /* What a link to a calendar file of the reader's own meeting is to have; null without a date to come: the page already gives the reason. */
  function made(coming, key, name) {
    if (!coming[key]?.date) return null;
    return { href: calendar.asFile(file(coming, key, name)), download: `${key.replace("_", "-")}.ics` };
  }

  playbook.ownCalendar = { made };
})();
