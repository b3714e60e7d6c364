/* Where the form and how it reads stand one below the other: a short way there, and back to the field that one came from. */
(() => {
  const { form } = playbook.form || {};
  const there = form?.querySelector(".form-there");
  const preview = document.querySelector(".form-preview");
  if (!there || !preview) return;
  let from = null;

  form.addEventListener("focusin", ({ target }) => { if (target.name) from = target; });
  there.addEventListener("click", () => {
    preview.focus({ preventScroll: true });
    preview.scrollIntoView();
  });
  preview.querySelector(".form-back").addEventListener("click", () => {
    const field = from?.isConnected && from.getClientRects().length ? from : form.elements.region;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  });
})();
