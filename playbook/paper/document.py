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


@dataclass(frozen=True)
class Mark:
    """A sign drawn in the line. `kind`: box (to tick by hand) | filled | asked | open (how far a seat is); a logo with its words, `alt`."""

    kind: str
    alt: str = ""


MARKS = ("box", "filled", "asked", "open")
LOGO = Mark("logo")  # the owners' official logo, beside a part adapted from their tool
REGION_LOGO = "region-logo"  # the kind of the region's own
Inline = tuple[Run | Break | Mark, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; the first of a document is its title, level 1."""

    level: int
    text: Inline
    new_page: bool = False
    own_paper: bool = False  # what it heads is handed out by itself, and its pages are counted by themselves


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `style`: "" | tags | edition | lead | when | origin | caption | title (of a box) | blank | to-fill (before a line to write on) | glance (who, how long …) | from (who we are) | opening, support, line (of a talk) | question (the ask) | sender (of a letter)."""

    text: Inline
    style: str = ""

    @property
    def leads(self) -> bool:
        """Tell whether it is in bold alone: so it heads what follows, though it is no heading."""
        return not self.style and bool(self.text) and all(isinstance(run, Run) and run.bold for run in self.text)


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

    @property
    def has_shares(self) -> bool:
        """Tell whether the table holds figures to draw as bars."""
        return any(share is not None for share in self.shares)

    @property
    def is_form(self) -> bool:
        """Tell whether rows hold cells to write in."""
        return any(not cell for row in self.rows for cell in row)


@dataclass(frozen=True)
class Box:
    """Blocks that belong together. `style`: ask | call | ours | shares | quote | said (points, and whose they are) | cards | card | talk (side one) | fuller (side two) | choice (a question with boxes to tick) | message."""

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
class Diagram:
    """The partnership drawn: the fields of partners around, each with the audience that stands for it, and who is in the middle. `here`: the reader's own field."""

    fields: tuple[Inline, ...]
    center: Inline
    audiences: tuple[str, ...]
    here: str
    alt: str


@dataclass(frozen=True)
class Side:
    """One side of paper."""

    label: str
    blocks: tuple["Block", ...]
    fuller: bool = False  # side two: points in two columns


Block = Heading | Paragraph | Bullets | Table | Box | Columns | NoteLines | Diagram | Side


@dataclass(frozen=True)
class Document:
    """A sheet or worksheet on its way to paper."""

    title: str
    description: str
    audience: str  # its colour; "" for none
    blocks: tuple[Block, ...]
    page: str  # the built page it came from, for messages
    in_book: bool = False  # a chapter among others: it takes no side of its own

    @property
    def sides(self) -> int | None:
        """How many sides of paper it has; None: as many as its text needs."""
        return len(self.blocks) if isinstance(self.blocks[0], Side) else None


def plain_text(inline: Inline) -> str:
    """Return inline text as one string; a break is a blank."""
    return "".join(run.text if isinstance(run, Run) else " " for run in inline)
