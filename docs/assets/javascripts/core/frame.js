/* What goes along with the reader in the frame of a page: its title in the header, in its contents the part that is in view, and how high menu and contents are. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const header = document.querySelector(".md-header");
  const main = document.querySelector(".md-main__inner");
  const menu = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");

  /* Once a page's heading is above the window, the header says it. */
  function watchTitle() {
    const heading = document.querySelector("article h1");
    const title = header.querySelector(".md-header__title");
    const told = (entries) => {
      const { isIntersecting, boundingClientRect } = entries.at(-1);
      title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < innerHeight / 2);
    };
    if (heading) new IntersectionObserver(told, { rootMargin: `-${header.offsetHeight}px 0px 0px` }).observe(heading);
  }

  function placeOf({ hash }) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;                                            // no address: "#100%"
    }
  }

  /* The contents stand in the drawer and beside the page: what is above is passed, the last of it is where the reader is. */
  function contents() {
    const links = [...document.querySelectorAll('[data-md-component="toc"] a[href^="#"]')].map((link) => [link, placeOf(link)]);
    if (!links.length) return () => {};

    return () => {
      const line = header.offsetHeight + parseFloat(getComputedStyle(root).fontSize);
      const isEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 1;
      const passed = links.filter(([, place]) => place?.getClientRects().length && (isEnd || place.getBoundingClientRect().top < line));
      const here = passed.at(-1)?.[0].hash;
      const above = new Set(passed.map(([link]) => link));
      for (const [link] of links) {
        link.classList.toggle("md-nav__link--active", link.hash === here);
        link.classList.toggle("md-nav__link--passed", link.hash !== here && above.has(link));
      }
    };
  }

  /* Menu and contents take what is in the window between header and foot. */
  function fit() {
    const { top, bottom } = main.getBoundingClientRect();
    const room = Math.min(innerHeight, bottom) - Math.max(header.getBoundingClientRect().bottom, top);
    root.style.setProperty("--pb-beside", `${Math.max(0, Math.floor(room))}px`);
  }

  /* In a menu longer than the window the page's own entry is in view; where it is so from the menu's top on, the menu stays there. */
  function showEntry() {
    const entry = [...menu.querySelectorAll(".md-nav__link--active")].filter((link) => link.offsetParent).at(-1);
    const below = entry ? entry.getBoundingClientRect().bottom - menu.getBoundingClientRect().bottom : 0;
    if (below > 0) menu.scrollTop += below + menu.clientHeight / 3;
  }

  playbook.ready(() => {
    watchTitle();
    const mark = contents();
    let waits = false;

    function move() {
      waits = false;
      fit();
      mark();
    }

    addEventListener("scroll", () => {
      if (!waits) requestAnimationFrame(move);
      waits = true;
    }, { passive: true });
    addEventListener("resize", fit);
    let isFirst = true;
    new ResizeObserver(() => {                                 // before the page is painted, and when a part of it comes or goes
      fit();
      if (isFirst && menu) showEntry();
      isFirst = false;
    }).observe(main);
  });
})();
