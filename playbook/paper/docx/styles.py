"""How Word files look: the one place for their styles and lists. Readers who edit a file find the styles under these names."""

from playbook.model.audience import COLORS
from playbook.paper.design.tokens import color, twips
from playbook.paper.design.tokens import size as size_of

PINE, TEXT, MUTED, LINE, FILL = (color(name) for name in ("pine", "text", "muted", "line", "surface"))
TEXT_SIZE, SMALLEST = 10, 8.5  # points
COLOURS = {"": PINE, **{name: color(name) for name in COLORS.values()}}
HEADINGS = range(1, 5)
LIST_BULLET, LIST_NUMBER = 1, 2  # the lists of the two styles
INDENT = 260  # in twentieths of a point: of list items, and of the text beside a box's bar

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BUILT_IN = (*(f"heading {level}" for level in HEADINGS), "List Bullet", "List Number", "List Continue", "caption", "footer",
             "Hyperlink")  # fmt: skip
_HANGING = f'<w:ind w:left="{INDENT}" w:hanging="{INDENT}"/>'
_ALIGNED = {  # how a style's paragraphs stand, and a heading's level for Word's outline
    "List Bullet": _HANGING, "List Number": _HANGING, "List Continue": f'<w:ind w:left="{INDENT}"/>',
    "Diagram": '<w:jc w:val="center"/>',
    **{f"heading {level}": f'<w:outlineLvl w:val="{level - 1}"/>' for level in HEADINGS},
}  # fmt: skip


def style_id(name: str) -> str:
    """Return the id that a style's name has in the file."""
    return name.title().replace(" ", "")


def _style(kind: str, name: str, base: str, properties: str) -> str:
    own = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return f'<w:style w:type="{kind}"{own} w:styleId="{style_id(name)}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>{properties}</w:style>'


def _paragraph(  # noqa: PLR0913, PLR0917 (a call is a row in the table of styles below)
    name: str, size: float, colour: str, before: int, after: int, look: str = "", more: str = "", line: str = ""
) -> str:
    """Return a paragraph style. `look`: b bold, i italic, n with the next paragraph; `line`: its height, if not the text's."""
    with_next = "<w:keepNext/>" if "n" in look else ""
    height = f' w:line="{line}" w:lineRule="exact"' if line else ""
    letters = "".join(f"<w:{sign}/>" for sign in "bi" if sign in look)
    return _style(
        "paragraph", name, "Normal",
        f'<w:pPr>{with_next}<w:keepLines/>{more}'
        f'<w:spacing w:before="{before}" w:after="{after}"{height}/>{_ALIGNED.get(name, "")}</w:pPr>'
        f'<w:rPr>{letters}<w:color w:val="{colour}"/><w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/></w:rPr>',
    )  # fmt: skip


def _character(name: str, look: str) -> str:
    return _style("character", name, "DefaultParagraphFont", f"<w:rPr>{look}</w:rPr>")


def _rule(side: str, space: int, shade: str = LINE) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{shade}"/>'


LINES = (_rule("bottom", 1, color("rule")), _rule("between", 1, color("rule")))  # to write on; Word joins equal paragraphs


