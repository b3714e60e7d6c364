/* A region file opened in the form: its values fill the fields, its text is kept for the way back. Nothing leaves the device. */
(() => {
  const { form, fill } = playbook.form || {};
  const box = document.querySelector(".form-open");
  if (!form || !box) return;
  const { make, model, regionFile } = playbook;
  const wrong = box.querySelector(".form-open-wrong");
  const said = box.querySelector(".form-opened");
  const KEYS = { ...model.parts.Region, ...model.ofFile };
  const NOT_IN_FORM = ["example"];                            // known, and without a field

  /* The part of the values that the form knows; what it does not know stays in the file. */
  function known(value, keys) {
    if (typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(keys, key)).map(([key, one]) => [key, inner(one, keys[key])]));
  }

  function inner(value, rule) {
    const part = model.parts[rule.of];
    if (!part) return value;
    return Array.isArray(value) ? value.map((one) => known(one, part)) : known(value, part);
  }

  /* Where a key like convener.2.phone stands, or the last one on the way there; a missing industry is a matter of the stage. */
  function placeOf(root, place) {
    let at = { start: root.start, value: root };
    for (const key of place.split(".")) {
      const parts = at.value.kind === "list" ? at.value.items[key - 1] : at.value.entries?.find((entry) => entry.key === key || entry.key.toLowerCase() === key);
      if (!parts && at.value.kind === "map" && /^\d+$/.test(key)) continue;
      if (!parts) break;
      at = parts;
    }
    const key = { industry: "stage" }[place];
    if (at.value === root && key) return placeOf(root, key);
    return (at.value.entries?.find((entry) => entry.key === "time" && model.parts.Region[place]?.of === "Meeting") ?? at).start;
  }

  /* The keys that the form takes of a file. Its boxes hold the audiences that the playbook offers and no others. */
  function keysOf({ root }) {
    const { audiences, ...others } = KEYS;
    const listed = [].concat(regionFile.valueOf(root).audiences ?? []);
    return listed.every((one) => audiences.choices.includes(one)) ? { ...others, audiences } : others;
  }

  function unknown({ root }) {
    const keys = keysOf({ root });
    return root.entries.filter(({ key }) => !Object.hasOwn(keys, key) && !NOT_IN_FORM.includes(key));
  }

  /* Points that stand twice, once in capitals: which of them would be changed? */
  function twice({ root, lineOf }) {
    const points = root.entries.find(({ key }) => key === "points")?.value.entries ?? [];
    const first = new Map(points.map(({ key }) => [key.toLowerCase(), key]).reverse());
    return points.filter(({ key }) => first.get(key.toLowerCase()) !== key).map(({ key, start }) => ({ line: lineOf(start), message: `points.${key}: is the same point as "${first.get(key.toLowerCase())}"; keep one` }));
  }

  /* What only a file of a folder has, or a folder's own file: the form sees one file, and would lose or repeat what the other gives. */
  function ofFolder({ root, lineOf }, name) {
    const isCommon = root.entries.length && root.entries.every(({ key }) => Object.hasOwn(KEYS, key) && !["region", "stage"].includes(key));
    if (/^_all\b/i.test(name) || isCommon)
      return [{ message: "It holds no region of its own, but what all files of a folder begin with" }];
    return root.entries.filter(({ key }) => key.endsWith("+")).map(({ key, start }) => ({ line: lineOf(start), message: `${key} adds to what _all.yml of the folder gives` }));
  }

  const begins = (text) => /^#.*(\b_all\.yml\b|region-in-folder\.schema)/m.test(text);
  const COMMON = "_all.yml";
  const ONE = "The form sees one file and not the other. Choose both files at once, the edition’s and the _all.yml of its folder.";
  const IN_PLACE = "change it where it lies in your copy of the project: open the file there and choose the pencil.";

  function refused(name, problems, isOfFolder, isWhole) {
    said.replaceChildren();
    const places = ({ line, file }) => (line ? `${file ? `${file}, line` : "Line"} ${line}: ` : "");
    const items = problems.map((problem) => make("li", places(problem) + problem.message + (problem.message.endsWith("?") ? "" : ".")));
    wrong.replaceChildren(
      make("p", `${name || "The text"} was not opened, and the form is as it was. ${isOfFolder || problems.some(({ line }) => !line) ? "This is why:" : "Please mend this first:"}`), make("ul", ...items),
      ...(isOfFolder ? [make("p", `${isWhole ? "Please" : `${ONE} Or`} ${IN_PLACE}`)] : []),
    );
    wrong.focus();
  }

  const valuesOf = (read) => known(regionFile.valueOf(read.root), keysOf(read));

  /* What a text says, with the lines of the file that it comes from: `gone` has the numbers of those that it lacks, in order. */
  function reading(text, gone = []) {
    const read = regionFile.read(text);
    const there = (line) => gone.reduce((number, one) => number + (one <= number ? 1 : 0), line);
    return { ...read, text, lineOf: (at) => there(read.lineOf(at)), problems: read.problems.map((one) => ({ ...one, line: there(one.line) })) };
  }

  /* What is to be known of the file that is open: what it holds beside the form's fields, and what else counts. */
  function tell(read, { name, common, file, notes, isNewer, over }) {
    const where = file || name || "The text";
    const kept = (isKnown) => unknown(read).filter(({ key }) => model.order.includes(key) === isKnown).map(({ key, start }) => `${key} (line ${read.lineOf(start)})`).join(", ");
    const close = Object.assign(make("button", "Close the file"), { type: "button", className: "tool form-close" });
    close.addEventListener("click", shut);
    said.replaceChildren(
      make("p", `${where} is open${file && !isNewer ? ", as this site was last built from it" : ""}: its values stand in the form. Change what you like, then `, Object.assign(make("a", "download it or copy it"), { href: "#make-it-a-real-edition" }), ". For pages to say it on this device, press “Save on this device,” too."),
      ...(isNewer ? [make("p", "It has changed since this site was built. What you typed here stays; the rest is as the file has it now.")] : []),
      ...(over.length ? [make("p", `Where both changed, what you typed stands in place of what the file has now, or has no longer: ${over.join(", ")}.`)] : []),
      ...(notes ? [make("p", "Its notes (what stands behind a #) are not published, so they are missing here. Would you keep them? Then open ", ...atHost(file), ", copy all of it, and paste it above. What you change here stays.")] : []),
      ...(common === undefined ? [] : [make("p", `${COMMON} of its folder counts, too, and stays as it is: what you change goes into ${where}, for this edition alone. What you empty comes from ${COMMON} again.`)]),
      ...(begins(read.text) && common === undefined ? [make("p", "It lies in a folder with _all.yml. What is empty in the form may stand there, and what you fill in counts instead.")] : []),
      ...(kept(true) ? [make("p", `The form has no field for ${kept(true)}; that stays in the file as it is.`)] : []),
      ...(kept(false) ? [make("p", `The form does not know ${kept(false)}; that stays in the file as it is.`)] : []),
      make("p", close),
    );
  }

  /* The way to the file where the copy's files are kept, if that is known; HEAD is the branch that the host shows first. */
  function atHost(file) {
    const { repository } = form.dataset;
    if (!repository) return [`${file} where your copy’s files are kept`];
    return [Object.assign(make("a", file), { href: `${repository.replace(/\/+$/, "")}/blob/HEAD/${file}`, target: "_blank", rel: "noopener" })];
  }

  /* The form without a file: with the version that is saved on this device, if there is one. */
  function shut() {
    if (playbook.form.isChanged() && !confirm("Close the file? What you changed in it goes, unless you have copied or downloaded it.")) return;
    playbook.form.opened = undefined;
    form.querySelector(".form-audiences").disabled = false;
    said.replaceChildren();
    fill(playbook.form.begun());
    box.querySelector("summary").focus();
  }

  /* What is wrong in the values that can be read, beside what cannot: not in a key in which something cannot be read, nor of one that may stand there. */
  function inSound(read) {
    if (!read.root) return [];
    const starts = read.root.entries.map(({ start }) => read.lineOf(start));
    const marred = read.problems.map(({ line }) => read.root.entries[starts.findLastIndex((start) => start <= line)]?.key);
    const own = valuesOf(read);
    const isSound = (key) => Object.hasOwn(own, key) && !marred.includes(key);
    return playbook.check(own, true).problems.filter(({ key }) => isSound(key.split(".")[0])).map(({ key, message }) => ({ line: read.lineOf(placeOf(read.root, key)), message: `${key}: ${message}` }));
  }

  /* Open a region's file, with the text of its folder's _all.yml if that is known, too. `file`: where it lies in the copy; `notes`: whether it has some that `text` lacks;
     `gone`: the numbers of the lines that each of the two lacks; `isNewer`: whether the site was built before the file had what `text` says;
     `over`: the keys in which something typed stands in place of that. */
  function open({ text, name = "", common: given, file, notes, gone = [], isNewer = false, over = [] }) {
    const before = playbook.form.opened;
    const read = reading(text, gone[0]);
    const inCommon = reading(given ?? "", gone[1]).problems.map((one) => ({ ...one, file: COMMON }));
    if (read.problems.length || (given && inCommon.length)) return refused(name, [...read.problems, ...inSound(read), ...(given ? inCommon : [])]);
    const own = valuesOf(read);
    const hasNotes = Boolean(before?.notes && !notes && before.own.region === own.region);   // the file that is open, now with its notes
    const typed = hasNotes && { values: playbook.form.read(), isChanged: playbook.form.isChanged() };
    const common = given ?? (hasNotes ? before.common : undefined);
    const lacks = [gone[0] ?? [], (given === undefined && hasNotes ? before.gone : gone)[1] ?? []];
    const base = reading(common ?? "", lacks[1]);
    const shared = ofFolder(read, name);
    if (shared.length) return refused(name, shared, true, common !== undefined);
    const same = twice(read);
    if (same.length) return refused(name, same);
    const { region: _, ...fromFolder } = common ? valuesOf(base) : {};          // each region says its own
    const { values, problems } = playbook.check(regionFile.merged(own, fromFolder), true);
    const lacksStage = !read.root.entries.some(({ key }) => key === "stage");   // which _all.yml of its folder may give
    const told = problems.map(({ key, message }) => {
      const [top] = key.split(".");
      const [source, place] = Object.hasOwn(own, top) || !Object.hasOwn(fromFolder, top) ? [read] : [base, COMMON];
      return { line: source.lineOf(placeOf(source.root, key)), message: `${key}: ${message}`, file: place };
    });
    if (problems.length) return refused(name, told, common === undefined && (lacksStage || begins(text)));
    if (!hasNotes && playbook.form.isChanged() && !confirm("Opening a file takes the place of all that you typed here. It is not saved, and you cannot get it back. Open the file?")) return;
    wrong.replaceChildren();
    const known = hasNotes ? { name: name || before.name, file: before.file, isNewer: !regionFile.equal(before.own, own), over: [] } : { name, file, isNewer, over };
    playbook.form.opened = { ...read, ...known, common, notes, gone: lacks, own, values: playbook.check(own, true).values, counts: values };
    fill(values);
    playbook.form.opened.shown = playbook.form.read();
    if (typed) {
      fill(regionFile.carried(playbook.form.opened.shown, before.shown, typed.values, known.over));
      if (typed.isChanged) playbook.form.touch();
      playbook.form.keepDraft();
    }
    form.querySelector(".form-audiences").disabled = ![read, ...(common ? [base] : [])].every((one) => Object.hasOwn(keysOf(one), "audiences"));
    box.querySelector("details").open = false;
    tell(read, playbook.form.opened);
  }

  Object.assign(playbook.form, { open, refuse: refused });
})();
