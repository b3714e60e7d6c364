/* The bar that says whose version a page shows: the reader's own, or one that somebody shared. It takes the place of the edition's. */
(() => {
  const { make, summary } = playbook;

  function button(text, act) {
    const element = make("button", text);
    element.type = "button";
    element.className = "own-do";
    element.addEventListener("click", act);
    return element;
  }

  function link(text, address) {
    const element = make("a", text);
    element.className = "own-do";
    element.href = address;
    return element;
  }

  /* `said` is a list of texts and elements. */
  function show(kind, name, said, doing) {
    const former = document.querySelector(".edition-bar");
    const bar = make("div", make("p", make("strong", name), " ", make("span", ...said)), make("p", ...doing));
    bar.className = "own-bar";
    bar.dataset.kind = kind;
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", name);
    bar.firstChild.className = "own-said";
    bar.lastChild.className = "own-doing";
    bar.querySelector(".own-said > span").className = "own-about";
    former.hidden = kind === "own" || kind === "shared";
    former.after(bar);                                        // below it, so that it stays where it is
  }

  /* Whose version, and what it is; a phone has room for the region only. */
  function about(values, said) {
    const more = make("span", " · ", ...summary(values), ". ");
    const region = make("span", values.region);
    const which = make("span", said);
    region.className = "own-region";
    more.className = "own-more";
    which.className = "own-which";
    return [region, more, which];
  }

  function own(values, edit, reset) {
    show("own", "Your own version", about(values, "Only on this device; not an official edition."), [...(edit ? [link("Edit", edit)] : []), button("Reset", reset)]);
  }

  function shared(values, replaces, keep, discard) {
    const kept = replaces ? "Keep (in place of yours)" : "Keep";
    show("shared", "Shared with you, not official", about(values, "Nothing is stored before you keep it."), [button(kept, keep), button("Discard", discard)]);
  }

  /* A published edition stays as it is: the way to the general edition's page, where the reader's version stands. */
  function elsewhere(values, address) {
    const here = document.querySelector(".edition-region").textContent;
    show("elsewhere", "You have a version of your own", about(values, `This page is the published edition of ${here}, unchanged.`), [link("Show mine", address)]);
  }

  function refused(problems, discard) {
    const why = problems.slice(0, 3).map(({ key, message }) => (key ? `${key}: ${message}` : message)).join("; ");
    show("refused", "This link’s version cannot be shown", [`${why}.`], [button("Discard", discard)]);
  }

  function note(text) {
    const said = make("p", text);
    said.className = "own-note";
    return said;
  }

  /* Files hold the published words: they give way to Print, with the reason. What a page says of them has the class published-only. */
  function withoutFiles() {
    const files = [...document.querySelectorAll(".tool-file:not([data-calendar])")];
    if (!files.length) return;
    for (const file of files) file.hidden = true;
    const said = note("PDF, Word and PowerPoint files are not shown, because they hold the published words. For this version, use Print.");
    const tools = files[0].closest(".tools");
    if (tools) tools.append(said);
    else files[0].closest(".picks, ul").before(said);
  }

  playbook.bar = { own, shared, elsewhere, refused, withoutFiles };
})();
