"""What MkDocs says of a link that leads nowhere, said with the line of the page and what to do."""

import re
from pathlib import Path
from urllib.parse import unquote

from playbook.content.page import DOCS
from playbook.files.diagnostics import Problem

SAID = re.compile(r"Doc file '(?P<page>.+?\.md)' contains an? (?P<kind>.*?)link (?:to )?'(?P<link>.*?)'(?=,| which)(?P<why>.*)", re.DOTALL)
NOT_THERE = "which is not there; put the file there, or mend the link"
NEAR = re.compile(r"Did you mean '([^']+)'")


def link_problem(project: Path, logged: str) -> Problem | None:
    """Return a warning of MkDocs about a link as a problem of the page's source; None for a warning about something else."""
    found = SAID.match(logged)
    if not found:
        return None
    name, link = f"{DOCS}/{found['page']}", found["link"]
    near = NEAR.search(found["why"])
    if "anchor" in found["why"]:
        message = f'links to "{link}", but that page has no such place; take the id from the page\'s address, or leave out what follows #'
    elif "absolute" in found["kind"]:
        message = f'links to "{link}", which begins at the top of the server; write the path from this page to the other one, like ../team/index.md'
    else:
        message = f'links to "{link}", {NOT_THERE}'
    return Problem(name, message + (f' (did you mean "{near[1]}"?)' if near else ""), _line(project / name, link))


def _line(page: Path, link: str) -> int:
    """Return the first line of a page that holds a link's address; 0 if none does."""
    try:
        lines = page.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return 0
    for form in (f"]({link}", f"]: {link}", link, unquote(link)):
        if number := next((number for number, line in enumerate(lines, 1) if form in line), 0):
            return number
    return 0
