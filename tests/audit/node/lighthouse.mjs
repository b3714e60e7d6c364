/* Lighthouse, mobile, in a fresh Chromium each time: node lighthouse.mjs CHROMIUM RUNS URL...
   Prints one JSON line a run: {url, scores, below, metrics}. `below`: every audit that counts and is not perfect. */
import * as chrome from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, runs, ...urls] = process.argv.slice(2);
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index", "total-byte-weight"];

async function run(url) {
  const browser = await chrome.launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"], logLevel: "silent" });
  try {
    const { lhr } = await lighthouse(url, { port: browser.port, logLevel: "silent", output: "json" });
    const below = Object.values(lhr.categories).flatMap((category) =>
      category.auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${category.id}/${id} ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ""}`.trim()));
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score === null ? null : Math.round(score * 100)]));
    const metrics = Object.fromEntries(METRICS.map((id) => [id, lhr.audits[id]?.numericValue]));
    return { url, scores, below, metrics, error: lhr.runtimeError?.message };
  } finally {
    await browser.kill();
  }
}

for (const url of urls) for (let i = 0; i < Number(runs); i++) console.log(JSON.stringify(await run(url)));
