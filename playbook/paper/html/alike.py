"""What a screen shows one at a time, or says again and again: on paper, messages that differ in a few words are one, and questions with the same answers are rows of a table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from playbook.paper.document import Block, Box, Bullets, Heading, Inline, Mark, Paragraph, Run, Table, plain_text

CHOOSE = "Of the lines with a dot, keep one, without its label."
STATEMENT = "Statement"
OF_A_PAGE = 2  # the level of the headings of a page's parts
BETWEEN = "\u00a0\u00a0\u00a0 "  # the steps of a scale


def without_repeats(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with messages under headings that are alike but for one paragraph as one message, and questions with the same steps as one table."""
    return tuple(_merged(_in_rows(blocks)))


def _in_rows(blocks: tuple[Block, ...]) -> list[Block]:
    """Return blocks with questions as rows; a heading right above them, below those of the page, heads their column."""
    made: list[Block] = []
    for steps, group in groupby(blocks, key=_steps):
        alike = list(group)
        if not steps or len(alike) == 1:
            made += alike
            continue
        title: Inline = (Run(STATEMENT),)
        if made and isinstance(last := made[-1], Heading) and last.level > OF_A_PAGE:
            title = tuple(replace(run, bold=True) if isinstance(run, Run) else run for run in last.text)
            made.pop()
        questions = [question.text for block in alike if isinstance(block, Box) for question in block.blocks[:1] if isinstance(question, Paragraph)]
        head = (title, *((Run(step),) for step in steps))
        made.append(Table((), head, tuple((question, *[(Mark("box"),)] * len(steps)) for question in questions), (None,) * len(questions)))
    return made


def _steps(block: Block) -> tuple[str, ...]:
    """Return the words beside the boxes of a question; empty for another block."""
    match block:
        case Box(style="choice", blocks=(Paragraph(), Paragraph(text=boxes))):
            return tuple(step.replace("\u00a0", " ").strip() for step in plain_text(boxes).split(BETWEEN))
    return ()


def _merged(rest: list[Block]) -> Iterator[Block]:
    while rest:
        group = _messages(rest)
        place = _difference([message for _, message in group])
        if place is None:
            yield rest.pop(0)
            continue
        first = group[0][1].blocks
        items = tuple((Paragraph((Run(f"{plain_text(heading.text)}: ", bold=True), *_text(message.blocks[place]))),) for heading, message in group)
        yield Paragraph((Run(CHOOSE, bold=True),))
        yield Box("message", (*first[:place], Bullets(items), *first[place + 1 :]))
        del rest[: 2 * len(group)]


def _messages(blocks: list[Block]) -> list[tuple[Heading, Box]]:
    """Return the headings with a message each that blocks begin with."""
    found: list[tuple[Heading, Box]] = []
    for heading, message in zip(blocks[::2], blocks[1::2], strict=False):
        match heading, message:
            case Heading(), Box(style="message"):
                found.append((heading, message))
            case _:
                break
    return found


def _difference(messages: list[Box]) -> int | None:
    """Return the place of the one paragraph in which messages differ; None if there are fewer than two, or they differ in more."""
    if len(messages) < 2 or len({len(message.blocks) for message in messages}) > 1:
        return None
    places = [place for place, same in enumerate(zip(*(message.blocks for message in messages), strict=True)) if len(set(same)) > 1]
    return places[0] if len(places) == 1 and all(isinstance(message.blocks[places[0]], Paragraph) for message in messages) else None


def _text(block: Block) -> tuple[Run, ...]:
    return tuple(run for run in block.text if isinstance(run, Run)) if isinstance(block, Paragraph) else ()
