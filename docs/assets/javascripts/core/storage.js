/* What this site keeps on the reader's device, and what the other scripts share. */
window.playbook = {};
(() => {
  const root = new URL(document.currentScript.src.slice(0, document.currentScript.src.lastIndexOf("assets/javascripts/")));  // the site's top; other sites may share its origin
  const keys = { own: `${root.pathname}.playbook_own`, sheet: `${root.pathname}.playbook_sheet`, stage: `${root.pathname}.playbook_stage` };

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  /* Keep a value, or with none let go of it; tell whether the browser did. The stand-in of light.js keeps nothing beyond the page. */
  function write(key, value) {
    try {
      if (!(localStorage instanceof Storage)) return false;
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /* A host may let in only scripts whose addresses a policy vouches for (trusted types): ours is called "playbook". Where a host forbids it, they go as they are. */
  let policy = null;
  try {
    policy = window.trustedTypes?.createPolicy("playbook", { createScriptURL: (address) => (address.startsWith(root.href) ? address : "") });
  } catch { /* see above */ }

  /* Fetch a script of this site and run it, each after the one before; return its element. */
  playbook.script = (path, under = root) => {
    const script = document.createElement("script");
    const { href } = new URL(path, under);
    script.src = policy ? policy.createScriptURL(href) : href;
    script.async = false;
    document.head.append(script);
    return script;
  };
  /* Run something once the whole page is read. */
  playbook.ready = (run) => document.addEventListener("DOMContentLoaded", run, { once: true });
  playbook.root = root;
  playbook.shares = () => /^#my(=|%3D)/i.test(location.hash);   // whether the address carries somebody's own version
  playbook.device = { keys, read, write };
})();
