"""The text within a paragraph of a Word file: its runs, line breaks, links and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from playbook.paper.document import LOGO, REGION_LOGO, Break, Inline, Mark, Run
from playbook.paper.docx.logo import HEIGHT, Pictures, picture
from playbook.paper.docx.look import Look
from playbook.paper.docx.markup import text_run
from playbook.paper.docx.package import Relations
from playbook.paper.docx.style_names import LINK, MARK, PARAGRAPHS, POINT_ID, TAG_AUDIENCE, TAG_STAGE

SIGNS = {"box": "\u2610", "filled": "\u25cf", "asked": "\u25d0", "open": "\u25cb"}  # the style of a mark has a font that draws them
HEIGHTS = {PARAGRAPHS["edition"]: 6, PARAGRAPHS["letter"]: 11}  # mm of a logo in a paragraph of a style
OVER_WORDS = (PARAGRAPHS["from"], PARAGRAPHS["letter"])  # where the region's logo has a line of its own
LINE_BREAK = "<w:r><w:br/></w:r>"


class Unwritable(TypeError):
    """A kind of block or run that no Word file of ours has."""

    def __init__(self, thing: object):
        style = f" of style {thing.style!r}" if hasattr(thing, "style") else ""
        super().__init__(f"Word cannot be given a {type(thing).__name__}{style}")


@dataclass
class Inlines:
    """Writes inline text as runs, and keeps what they refer to. `logos`: the pictures that marks stand for, by their kinds."""

    look: Look
    relations: Relations
    pictures: Pictures
    logos: Mapping[str, Path] = field(default_factory=dict)

    def runs(self, inline: Inline, style: str, look: str = "") -> str:
        """Return the runs of a text in a paragraph of a style. `look`: properties that no style can know. Unwritable for a kind of run that is not known."""
        made, tags = [], 0
        for run in inline:
            if isinstance(run, Break):
                made.append(LINE_BREAK)
            elif isinstance(run, Mark) and run.kind in SIGNS:
                made.append(text_run(SIGNS[run.kind], self._style(MARK)))
            elif isinstance(run, Mark) and run.kind in (LOGO.kind, REGION_LOGO):
                made.append(self._logo(run, style))
            elif not isinstance(run, Run):
                raise Unwritable(run)
            elif style == PARAGRAPHS["tags"] and run.text.strip():  # the first names the audience, others the stage, each on its own color
                before, text = ("\u00a0", run.text) if tags < 2 else ("", run.text.strip())  # what follows a tag's words stands on its color, too
                made.append(text_run(f"{before}{text}\u00a0", self._style(TAG_STAGE if tags else TAG_AUDIENCE)))
                tags += 1
            else:
                made.append(self._text(run, look))
        return "".join(made)

    def _style(self, name: str) -> str:
        return f'<w:rStyle w:val="{self.look.style(name)}"/>'

    def _logo(self, mark: Mark, style: str) -> str:
        if mark.kind not in self.logos and mark == LOGO:
            raise Unwritable(mark)
        if not (logo := self.logos.get(mark.kind)):
            return ""
        return picture(self.pictures, self.relations, logo, mark.alt, HEIGHTS.get(style, HEIGHT)) + (LINE_BREAK if style in OVER_WORDS else "")

    def _text(self, run: Run, look: str) -> str:
        named = self._style(POINT_ID) if run.small else self._style(LINK) if run.href else ""
        made = text_run(run.text, f"{named}{'<w:b/>' if run.bold else ''}{'<w:i/>' if run.italic else ''}{look}")
        return f'<w:hyperlink r:id="{self.relations.of("hyperlink", address(run.href))}">{made}</w:hyperlink>' if run.href else made


def address(href: str) -> str:
    """Return an address as a Word file may hold it: a sign that addresses do not have, such as <, as its number."""
    return quote(href, safe=":/?#[]@!$&'()*+,;=%~")
