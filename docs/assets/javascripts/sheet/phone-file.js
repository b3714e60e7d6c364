/* "Save for a phone": the sheet as one HTML file that opens without a network, in large type, the ask at the thumb, with its credit. It runs no script. */
(() => {
  const LOOK = `
    :root { color-scheme: light dark; --text: #1b2a2f; --page: #fcfbf8; --muted: #4f6066; --pine: #0b5563; --on: #fff; --line: #ddd8cc; }
    @media (prefers-color-scheme: dark) { :root { --text: #e6ecec; --page: #101b1e; --muted: #a9babd; --pine: #7fd1de; --on: #101b1e; --line: #2c3f44; } }
    body { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 6rem; background: var(--page); color: var(--text); font: 1.375rem/1.45 system-ui, sans-serif; overflow-wrap: break-word; }
    h1 { font-size: 1.7rem; line-height: 1.2; } h2, h3, summary { font-size: 1.15rem; color: var(--pine); }
    ul { padding: 0; list-style: none; } li { padding: 0.6rem 0; border-top: 1px solid var(--line); } a { color: var(--pine); }
    table { width: 100%; font-size: 1rem; border-collapse: collapse; } th { text-align: left; font-weight: 400; } td { text-align: right; font-weight: 700; }
    .small, figcaption, .origin-part, .sheet-edition, .sheet-tags { font-size: 1rem; color: var(--muted); }
    .ask { position: fixed; inset: auto 0 0; max-height: 70vh; overflow: auto; background: var(--page); border-top: 3px solid var(--pine); }
    .ask > :not(summary) { margin: 0.6rem 1rem; }
    .ask summary { padding: 0.9rem 1rem; background: var(--pine); color: var(--on); font-weight: 700; cursor: pointer; }`;
  const LEFT = "[hidden], .screen-only, .sheet-diagram, .sheet-notes, .sheet-blank, .point-id, svg, thead, script, .sheet-aside > h2";

  /* The sheet without what only the page needs; its links lead to mail and telephone alone. */
  function words() {
    const sheet = document.querySelector(".sheet").cloneNode(true);
    sheet.querySelectorAll(LEFT).forEach((part) => part.remove());
    sheet.querySelectorAll(".sheet-tags > :not(:last-child)").forEach((tag) => tag.append(" · "));
    sheet.querySelectorAll("a").forEach((a) => { if (!/^(mailto|tel|https?):/.test(a.getAttribute("href") ?? "")) a.replaceWith(...a.childNodes); });
    for (const element of sheet.querySelectorAll("*"))
      for (const { name } of [...element.attributes]) if (!["href", "class", "scope"].includes(name)) element.removeAttribute(name);
    return sheet;
  }

  /* An element with words of the page in it, as HTML. */
  function html(tag, kind, ...parts) {
    const element = document.createElement(tag);
    element.append(...parts);
    if (kind) element.className = kind;
    return element;
  }

  function file() {
    const sheet = words();
    const [title, ...asked] = sheet.querySelector(".sheet-ask").children;
    const ask = html("details", "ask", html("summary", "", title.textContent), ...asked);
    sheet.querySelector(".sheet-ask").remove();
    const credit = html("p", "small credit", document.querySelector(".credit").textContent.trim());
    const policy = "default-src 'none'; style-src 'unsafe-inline'";
    return [
      "<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">', `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">', html("title", "", document.title).outerHTML, `<style>${LOOK}</style>`, "</head>",
      "<body>", html("main", "", sheet, credit, ask).outerHTML, "</body>", "</html>", "",
    ].join("\n");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".tool-phone");
    if (!button) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "text/html" }));
    link.download = `${location.pathname.split("/").at(-1).replace(/\.html$/, "") || "sheet"}-phone.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    button.closest(".tools").querySelector(".tools-said").textContent = "Saved with your downloads. It opens without a network.";
  });
})();
