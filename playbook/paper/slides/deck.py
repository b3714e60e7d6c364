"""Slides as the PowerPoint writer sees them: no trace of HTML or of the file's format."""

from dataclasses import dataclass, field

from playbook.content.attribution import MIXED
from playbook.paper.document import Diagram, Inline, Table, plain_text

LINE, DETAIL, PLAIN, ORIGIN = (
    0,
    1,
    2,
    3,
)  # levels of a text, to which the slide master gives their look: a line to say, what follows it, other text, whose words these are


@dataclass(frozen=True)
class Item:
    """One paragraph of a slide. `audience`: whose label it begins with; "" for none."""

    text: Inline
    level: int = LINE
    audience: str = ""

    @property
    def plain(self) -> str:
        """Its text alone."""
        return plain_text(self.text)


@dataclass
class Slide:
    """One slide while it is read. `credit`: an origin or MIXED, by which the foot is worded; `columns`: one or two texts."""

    title: str
    layout: str
    minutes: int
    credit: str = ""
    columns: list[list[Item]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)
    diagram: Diagram | None = None
    tables: list[Table] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing but its title is left of it."""
        return not (self.diagram or self.tables or any(item.level != ORIGIN for column in self.columns for item in column))


@dataclass(frozen=True)
class Deck:
    """The slides of one edition at one stage. `feet`: the credit of each slide by its kind; `edition`: whose edition it is; `page`: for messages."""

    title: str
    description: str
    edition: str
    request: str
    feet: tuple[tuple[str, str], ...]
    slides: tuple[Slide, ...]
    page: str

    @property
    def credit(self) -> str:
        """The credit of the file as a whole."""
        return dict(self.feet)[MIXED]

    def foot(self, slide: Slide) -> str:
        """Return the credit of a slide."""
        return dict(self.feet)[slide.credit]
