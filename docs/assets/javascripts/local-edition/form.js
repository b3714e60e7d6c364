/* The form for a reader's own version: shows at once how it reads, and saves on this device. */
(() => {
  const { form, read, tidy, put, reset, presetZones, ofVersion, add, remove, controls, problems: wrong } = playbook.form || {};
  if (!form || !wrong) return;
  const preview = document.querySelector(".form-preview");
  const said = form.querySelector(".form-said");
  const seen = new Set();                                     // fields that the reader has left once
  const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  let changed = false;

  /* Nothing is typed that is not saved, put into a file, or read from one. */
  function settle() {
    changed = false;
    dispatchEvent(new Event("form-settled"));
  }

  /* The meeting of the stage lies open. */
  function openMeeting(stage) {
    const { meetings } = playbook.model;
    form.querySelectorAll("[data-part]").forEach((part) => { if (meetings[part.dataset.part]?.stage === stage) part.open = true; });
  }

  function show() {
    const { values } = playbook.check(ofVersion(read()));
    const shown = { ...values, stage: values.stage || "planning" };
    playbook.localize(preview, shown);
    preview.querySelector(".tag-stage").textContent = playbook.model.stages[shown.stage];
    preview.querySelector(".sheet-call").hidden = !values.convener;
    showOwnWords(shown);
    markNeeded();
    form.querySelectorAll("[type=date]").forEach(markPassed);
  }

  /* The points that are said otherwise, left out or added: in place of the playbook's, if those are among the few that stand there. */
  function showOwnWords(values) {
    const { make } = playbook;
    const own = playbook.ownWords.of(values);
    const place = preview.querySelector(".form-preview-own");
    const changes = own ? [...own.reworded, ...own.added] : [];
    const left = own ? [...own.leftOut] : [];
    for (const point of preview.querySelectorAll("[data-shown]")) point.hidden = changes.includes(point.dataset.shown) || left.includes(point.dataset.shown);
    place.hidden = !changes.length && !left.length;
    place.replaceChildren(
      Object.assign(make("p", "Points you changed"), { className: "form-paper-ask" }),
      ...changes.map((id) => make("p", ...["say", "more"].map((part) => own.text(id, part, values.stage)).filter(Boolean).flatMap((text, at) => (at ? [" ", text] : [make("strong", text)])), ` (${id.toUpperCase()})`)),
      ...left.map((id) => make("p", `${id.toUpperCase()} is left out.`)),
    );
  }

  /* A day that has passed is told, and taken: pages then say that a new one will come. A rhythm leads on to the next day by itself. */
  function markPassed(field) {
    const { name, value } = field;
    const passed = value && value < playbook.today() && !form.elements[name.replace(/date$/, "repeats")]?.value.trim();
    field.closest(".form-field").querySelector(".form-passed").textContent = passed ? `${DAY.format(new Date(`${value}T00:00:00Z`))} has passed. Is the date right? Pages leave it out.` : "";
  }

  /* What other answers make needed is marked so: at a stage, or within an item of a list of which something is filled in. */
  function markNeeded() {
    const stage = form.elements.stage.value;
    const isNeeded = { stage: () => Boolean(stage) && stage !== "planning", item: (field) => [...field.closest(".form-row").querySelectorAll("[name]")].some(({ value }) => value.trim()) };
    for (const mark of form.querySelectorAll(".form-needed[data-once]")) {
      const field = mark.closest(".form-field");
      const needed = isNeeded[mark.dataset.once](field);
      mark.hidden = !needed;
      if (needed) field.querySelector("[name]").setAttribute("aria-required", "true");
      else field.querySelector("[name]").removeAttribute("aria-required");
    }
  }

  /* The values, if they may be taken; else says what is wrong and returns null. */
  function checked() {
    tidy();
    const { values, problems } = playbook.check(read(), true);
    const names = new Set(controls().map(({ name }) => name));
    names.forEach((name) => seen.add(name));
    wrong.show(problems, names);
    wrong.clear();
    said.textContent = "";
    if (problems.length) wrong.list(problems);
    return problems.length ? null : values;
  }

  form.addEventListener("input", ({ target }) => {
    changed = true;
    said.textContent = "";
    if (target.name === "stage") openMeeting(target.value);
    if (seen.has(target.name)) wrong.show(playbook.check(read(), true).problems, [target.name]);
    show();
  });

  /* Not while a button is being pressed: it would move away from under the finger. */
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!target.name || !target.value || relatedTarget?.matches("button")) return;
    seen.add(target.name);
    wrong.show(playbook.check(read(), true).problems, [target.name]);
  });

  form.addEventListener("click", ({ target }) => {
    const list = target.closest(".form-list");
    if (target.matches(".form-add")) {
      add(list).querySelector("input, select").focus();
      markNeeded();
    }
    if (target.matches(".form-remove")) {
      remove(list, target.closest(".form-item"));
      list.querySelector(".form-add").focus();
      changed = true;
      show();
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const mine = checked();
    if (!mine) {
      if (changed && !form.querySelector(".form-clear").hidden) said.textContent = "Not saved yet. What you typed stays here until you close this tab.";
      return;
    }
    const values = playbook.form.merged(ofVersion(mine));
    if (!playbook.store.keep(values)) {
      said.textContent = playbook.store.refusal();
      return;
    }
    playbook.own.values = values;                             // what the form begins with from now on
    settle();
    playbook.form.keepRest();
    document.querySelector(".own-bar")?.remove();
    playbook.own.show(values);
    const link = (text, page) => Object.assign(playbook.make("a", text), { href: new URL(page, playbook.general()).href });
    said.replaceChildren("Saved. Every page now says it your way: ", link("what to say", "talking-points/index.html"), " · ", link("your sheets", "sheets/index.html"));
  });

  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  /* The values of a file in place of all others. */
  function fill(values) {
    reset(values);
    settle();
    seen.clear();
    wrong.show([], new Set(controls().map(({ name }) => name)));
    wrong.clear();
    said.textContent = "";
    openMeeting(values.stage);
    show();
  }

  presetZones();
  put({ support_team: playbook.seats.listed() });
  if (playbook.own.values) {
    const { points = {}, ...rest } = playbook.own.values;
    put({ ...rest, points: { ...points, ...playbook.store.dropped() } });
    openMeeting(playbook.own.values.stage);
    said.textContent = playbook.form.ownPoints.gone().trim();
  }
  if (Object.keys(ofVersion(read())).length) show();          // else the page's own words stay: nothing moves under who reads them
  Object.assign(playbook.form, { checked, fill, saved: settle, touch: () => { changed = true; }, isChanged: () => changed });
  document.documentElement.classList.add("scripts-run");
})();
