/* From the form to a real edition: the region file, to download, to copy, or as a new file in the project's repository. */
(() => {
  const { form, checked } = playbook.form || {};
  if (!form) return;
  const LONGEST = 8000;                                       // characters of an address that browsers and hosts take

  /* A name for the file: small letters, digits and single hyphens. */
  function slug(region) {
    const plain = region.normalize("NFD").replace(/[\u0300-\u036f\u02bb\u02bc'’]/g, "").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "") || "my-region";
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /* The values as a region file, in the order of the model, looked through today if no day is given. */
  function written(values) {
    const all = { ...values, updated: values.updated ?? today() };
    const ordered = Object.fromEntries(playbook.model.order.filter((key) => key in all).map((key) => [key, all[key]]));
    return ["# What this edition says differently. Every key is explained in regions/README.md.", ...playbook.regionFile.lines(ordered), ""].join("\n");
  }

  /* The name and the text of the file: the one that was opened, with what has changed, or a new one. */
  function file(values) {
    const { opened } = playbook.form;
    if (!opened) return [`${slug(values.region)}.yml`, written(values)];
    const own = playbook.regionFile.ownPart(opened.values, opened.counts, values);
    return [/\.ya?ml$/i.test(opened.name) ? opened.name : `${slug(values.region)}.yml`, playbook.regionFile.edited(opened, opened.values, own, playbook.model.order)];
  }

  const WITHOUT_NOTES = " The notes of your file are not in it: paste the file itself above first, if you would keep them.";

  async function take(act) {
    const said = document.querySelector(".form-file .tools-said");
    const values = checked();
    if (!values) return void (said.textContent = "Please look at the form above first: an answer is missing or needs a change.");
    said.textContent = await act(...file(values)) + (playbook.form.opened?.notes ? WITHOUT_NOTES : "");
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    playbook.form.saved();
    return `Saved as ${name} with your downloads.`;
  }

  /* Where the file that is open lies in the copy, as far as that is known. */
  function place(name) {
    const { file: known, text } = playbook.form.opened ?? {};
    const [folder] = /regions\/[a-z0-9-]+(?=\/_all\.yml)/.exec(text) || ["regions"];
    return known || `${folder}/${name}`;
  }

  async function copy(name, text) {
    const where = playbook.form.opened ? place(name) : name;
    return await playbook.copy(text) ? `Copied. Paste it into the file ${where}, in place of all that stands there.` : "Your browser does not let this page copy. Download the file instead.";
  }

  const inWindow = (address) => Object.assign(document.createElement("a"), { href: address, target: "_blank", rel: "noopener" }).click();

  /* The host's page for a new file, filled in (as GitHub has it), or the one of the file that is open, for which the text is copied; in a window of its own.
     The form stays, and so does what was typed: nobody knows here whether it is saved there. */
  async function open(name, text) {
    const { opened } = playbook.form;
    const address = new URL(`${form.dataset.repository.replace(/\/+$/, "")}/${opened ? `blob/HEAD/${place(name)}` : "new/main/regions"}`);
    if (opened && !await playbook.copy(text)) return "Your browser does not let this page copy. Download the file instead.";
    if (!opened) address.search = new URLSearchParams({ filename: name, value: text });
    if (address.href.length > LONGEST) return "That is more than an address can carry. Download the file instead, and upload it.";
    inWindow(address.href);
    const then = opened ? `The text is copied, and ${place(name)} opens in a new window. Choose the pencil there, paste the text in place of the old one, and choose Commit changes.` : `${address.host} opens in a new window. Choose Commit changes there.`;
    return `${then} Until then it is not saved; what you typed stays here until you close this tab.`;
  }

  document.querySelector(".form-download").addEventListener("click", () => take(download));
  document.querySelector(".form-copy").addEventListener("click", () => take(copy));
  document.querySelector(".form-repository")?.addEventListener("click", () => take(open));
})();
