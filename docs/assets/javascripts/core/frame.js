/* What goes along with the reader in the frame of a page: its title in the header, and in its contents the part that is in view. */
(() => {
  document.documentElement.classList.replace("no-js", "js");
  const header = document.querySelector(".md-header");
  const menu = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");

  /* Once a page's heading is above the window, the header says it. */
  function watchTitle() {
    const heading = document.querySelector("article h1");
    const title = header.querySelector(".md-header__title");
    const told = ([{ isIntersecting, boundingClientRect: { top } }]) => title.classList.toggle("md-header__title--active", !isIntersecting && top < innerHeight / 2);
    if (heading) new IntersectionObserver(told, { rootMargin: `-${header.offsetHeight}px 0px 0px` }).observe(heading);
  }

  /* The contents stand in the drawer and beside the page: what is above is passed, the last of it is where the reader is. */
  function watchContents() {
    const links = [...document.querySelectorAll('[data-md-component="toc"] a[href^="#"]')].map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);
    if (!links.length) return;
    let waits = false;

    function mark() {
      waits = false;
      const line = header.offsetHeight + parseFloat(getComputedStyle(document.documentElement).fontSize);
      const isEnd = scrollY > 0 && scrollY + innerHeight >= Math.floor(document.documentElement.scrollHeight);
      const passed = links.filter(([, place]) => place?.getClientRects().length && (isEnd || place.getBoundingClientRect().top < line));
      const here = passed.at(-1)?.[0].hash;
      for (const [link] of links) {
        link.classList.toggle("md-nav__link--active", link.hash === here);
        link.classList.toggle("md-nav__link--passed", link.hash !== here && passed.some(([one]) => one === link));
      }
    }

    addEventListener("scroll", () => {
      if (!waits) requestAnimationFrame(mark);
      waits = true;
    }, { passive: true });
  }

  /* In a menu longer than the window the page's own entry is in view. */
  function showEntry() {
    const entry = [...menu.querySelectorAll(".md-nav__link--active")].findLast((link) => link.offsetParent);
    if (entry && menu.scrollHeight > menu.clientHeight) menu.scrollTop += entry.getBoundingClientRect().top - menu.getBoundingClientRect().top - menu.clientHeight / 2;
  }

  playbook.ready(() => {
    watchTitle();
    watchContents();
    if (menu) showEntry();
  });
})();
