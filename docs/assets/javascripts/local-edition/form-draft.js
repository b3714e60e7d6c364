/* What was typed into the form and not saved yet: kept until the tab is closed, so that a page that is loaded anew has it again. */
(() => {
  const { form, fill, read } = playbook.form || {};
  if (!form || !fill) return;
  const KEY = `${location.pathname}.playbook_typed`;
  const clear = form.querySelector(".form-clear");

  /* Keep a draft, or with none let go of it; tell whether the browser did. */
  function write(draft) {
    try {
      if (!(sessionStorage instanceof Storage)) return false;
      if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
      else sessionStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  /* What stands in the form, and the file that is open in it. */
  function keep() {
    const { text, name, common } = playbook.form.opened ?? {};
    clear.hidden = !write({ values: read(), ...(text && { opened: { text, name, common } }) });
  }

  function forget() {
    write(null);
    clear.hidden = true;
  }

  /* Back into the form; what is no draft of ours is let go. */
  function restore() {
    try {
      const { values, opened } = JSON.parse(sessionStorage.getItem(KEY)) ?? {};
      if (!values) return;
      if (opened) playbook.form.open(opened.text, opened.name, opened.common);
      fill(values);
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
    fill(playbook.form.opened?.counts ?? { support_team: playbook.seats.listed(), ...playbook.own.values });
    form.elements.region.focus();
  });
  if (!location.hash.startsWith("#start&")) restore();
})();
