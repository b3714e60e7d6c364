"""Lists whose items begin with another sign than a hyphen, as word processors and mails write them: read as lists, and named once each."""

import re

from playbook.files.diagnostics import Problem, sign_name

DOTS = "•◦▪▫·●○■□‣\u2043►▸➢➤✓✔\uf0b7\uf0a7"  # the last two: as Word's own fonts have them
DASHES = "\u2010\u2011\u2013\u2014\u2015\u2212"
BULLET = re.compile(rf"(?P<before>[ \t]*)(?P<sign>[{DOTS}]|[{DASHES}*+](?=[ \t\xa0])|[{DASHES}](?=[a-z_]+:)|o(?=\t| {{2}}))[ \t\xa0]*(?P<words>\S.*)")
OPENS = re.compile(r"[ \t]*(?:- +)?[a-z][a-z0-9_]*\+?:\s*(?:#.*)?$")  # a key whose value begins on the next line
BLOCK = re.compile(r"[:-]\s+[|>][0-9+-]{0,2}\s*(?:#.*)?$")  # a text that goes on as long as its lines begin further right
ITEM = re.compile(r"\s*-(?:\s|$)")


def with_hyphens(lines: list[str], name: str) -> tuple[list[str], list[Problem]]:
    """Return the lines with a hyphen before each item of a list, and a problem for each list that has another sign there, at its first."""
    lines, problems = list(lines), []
    items: int | None = None  # the column at which the items of an open list begin
    block: int | None = None  # the column of the key whose text goes on
    opened = told = False
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        column = len(line) - len(line.lstrip(" \t"))
        if block is not None and column > block:
            continue
        block = None
        told = told and not opened
        if (found := BULLET.match(line)) and (opened or column == items):
            words = found["words"].rstrip()
            if not told:
                sign = found["sign"] if found["sign"].isprintable() else sign_name(found["sign"])
                like = f"- {words}" if len(words) <= 60 else "- …"
                message = f"“{sign}” is no hyphen; begin each item of a list with a hyphen and a blank, like “{like}”"
                problems.append(Problem(name, message, number + 1))
            lines[number] = f"{found['before']}-".replace("\t", "  ") + words.rjust(len(words) + max(1, found.start("words") - found.end("sign")))
            items, told = column, True
        elif ITEM.match(line):
            items = column
        elif items is not None and column <= items:
            items = None
        block = column if BLOCK.search(line) else None
        opened = bool(OPENS.match(lines[number]))
    return lines, problems
