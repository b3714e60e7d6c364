/* The ways to a region file: one chosen from the device, its text pasted, and in a published edition the edition's own. */
(() => {
  const { open, refuse } = playbook.form || {};
  const box = document.querySelector(".form-open");
  if (!open || !box) return;
  const NOT_TEXT = [
    [/^PK\x03\x04/, "a Word or ZIP file"], [/^\xd0\xcf\x11\xe0/, "an old Word file"], [/^\{\\rtf/, "an RTF file"], [/^%PDF-/, "a PDF file"],
    [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|....ftyp)/s, "a picture"],
  ];
  const TWO = "An edition’s file can be opened together with the _all.yml of its folder, and with no other. Open two editions one after the other";

  /* The text of a file; what is no text in UTF-8 is named as what it is, and nothing is returned. */
  async function textOf(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const start = String.fromCharCode(...bytes.slice(0, 8));
    const [, kind] = NOT_TEXT.find(([sign]) => sign.test(start)) || [];
    if (kind) return void refuse(file.name, [{ message: `It is ${kind}. A region file is plain text, and its name ends in .yml` }]);
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return void refuse(file.name, [{ line: 1, message: "the file is not UTF-8 text; save it again with the encoding UTF-8" }]);
    }
  }

  async function openFiles(files) {
    const common = files.length > 1 ? files.find(({ name }) => /^_all\b/i.test(name)) : undefined;
    const [file, ...more] = files.filter((one) => one !== common);
    if (more.length) return refuse("", [{ message: TWO }]);
    const texts = [await textOf(file), common && await textOf(common)];
    if (texts[0] === undefined || (common && texts[1] === undefined)) return;
    open({ text: texts[0], name: file.name, common: texts[1] });
  }

  /* The file of the edition that this form stands in: its site holds it, without its notes (playbook/model/folder/published_file.py). */
  function openOwn() {
    addEventListener("playbook-region-file", ({ detail }) => open(detail), { once: true });
    playbook.script("localize/region-file.js", new URL(document.querySelector(".search-link").href)).onerror = () =>
      refuse("The file of this edition", [{ message: "This site does not hold it, or it did not arrive. Load the page again" }]);
  }

  const chosen = Object.assign(box.querySelector("#f-open-file"), { multiple: true });
  chosen.addEventListener("change", async ({ target }) => {
    if (target.files.length) await openFiles([...target.files]);
    target.value = "";                                        // so that the same file, mended, can be chosen again
  });
  box.querySelector(".form-open-text").addEventListener("click", () => {
    const text = box.querySelector("#f-open-text");
    if (text.value.trim()) return open({ text: text.value });
    box.querySelector(".form-opened").replaceChildren();
    box.querySelector(".form-open-wrong").replaceChildren(playbook.make("p", "Paste the text first."));
    text.focus();
  });
  const own = box.querySelector(".form-open-own");
  own.hidden = !playbook.edition() || Boolean(document.querySelector(".edition-example"));   // a fictional one is nobody's to change
  own.addEventListener("click", openOwn);
})();
