/* The check-up: ratings and results are kept on this device only (localStorage), shown beside new ones, saved as a file, or erased. */
(() => {
  const form = document.querySelector(".check-up");
  if (!form) return;
  const { device, root } = playbook;
  const edition = form.dataset.edition || "general";
  const KEY = `${root.pathname}.playbook_check-up_${edition}`;
  const FORMER = `playbook.check-up.${edition}`;              // without the site's path: all sites of a host had one
  const MOST = 24;                                            // results kept
  const groups = [...form.querySelectorAll("fieldset")].map((group) => ({
    id: group.dataset.statement,
    get text() { return group.querySelector("legend").textContent; },   // a reader's own version may come later
    last: group.querySelector(".check-up-last"),
    steps: [...group.querySelectorAll("input")],
  }));
  const label = (group, step) => group.steps.find((input) => input.value === step)?.parentElement.textContent.trim() ?? "";
  const say = (part, words) => { form.querySelector(`${part} .tools-said`).textContent = words; };
  const { today } = playbook;

  /* { results: [{ date, ratings }], draft: { ratings, kept } }; anything else is as if nothing were there */
  function read() {
    const data = device.read(KEY);
    const results = Array.isArray(data?.results) ? data.results.filter((result) => result?.ratings && /^\d{4}-\d\d-\d\d$/.test(result.date)) : [];
    return { results, draft: data?.draft?.ratings ? data.draft : { ratings: {} } };
  }

  if (!device.read(KEY) && device.read(FORMER) && device.write(KEY, device.read(FORMER))) device.write(FORMER, null);

  function write(data) {
    const kept = device.write(KEY, data);
    if (!kept) say(".check-up-tools", "This browser does not let the page keep anything. Print your answers, or save them as a file.");
    return kept;
  }

  const ratings = () => Object.fromEntries(groups.map((group) => [group.id, group.steps.find((input) => input.checked)?.value]).filter(([, step]) => step));

  function show() {
    const { results, draft } = read();
    const last = results.filter((result) => result.date < today()).at(-1);
    const chosen = draft.kept && draft.kept !== today() ? {} : draft.ratings;   // what was kept another day is the last result, not this one
    for (const group of groups) {
      group.steps.forEach((input) => { input.checked = chosen[group.id] === input.value; });
      const before = last && label(group, last.ratings[group.id]);
      group.last.textContent = before ? `Last time, on ${last.date}: ${before}` : "";
    }
  }

  function keep() {
    const { results } = read();
    const now = { date: today(), ratings: ratings() };
    if (!Object.keys(now.ratings).length) return say(".check-up-tools", "Choose an answer first.");
    const kept = [...results.filter((result) => result.date !== now.date), now].slice(-MOST);
    if (!write({ results: kept, draft: { ratings: now.ratings, kept: now.date } })) return;
    const open = groups.length - Object.keys(now.ratings).length;
    say(".check-up-tools", `Kept on this device.${open ? ` ${open} of ${groups.length} are still open.` : ""} Next time it stands beside the new one.`);
  }

  function erase() {
    if (!confirm("Erase every check-up result on this device?")) return;
    device.write(KEY, null);                                  // where the browser refuses, there is nothing to erase
    show();
    say(".check-up-tools", "Erased. Nothing is left on this device.");
  }

  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /* Every result and what is chosen now, a line for each answer (RFC 4180); the mark at the start tells Excel that it is UTF-8. */
  function table() {
    const now = { date: today(), ratings: ratings() };
    const all = [...read().results.filter((result) => result.date !== now.date), now];
    const rows = all.flatMap(({ date, ratings: given }) => groups.filter((group) => given[group.id]).map((group) => [date, group.text, label(group, given[group.id])]));
    const quoted = (cell) => `"${cell.replace(/"/g, '""')}"`;
    return `\ufeff${[["Date", "Statement", "Answer"], ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
  }

  const day = form.querySelector("#check-up-date");
  const calendar = (date) => playbook.calendar.lines({ date }, {
    SUMMARY: `Check-up of the support team: ${form.querySelector(".check-up-name").textContent}`,
    DESCRIPTION: "Right people? Right roles?\nTwenty minutes, together or one by one.",
  });

  function next() {
    const { value } = day;
    if (!value) {
      say(".check-up-next", "Choose a day first.");
      return day.focus();
    }
    say(".check-up-next", playbook.calendar.save("check-up", calendar(value), "next-check-up.ics", value, "the whole day"));
  }

  form.addEventListener("change", (event) => {
    if (event.target.type !== "radio") return;
    say(".check-up-tools", "");
    write({ ...read(), draft: { ratings: ratings() } });
  });
  form.querySelector(".check-up-keep").addEventListener("click", keep);
  form.querySelector(".check-up-erase").addEventListener("click", erase);
  form.querySelector(".check-up-export").addEventListener("click", () => {
    if (!Object.keys(ratings()).length && !read().results.length) return say(".check-up-tools", "Choose an answer first.");
    save("check-up.csv", "text/csv", table());
  });
  day.addEventListener("input", () => say(".check-up-next", playbook.calendar.passed(day.value)));
  form.querySelector(".check-up-calendar").addEventListener("click", next);
  addEventListener("pageshow", show);                          // after a reload, browsers put their own choices back first
})();
