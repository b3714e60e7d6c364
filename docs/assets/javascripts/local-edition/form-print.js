/* The form on paper: its answers, each after its label, to go through in a meeting. */
(() => {
  const { form, controls, problems } = playbook.form || {};
  const paper = document.querySelector(".form-answers");
  if (!paper || !problems) return;
  const { make } = playbook;

  /* What a field says, in the words of the form; nothing where it was left empty. */
  function answer(control) {
    if (["radio", "checkbox"].includes(control.type)) return control.checked ? (control.closest("label").querySelector("strong") ?? control.closest("label")).textContent.trim() : "";
    return control.matches("select") ? control.selectedIndex > 0 && control.selectedOptions[0].text : control.value.trim();   // the first choice says nothing
  }

  /* What is asked: the label of the field, or the legend of its boxes. */
  function question(control) {
    const group = control.closest("[role=radiogroup], .form-ticks");
    if (!group) return problems.titleOf(control.name, control);
    const title = group.matches(".form-ticks") ? group.querySelector("legend").textContent : "Stage";
    const [part, id] = control.name.split(".");
    return part === "points" ? `${id.toUpperCase()}: ${title}` : title;
  }

  addEventListener("beforeprint", () => {
    const said = new Map();
    for (const control of controls()) {
      const words = control.closest(".form-page") && answer(control);
      const isIdle = control.matches(".form-zone") && !form.elements[control.name.replace(/timezone$/, "time")].value;
      if (!words || isIdle) continue;
      const title = question(control);
      said.set(title, [...(said.get(title) ?? []), words]);
    }
    paper.replaceChildren(...[...said].flatMap(([title, all]) => [make("dt", title), make("dd", all.join("; "))]));
  });
})();
