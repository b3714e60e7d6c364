/* Several people's results side by side, from the files that each saved: where they differ most comes first. Nothing leaves the device. */
(() => {
  const form = document.querySelector(".check-up");
  const input = form.querySelector("#check-up-files");
  const part = form.querySelector(".check-up-differences");
  const said = form.querySelector(".check-up-compare .tools-said");
  const heads = [...part.querySelectorAll("thead th")].slice(1).map((head) => head.textContent);

  /* The rows of a table in a text file (RFC 4180); some spreadsheets write semicolons. */
  function rows(text) {
    const sign = /^[^\r\n]*;/.test(text) && !/^"?Date"?,/.test(text) ? ";" : ",";
    const found = [[]];
    let cell = "", quoted = false;
    const end = () => { found.at(-1).push(cell.trim()); cell = ""; };
    for (let i = 0; i < text.length; i += 1) {
      const one = text[i];
      if (quoted && one === '"' && text[i + 1] === '"') cell += text[i += 1];
      else if (one === '"') quoted = !quoted;
      else if (!quoted && one === sign) end();
      else if (!quoted && one === "\n") { end(); found.push([]); }
      else if (one !== "\r") cell += one;
    }
    end();
    return found;
  }

  /* A file's newest answers, by statement; null for a file that is none of ours. */
  function newest(text) {
    const [head, ...lines] = rows(text.replace(/^\ufeff/, ""));
    if (head.join() !== "Date,Statement,Answer") return null;
    const last = lines.map(([day]) => day).sort().at(-1);
    return new Map(lines.filter(([day, , answer]) => day === last && heads.includes(answer)).map(([, statement, answer]) => [statement, answer]));
  }

  const spread = (answers) => {
    const at = answers.map(([, answer]) => heads.indexOf(answer));
    return Math.max(...at) - Math.min(...at);
  };

  function row(statement, answers) {
    const line = document.createElement("tr");
    line.append(Object.assign(document.createElement("th"), { scope: "row", textContent: statement }), ...heads.map((head) => {
      const cell = document.createElement("td");
      cell.textContent = answers.filter(([, answer]) => answer === head).map(([name]) => name).join(", ");
      cell.dataset.label = head;
      return cell;
    }));
    return line;
  }

  async function compare() {
    const read = await Promise.all([...input.files].map(async (file) => [file.name.replace(/\.csv$/i, ""), newest(await file.text())]));
    const people = read.filter(([, answers]) => answers?.size);
    const others = read.filter(([, answers]) => !answers?.size).map(([name]) => name);
    const statements = [...new Set(people.flatMap(([, answers]) => [...answers.keys()]))];
    const told = statements.map((statement) => [statement, people.filter(([, answers]) => answers.has(statement)).map(([name, answers]) => [name, answers.get(statement)])]);
    told.sort(([, one], [, other]) => spread(other) - spread(one));
    part.hidden = people.length < 2;
    part.querySelector("tbody").replaceChildren(...told.map(([statement, answers]) => row(statement, answers)));
    said.textContent = [
      people.length < 2 ? "Choose the files of two people or more; each saves one with “Save as a file.”" : `${people.length} people compared, on this device only.`,
      others.length ? `Not a check-up file: ${others.join(", ")}.` : "",
    ].join(" ").trim();
  }

  Object.assign(input, { multiple: true, accept: ".csv,text/csv" });
  input.addEventListener("change", compare);
})();
