"""html-validate reads every page beside the Nu checker: landmarks, names and attributes; its rules stand in node/html-validate.cjs, each exception with its reason."""

import json
import subprocess
from pathlib import Path

from tests.audit.needs import NODE, NODE_FOLDER, NODE_MODULES, NPM
from tests.audit.outcome import Outcome

NEEDS = [NODE, NPM]
SHOWN = 3  # pages named for one fault
CHECKER = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"

# What may remain: the rule, what stands in the element's selector or in its tag, and why it stays.
ACCEPTED = {
    (
        "unique-landmark",
        '<nav class="md-nav',
    ): "the theme's menu and contents: a `nav` within a `nav`, named by what it lists; scripts and styles show one of a name",
    ("wcag/h30", " template >"): "a link in a template, which a script gives its words",
}


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return every fault, with the first pages that have it."""
    pages = sorted(site.rglob("*.html"))
    said = work / "html-validate.json"  # a file: into a pipe it writes no more than fits before it ends
    with said.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [str(NODE.found), str(CHECKER), "-c", str(NODE_FOLDER / "html-validate.cjs"), "-f", "json", *map(str, pages)],
            stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        )  # fmt: skip
    found = said.read_text("utf-8")
    if not found.startswith("["):
        return [Outcome("HTML (html-validate)", "", (f"the checker stopped: {done.stderr.strip()[:400]}",))]
    faults: dict[str, list[str]] = {}
    kept = dict.fromkeys(ACCEPTED, 0)
    for result in json.loads(found):
        lines = Path(result["filePath"]).read_text("utf-8").split("\n")
        for message in result["messages"]:
            if exception := accepted(message, lines):
                kept[exception] += 1
            else:
                place = f"{Path(result['filePath']).relative_to(site).as_posix()}:{message['line']}"
                faults.setdefault(f"{message['ruleId']}: {message['message']}", []).append(place)
    listed = tuple(f"{text} ({len(places)}: {', '.join(places[:SHOWN])}{' …' if len(places) > SHOWN else ''})" for text, places in faults.items())
    stale = tuple(f"listed as accepted, but no page has it any more; take it off the list: {' '.join(one)}" for one, count in kept.items() if not count)
    return [Outcome("HTML (html-validate)", f"{len(pages)} pages; {len(ACCEPTED)} listed faults remain, on {sum(kept.values())} elements", listed + stale)]


def accepted(message: dict, lines: list[str]) -> tuple[str, str] | None:
    """Return the exception that a message falls under, or None. `lines`: those of its page."""
    before = lines[message["line"] - 1][: message["column"]]
    tag = before[before.rfind("<") :] if "<" in before else before
    places = (tag, message.get("selector") or "")
    return next(((rule, part) for rule, part in ACCEPTED if message["ruleId"] == rule and any(part in place for place in places)), None)
