/* The front page's field: a region, with the stage, goes to the form in the part of an address that no server sees. */
(() => {
  const form = document.querySelector(".start-form");
  if (!form) return;
  const error = form.querySelector(".start-error span");
  const region = form.elements.region;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = region.value.trim();
    error.hidden = Boolean(given);
    if (!given) {
      region.setAttribute("aria-invalid", "true");
      return region.focus();
    }
    const to = new URL("localize/your-words.html", __md_scope);
    to.hash = `start&${new URLSearchParams({ region: given, stage: form.elements.stage.value })}`;
    location.href = to.href;
  });
})();
