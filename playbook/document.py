"""A document as the PDF and Word writers see it: blocks in reading order, with no trace of HTML or of either format."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A piece of text in one style. `small` is an id or an aside; `href` an address outside the site (web, mail, telephone)."""

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    href: str = ""


@dataclass(frozen=True)
class Break:
    """A new line within a paragraph."""


Inline = tuple[Run | Break, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; the first of a document is its title, level 1."""

    level: int
    text: Inline


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `style`: "" | tags | edition | lead | when | origin | caption | title (of a box) | blank."""

    text: Inline
    style: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; every item is blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a header row; the first cell of a row is its header. `shares` holds a row's percentage, to draw a bar beside it."""

    caption: Inline
    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    shares: tuple[int | None, ...]


@dataclass(frozen=True)
class Box:
    """Blocks that belong together. `style`: ask | call | ours | shares | fuller (side two)."""

    style: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Columns:
    """The talk and what stands beside it; read one after the other."""

    main: tuple["Block", ...]
    aside: tuple["Block", ...]


@dataclass(frozen=True)
class NoteLines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True)
class Side:
    """One side of paper."""

    label: str
    blocks: tuple["Block", ...]
    fuller: bool = False  # side two: points in two columns


Block = Heading | Paragraph | Bullets | Table | Box | Columns | NoteLines | Side


@dataclass(frozen=True)
class Document:
    """A sheet or worksheet on its way to paper."""

    title: str
    description: str
    audience: str  # its colour; "" for none
    blocks: tuple[Block, ...]
    page: str  # the built page it came from, for messages


def plain_text(inline: Inline) -> str:
    """Return inline text as one string; a break is a blank."""
    return "".join(run.text if isinstance(run, Run) else " " for run in inline)
