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

  const OF_SHEET = ".sheet-edition, .sheet-talk > :is(h2, ul, .origin-part), .sheet-ask > :not([hidden], .sheet-blank, .sheet-notes, .part:not(:has(> :not([hidden])))), .sheet-call:not(:has(.sheet-blank:not([hidden]))) > :not([hidden])";
  const OF_MESSAGE = ":scope > :is(p, ul):not(.message-subject, .tools)";

  /* The letter as [tag, lines]: a message's text, or of a sheet the lines to say, the ask with date and place, whom to call, and the page's credit.
     A message that holds adapted words ends in their credit by itself. */
  function letter(message) {
    const parts = message ? [...message.querySelectorAll(OF_MESSAGE)] : [...document.querySelector(".sheet .sheet-side").querySelectorAll(OF_SHEET)];
    const [before, after] = message ? [[], []] : frame();
    return [
      ...before,
      ...parts.map((part) => {
        if (part.tagName === "UL") return ["UL", [...part.querySelectorAll(":scope > li:not([hidden])")].map((item) => lines(item).join(" "))];
        return [part.tagName === "H2" ? "H2" : "P", lines(part)];
      }),
      ...after,
      ...(message ? [] : [["P", [text(document.querySelector(".credit"))]]]),
    ];
  }

  /* What makes an e-mail of a handout: subject and greeting before its words, sign-off after them. */
  function frame() {
    const said = [...(document.querySelector(".email-frame")?.content.children ?? [])];
    const at = said.findIndex(({ tagName }) => tagName === "HR");
    return [said.slice(0, Math.max(at, 0)), said.slice(at + 1)].map((part) => part.map((line) => ["P", [text(line)]]));
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

  const LONGEST = 2000;                                       // characters of an address that Windows hands on to a mail program
  const SIMPLE = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " " };
  const simple = (words) => words.replace(/[’‘“”–—…\u00a0]/g, (sign) => SIMPLE[sign]);   // nine characters each, once encoded

  /* Which brackets a message, or what frames a handout, still has, and that its day has passed, in sentences; nothing without one. */
  function left(message) {
    const blanks = message ? playbook.blanks?.(message) ?? [] : [...new Set(frame().flat(3).join("\n").match(/\[[^\]\n]+\]/g))];
    const passed = message && playbook.passedDay?.(message);
    return (blanks.length ? ` Still to fill in: ${blanks.join(", ")}.` : "") + (passed ? ` ${passed}` : "");
  }

  /* The words as they stand now go along in the link (RFC 6068); what is too long for one is copied. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.tool-mail");
    if (!link) return;
    const message = link.closest(".message");
    const subject = text(message.querySelector(".subject"));
    const body = asText(letter(message)).trimEnd().replace(/\n/g, "\r\n");
    const address = (said, words) => `mailto:?subject=${encodeURIComponent(said)}${words ? `&body=${encodeURIComponent(words)}` : ""}`;
    const [whole, plain] = [address(subject, body), address(simple(subject), simple(body))];
    link.href = [whole, plain].find((one) => one.length <= LONGEST) ?? address(subject, "");
    const said = link.closest(".tools").querySelector(".tools-said");
    const missing = left(message).trim();
    said.textContent = missing;
    if (missing && link.dataset.told !== missing) {           // asks once for the brackets that are left and for a day that has passed, then opens
      event.preventDefault();
      link.dataset.told = missing;
      said.textContent = `${missing} Press once more to open it as it is.`;
      return;
    }
    if (link.href.length <= LONGEST && link.href.includes("&body=")) return;
    playbook.copy(`${body}\r\n`).then((done) => {
      said.textContent = `${done ? "The message is too long for such a link, so it is copied: paste it into the mail." : "The message is too long for such a link. Press “Copy,” and paste it into the mail."}${left(message)}`;
    });
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".tool-subject");
    if (!button) return;
    const subject = text(button.closest(".message").querySelector(".subject"));
    button.closest(".tools").querySelector(".tools-said").textContent = (await playbook.copy(subject)) ? "Copied. Paste it into the subject line." : `Your browser did not let the page copy. The subject: ${subject}`;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".tool-email");
    if (!button) return;
    const tools = button.closest(".tools");
    const said = tools.querySelector(".tools-said");
    const parts = letter(button.closest(".message"));
    said.textContent = "";
    if (await playbook.copy(asText(parts), asHtml(parts))) said.textContent = `Copied. Paste it into your e-mail.${left(button.closest(".message"))}`;
    else {
      show(tools, asText(parts));
      said.textContent = "Your browser did not let the page copy. The words are selected: press Ctrl+C (on a Mac, ⌘C).";
    }
  });
})();
