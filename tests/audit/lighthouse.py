"""Lighthouse, mobile: the median of five runs on the front page, a page of talking points and a sheet; 100 in all four, or the audits in the way."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median

from tests.audit.host import hosted
from tests.audit.needs import CHROMIUM, NODE, NODE_FOLDER, NPM
from tests.audit.outcome import Outcome

NEEDS = [CHROMIUM, NODE, NPM]
RUNS = 5
PAGES = ("index.html", "talking-points/what-they-are.html", "sheets/educators-launch.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return the scores of each page. Times are of this machine: on a busy one performance says little."""
    with hosted(site) as address:
        done = subprocess.run(
            [NODE.found, str(NODE_FOLDER / "lighthouse.mjs"), CHROMIUM.found, str(RUNS), *(f"{address}/{page}" for page in PAGES)],
            text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL, cwd=work,
        )  # fmt: skip
        if done.returncode:
            return [Outcome("Lighthouse", "", (f"stopped: {(done.stderr or done.stdout).strip()[-600:]}",))]
        runs = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        return [_outcome(page, [run for run in runs if run["url"] == f"{address}/{page}"]) for page in PAGES]


def _outcome(page: str, runs: list[dict]) -> Outcome:
    name = f"Lighthouse {page}"
    if broken := [run["error"] for run in runs if run.get("error")] or ([] if len(runs) == RUNS else [f"{len(runs)} of {RUNS} runs"]):
        return Outcome(name, "", tuple(broken))
    scores = {category: median(run["scores"][category] or 0 for run in runs) for category in CATEGORIES}
    typical = min(runs, key=lambda run: abs((run["scores"]["performance"] or 0) - scores["performance"]))
    metrics = typical["metrics"]
    figures = (
        f"{' / '.join(f'{scores[category]:.0f}' for category in CATEGORIES)}  (LCP {metrics['largest-contentful-paint'] / 1000:.1f} s, "
        f"TBT {metrics['total-blocking-time']:.0f} ms, CLS {metrics['cumulative-layout-shift']:.3f}, {metrics['total-byte-weight'] / 1024:.0f} KiB; "
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)"
    )
    low = [category for category, score in scores.items() if score < 100]
    faults = tuple(audit for audit in typical["below"] if audit.split("/")[0] in low) or tuple(f"{category} {scores[category]:.0f}" for category in low)
    return Outcome(name, figures, faults)