def _numbered(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def text_size(fitted: float) -> float:
    """Return the size of a Word file's text in points, by the size in which the typesetter fitted it: a point less, for fonts wider than ours, but never too small to read."""
    return max(SMALLEST, min(TEXT_SIZE, fitted - 1))


def styles(colour: str, width: int, size: float = TEXT_SIZE) -> str:
    """Return the styles' part of a file with headings in a colour and text of a width, in twentieths of a point, and a size, in points."""
    near, after, apart = (twips(name) for name in ("near", "next", "apart"))
    section, small = size_of("section", size), size_of("small", size)
    tag = '<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="18"/><w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
    return (
        f'<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:color w:val="{TEXT}"/><w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="250" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Shares"><w:name w:val="Shares"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f'<w:tblBorders>{_rule("bottom", 0)}{_rule("insideH", 0)}</w:tblBorders></w:tblPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/></w:tcPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Words"><w:name w:val="Words"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr>'
        f'<w:tblBorders>{_rule("top", 0)}{_rule("bottom", 0)}{_rule("insideH", 0)}</w:tblBorders></w:tblPr></w:style>'
        + _paragraph("heading 1", size_of("title", size), TEXT, near, near, "bn")
        + _paragraph("heading 2", section, colour, apart * 2 // 3, near, "bn")
        + _paragraph("heading 3", size, colour, after, near // 2, "bn")
        + _paragraph("heading 4", size, TEXT, after, near // 2, "bn")
        + _paragraph("Sheet Opening", size_of("opening", size), TEXT, 0, after, "b")
        + _paragraph("Sheet Support", size_of("support", size), TEXT, 0, after, "b")
        + _paragraph("Sheet Line", size, TEXT, 0, near)
        + _paragraph("Sheet From", size_of("support", size), TEXT, after, 0)
        + _paragraph("Diagram", 8, PINE, 0, 0, "b")
        + _paragraph("Ask", size_of("question", size), TEXT, 0, near, "bn")
        + _paragraph("List Bullet", size, TEXT, 0, 40, more=_numbered(LIST_BULLET))
        + _paragraph("List Number", size, TEXT, 0, 40, more=_numbered(LIST_NUMBER))
        + _paragraph("List Continue", size, TEXT, 0, 40)
        + _paragraph("Sheet Tags", 9, colour, 0, 40, "n")
        + _paragraph("Sheet Edition", 9, MUTED, 0, 0, "n")
        + _paragraph("Sheet Lead", size, MUTED, 0, near)
        + _paragraph("Sheet When", size, colour, 0, after, "bn")
        + _paragraph("Sheet Origin", 8, MUTED, 20, 60, "i")
        + _paragraph("Sheet Blank", size, TEXT, 80, 0, "n")
        + _paragraph("Glance", 9.5, TEXT, 60, 120, more=f"<w:pBdr>{_rule('top', 4)}{_rule('bottom', 4)}</w:pBdr>")
        + _paragraph("Letter Text", size + 1, TEXT, 0, 160)
        + _paragraph("Choice", size, TEXT, 80, 0, "n")
        + _paragraph("Choice Boxes", size, TEXT, 0, 40)
        + _paragraph("Note Line", 10, TEXT, 0, 0, more=f"<w:pBdr>{''.join(LINES)}</w:pBdr>", line=str(twips("row")))
        + _paragraph("Column Break", 1, TEXT, 0, 0)
        + _paragraph("Box Title", size, colour, 140, 40, "bn")
        + _paragraph("Table Head", 8, MUTED, 20, 20, "n")
        + _paragraph("Table Text", min(9.5, size), TEXT, 20, 20, "n")
        + _paragraph("Table Cell", min(9.5, size), TEXT, 40, 40)
        + _paragraph("Table Share", min(9.5, size), colour, 20, 20, "bn")
        + _paragraph("Table End", 1, TEXT, 0, near)
        + _paragraph("Table Title", size, colour, 120, 40, "bn")
        + _paragraph("caption", small, MUTED, 40, 60)
        + _paragraph("footer", 8, MUTED, 0, 0,
                     more=f'<w:pBdr>{_rule("top", 4)}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>')
        + _character("Hyperlink", f'<w:color w:val="{PINE}"/><w:u w:val="single"/>')
        + _character("Mark", '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>')
        + _character("Point Id", f'<w:color w:val="{MUTED}"/><w:sz w:val="16"/>')
        + _character("Tag Audience", tag.format(colour)) + _character("Tag Stage", tag.format(PINE))
        + "</w:styles>"
    )  # fmt: skip


def numbering() -> str:
    """Return the lists' part of a file: one with dots and one with numbers; a document adds one for each numbered list."""
    kinds = ((LIST_BULLET, "bullet", "•"), (LIST_NUMBER, "decimal", "%1."))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{_HANGING}</w:pPr></w:lvl>'
        "</w:abstractNum>"
        for kind, form, text in kinds
    )
    uses = "".join(f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind, *_ in kinds)
    return f"<w:numbering {WORD}>{lists}{uses}</w:numbering>"
