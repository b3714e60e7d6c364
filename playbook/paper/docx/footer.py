"""Headers and footers of the template, with the credit and the edition in their content controls."""

from functools import lru_cache

from lxml import etree

from playbook.paper.docx.logo import Pictures, picture
from playbook.paper.docx.markup import OFFICE, W, children, repeated, serialized, text_run
from playbook.paper.docx.package import Relations
from playbook.paper.docx.style_names import CREDIT, EDITION
from playbook.paper.docx.template import tags_of
from playbook.paper.imprint import Imprint

SPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


REMEMBERED = 64  # as they were filled: the papers of an edition have few


def filled(part: bytes, imprint: Imprint, links: Relations, pictures: Pictures, fields: int = 2) -> bytes:
    """Return a header or footer with the credit, exactly, after the owners' logo if there is one, and the edition; as plain text in the look of the control.

    `fields`: how many of the fields after the edition stay: 2, the page's number and how many there are; 1, the number alone; 0, neither.
    """
    logo = picture(pictures, links, imprint.logo) + text_run("  ") if imprint.logo and CREDIT in tags_of(etree.fromstring(part)) else ""
    return _filled(part, imprint.foot, imprint.edition, logo, fields)


@lru_cache(maxsize=REMEMBERED)
def _filled(part: bytes, foot: str, edition: str, logo: str, fields: int) -> bytes:
    root = etree.fromstring(part)
    for tag, words, before in ((CREDIT, foot, logo), (EDITION, edition, "")):
        if (control := tags_of(root).get(tag)) is not None:
            if tag == EDITION:
                _keep_fields(control, fields)
            _replace(control, words, before)
    return serialized(root)


def _keep_fields(control: etree._Element, count: int) -> None:
    """Take out what follows a control in its line from a field on, with the words before it."""
    after = list(control.itersiblings())
    begins = [place for place, run in enumerate(after) if run.tag == f"{W}fldSimple" or run.find(f"{W}fldChar[@{W}fldCharType='begin']") is not None]
    cut = 0 if not count else begins[count] - 1 if count < len(begins) else len(after)
    for run in after[max(cut, 0) :]:
        if (parent := run.getparent()) is not None:
            parent.remove(run)


def _replace(control: etree._Element, words: str, before: str) -> None:
    """Put words, after some runs, in the place of a content control, within a paragraph or around one."""
    run = next(control.iter(f"{W}r"), None)
    look = next(iter(children(run, "rPr")), ())
    properties = "".join(repeated(part) for part in look if part.tag != f"{W}rStyle")
    runs = list(etree.fromstring(f"<w:p {SPACES}>{before}{text_run(words, properties)}</w:p>"))
    content = children(control, "sdtContent")[0]
    paragraph = next(iter(children(content, "p")), None)
    if paragraph is not None:  # the control stands around a paragraph
        for old in [part for part in paragraph if part.tag != f"{W}pPr"]:
            paragraph.remove(old)
        paragraph.extend(runs)
        runs = [paragraph]
    for made in runs:
        control.addprevious(made)
    parent = control.getparent()
    if parent is not None:
        parent.remove(control)
