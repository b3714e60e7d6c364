"""The Nu HTML checker reads every page of the whole site; nothing remains but the faults listed here, each with its reason."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from tests.audit.needs import JAVA, NODE, NPM, VNU
from tests.audit.outcome import Outcome

NEEDS = [JAVA, NODE, NPM]
SHOWN = 3  # pages named for one fault

# What may remain: the beginning of the checker's message, and why it stays.
ACCEPTED = {
    "Attribute “autocomplete” is only allowed when the input type is": (
        "the theme's two switches (menu, search) are check boxes; the attribute keeps Firefox from opening them again on reload"
    ),
    "When a “table” element is the only content in a “figure” element": (
        "a warning: on a sheet the table's caption names it, and the figure's caption says where its numbers come from"
    ),
    "Resource violates Content Security Policy": "the checker reads pages from disk, where it knows no 'self'; the tests' browser holds the policy",
    "Inline style violates Content Security Policy": "it counts no digests; the 404 page's style has one",
}


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return every fault, warnings included, with the first pages that have it."""
    pages = sorted(site.rglob("*.html"))
    checker = subprocess.run(
        [JAVA.found, "-Xss8m", "-jar", str(VNU), "--stdout", "--exit-zero-always", "--format", "json", *map(str, pages)],
        text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if checker.returncode:
        return [Outcome("HTML (Nu)", "", (f"the checker stopped: {checker.stderr.strip()[:400]}",))]
    messages = json.loads(checker.stdout)["messages"]
    kept = Counter(reason for message in messages if (reason := accepted(message["message"])))
    faults: dict[str, list[str]] = {}
    for message in messages:
        if not accepted(message["message"]):
            faults.setdefault(message["message"], []).append(f"{unquote(message.get('url', '')).split(f'{site.name}/', 1)[-1]}:{message.get('lastLine', 0)}")
    listed = tuple(f"{text} ({len(places)}: {', '.join(places[:SHOWN])}{' …' if len(places) > SHOWN else ''})" for text, places in faults.items())
    stale = tuple(f"listed as accepted, but no page has it any more; take it off the list: {start}" for start in ACCEPTED if not kept[ACCEPTED[start]])
    remain = f"{len(kept)} listed faults remain, on {kept.total()} elements" if kept else "none remains"
    return [Outcome("HTML (Nu)", f"{len(pages)} pages; {remain}", listed + stale)]


def accepted(message: str) -> str:
    """Return the reason why a message of the checker may stay, or nothing."""
    return next((reason for start, reason in ACCEPTED.items() if message.startswith(start)), "")
