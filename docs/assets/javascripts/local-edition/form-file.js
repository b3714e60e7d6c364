/* From the form to a real edition: the region file, to download or as a new file in the project's repository. */
(() => {
  const { form, checked } = playbook.form || {};
  if (!form) return;
  const LONGEST = 8000;                                       // characters of an address that browsers and hosts take
  const PLAIN = ["stage", "date", "time", "timezone"];        // need no quotes

  /* A name for the file: small letters, digits and single hyphens. */
  function slug(region) {
    const plain = region.normalize("NFD").replace(/[\u0300-\u036f\u02bb\u02bc'’]/g, "").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "") || "my-region";
  }

  /* A value in YAML; a JSON string is one. */
  const scalar = (key, value) => (PLAIN.includes(key) && key !== "time" ? value : JSON.stringify(value));
  const written = (key) => (/^[a-z][a-z0-9_]*$/.test(key) ? key : JSON.stringify(key));

  function lines(values, indent = "") {
    return Object.entries(values).flatMap(([key, value]) => {
      if (typeof value === "string") return [`${indent}${written(key)}: ${scalar(key, value)}`];
      if (!Array.isArray(value)) return [`${indent}${written(key)}:`, ...lines(value, `${indent}  `)];
      return [`${indent}${key}:`, ...value.flatMap((item) => {
        if (typeof item === "string") return [`${indent}  - ${JSON.stringify(item)}`];
        const [first, ...rest] = lines(item, `${indent}    `);
        return [`${indent}  - ${first.trimStart()}`, ...rest];
      })];
    });
  }

  /* The values as a region file, in the order of the model, with the seats ticked on this device, looked through today. */
  function yaml(given) {
    const seats = playbook.seats.listed();
    const values = seats.length ? { ...given, support_team: seats } : given;
    const ordered = Object.fromEntries([...Object.keys(playbook.model.parts.Region), "support_team"].filter((key) => key in values).map((key) => [key, values[key]]));
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return ["# What this edition says differently. Every key is explained in regions/README.md.", ...lines(ordered), `updated: ${today}`, ""].join("\n");
  }

  function take(act) {
    const said = document.querySelector(".form-file .tools-said");
    const values = checked();
    said.textContent = values ? act(`${slug(values.region)}.yml`, yaml(values)) : "Please look at the form above first: an answer is missing or needs a change.";
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return `Saved as ${name} with your downloads.`;
  }

  /* The host's page for a new file, filled in (as GitHub has it). */
  function open(name, text) {
    const address = new URL(`${form.dataset.repository.replace(/\/+$/, "")}/new/main/regions`);
    address.search = new URLSearchParams({ filename: name, value: text });
    if (address.href.length > LONGEST) return "That is more than an address can carry. Download the file instead, and upload it.";
    location.href = address.href;
    return `Opening ${address.host} …`;
  }

  document.querySelector(".form-download").addEventListener("click", () => take(download));
  document.querySelector(".form-repository")?.addEventListener("click", () => take(open));
})();
