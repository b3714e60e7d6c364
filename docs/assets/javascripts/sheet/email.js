/* "Copy": the words of a sheet or a message, as text and, where the browser takes it, with headings and lists. "Open in your mail program". */
(() => {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

  /* An element without what only the page needs; its line breaks are kept. */
  function lines(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".point-id, svg, [hidden]").forEach((part) => part.remove());
    copy.querySelectorAll("br").forEach((part) => part.replaceWith("\n"));
    return copy.textContent.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  }

  const OF_SHEET = ".sheet-edition, .sheet-talk > :is(h2, ul, .origin-part), .sheet-ask > :not([hidden]), .sheet-call:not(:has(.sheet-blank:not([hidden]))) > :not([hidden])";
  const OF_MESSAGE = ":scope > :is(p, ul):not(.message-subject, .tools)";

  /* The letter as [tag, lines]: a message's text, or of a sheet the lines to say, the ask with date and place, whom to call, and the page's credit.
     A message that holds adapted words ends in their credit by itself. */
  function letter(message) {
    const parts = message ? [...message.querySelectorAll(OF_MESSAGE)] : [...document.querySelector(".sheet .sheet-side").querySelectorAll(OF_SHEET)];
    return [
      ...parts.map((part) => {
        if (part.tagName === "UL") return ["UL", [...part.children].map((item) => lines(item).join(" "))];
        return [part.tagName === "H2" ? "H2" : "P", lines(part)];
      }),
      ...(message ? [] : [["P", [text(document.querySelector(".credit"))]]]),
    ];
  }

  const asText = (parts) =>
    parts.map(([tag, said]) => said.map((line) => (tag === "UL" ? `- ${line}` : line)).join("\n") + (tag === "H2" ? "\n" : "\n\n")).join("").trim() + "\n";

  function asHtml(parts) {
    const root = document.createElement("div");
    for (const [tag, said] of parts) {
      const element = root.appendChild(document.createElement(tag === "H2" ? "h3" : tag));
      said.forEach((line, i) => {
        if (tag === "UL") element.appendChild(document.createElement("li")).textContent = line;
        else element.append(...(i ? [document.createElement("br")] : []), line);
      });
    }
    return root.innerHTML;
  }

  /* Neither way is open: the words stand there, selected. */
  function show(tools, plain) {
    const area = tools.querySelector("textarea") || tools.appendChild(document.createElement("textarea"));
    area.className = "tools-letter";
    area.setAttribute("aria-label", "The words of the e-mail");
    area.readOnly = true;
    area.value = plain;
    area.focus();
    area.select();
  }

  /* The words as they stand now go along in the link (RFC 6068). */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.tool-mail");
    if (!link) return;
    const message = link.closest(".message");
    const body = asText(letter(message)).replace(/\n/g, "\r\n");
    link.href = `mailto:?subject=${encodeURIComponent(text(message.querySelector(".subject")))}&body=${encodeURIComponent(body)}`;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".tool-email");
    if (!button) return;
    const tools = button.closest(".tools");
    const said = tools.querySelector(".tools-said");
    const parts = letter(button.closest(".message"));
    said.textContent = "";
    if (await playbook.copy(asText(parts), asHtml(parts))) said.textContent = "Copied. Paste it into your e-mail.";
    else {
      show(tools, asText(parts));
      said.textContent = "Your browser did not let the page copy. The words are selected: press Ctrl+C (on a Mac, ⌘C).";
    }
  });
})();
