/* "Write to us": the mail's subject names the place on the page, too. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.feedback-link");
  if (!link) return;
  link.dataset.start ??= link.href;
  link.href = link.dataset.start + (location.hash ? encodeURIComponent(` ${location.hash}`) : "");
});
