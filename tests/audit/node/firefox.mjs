/* Firefox, driven over WebDriver BiDi (no geckodriver): node firefox.mjs FIREFOX HTTP-BASE DISK-BASE OUT
   Prints a JSON list of {check, faults}; puts printed pages as PDF into OUT. */
import puppeteer from "puppeteer-core";

const [executablePath, http, disk, out] = process.argv.slice(2);
const PRINTED = ["talking-points/next-steps", "sheets/workforce-launch"];
const checks = [];
let faults;

const firefox = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, args: ["--width=1280", "--height=900"] });
const page = await firefox.newPage();
page.setDefaultTimeout(30_000);
await page.evaluateOnNewDocument(() => {
  globalThis.__refused = [];
  addEventListener("securitypolicyviolation", (event) => globalThis.__refused.push(`${event.violatedDirective} ${event.blockedURI}`));
});
page.on("console", (message) => { if (message.type() === "error") faults.push(`console: ${message.text()}`); });
page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
page.on("request", (request) => { if (!/^(http:\/\/127\.0\.0\.1:|file:|data:|blob:|about:|moz-)/.test(request.url())) faults.push(`foreign request: ${request.url()}`); });

async function check(name, steps) {
  faults = [];
  try {
    await steps((ok, otherwise) => { if (!ok) faults.push(otherwise); });
    faults.push(...(await page.evaluate(() => globalThis.__refused ?? [])).map((what) => `refused by the content security policy: ${what}`));
  } catch (error) {
    faults.push(`${error.message.split("\n")[0]} (${page.url()})`);
  }
  checks.push({ check: name, faults });
}

const visible = (selector) => page.evaluate((found) => document.querySelector(found)?.checkVisibility() ?? false, selector);
const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
const shows = (selector) => page.waitForFunction((found) => document.querySelector(found)?.checkVisibility(), {}, selector);

async function tabs(base, expect) {
  await page.goto(`${base}/talking-points/what-is-in-it.html`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.waitForSelector('[role="tablist"] [role="tab"]');
  const names = await page.$$eval('[role="tab"]', (all) => all.map((tab) => tab.textContent.trim()));
  expect(names.length === 4, `4 tabs expected, found ${names.length}`);
  expect(await visible("#s44") && !(await visible("#s52")), "at first the first audience is not the one that is open");
  await page.focus('[role="tab"][aria-selected="true"]');
  for (const [key, to, point] of [["ArrowRight", 1, "#s48"], ["End", 3, "#c01"], ["ArrowRight", 0, "#s44"], ["ArrowLeft", 3, "#c01"], ["Home", 0, "#s44"], ["ArrowRight", 1, "#s48"], ["ArrowRight", 2, "#s52"]]) {
    await page.keyboard.press(key);
    await shows(point);
    expect((await focused()) === names[to], `${key}: focus is on “${await focused()}”, not on “${names[to]}”`);
    const state = await page.$$eval('[role="tab"]', (all) => all.map((tab) => `${tab.getAttribute("aria-selected")} ${tab.tabIndex}`));
    expect(state.every((one, i) => one === (i === to ? "true 0" : "false -1")), `${key}: selected and tabindex are ${state.join(", ")}`);
  }
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest('[role="tabpanel"]')?.textContent.includes("You already listen to businesses") ?? false), "Tab does not lead into the panel");
  await page.goto(`${base}/talking-points/index.html`);
  await shows("#begin-educators");
  expect(!(await visible("#begin-workforce")), "the choice of audience does not hold on the next page");
}

async function search(base, expect) {
  await page.goto(`${base}/index.html`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.activeElement.matches(".search-field"));
  await page.type(".search-field", "advisory boards");
  const hit = '.hit[href*="what-is-in-it.html?h="][href$="#s52"]';
  await page.waitForSelector(hit);
  await Promise.all([page.waitForNavigation(), page.$eval(hit, (link) => link.click())]);
  await shows("#s52");
  await page.waitForFunction(() => [...document.querySelectorAll("#s52 mark, #s52 ~ * mark")].some((mark) => mark.checkVisibility()));
  expect(await page.evaluate(() => { const { top, bottom } = document.querySelector("#s52").getBoundingClientRect(); return bottom > 0 && top < innerHeight; }), "the point found is not in view");
}

async function everyKind(base, expect) {
  for (const url of ["index", "talking-points/index", "team/index", "localize/index", "about/source-and-terms", "sheets/index", "sheets/educators", "editions"]) {
    await page.goto(`${base}/${url}.html`);
    expect(await visible("h1"), `${url}: no heading`);
    expect(await visible(".credit"), `${url}: no credit`);
  }
}

for (const [from, base] of [["http", http], ["disk", disk]]) {
  await check(`tabs by keyboard, ${from}`, (expect) => tabs(base, expect));
  await check(`search opens a hit in a hidden tab, ${from}`, (expect) => search(base, expect));
  await check(`pages open, ${from}`, (expect) => everyKind(base, expect));
}
await check("print to PDF", async () => {
  for (const name of PRINTED) {
    await page.goto(`${http}/${name}.html`, { waitUntil: "load" });
    await page.pdf({ path: `${out}/${name.replace("/", "-")}.pdf`, format: "letter" });
  }
});
await firefox.close();
console.log(JSON.stringify(checks));
