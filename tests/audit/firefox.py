"""Firefox, over http and from disk: tabs by keyboard, search into a hidden tab, printing with the credit on every page."""

import json
import subprocess
from pathlib import Path

from pypdf import PdfReader

from playbook.content import attribution
from playbook.paper.paper_validation import pdf_messages
from tests.audit.host import hosted
from tests.audit.needs import FIREFOX, NODE, NODE_FOLDER, NPM
from tests.audit.outcome import Outcome

NEEDS = [FIREFOX, NODE, NPM]


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return what Firefox does with tabs, search, pages and print; a console error or a refused script is a fault too."""
    out = work / "firefox"
    out.mkdir()
    with hosted(site) as address:
        done = subprocess.run(
            [NODE.found, str(NODE_FOLDER / "firefox.mjs"), FIREFOX.found, address, site.as_uri(), str(out)],
            text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL, timeout=600,
        )  # fmt: skip
    if done.returncode:
        return [Outcome("Firefox", "", (f"stopped: {(done.stderr or done.stdout).strip()[-600:]}",))]
    checks = json.loads(done.stdout.splitlines()[-1])
    faults = [f"{check['check']}: {fault}" for check in checks for fault in check["faults"]]
    pages = 0
    for paper in sorted(out.glob("*.pdf")):
        pages += len(PdfReader(paper).pages)
        faults += [f"{paper.name} {message}" for message in pdf_messages(paper, attribution.foot("toolkit")) if "credit" in message]
    if not pages:
        faults.append("nothing was printed")
    figures = f"{len(checks)} checks; {pages} printed pages carry the credit" if not faults else f"{len(checks)} checks, {pages} printed pages"
    return [Outcome("Firefox", figures, tuple(faults))]
