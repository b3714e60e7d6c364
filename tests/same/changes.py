"""What differs between two lists of tokens, and between many: each change once, with every place it was seen in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.same.canonical import Token

SHOWN = 6


@dataclass(frozen=True)
class Change:
    """Tokens that gave way to others, and the open elements they stand in."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    within: str = field(compare=False, default="")

    @property
    def kind(self) -> str:
        """What sort of change it is: text, attributes, or elements."""
        says = {token.kind for token in (*self.before, *self.after)}
        if says == {"text"}:
            return "text"
        tags = [[(token.kind, token.tag) for token in side if token.kind != "text"] for side in (self.before, self.after)]
        return "attributes" if tags[0] == tags[1] else "elements"

    def told(self) -> list[str]:
        """Return the change as lines to print."""
        return [f"    in {self.within}"] * bool(self.within) + _told("-", self.before) + _told("+", self.after)


def changes(before: list[Token], after: list[Token]) -> list[Change]:
    """Return what differs, in order."""
    if before == after:
        return []
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), min(len(before), len(after)))
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, before[start:], after[start:]).get_opcodes():
        if kind != "equal":
            found.append(Change(tuple(before[start + a : start + b]), tuple(after[start + c : start + d]), _within(before[: start + a])))
    return found


def _within(so_far: list[Token]) -> str:
    """The elements that are open after these tokens, the innermost four."""
    opened: list[str] = []
    for token in so_far:
        if token.kind == "open" and token.tag not in ("meta", "link", "input", "br", "hr", "img", "wbr", "source", "col"):
            opened.append(token.says)
        elif token.kind == "close" and opened and opened[-1].startswith(f"<{token.tag}"):
            opened.pop()
    return " ".join(opened[-4:])[-300:]


def _told(sign: str, side: tuple[Token, ...]) -> list[str]:
    lines = [f"    {sign} {f'“{token.says[:300]}”' if token.kind == 'text' else token.says[:300]}" for token in side[:SHOWN]]
    return lines + [f"    {sign} … {len(side) - SHOWN} more"] * (len(side) > SHOWN)


def gathered(found: Iterable[tuple[str, Change]]) -> list[tuple[Change, list[str]]]:
    """Return each change with the places it was seen in, the most frequent first."""
    places: dict[Change, list[str]] = {}
    for place, change in found:
        places.setdefault(change, []).append(place)
    return sorted(places.items(), key=lambda item: -len(item[1]))
