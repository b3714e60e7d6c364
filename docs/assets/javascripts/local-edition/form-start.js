/* What was typed on the front page stands in the form already: a region, and the stage (`#start&region=…&stage=…`). Nothing is saved yet, which the form says.
   The last of the form's scripts: a page that waited for them is shown now. */
(() => {
  const { form, put } = playbook.form || {};

  function start() {
    const given = Object.fromEntries([...new URLSearchParams(location.hash.slice(7))].filter(([key, value]) => ["region", "stage"].includes(key) && value));
    history.replaceState(history.state, "", location.pathname + location.search);
    if (given.stage && ![...form.elements.stage].some(({ value }) => value === given.stage)) delete given.stage;
    put(given);
    for (const name of Object.keys(given)) {
      const control = form.elements[name];
      ([...form.querySelectorAll(`[name="${name}"]:checked`)][0] || control).dispatchEvent?.(new Event("input", { bubbles: true }));
    }
    form.querySelector(".form-said").textContent = form.querySelector(".form-plain").content.querySelector("[data-word='not-saved']").textContent;
    form.elements[given.stage ? "industry" : "region"].focus();
  }

  if (form && location.hash.startsWith("#start&")) start();
  document.documentElement.classList.remove("own-waits");
})();
