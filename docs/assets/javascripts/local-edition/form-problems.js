/* What is wrong in the form: beside each field, and in one list that leads to them. */
(() => {
  const { form } = playbook.form || {};
  if (!form) return;
  const wrong = form.querySelector(".form-wrong");

  /* The field that a problem is about; of a meeting, its time; of the whole, the industry. */
  const controlOf = (key) => form.elements[key] || form.elements[`${key}.say`] || form.elements[`${key}.because`] || (key.startsWith("terms.") && ofTerm(key.slice(6))) || form.elements[`${key}.time`] || form.elements.industry;

  /* Of a word for the glossary: the word, or its meaning where that is missing; of one that stands twice, the later. */
  function ofTerm(key) {
    const words = [...form.querySelectorAll('[name^="terms."][name$=".word"]')].filter(({ value }) => value.trim() === key.trim());
    const word = words[key.length - key.trimEnd().length] || words[0];
    const meaning = word && form.elements[word.name.replace(/word$/, "meaning")];
    return word?.value.trim() && !meaning.value.trim() ? meaning : word;
  }

  const nameOf = (key) => (controlOf(key).name ?? key);       // the stage is a group of radio buttons

  function firstOf(key) {
    const control = controlOf(key);
    return control instanceof RadioNodeList ? control[0] : control;
  }

  function mark(name, message) {
    const control = form.elements[name];
    const error = document.getElementById(`f-${name}-error`);
    if (!error) return;
    error.textContent = message;
    error.hidden = !message;
    const marked = control instanceof RadioNodeList ? error.closest("[role=radiogroup]") : control;
    if (message) marked.setAttribute("aria-invalid", "true");
    else marked.removeAttribute("aria-invalid");
  }

  function showProblems(problems, names) {
    for (const name of names) {
      const found = problems.find(({ key }) => nameOf(key) === name);
      mark(name, found ? sentence(found.message) : "");
    }
  }

  /* What stands in the form's own words is said so; the rest as about a file. */
  const word = (key) => form.querySelector(".form-plain").content.querySelector(`[data-word="${key}"]`)?.textContent;
  const signs = /[\\^$.*+?()[\]{}|]/g;
  const patterns = Object.entries(playbook.model.complaints).filter(([key]) => word(key))
    .map(([key, text]) => [word(key), new RegExp(`${text.split(/\{\w+\}/).map((piece) => piece.replace(signs, "\\$&")).join(".*")}$`, "s")]);
  const sentence = (message) => patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? `${message[0].toUpperCase()}${message.slice(1)}.`;

  /* A field by its label, after what it belongs to: a point, a meeting or another part, an item of a list. */
  function titleOf(name, control) {
    const label = document.querySelector(`label[for="f-${CSS.escape(name)}"]`).firstChild.textContent.trim();
    const item = control.closest(".form-item")?.getAttribute("aria-label");
    const of = name.startsWith("points.") ? name.split(".")[1].toUpperCase() : item ?? control.closest("[data-part]")?.querySelector("summary").textContent.trim();
    return of && of !== label ? `${of}: ${label}` : label;
  }

  /* All that is wrong, in one list that leads to the fields. */
  function listProblems(problems) {
    const { make } = playbook;
    const all = [...form.elements];
    const place = ({ key }) => all.indexOf(firstOf(key));
    problems.sort((one, other) => place(one) - place(other));
    const items = problems.map(({ key, message }) => {
      const name = nameOf(key);
      const first = firstOf(key);
      const title = name === "stage" ? "Stage" : titleOf(name, first);
      const link = make("a", title);
      link.href = `#${first.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        first.closest("details")?.setAttribute("open", "");
        first.focus();
      });
      return make("li", link, `: ${sentence(message)}`);
    });
    wrong.replaceChildren(make("p", word(problems.length === 1 ? "one" : "several")), make("ul", ...items));
    for (const { key } of problems) controlOf(key).closest?.("details")?.setAttribute("open", "");
    wrong.focus({ preventScroll: true });
    wrong.scrollIntoView();                                   // its first line under the header, so that the bar at the foot covers as little as can be
  }

  playbook.form.problems = { show: showProblems, list: listProblems, titleOf, clear: () => { wrong.replaceChildren(); } };
})();
