/* What was typed into the form and not saved yet, and the file that is open in it: kept until the tab is closed, so that a page that is loaded anew has it again. */
(() => {
  const { form, fill, read } = playbook.form || {};
  if (!form || !fill) return;
  const { keepDraft, draft } = playbook.store;
  const clear = form.querySelector(".form-clear");
  const begun = () => playbook.form.opened?.counts ?? { support_team: playbook.seats.listed(), ...playbook.own.values };

  /* What stands in the form, the saved version that it began with, the file that is open in it, and whether any of it is saved nowhere. */
  function keep(changed = playbook.form.isChanged()) {
    const { text, name, common, file, notes, gone, isNewer, over } = playbook.form.opened ?? {};
    const kept = keepDraft({ values: read(), changed, base: playbook.form.base(), ...(text !== undefined && { opened: { text, name, common, file, notes, gone, isNewer, over } }) });
    clear.hidden = !kept || !changed;
  }

  function forget() {
    keepDraft(null);
    clear.hidden = true;
  }

  /* Answers that only a file takes are not in the version that was saved on the device. */
  function keepRest() {
    const [now, then] = [read(), begun()];
    if (Object.keys(playbook.model.ofFile).some((key) => JSON.stringify(now[key] ?? []) !== JSON.stringify(then[key] ?? []))) keep(true);
  }

  /* Back into the form; what is no draft of ours is let go. */
  function restore() {
    const said = form.querySelector(".form-said");
    let kept;
    try {
      kept = JSON.parse(draft());
    } catch {
      return forget();
    }
    if (!kept?.values) return;
    try {
      const { values, base, opened, changed = true } = kept;
      if (opened) playbook.form.open(opened);
      fill(values);
      playbook.form.base(base);
      if (changed) playbook.form.touch();
      keep(changed);
      if (changed) said.textContent = `What you typed here is back. It is not saved yet.${playbook.form.ownPoints.gone()}`;
    } catch {
      forget();
      said.textContent = "What you typed here before cannot be read any more.";
    }
  }

  form.addEventListener("input", () => keep());
  form.addEventListener("click", ({ target }) => { if (target.matches(".form-remove")) keep(); });
  addEventListener("form-settled", () => (playbook.form.opened ? keep() : forget()));
  clear.addEventListener("click", () => {
    if (!confirm("Clear what you typed here? It is not saved.")) return;
    fill(begun());
    form.elements.region.focus();
  });
  Object.assign(playbook.form, { keepRest, begun, keepDraft: keep });
  restore();
})();
