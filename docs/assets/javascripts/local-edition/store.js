/* A reader's own values: kept on this device, or carried by a link (`#my=…`), which stores nothing. */
(() => {
  const VERSION = 1;
  const LONGEST = 8192;                                       // characters of a link's values
  const { keys, read, write } = playbook.device;
  const DRAFT = `${playbook.root.pathname}.playbook_typed`;   // one, as the version is, whichever edition's form it was typed into

  /* The values kept on this device; what today's rules no longer take is left out. */
  function own() {
    const kept = read(keys.own);
    const { values } = kept?.version === VERSION ? playbook.check(kept.region) : { values: {} };
    return values.region && values.stage ? values : null;
  }

  /* Words for points, kept on this device, that today's rules no longer take: of points that the playbook no longer has. */
  function dropped() {
    const { points } = (!playbook.shares() && read(keys.own)?.region) || {};
    const taken = own()?.points ?? {};
    return Object.fromEntries(Object.entries(points ?? {}).filter(([id, entry]) => !Object.hasOwn(taken, id) && typeof entry === "object" && entry));
  }

  function encode(values) {
    const bytes = new TextEncoder().encode(JSON.stringify({ version: VERSION, region: values }));
    return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  function decode(text) {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  }

  const DAMAGED = "the link is damaged or was cut off; ask for it again";
  const refused = (message) => ({ values: null, problems: [{ key: "", message }] });

  /* The letters of base64url at the start, without what mail programs put into a link and after it: line ends and quote signs, blanks,
     invisible signs, `=`, punctuation, parameters. A payload ends with the letters of "}}", which are no - or _. */
  function clean(sent) {
    const text = sent.replace(/(%[0-9A-F]{2})+/gi, (coded) => {
      try {
        return decodeURIComponent(coded);
      } catch {
        return " ";
      }
    });
    return /^[\w-]*/.exec(text.replace(/[\r\n]+[>\s]*/g, "").replace(/[\s\p{Cf}=]/gu, ""))[0].replace(/[-_]+$/, "");
  }

  /* What the address shares: {payload, values, problems}, or null. A link with a problem shares nothing. */
  function shared() {
    if (!playbook.shares()) return null;
    const payload = clean(location.hash.replace(/^#my(=3D|=|%3D)/i, ""));
    if (payload.length > LONGEST) return refused(`the link is longer than ${LONGEST} characters`);
    let sent;
    try {
      sent = decode(payload);
    } catch {
      return refused(DAMAGED);
    }
    if (sent?.version !== VERSION) return refused("the link was made by another version of this playbook; ask for a new one");
    const { values, problems } = playbook.check(sent.region);
    if (problems.some(({ key }) => !key)) return refused(DAMAGED);       // what it holds is no region at all
    return problems.length ? { values: null, problems } : { payload, values, problems };
  }

  /* Keep what is typed into the form and not saved yet until the tab is closed, or with none let go of it; tell whether the browser did.
     What is too much leaves no older one behind: that would come back as what was typed. */
  function keepDraft(draft) {
    try {
      if (!(sessionStorage instanceof Storage)) return false;
      sessionStorage.removeItem(DRAFT);
      if (draft) sessionStorage.setItem(DRAFT, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /* Reset: neither the version nor what was typed upon it stays. */
  function forget() {
    keepDraft(null);
    return write(keys.own, null);
  }

  /* Why nothing was kept, and what to do. Where the browser holds something for this address, it is not refused, there is no room. */
  const refusal = () => (localStorage instanceof Storage && localStorage.length
    ? "Not kept: the storage that your browser gives this address is full. Delete site data in the browser’s settings, then try again. Until then, a region file or a link holds your version."
    : "Your browser does not let this site keep anything on this device. It may be a private window.");

  playbook.store = {
    refusal, longest: LONGEST, own, dropped, encode, shared, forget, keepDraft,
    keep: (values) => write(keys.own, { version: VERSION, region: values }),
    draft: () => sessionStorage.getItem(DRAFT),
  };
})();
