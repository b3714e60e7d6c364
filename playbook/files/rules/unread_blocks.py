"""Blocks of a YAML file that cannot be read: what is wrong in each is named, and it is left aside, so that the rest of the file can be read."""

import re

import yaml

from playbook.files.diagnostics import Problem
from playbook.files.yaml_slips import SAID, syntax_problems

START = re.compile(r"[^\s#-]")  # a key at the left edge, where a block of a file begins
LEFT = dict(SAID)["expected <document start>"]  # said of a line that is sound: those above it begin further right
ROUNDS = 20  # each of them reads the file up to its next fault


def leave_aside(known: list[Problem], error: yaml.MarkedYAMLError, text: str, name: str, loader: type) -> tuple[list[Problem], str, frozenset[str]]:
    """Return what is wrong with a file that cannot be read, its text without the blocks in which that is, and the words before the colons of their lines.

    An error may come of what is `known` to be wrong in a block, so that is left aside before others are looked for.
    """
    lines, told = text.split("\n"), known or syntax_problems(error, text, name)
    found, words = [*told], set[str]()
    for _ in range(ROUNDS):
        for problem in (problem for problem in told if problem.line):
            start, end = _block(lines, problem.line - 1) if problem in known else _culprit(lines, problem, loader)
            words |= {word for line in lines[start:end] for word in re.findall(r"\w+", re.split("[:\uff1a]", line.lower(), maxsplit=1)[0])}
            lines[start:end] = [""] * (end - start)
        try:
            yaml.compose("\n".join(lines), loader)
        except yaml.MarkedYAMLError as other:
            told = syntax_problems(other, "\n".join(lines), name)
            found += told
        else:
            break
    return found, "\n".join(lines), frozenset(words)


def _block(lines: list[str], number: int) -> tuple[int, int]:
    """Return the first line of the block in which a line stands, and the one after its last."""
    start = next((one for one in range(min(number, len(lines) - 1), 0, -1) if START.match(lines[one])), 0)
    return start, next((one for one in range(max(start, number) + 1, len(lines)) if START.match(lines[one])), len(lines))


def _culprit(lines: list[str], problem: Problem, loader: type) -> tuple[int, int]:
    """Return the block that cannot be read: where a parser stopped, or the one above, if that is the faulty one of the two."""
    if problem.message.endswith(LEFT):
        return 0, problem.line - 1
    start, end = _block(lines, problem.line - 1)
    above = next((one for one in range(start - 1, -1, -1) if lines[one].strip()), None)
    if above is None or not _is_sound(lines[start:end], loader) or _is_sound(lines[(first := _block(lines, above)[0]) : start], loader):
        return start, end
    return first, start


def _is_sound(lines: list[str], loader: type) -> bool:
    """Tell whether a block can be read by itself, as keys and values."""
    try:
        return isinstance(yaml.compose("\n".join(lines), loader), yaml.MappingNode)
    except yaml.YAMLError:
        return False
