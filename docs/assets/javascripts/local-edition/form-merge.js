/* Two windows with the form: what one saved meanwhile is kept, except for what the other changed itself. */
(() => {
  const { form, read, put, empty, controls } = playbook.form || {};
  if (!form) return;
  const { keys, read: kept } = playbook.device;
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const saved = () => kept(keys.own)?.region ?? {};
  let base = saved();                                         // what the form began with
  const opened = read();
  const isOfFile = ({ name }) => Object.hasOwn(playbook.model.ofFile, name.split(".")[0]);

  /* The values to save: mine, and what another window saved in keys that I left alone. */
  function merged(mine) {
    const theirs = playbook.store.own();
    const isOld = !theirs || same(saved(), base);
    const all = [...new Set([...Object.keys(mine), ...Object.keys(theirs ?? {})])];
    const both = isOld ? mine : Object.fromEntries(all.map((key) => [key, same(mine[key], base[key]) ? theirs[key] : mine[key]]).filter(([, value]) => value !== undefined));
    const { values, problems } = playbook.check(both);
    const result = problems.length ? mine : values;
    if (!isOld) {
      for (const control of controls()) if (!["radio", "checkbox"].includes(control.type) && !isOfFile(control) && !(control.name.split(".")[0] in result)) empty(control);
      put({ points: {}, ...result });
    }
    base = result;
    return result;
  }

  /* Nothing was typed here yet: what the other window saved is what the form begins with. */
  addEventListener("storage", ({ key }) => { if (key === keys.own && same(read(), opened)) location.reload(); });
  Object.assign(playbook.form, { merged, base: (values = base) => (base = values) });   // a draft has what it began with
})();
