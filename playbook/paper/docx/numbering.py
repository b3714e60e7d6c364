"""The numbers and indents of a list in a Word file."""

from docx.document import Document as WordFile
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph

from playbook.paper.docx.styles import INDENT, LIST_NUMBER


def set_number(paragraph: WordParagraph, level: int, number: int | None) -> None:
    """Set what a list's paragraph does not have from its style: numbers of its own, an indent further in."""
    if number:
        properties = paragraph._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = number  # type: ignore[attr-defined]  # python-docx makes it at run time
    if level:
        paragraph.paragraph_format.left_indent = Twips(INDENT * (level + 1))


def restarted(file: WordFile) -> int:
    """Return the number of a numbered list that begins at 1, which is added to the file."""
    numbering = file.part.numbering_part.element
    numbered = next(num for num in numbering.num_lst if num.numId == LIST_NUMBER)
    made = numbering.add_num(numbered.abstractNumId.val)
    made.add_lvlOverride(0).add_startOverride(1)
    return int(made.numId)
