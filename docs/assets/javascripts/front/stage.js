/* "Where do you stand?": asked once, kept on this device; every page then says what fits the stage (local-edition/). */
(() => {
  const { keys, read, write } = playbook.device;
  const key = keys.stage;
  for (const choice of document.querySelectorAll("select[name=stage]")) {
    const kept = read(key);
    choice.value = [...choice.options].some(({ value }) => value === kept) ? kept : "";
    choice.addEventListener("change", () => {
      write(key, choice.value || null);
      if (choice.closest(".stage-asked")) location.reload();   // its words are on this page
    });
  }
})();
