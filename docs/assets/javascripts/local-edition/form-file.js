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
    return [opened.name || `${slug(values.region)}.yml`, playbook.regionFile.edited(opened, opened.values, own, playbook.model.order)];
  }

  async function take(act) {
    const said = document.querySelector(".form-file .tools-said");
    const values = checked();
    said.textContent = values ? await act(...file(values)) : "Please look at the form above first: an answer is missing or needs a change.";
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

  async function copy(name, text) {
    return await playbook.copy(text) ? `Copied. Paste it into the file ${name}, in place of all that stands there.` : "Your browser does not let this page copy. Download the file instead.";
  }

  /* The host's page for a new file, filled in (as GitHub has it), in a window of its own: the form stays. */
  function open(name, text) {
    const [folder] = /regions\/[a-z0-9-]+(?=\/_all\.yml)/.exec(playbook.form.opened?.text) || ["regions"];
    if (playbook.form.opened) return `The file exists already. Copy its text, open ${folder}/${name} in your copy of the project, choose the pencil, and paste it in place of the old text.`;
    const address = new URL(`${form.dataset.repository.replace(/\/+$/, "")}/new/main/regions`);
    address.search = new URLSearchParams({ filename: name, value: text });
    if (address.href.length > LONGEST) return "That is more than an address can carry. Download the file instead, and upload it.";
    Object.assign(document.createElement("a"), { href: address.href, target: "_blank", rel: "noopener" }).click();
    playbook.form.saved();
    return `${address.host} opens in a new window. Choose Commit changes there.`;
  }

  document.querySelector(".form-download").addEventListener("click", () => take(download));
  document.querySelector(".form-copy").addEventListener("click", () => take(copy));
  document.querySelector(".form-repository")?.addEventListener("click", () => take(open));
})();
