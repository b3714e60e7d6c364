"""Whose the marked parts of a mixed page adapted from the tool are."""

from collections.abc import Iterable

from playbook.content.attribution import facts


def marked_author(points: Iterable[str]) -> str:
    """Return whose the marked parts of a mixed page adapted from the tool are, where it is not the region: the playbook; "" otherwise. `points`: the origins of points in others' wording."""
    found = set(points)
    return str(facts()["playbook_author"]) if "playbook" in found and "local" not in found else ""
