/* A region file opened in the form: its values fill the fields, its text is kept for the way back. Nothing leaves the device. */
(() => {
  const { form, fill } = playbook.form || {};
  const box = document.querySelector(".form-open");
  if (!form || !box) return;
  const { make, model, regionFile } = playbook;
  const wrong = box.querySelector(".form-open-wrong");
  const said = box.querySelector(".form-opened");
  const NOT_TEXT = [["PK\u0003\u0004", "a Word or ZIP file"], ["\u00d0\u00cf\u0011\u00e0", "an old Word file"], ["{\\rtf", "an RTF file"], ["%PDF-", "a PDF file"]];
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
  const BY_HAND = "The form sees one file and not the other. Choose both files at once, the edition’s and the _all.yml of its folder. Or change it where it lies in your copy of the project: open the file there and choose the pencil.";
  const TWO = "An edition’s file can be opened together with the _all.yml of its folder, and with no other. Open two editions one after the other";

  function refused(name, problems, isOfFolder) {
    said.replaceChildren();
    const places = ({ line, file }) => (line ? `${file ? `${file}, line` : "Line"} ${line}: ` : "");
    const items = problems.map((problem) => make("li", places(problem) + problem.message + (problem.message.endsWith("?") ? "" : ".")));
    wrong.replaceChildren(
      make("p", `${name || "The text"} was not opened, and the form is as it was. ${isOfFolder ? "This is why:" : "Please mend this first:"}`), make("ul", ...items),
      ...(isOfFolder ? [make("p", BY_HAND)] : []),
    );
    wrong.focus();
  }

  const valuesOf = (read) => known(regionFile.valueOf(read.root), keysOf(read));

  /* Open a region's file, with the text of its folder's _all.yml if that was chosen, too. */
  function open(text, name, common) {
    const read = regionFile.read(text);
    const base = regionFile.read(common ?? "");
    const inCommon = base.problems.map(({ line, message }) => ({ line, message, file: COMMON }));
    if (read.problems.length || (common && inCommon.length)) return refused(name, [...read.problems, ...(common ? inCommon : [])]);
    const shared = ofFolder(read, name);
    if (shared.length) return refused(name, shared, true);
    const same = twice(read);
    if (same.length) return refused(name, same);
    const { region: _, ...given } = common ? valuesOf(base) : {};               // each region says its own
    const own = valuesOf(read);
    const { values, problems } = playbook.check(regionFile.merged(own, given), true);
    const lacksStage = !read.root.entries.some(({ key }) => key === "stage");   // which _all.yml of its folder may give
    const told = problems.map(({ key, message }) => {
      const [top] = key.split(".");
      const [source, file] = Object.hasOwn(own, top) || !Object.hasOwn(given, top) ? [read] : [base, COMMON];
      return { line: source.lineOf(placeOf(source.root, key)), message: `${key}: ${message}`, file };
    });
    if (problems.length) return refused(name, told, common === undefined && (lacksStage || begins(text)));
    if (playbook.form.isChanged() && !confirm("Opening a file takes the place of what you typed here, which is not saved. Open it?")) return;
    wrong.replaceChildren();
    fill(values);
    form.querySelector(".form-audiences").disabled = ![read, ...(common ? [base] : [])].every((one) => Object.hasOwn(keysOf(one), "audiences"));
    playbook.form.opened = { ...read, text, name, common, values: playbook.check(own, true).values, counts: values };
    box.querySelector("details").open = false;
    const kept = (isKnown) => unknown(read).filter(({ key }) => model.order.includes(key) === isKnown).map(({ key, start }) => `${key} (line ${read.lineOf(start)})`).join(", ");
    said.replaceChildren(
      make("p", `${name || "The text"} is open: its values stand in the form. Change what you like, then `, Object.assign(make("a", "download it or copy it"), { href: "#make-it-a-real-edition" }), "."),
      ...(common ? [make("p", `${COMMON} of its folder counts, too, and stays as it is: what you change goes into ${name}, for this edition alone. What you empty comes from ${COMMON} again.`)] : []),
      ...(begins(text) && !common ? [make("p", "It lies in a folder with _all.yml. What is empty in the form may stand there, and what you fill in counts instead.")] : []),
      ...(kept(true) ? [make("p", `The form has no field for ${kept(true)}; that stays in the file as it is.`)] : []),
      ...(kept(false) ? [make("p", `The form does not know ${kept(false)}; that stays in the file as it is.`)] : []),
    );
  }

  /* The text of a file; what is no text in UTF-8 is named as what it is, and nothing is returned. */
  async function textOf(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const start = String.fromCharCode(...bytes.slice(0, 8));
    const [, kind] = NOT_TEXT.find(([sign]) => start.startsWith(sign)) || [];
    if (kind) return void refused(file.name, [{ line: 1, message: `the file is ${kind}, whatever its name says; save it as plain text` }]);
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return void refused(file.name, [{ line: 1, message: "the file is not UTF-8 text; save it again with the encoding UTF-8" }]);
    }
  }

  async function openFiles(files) {
    const common = files.length > 1 ? files.find(({ name }) => /^_all\b/i.test(name)) : undefined;
    const [file, ...more] = files.filter((one) => one !== common);
    if (more.length) return refused("", [{ message: TWO }]);
    const texts = [await textOf(file), common && await textOf(common)];
    if (texts[0] === undefined || (common && texts[1] === undefined)) return;
    open(texts[0], /\.ya?ml$/i.test(file.name) ? file.name : "", texts[1]);
  }

  playbook.form.open = open;
  const chosen = Object.assign(box.querySelector("#f-open-file"), { multiple: true });
  chosen.addEventListener("change", async ({ target }) => {
    if (target.files.length) await openFiles([...target.files]);
    target.value = "";                                        // so that the same file, mended, can be chosen again
  });
  box.querySelector(".form-open-text").addEventListener("click", () => {
    const text = box.querySelector("#f-open-text");
    if (text.value.trim()) return open(text.value, "");
    said.replaceChildren();
    wrong.replaceChildren(make("p", "Paste the text first."));
    text.focus();
  });
})();
