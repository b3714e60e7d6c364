"""Invitations: messages and letters with the region's values in them, and the points that invite."""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.points.point_html import inline_html
from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.escape import escape_text
from macros.values.region_values import Voice, marked
from playbook.content import attribution
from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point
from playbook.content.sheet_plan import GAINS
from playbook.model.meeting_words import LETTER

SUBJECT = re.compile(r"^Subject: (?P<subject>.+)$", re.MULTILINE)
LINE_END = re.compile(r"(?<=\S)\n(?=[^\s{])")  # within a paragraph
STAR = "\\*"  # after each adapted paragraph, and before the note that says whose they are


def message(*, caller: Callable[[], str], voice: Voice, logo: Callable[[], str]) -> Markup:
    """Return a message with its buttons; its first line is `Subject: …`. A missing value is a bracket to fill. ValueError without a subject.

    One that holds adapted words ends in their credit, under the signature, and takes it along into the e-mail.
    """
    with voice.letter():
        text = caller().strip()
    text = _noted(text, _note(attribution.line("toolkit"), logo), _note(attribution.foot("toolkit"), logo))
    found = SUBJECT.match(text)
    if not found:
        raise ValueError("a message begins with a line “Subject: …”")
    return alone(component("message", subject=Markup(found["subject"]), text=Markup(text[found.end() :].strip())))


def letter(head: bool = True, *, caller: Callable[[], str], voice: Voice, logo: Callable[[], str]) -> Markup:
    """Return a letter; its page becomes one side of paper with the letter alone. A missing value is a bracket to fill.

    Whose the adapted paragraphs are stands under the signature. `head`: the partnership's name, place and logo stand on top; false for somebody else's letter.
    """
    with voice.letter():
        text = caller().strip()
    head_lines, subject, body = text.partition("**Re:")
    text = LINE_END.sub("  \n", head_lines) + subject + body  # sender and addressee keep their lines
    note = _note(attribution.line("toolkit"), logo)
    return alone(component("letter", head=head, partnership=marked("partnership"), place=marked("place"), text=Markup(_noted(text, note, note))))


def speech(*, caller: Callable[[], str], voice: Voice) -> str:
    """Return words to speak as they stand. A missing value is a bracket to fill."""
    with voice.letter():
        return caller()


def _note(words: str, logo: Callable[[], str]) -> str:
    """Return a note on the adapted paragraphs, as Markdown."""
    return f"{STAR} {logo()}{escape_text(words)}\n{{ .origin-part data-origin=toolkit }}"


def _noted(text: str, note: str, last: str) -> str:
    """Return a text without its notes on adapted paragraphs, and one at its end."""
    return f"{text.replace(note, '').strip()}\n\n{last}" if note in text else text


def invite_words(*keys: str, own: str = "", numbered: bool = False, points: Iterable[Point], logo: Callable[[], str]) -> str:
    """Return points as paragraphs of an invitation, the owners' marked as adapted; an audience's key stands for what it gains.

    `numbered`: as a numbered list, which ends with `own`, a request in our words.
    """
    known = {point.id: point for point in points}
    chosen = [known[require_known("point", GAINS.get(key, key), known)] for key in keys]
    texts = [" ".join(component("letter-part", part=part, words=inline_html(text, at=LETTER)) for part, text in _parts(point).items()) for point in chosen]
    theirs = [point_specs()[point.id].origin == "toolkit" for point in chosen]
    indent, between = ("   ", "\n") if numbered else ("", "\n\n")
    marked = [
        f"{'1. ' if numbered else ''}{text}{STAR if adapted else ''}\n{indent}{{ data-point={point.id} data-at={LETTER} }}"
        for text, adapted, point in zip(texts, theirs, chosen, strict=True)
    ]
    words = between.join([*marked, *([f"1. {own}"] if own else [])])
    return "\n" + "\n\n".join([words, *([_note(attribution.line("toolkit"), logo)] if any(theirs) else [])]) + "\n\n"


def _parts(point: Point) -> dict[str, str]:
    """Return the parts of a point in Markdown: in a letter, the line to say stands in plain type."""
    return {part: text for part, text in (("say", point.opening), ("more", point.detail)) if text}
