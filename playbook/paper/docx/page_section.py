"""A section of a Word file: how it begins, its columns, feet of its own."""

from dataclasses import dataclass

from playbook.paper.design.tokens import percent, twips
from playbook.paper.docx.look import Look
from playbook.paper.docx.paragraph import section_properties

ONE, TWO = (100,), (50, 50)  # columns, in percent of the width
TALK_AND_ASIDE = (percent("wide"), 100 - percent("wide"))


@dataclass(frozen=True)
class PageSection:
    """A section. `start`: how it begins; `shares`: its columns, in percent of the width; `is_first`: it brings header and footer for all; `feet`: refers to feet of its own; `is_beside`: its second column is written in."""

    start: str = ""
    shares: tuple[int, ...] = ONE
    is_first: bool = True
    feet: str = ""
    is_beside: bool = False

    def properties(self, look: Look) -> str:
        """Return its properties as WordprocessingML."""
        return section_properties(look, self.start, self.shares, twips("gutter"), self.is_first, self.feet)

    def width(self, look: Look) -> int:
        """Return the width of the column that is written in, in twentieths of a point."""
        share = self.shares[1] if self.is_beside else self.shares[0]
        return (look.width - twips("gutter") * (len(self.shares) - 1)) * share // 100
