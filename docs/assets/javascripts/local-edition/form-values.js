/* The values of the form for a reader's own version: read from its fields, and put back into them. */
(() => {
  const form = document.querySelector(".own-form");
  if (!form) return;

  const controls = () => [...form.querySelectorAll("[name]")];
  const itemsOf = (list) => [...list.querySelectorAll(":scope > .form-item")];

  /* Give an item of a list its number: in names, ids and what refers to them. */
  function number(list, item, i) {
    const { list: name } = list.dataset;
    const place = new RegExp(`((?:^|\\s|f-)${name}\\.)\\d+`, "g");
    for (const element of item.querySelectorAll("*"))
      for (const attribute of ["id", "name", "for", "aria-describedby"])
        if (element.hasAttribute(attribute)) element.setAttribute(attribute, element.getAttribute(attribute).replace(place, `$1${i + 1}`));
    const title = item.getAttribute("aria-label").replace(/\d+$/, i + 1);
    item.setAttribute("aria-label", title);
    item.querySelectorAll("label").forEach((label) => { if (/ \d+$/.test(label.textContent)) label.textContent = title; });
    const remove = item.querySelector(".form-remove");
    remove.hidden = itemsOf(list).length === 1;
    remove.setAttribute("aria-label", `Remove: ${title}`);
  }

  const renumber = (list) => itemsOf(list).forEach((item, i) => number(list, item, i));

  /* As it was at first: nothing, or the first choice where there is no empty one. */
  function empty(control) {
    control.value = "";
    if (control.matches("select") && control.selectedIndex < 0) control.selectedIndex = 0;
  }

  /* More items, numbered once; the last of them. */
  function add(list, more = 1) {
    const items = Array.from({ length: more }, () => itemsOf(list)[0].cloneNode(true));
    for (const item of items) {
      item.querySelectorAll("input, select").forEach((input) => { empty(input); input.removeAttribute("aria-invalid"); });
      item.querySelectorAll(".form-error").forEach((error) => { error.hidden = true; });
    }
    itemsOf(list).at(-1).after(...items);
    renumber(list);
    return items.at(-1);
  }

  function remove(list, item) {
    item.remove();
    renumber(list);
  }

  /* A field's value; a web address as people write it and read it out (www.example.org) in full. */
  const ADDRESS = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[/?#].*)?$/i;
  const inFull = ({ value, inputMode }) => (inputMode === "url" && ADDRESS.test(value.trim()) ? `https://${value.trim()}` : value);

  /* What stands in the fields, as a region file has it; fields left empty are left out, a time zone goes with a time. */
  function read() {
    const values = {};
    const at = (place) => place.reduce((part, key) => (part[key] ??= {}), values);
    for (const control of controls()) {
      if (!control.value.trim() || (["radio", "checkbox"].includes(control.type) && !control.checked)) continue;
      const place = control.name.split(".");
      const last = place.pop();
      if (last === "timezone" && !form.elements[[...place, "time"].join(".")].value && control.dataset.given !== control.value) continue;
      at(place)[last] = inFull(control);
    }
    for (const list of form.querySelectorAll(".form-list"))
      if (values[list.dataset.list]) values[list.dataset.list] = Object.values(values[list.dataset.list]);
    if (values.terms) values.terms = meanings(values.terms);
    if (values.audiences) values.audiences = inOrder(Object.keys(values.audiences));
    if (values.results_on_sheets === "toolkit" && !playbook.form.opened?.values.results_on_sheets) delete values.results_on_sheets;   // as without it
    const own = playbook.form.ownPoints?.read(values.points) || {};
    if (Object.keys(own).length) values.points = own;
    else delete values.points;
    return values;
  }

  /* The audiences that are ticked: those of the opened file in its order, then the others. */
  function inOrder(ticked) {
    const first = [].concat(playbook.form.opened?.values.audiences ?? []);
    return [...new Set([...first, ...ticked])].filter((key) => ticked.includes(key));
  }

  /* Words with their meanings, by the word. One that stands twice keeps a key of its own, a blank longer, so that the rules can say so. */
  function meanings(pairs) {
    const found = new Map();                                  // a word may be called as what every object has
    for (const { word = "", meaning = "" } of pairs) {
      let key = word.trim();
      while (found.has(key)) key += " ";
      found.set(key, meaning);
    }
    return Object.fromEntries(found);
  }

  /* Let go of items that were left empty, so that the numbers of the rest are those of the values; write web addresses in full. */
  function tidy() {
    for (const control of form.querySelectorAll("[inputmode=url]")) control.value = inFull(control);
    for (const list of form.querySelectorAll(".form-list"))
      for (const item of itemsOf(list))
        if (itemsOf(list).length > 1 && [...item.querySelectorAll("input, select")].every((input) => !input.value.trim())) remove(list, item);
  }

  /* Choose a time zone; one that the list lacks, such as that of Boise, joins it. Whatever is no zone of the model changes nothing. */
  function choose(select, zone) {
    const name = Object.hasOwn(playbook.model.zones, zone) && playbook.model.zones[zone];
    if (!name) return;
    if (![...select.options].some(({ value }) => value === zone)) select.add(new Option(`${name} (${zone.split("/").at(-1).replaceAll("_", " ")})`, zone));
    select.value = zone;
  }

  function put(values, path = "") {
    for (const [key, value] of Object.entries(values)) {
      const name = Array.isArray(values) ? `${path}${Number(key) + 1}` : `${path}${key}`;
      if (Array.isArray(value)) {
        const list = form.querySelector(`[data-list="${name}"]`);
        const lacking = list ? value.length - itemsOf(list).length : 0;
        if (lacking > 0) add(list, lacking);
      }
      if (name === "audiences") value.forEach((audience) => { form.elements[`audiences.${audience}`].checked = true; });
      else if (name === "points") playbook.form.ownPoints?.put(value);
      else if (name === "terms" && !Array.isArray(value)) put({ terms: Object.entries(value).map(([word, meaning]) => ({ word, meaning })) });
      else if (typeof value === "object") put(value, `${name}.`);
      else if (key === "timezone" && form.elements[name]) given(form.elements[name], value);
      else if (form.elements[name]) form.elements[name].value = value;
    }
  }

  /* A zone out of a file stays, also without a time. */
  function given(select, zone) {
    choose(select, zone);
    select.dataset.given = select.value;
  }

  /* The zone that this device names; browsers call some by older names, such as America/Indianapolis. */
  function presetZones() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = Object.hasOwn(playbook.model.zones, zone) ? zone : Object.keys(playbook.model.zones).find((one) => one.endsWith(`/${zone.split("/").at(-1)}`));
    form.querySelectorAll(".form-zone").forEach((select) => choose(select, known));
  }

  /* Other values in place of all that stands in the form. */
  function reset(values) {
    for (const control of controls()) {
      if (["radio", "checkbox"].includes(control.type)) control.checked = false;
      else empty(control);
      delete control.dataset.given;
    }
    playbook.form.ownPoints?.put({});
    form.querySelectorAll(".form-list").forEach((list) => itemsOf(list).slice(1).forEach((item) => item.remove()));
    form.querySelectorAll(".form-list").forEach(renumber);
    presetZones();
    put(values);
  }

  /* Of values as a region file has them, those of one's own version. */
  const ofVersion = (values) => Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(playbook.model.ofFile, key)));

  playbook.form = { form, read, tidy, put, reset, presetZones, empty, ofVersion, add, remove, controls };
})();
