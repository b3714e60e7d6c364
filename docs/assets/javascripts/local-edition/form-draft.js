/* What was typed into the form and not saved yet: kept until the tab is closed, so that a page that is loaded anew has it again. */
(() => {
  const { form, fill, read } = playbook.form || {};
  if (!form || !fill) return;
  const { keepDraft, draft } = playbook.store;
  const clear = form.querySelector(".form-clear");
  const begun = () => playbook.form.opened?.counts ?? { support_team: playbook.seats.listed(), ...playbook.own.values };

  /* What stands in the form, the saved version that it began with, and the file that is open in it. */
  function keep() {
    const { text, name, common } = playbook.form.opened ?? {};
    clear.hidden = !keepDraft({ values: read(), base: playbook.form.base(), ...(text && { opened: { text, name, common } }) });
  }

  function forget() {
    keepDraft(null);
    clear.hidden = true;
  }

  /* Answers that only a file takes are not in the version that was saved on the device. */
  function keepRest() {
    const [now, then] = [read(), begun()];
    if (Object.keys(playbook.model.ofFile).some((key) => JSON.stringify(now[key] ?? []) !== JSON.stringify(then[key] ?? []))) keep();
  }

  /* Back into the form; what is no draft of ours is let go. */
  function restore() {
    try {
      const { values, base, opened } = JSON.parse(draft()) ?? {};
      if (!values) return;
      if (opened) playbook.form.open(opened.text, opened.name, opened.common);
      fill(values);
      playbook.form.base(base);
    } catch {
      return forget();
    }
    playbook.form.touch();
    keep();
    form.querySelector(".form-said").textContent = "What you typed here is back. It is not saved yet.";
  }

  form.addEventListener("input", keep);
  form.addEventListener("click", ({ target }) => { if (target.matches(".form-remove")) keep(); });
  addEventListener("form-settled", forget);
  clear.addEventListener("click", () => {
    if (!confirm("Clear what you typed here? It is not saved.")) return;
    fill(begun());
    form.elements.region.focus();
  });
  Object.assign(playbook.form, { keepRest });
  restore();
})();
