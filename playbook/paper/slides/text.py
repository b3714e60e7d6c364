"""Text of a slide as DrawingML: paragraphs by level, runs with their language, links, and the size in which they fit (ISO/IEC 29500-1, 21.1.2)."""

from collections.abc import Iterable

from playbook.model.audience import AUDIENCES
from playbook.paper.document import Break, Inline, Run
from playbook.paper.docx.markup import escaped
from playbook.paper.docx.package import Relations
from playbook.paper.docx.runs import address
from playbook.paper.slides.deck import Item
from playbook.paper.slides.geometry import Place, scale_for
from playbook.paper.slides.template import ACCENTS

LANGUAGE = "en-US"
LINE_BREAK = f'<a:br><a:rPr lang="{LANGUAGE}"/></a:br>'


def text_body(items: list[Item], place: Place, relations: Relations) -> str:
    """Return the text of a placeholder. `place`: where it stands, to tell in which size its text fits."""
    return f"<p:txBody>{fit(scale_for(items, place))}<a:lstStyle/>{''.join(_paragraph(item, relations) for item in items)}</p:txBody>"


def fit(scale: int) -> str:
    """Return the settings of a text that is set at so many percent of its placeholder's size."""
    return f'<a:bodyPr><a:normAutofit fontScale="{scale}000"/></a:bodyPr>' if scale < 100 else "<a:bodyPr/>"


def paragraphs(texts: Iterable[str]) -> str:
    """Return plain paragraphs."""
    return "".join(f"<a:p>{text_run(text)}</a:p>" for text in texts)


def inline_runs(inline: Inline, relations: Relations, bold: bool = False, size: str = "", color: str = "") -> str:
    """Return text with its weight, links and line breaks; a picture's mark is passed over. `size`: in hundredths of a point; `color`: as `solid` has it."""
    made = []
    for run in inline:
        if isinstance(run, Break):
            made.append(LINE_BREAK)
        elif isinstance(run, Run) and run.text:
            link = f'<a:hlinkClick r:id="{relations.of("hyperlink", address(run.href))}"/>' if run.href else ""
            made.append(text_run(run.text, run.bold or bold, run.italic, size, color + link))
    return "".join(made)


def text_run(text: str, bold: bool = False, italic: bool = False, size: str = "", look: str = "") -> str:
    """Return a run with its language. `size`: in hundredths of a point; `look`: its color and its link. ValueError for a character that no XML file holds."""
    signs = (' b="1"' if bold else "") + (' i="1"' if italic else "") + (f' sz="{size}"' if size else "")
    properties = f'<a:rPr lang="{LANGUAGE}"{signs}>{look}</a:rPr>' if look else f'<a:rPr lang="{LANGUAGE}"{signs}/>'
    return f"<a:r>{properties}<a:t>{escaped(text)}</a:t></a:r>"


def solid(color: str) -> str:
    """Return a ground or an ink in a color of the theme."""
    return f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'


def _paragraph(item: Item, relations: Relations) -> str:
    level = f'<a:pPr lvl="{item.level}"/>' if item.level else ""
    label = text_run(f"{AUDIENCES[item.audience].label}: ", bold=True, look=solid(ACCENTS[item.audience])) if item.audience else ""
    return f"<a:p>{level}{label}{inline_runs(item.text, relations)}</a:p>"
