/* What a page shows only where values are given: parts that stand or fall with one, whom to call, local lists. A meeting that has passed is not given. */
(() => {
  const { words } = playbook;

  /* An element with text and parts in it. */
  function make(tag, ...parts) {
    const element = document.createElement(tag);
    element.append(...parts);
    return element;
  }

  function link(address, text) {
    const a = make("a", text);
    if (/^(https?:|mailto:)/i.test(address)) a.href = address;
    return a;
  }

  const lines = (parts) => parts.flatMap((part, i) => (i ? [document.createElement("br"), part] : [part]));

  function person({ name, email, phone, url }) {
    const parts = [make("strong", name)];
    if (email) parts.push(link(`mailto:${email}`, email));
    if (phone) parts.push(phone);
    if (url) parts.push(link(url, url));
    return make("p", ...lines(parts));
  }

  /* Whom to call, or blank lines to write it on. */
  function call(box, values) {
    const people = values.convener || [];
    box.querySelectorAll("p:not(.sheet-blank, :first-child)").forEach((former) => former.remove());
    box.firstElementChild.after(...people.map(person));
    box.querySelectorAll(".sheet-blank, .sheet-notes").forEach((blank) => { blank.hidden = people.length > 0; });
  }

  function result(given) {
    const [before, source, after] = words.result(given);
    return make("li", before, source && given.url ? link(given.url, source) : source, after);
  }

  function local(box, values) {
    const given = values[box.dataset.local] || [];
    box.hidden = given.length === 0;
    box.querySelector("ul").replaceChildren(...given.map((one) => (typeof one === "string" ? make("li", one) : result(one))));
  }

  /* Below `root`: parts that stand or fall with a value. */
  function set(root, values) {
    const coming = words.coming(values);
    root.querySelectorAll("[data-given]").forEach((part) => { part.hidden = !words.has(coming, part.dataset.given); });
    root.querySelectorAll("[data-missing]").forEach((part) => { part.hidden = words.has(coming, part.dataset.missing); });
    root.querySelectorAll(".sheet-call").forEach((box) => call(box, values));
    root.querySelectorAll("[data-local]").forEach((box) => local(box, values));
  }

  playbook.parts = { set, make };
})();
