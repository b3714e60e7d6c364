/* What a page shows only where values are given: date and place of the meeting, whom to call, a specific ask, local lists. */
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

  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /* Date, time and place; a meeting that has passed is to be set anew. */
  function meeting(place, values) {
    const key = place.dataset.meeting;
    const given = values[key] || {};
    const coming = given.date && given.date < today() ? {} : given;
    const field = (part) => {
      const span = make("span", words.textOf(values, `${key}.${part}`));
      span.dataset.field = `${key}.${part}`;
      return span;
    };
    const first = coming.date ? field("date") : place.dataset.unset;
    place.replaceChildren(...lines([first, ...["time", "place"].filter((part) => coming[part]).map(field)]));
  }

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
    root.querySelectorAll("[data-meeting]").forEach((place) => meeting(place, values));
    root.querySelectorAll(".sheet-call").forEach((box) => call(box, values));
    root.querySelectorAll("[data-local]").forEach((box) => local(box, values));
    root.querySelectorAll("[data-asked]").forEach((ask) => { ask.hidden = !values.partner_ask?.[ask.dataset.asked]; });
  }

  playbook.parts = { set, make };
})();
