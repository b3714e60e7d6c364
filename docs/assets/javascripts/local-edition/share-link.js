/* From the form outward: a link that carries the values. */
(() => {
  const { form, checked } = playbook.form || {};
  if (!form) return;

  document.querySelector(".form-link").addEventListener("click", async ({ target }) => {
    const tools = target.closest(".form-share");
    const said = tools.querySelector(".tools-said");
    tools.querySelector("textarea")?.remove();
    const values = checked();
    if (!values) return void (said.textContent = "Please look at the form above first: an answer is missing or needs a change.");
    const payload = playbook.store.encode(playbook.form.ofVersion(values));
    if (payload.length > playbook.store.longest) return void (said.textContent = "That is more than a link can carry. Shorten the longest texts, or send the region file.");
    const address = new URL(`index.html#my=${payload}`, playbook.general()).href;
    const area = tools.appendChild(document.createElement("textarea"));
    area.className = "tools-letter";
    area.setAttribute("aria-label", "The link");
    area.readOnly = true;
    area.value = address;
    if (await playbook.copy(address)) said.textContent = "Copied. Paste it into an e-mail or a message.";
    else {
      area.select();
      said.textContent = "The link is selected: press Ctrl+C (on a Mac, ⌘C).";
    }
    if (location.protocol === "file:") said.textContent += " It works only on this computer, because this copy of the playbook is on its disk.";
  });
})();
