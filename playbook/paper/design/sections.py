"""The blocks of a document by their headings: what should stand on one side together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.paper.design.height import lines_of
from playbook.paper.document import Block, Box, Heading, Paragraph

SHORT = 30  # lines: about half a side; to keep more together would leave holes

FEW = 8  # lines above cards, which are so much lower


@dataclass(frozen=True)
class Section:
    """A heading, or several that follow each other, and what they head."""

    blocks: tuple[Block, ...]
    is_parted: bool = False  # more of it follows by itself, under a paragraph in the place of a heading

    @property
    def new_page(self) -> bool:
        """Tell whether it begins a new side."""
        return isinstance(first := self.blocks[0], Heading) and first.new_page

    @property
    def own_paper(self) -> bool:
        """Tell whether its pages are counted by themselves."""
        return isinstance(first := self.blocks[0], Heading) and first.own_paper

    @property
    def has_cards(self) -> bool:
        """Tell whether it holds cards to cut apart, which take a side, under their heading."""
        return any(map(_breaks, self.blocks))

    @property
    def is_whole(self) -> bool:
        """Tell whether it should not be parted: it has a heading below the title, or a paragraph in its place, is short, and nothing in it begins a side."""
        heads = first.level > 1 if isinstance(first := self.blocks[0], Heading) else _stands_for_heading(first)
        return heads and not self.is_parted and not self.has_cards and lines_of(self.blocks) < SHORT


def sections(blocks: tuple[Block, ...]) -> list[Section]:
    """Return blocks as sections, in order."""
    groups: list[list[Block]] = []
    for block in blocks:
        begins = isinstance(block, Heading) and (block.new_page or not (groups and _only_leads(groups[-1])))
        if not groups or begins or (_breaks(block) and not _heads_cards(groups[-1])) or _breaks(groups[-1][-1]):
            groups.append([])
        groups[-1].append(block)
    return [part for group in groups for part in _parts(Section(tuple(group)))]


def _parts(section: Section) -> list[Section]:
    """Return a section that may be parted as what its heading heads at once, and what each paragraph in the place of a heading does."""
    if section.is_whole:
        return [section]
    leads = [place for place, block in enumerate(section.blocks) if place and _stands_for_heading(block)]
    places = [place for place in leads if not _only_leads(section.blocks[:place])]
    return [Section(section.blocks[start:end], not start and leads == places) for start, end in pairwise((0, *places, len(section.blocks)))]


def _stands_for_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.leads


def _only_leads(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are headings, and words on whose they are, with nothing below them yet."""
    return isinstance(blocks[0], Heading) and all(
        isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style in ("origin", "caption")) for block in blocks[1:]
    )


def _heads_cards(blocks: list[Block]) -> bool:
    """Tell whether blocks are a heading below the title and a few lines, which stand on the side of the cards that follow."""
    return isinstance(first := blocks[0], Heading) and first.level > 1 and lines_of(tuple(blocks)) < FEW


def _breaks(block: Block) -> bool:
    return isinstance(block, Box) and block.style == "cards"
