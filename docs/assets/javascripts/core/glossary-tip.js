/* Glossary words show their meaning in place. Without scripts the link goes to the glossary, and so it does with Ctrl or a middle click. */
(() => {
  let open = null;                                            // the word whose meaning is shown

  function close(focus) {
    if (!open) return;
    document.getElementById("term-note")?.remove();
    open.closest(".has-term-note")?.classList.remove("has-term-note");
    open.setAttribute("aria-expanded", "false");
    open.removeAttribute("aria-controls");
    if (focus) open.focus();
    open = null;
  }

  function show(link) {
    const note = document.createElement("span");
    const more = document.createElement("a");
    note.id = "term-note";
    note.className = "term-note";
    more.href = link.href;
    more.textContent = "Glossary";
    note.append(link.dataset.definition, document.createElement("br"), more);
    link.closest("p, li, td, dd, div").classList.add("has-term-note");
    link.after(note);
    note.style.top = `${link.offsetTop + link.offsetHeight + 6}px`;
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", note.id);
    open = link;
  }

  playbook.ready(() => {
    for (const link of document.querySelectorAll("a.term[data-definition]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.term[data-definition]");
    if (!link) {
      if (!event.target.closest?.(".term-note")) close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const again = link === open;
    close();
    if (!again) show(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    if (event.key === " " && event.target.matches?.("a.term[data-definition]")) {
      event.preventDefault();
      event.target.click();
    }
  });
})();
