// What the robot sees of a page. Evaluated in the page by the robot; the page itself never loads it.
(() => {
  const PRESSABLE = "button, [role=button], [role=tab], summary, input[type=checkbox], input[type=radio], label[for], a[href]";
  const ELSEWHERE = ".search-link, .search-button, [for=__drawer], #__drawer, [role=search], .md-sidebar--primary, :disabled, [aria-disabled=true]";
  const frame = () => new Promise(done => requestAnimationFrame(() => done()));
  const box = one => one.getBoundingClientRect();
  const shown = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box(one).width > 2 && box(one).height > 2;
  const name = one => (one.getAttribute("aria-label") || one.textContent || one.title || one.getAttribute("aria-labelledby") || "").trim().replace(/\s+/g, " ").slice(0, 60);
  const scrolled = one => { const menu = one.closest(".md-sidebar__scrollwrap"); return menu && menu.scrollHeight > menu.clientHeight + 1; };   // a menu that is longer than the window shows some of its links
  const tell = one => `${one.localName}${one.id ? `#${one.id}` : one.classList[0] ? `.${one.classList[0]}` : ""} “${name(one)}”`;
  const mine = (one, top) => Boolean(top) && (one.contains(top) || top.control === one || (top.closest("label") && top.closest("label").control === one));
  // of what is partly in the window, the part that is; a panel may be longer than the window
  const within = r => {
    const left = Math.max(r.left, 0), top = Math.max(r.top, 0), width = Math.min(r.right, innerWidth) - left, height = Math.min(r.bottom, innerHeight) - top;
    return width > 2 && height > 2 ? {left, top, width, height} : r;
  };
  const points = one => [...one.getClientRects()].filter(r => r.width > 2 && r.height > 2).map(within).flatMap(r => [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]));
  const clear = one => points(one).find(([x, y]) => mine(one, document.elementFromPoint(x, y)));
  const here = one => one.localName !== "a" || (one.hash && one.hash.length > 1 && one.href.split("#")[0] === location.href.split("#")[0]);

  // what stays in view while the page scrolls: text below it comes out from under it
  const sticks = one => { for (let up = one; up; up = up.parentElement) if (["sticky", "fixed"].includes(getComputedStyle(up).position)) return true; return false; };
  // an element without words that lies over most of the window
  const scrim = () => {
    const hits = [.1, .3, .5, .7, .9].flatMap(x => [.2, .5, .8].map(y => document.elementFromPoint(innerWidth * x, innerHeight * y))).filter(Boolean);
    return hits.find(one => !one.textContent.trim() && one !== document.body && one !== document.documentElement && hits.filter(other => other === one).length >= 3
      && ["fixed", "absolute"].includes(getComputedStyle(one).position) && box(one).height >= innerHeight * .8 && box(one).width >= innerWidth * .5) || null;
  };
  const links = () => [...document.querySelectorAll("a[href], button, input")].filter(one => shown(one) && clear(one));

  const eyes = {
    list: [], seen: {mutations: 0}, frame, shown, clear, tell, scrim, links,
    controls(within) {
      eyes.list = [...document.querySelectorAll(PRESSABLE)].filter(one => one.closest(within) && !one.matches(ELSEWHERE) && !one.closest("[inert], .md-sidebar--primary, [role=search], [for=__drawer]") && here(one)
        && shown(one) && !(one.localName === "label" && one.control && (shown(one.control) || one.querySelector("[role=button], [role=tab], button") || !["checkbox", "radio", "file"].includes(one.control.type))));
      return eyes.list.map(one => `${one.localName} ${[...one.classList].sort().join(".")} ${name(one).replace(/\d+/g, "")}`);
    },
    // Scroll to a control; what and where it is, or why it cannot be pressed.
    async ready(at) {
      const one = eyes.list[at];
      if (!one.isConnected || !shown(one)) return {gone: true};
      one.scrollIntoView({block: "center", behavior: "instant"});
      await frame(); await frame();
      for (let count = 0; count < 12 && !clear(one); count++) { // what is sticky follows a frame later, and may have to be scrolled in again
        await frame();
        if (count === 6) one.scrollIntoView({block: "nearest", behavior: "instant"});
      }
      const spot = clear(one);
      const it = {told: tell(one), link: one.localName === "a", native: one.matches("summary, input"), checked: (one.control || one).checked === true && (one.control || one).type === "radio" || one.getAttribute("aria-selected") === "true"};
      if (!spot) {
        const [x, y] = points(one)[0] || [0, 0], top = document.elementFromPoint(x, y);
        return getComputedStyle(one).pointerEvents === "none" ? {gone: true} : {...it, covered: top ? tell(top) : "nothing"};
      }
      const before = box(one);
      eyes.seen = {one, mutations: 0, focus: document.activeElement, y: scrollY, at: location.href, top: before.top, left: before.left, printed: window.robotPrinted || 0,
        level: [...document.querySelectorAll(PRESSABLE)].filter(other => !one.contains(other) && shown(other) && box(other).top >= 0 && box(other).top < before.bottom).map(other => [other, box(other).top]), value: (one.control || one).checked};
      return {...it, x: spot[0], y: spot[1]};
    },
    // What came of a press: waits until something did, or for as long as a person would.
    async effect() {
      const was = eyes.seen;
      const any = () => was.mutations || scrollY !== was.y || location.href !== was.at || (window.robotPrinted || 0) !== was.printed || (was.one.control || was.one).checked !== was.value
        || (document.activeElement !== was.focus && document.activeElement !== was.one && document.activeElement !== document.body && !was.one.contains(document.activeElement));
      for (let count = 0; count < 30 && !any(); count++) await frame();
      const done = Boolean(any());
      await frame(); await frame();
      const faults = [], active = document.activeElement;
      const stays = was.one.matches("summary, [aria-expanded], [aria-pressed], [role=tab], input"), link = was.one.localName === "a" && !was.one.matches("[role=tab]");
      if (!link) {
        if (active === document.body && was.one.isConnected && was.one.localName !== "label") faults.push("the focus is lost");
        if (active.closest("[aria-hidden=true]")) faults.push(`the focus is on something hidden from screen readers: ${tell(active)}`);
        const still = stays && location.href === was.at && scrollY === was.y;
        const jumped = still && was.level.find(([other, top]) => shown(other) && Math.abs(box(other).top - top) > 8);
        if (jumped) faults.push(`${tell(jumped[0])} jumps by ${Math.round(box(jumped[0]).top - jumped[1])} px when it is pressed`);
        const now = box(was.one), moved = Math.hypot(now.top - was.top, now.left - was.left);
        if (still && was.one.isConnected && shown(was.one) && moved > 8) faults.push(`it jumps away by ${Math.round(moved)} px when pressed`);
      }
      const over = scrim();
      if (over && !links().some(link => !link.closest("header")) && !(active.matches("input, textarea") && clear(active))) faults.push("an overlay with nothing on it");
      return {done, faults, over: Boolean(over)};
    },
    // The element with the focus: where it is, and whether somebody could see it.
    async focused() {
      const one = document.activeElement;
      if (one === document.body) return {end: true};
      for (let count = 0; count < 12 && !clear(one); count++) await frame();
      const faults = [];
      if (!clear(one) && !(one.labels && [...one.labels].some(clear))) {
        const [x, y] = points(one)[0] || [0, 0], top = document.elementFromPoint(x, y);
        faults.push(`has the focus and is hidden (${top ? tell(top) : "outside of the window"})`);
      }
      if (one.closest("[aria-hidden=true]")) faults.push("has the focus and is hidden from screen readers");
      return {told: tell(one), faults};
    },
    // Text that is cut off, covered, or makes the page wider than the window.
    text() {
      const faults = [], wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (wide > 0) faults.push(`the page scrolls sideways by ${wide} px`);
      const cut = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const one = node.parentElement;
        if (!node.data.trim() || one.closest("script, style, noscript, option, [role=search], .md-sidebar--primary") || !shown(one)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter(r => r.width > 2);
        for (let up = one; up && up !== document.body; up = up.parentElement) {
          const style = getComputedStyle(up), edge = box(up);
          if (edge.width < 3 || edge.height < 3 || style.clipPath !== "none") break;
          if (["hidden", "clip"].includes(style.overflowX) && lines.some(r => r.right > edge.right + 2 || r.left < edge.left - 2)
            || ["hidden", "clip"].includes(style.overflowY) && lines.some(r => r.bottom > edge.bottom + 4 || r.top < edge.top - 4)) cut.add(`text is cut off: ${tell(up)}`);
          if (["auto", "scroll"].includes(style.overflowX) || style.position === "fixed") break;
        }
        for (const r of lines.slice(0, 3)) {
          const [x, y] = [r.left + r.width / 2, r.top + r.height / 2];
          if (x < 0 || x > innerWidth || y < 0 || y > innerHeight || one.closest("dialog:not([open])")) continue;
          const top = document.elementFromPoint(x, y);
          if (top && !top.contains(one) && !one.contains(top) && !sticks(top) && getComputedStyle(one).pointerEvents !== "none" && !clear(one)) cut.add(`text is covered: ${tell(one)} by ${tell(top)}`);
        }
      }
      return [...faults, ...cut];
    },
    // With the root's letters doubled, as style sheets of a reader's own do it: media queries do not follow.
    large() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("html { font-size: 40px !important }");
      document.adoptedStyleSheets = [sheet];
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      document.adoptedStyleSheets = [];
      return wide > 0 ? [`with letters of 200 % the page scrolls sideways by ${wide} px`] : [];
    },
    // Nothing moves while a page is loaded; later, nothing by much.
    shifts: most => (window.robotShifts || []).filter(one => one.value > most).map(one => `the layout jumps (${one.value.toFixed(3)}: ${one.what})`),
    // Where the heading stands in the page, and what can be pressed in the head.
    head: () => ({top: document.querySelector("h1") ? Math.round(box(document.querySelector("h1")).top + scrollY) : 0, y: Math.round(scrollY),
      tabs: [...document.querySelectorAll("header a, nav a, header label, header button")].filter(one => shown(one) && box(one).bottom > 0 && box(one).top < innerHeight && clear(one)).map(one => scrolled(one) ? "the menu, which scrolls" : tell(one))}),
  };
  new MutationObserver(all => {
    for (const one of all) {
      const place = one.target.nodeType === 1 ? one.target : one.target.parentElement;
      if (place && place.parentElement && place.parentElement.closest("dialog:not([open])")) continue;   // the search that comes in out of sight
      const frameOf = place && place.closest("header, nav, .md-sidebar");
      if (!frameOf || (eyes.seen.one && frameOf.contains(eyes.seen.one)) || one.type === "childList") eyes.seen.mutations++;
    }
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  window.robotEyes = eyes;
})();
