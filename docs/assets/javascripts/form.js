/* The form for a reader's own version: shows at once how it reads, says what is wrong beside the field, and saves on this device. */
(() => {
  const { form, read, tidy, put, add, remove, controls } = playbook.form || {};
  if (!form) return;
  const preview = document.querySelector(".form-preview");
  const wrong = form.querySelector(".form-wrong");
  const said = form.querySelector(".form-said");
  const seen = new Set();                                     // fields that the reader has left once
  let changed = false;

  /* The field that a problem is about; of a meeting, its time; of the whole, the industry. */
  const controlOf = (key) => form.elements[key] || form.elements[`${key}.time`] || form.elements.industry;
  const nameOf = (key) => (controlOf(key).name ?? key);       // the stage is a group of radio buttons

  function mark(name, message) {
    const control = form.elements[name];
    const error = document.getElementById(`f-${name}-error`);
    if (!error) return;
    error.textContent = message;
    error.hidden = !message;
    for (const one of control instanceof RadioNodeList ? control : [control])
      if (message) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
  }

  function showProblems(problems, names) {
    for (const name of names) {
      const found = problems.find(({ key }) => nameOf(key) === name);
      mark(name, found ? sentence(found.message) : "");
    }
  }

  const sentence = (message) => `${message[0].toUpperCase()}${message.slice(1)}.`;

  /* The meeting of the stage lies open. */
  function openMeeting(stage) {
    const key = playbook.model.meetings[stage];
    form.querySelectorAll("[data-part]").forEach((part) => { if (part.dataset.part === key) part.open = true; });
  }

  function show() {
    const { values } = playbook.check(read());
    const shown = { ...values, stage: values.stage || "planning" };
    playbook.fields.fill(preview, shown);
    playbook.parts.set(preview, shown);
    preview.querySelector(".sheet-call").hidden = !values.convener;
  }

  /* All that is wrong, in one list that leads to the fields. */
  function listProblems(problems) {
    const { make } = playbook.parts;
    const items = problems.map(({ key, message }) => {
      const name = nameOf(key);
      const control = controlOf(key);
      const first = control instanceof RadioNodeList ? control[0] : control;
      const title = name === "stage" ? "Stage" : document.querySelector(`label[for="f-${CSS.escape(name)}"]`).firstChild.textContent.trim();
      const link = make("a", title);
      link.href = `#${first.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        first.closest("details")?.setAttribute("open", "");
        first.focus();
      });
      return make("li", link, `: ${message}`);
    });
    wrong.replaceChildren(make("p", problems.length === 1 ? "One thing to mend:" : `${problems.length} things to mend:`), make("ul", ...items));
    wrong.hidden = false;
    for (const { key } of problems) controlOf(key).closest?.("details")?.setAttribute("open", "");
    wrong.focus();
  }

  /* The values, if they may be taken; else says what is wrong and returns null. */
  function checked() {
    tidy();
    const { values, problems } = playbook.check(read());
    const names = new Set(controls().map(({ name }) => name));
    names.forEach((name) => seen.add(name));
    showProblems(problems, names);
    wrong.hidden = true;
    said.textContent = "";
    if (problems.length) listProblems(problems);
    return problems.length ? null : values;
  }

  form.addEventListener("input", ({ target }) => {
    changed = true;
    said.textContent = "";
    if (target.name === "stage") openMeeting(target.value);
    if (seen.has(target.name)) showProblems(playbook.check(read()).problems, [target.name]);
    show();
  });

  form.addEventListener("focusout", ({ target }) => {
    if (!target.name || !target.value) return;
    seen.add(target.name);
    showProblems(playbook.check(read()).problems, [target.name]);
  });

  form.addEventListener("click", ({ target }) => {
    const list = target.closest(".form-list");
    if (target.matches(".form-add")) add(list).querySelector("input").focus();
    if (target.matches(".form-remove")) {
      remove(list, target.closest(".form-item"));
      list.querySelector(".form-add").focus();
      changed = true;
      show();
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = checked();
    if (!values) return;
    const { make } = playbook.parts;
    if (!playbook.store.keep(values)) {
      said.textContent = "Your browser does not let this site keep anything on this device. It may be a private window.";
      return;
    }
    changed = false;
    document.querySelector(".own-bar")?.remove();
    playbook.bar.own(values, location.pathname, playbook.own.reset);
    const link = (text, page) => Object.assign(make("a", text), { href: new URL(page, __md_scope).href });
    said.replaceChildren("Saved. Every page now says it your way: ", link("what to say", "talking-points/index.html"), " · ", link("your sheets", "sheets/index.html"));
  });

  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  form.querySelectorAll("select").forEach((select) => { if ([...select.options].some(({ value }) => value === zone)) select.value = zone; });
  if (playbook.own.values) {
    put(playbook.own.values);
    openMeeting(playbook.own.values.stage);
  }
  show();
  playbook.form.checked = checked;
})();
