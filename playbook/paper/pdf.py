"""Documents as typst sources: our words in the forms of playbook/paper/sheet.typ."""

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.paper.design.column_widths import column_widths
from playbook.paper.design.height import SIDE, lines_of
from playbook.paper.design.sections import SHORT, sections
from playbook.paper.document import Block, Box, Bullets, Columns, Diagram, Document, Heading, NoteLines, Paragraph, Run, Side, Table
from playbook.paper.imprint import Imprint, Typesetting
from playbook.paper.typst_text import logo_beside, picture, region_logo, typst_array, typst_paragraph, typst_string, typst_text, typst_words

STYLES = {"lead": "lead", "origin": "origin", "caption": "caption", "title": "box-title", "blank": "blank", "to-fill": "to-fill", "when": "when", "glance": "glance",
          "opening": "opening", "support": "support", "line": "line-to-say", "question": "question", "from": "from", "sender": "sender"}  # fmt: skip
LOST = 0.34  # of the paper’s height, from its top: a third of the text area; a last side, or one before a new one, with less on it holds a few lost lines
PAPER_SIZES = {"letter": "us-letter", "a4": "a4"}
BOXES = {"ask": "ask", "call": "call", "ours": "ours", "shares": "shares-box", "talk": "talk", "fuller": "fuller", "quote": "quote-box",
         "said": "said", "message": "message"}  # fmt: skip
WHOLE = ("ours", "call")  # boxes that are not parted where they are short enough for a side


def set_blocks(blocks: tuple[Block, ...], page: str) -> str:
    """Return blocks as typst markup; `page` is named when a block is unknown."""
    return f"#render({typst_array(_sections(Document('', '', '', blocks, page, in_book=True), None, ''))})"


def source_of(document: Document, imprint: Imprint, typesetting: Typesetting, most: str = "", room: str = "0pt") -> str:
    """Return a document as typst markup. To measure a side alone: `most`, the sides of the whole document, and how much higher the paper is."""
    settings = {
        "title": typst_string(document.title),
        "description": typst_string(document.description),
        "foot": typst_words(imprint.foot),
        "edition": typst_words(imprint.edition),
        "paper": typst_string(PAPER_SIZES[imprint.paper_size]),
        "audience": typst_string(document.audience),
        "size": f"{typesetting.size}pt",
        "sides": most or str(document.sides or "none"),
        "limit": str(document.sides or "none"),
        "room": room,
        "lost": _lost(document, typesetting),
    }
    settings |= {"logo": picture(imprint.logo)} if imprint.logo else {}
    given = ", ".join(f"{key}: {value}" for key, value in settings.items())
    if document.sides:
        sides = [_block(block, document, typesetting.note_lines, imprint.address) for block in document.blocks]
        body = [part for side in sides for part in (side, '("page-break",)')][:-1]
    else:
        body = _sections(document, typesetting.note_lines, imprint.address, _lost(document, typesetting))
    return f'#import "/playbook/paper/sheet.typ": *\n{logo_beside(imprint.logo_beside)}{region_logo(imprint.region_logo)}#show: document-of.with({given})\n#render({typst_array(body)})\n'


def _lost(document: Document, typesetting: Typesetting) -> str:
    return "none" if document.sides or typesetting.lost_lines else str(LOST)


def _sections(document: Document, lines: int | None, address: str, lost: str = "none") -> list[str]:
    """Blocks with each heading and what it heads kept on one side, where they are short enough. `lost`: how much a side before a new one must hold at least."""
    set_parts = []
    for section in sections(document.blocks):
        blocks = _blocks(section.blocks, document, lines, address)
        new_side = '("new-side-in-book",)' if document.in_book and not section.own_paper else f'("new-side", {lost})'
        set_parts += [new_side] if section.new_page or section.has_cards else []
        set_parts += ['("own-paper",)'] if section.own_paper and not document.in_book else []
        set_parts += [f'("section", {str(document.in_book).lower()}, {typst_array(blocks)})'] if section.is_whole else blocks
    return set_parts


def _blocks(blocks: tuple[Block, ...], document: Document, lines: int | None, address: str) -> list[str]:
    set_parts: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        text = _block(block, document, lines, address)
        match before, block:
            case Paragraph(), NoteLines():
                text = f'("asked", ({set_parts.pop()}, {text}))'
            case Heading(), Heading():
                text = f'("under-heading", ({text},))'
            case Heading(), Paragraph(style="origin" | "caption"):
                text = f'("noted", ({text},))'
            case Bullets(), Paragraph(style="origin") if lines_of([before]) < SHORT:
                text = f'("kept", ({set_parts.pop()}, {text}))'
        set_parts.append(text)
    return set_parts


def _block(block: Block, document: Document, lines: int | None, address: str) -> str:
    """A block as a typst array: its kind, which `render` of playbook/paper/sheet.typ knows, and what it holds."""

    def within(blocks: tuple[Block, ...]) -> str:
        return typst_array(_blocks(blocks, document, lines, address))

    match block:
        case Side():
            return _side(block, document, lines, address)
        case Heading():
            return f'("heading", {block.level}, {typst_text(block.text)})'
        case Paragraph(style=""):
            return f'("{"leads" if block.leads else "text"}", {typst_paragraph(block.text)})'
        case Paragraph() if block.style in STYLES:
            return f'("{STYLES[block.style]}", {typst_paragraph(block.text)})'
        case Bullets() if all(isinstance(part, Paragraph) and part.style == "caption" for item in block.items for part in item):  # sources
            return f'("sources", {str(lines_of([block]) < SHORT).lower()}, {typst_array(map(within, block.items))})'
        case Bullets():
            return f'("{"enum" if block.ordered else "list"}", {typst_array(map(within, block.items))})'
        case Box(style="cards"):
            cards = typst_array(within(card.blocks if isinstance(card, Box) else (card,)) for card in block.blocks)
            return f'("cards", {str(not document.in_book).lower()}, {cards})'
        case Box(style="choice", blocks=(question, boxes)):
            return f'("choice", {within((question,))}, {within((boxes,))})'
        case Box(style="letter"):
            notes = tuple(part for part in block.blocks if isinstance(part, Paragraph) and part.style == "origin")
            said = _blocks(tuple(part for part in block.blocks if part not in notes), document, lines, address)
            text = typst_array([*said[:-2], f'("kept", {typst_array(said[-2:])})'])
            letter, note = ("letter-in-book", "note-in-book") if document.in_book else ("letter", "letter-note")
            return ", ".join([f'("{letter}", {text})', *(f'("{note}", {typst_text(one.text)})' for one in notes)])
        case Box() if block.style in BOXES:
            text = f'("{BOXES[block.style]}", {typst_array([*_blocks(block.blocks, document, lines, address), *_code(block, address)])})'
            return f'("whole", ({text},))' if block.style in WHOLE and lines_of([block]) < SIDE else text
        case Columns():
            return f'("two", {within(block.main)}, {within(block.aside)})'
        case NoteLines():
            return f'("note-lines", {min(block.count, lines or block.count)})'
        case Table():
            return _table(block)
        case Diagram():
            fields = typst_array(f"({typst_string(audience)}, {typst_text(words)})" for audience, words in zip(block.audiences, block.fields, strict=True))
            return f'("diagram", {fields}, {typst_text(block.center)}, {typst_string(block.here)}, {typst_string(block.alt)})'
    raise ProblemsFound([Problem(document.page, f"the PDF writer does not know {type(block).__name__} {getattr(block, 'style', '')}".strip())])


def _side(side: Side, document: Document, lines: int | None, address: str) -> str:
    """A side; its tags and edition, if it says one, stand together in one line at its head."""
    tags = [block for block in side.blocks if isinstance(block, Paragraph) and block.style == "tags"]
    edition = [block for block in side.blocks if isinstance(block, Paragraph) and block.style == "edition"]
    rest = _blocks(tuple(block for block in side.blocks if block not in tags and block not in edition), document, lines, address)
    if tags:
        names = typst_array(typst_string(run.text) for run in tags[0].text if isinstance(run, Run) and run.text.strip())
        rest.insert(0, f'("head", {names}, {typst_text(edition[0].text if edition else ())})')
    return ", ".join(rest)


def _table(table: Table) -> str:
    head = typst_array(map(typst_text, table.head))
    if not table.has_shares:
        cells = typst_array(typst_array(map(typst_text, row)) for row in table.rows)
        widths = typst_array(f"{width}fr" for width in column_widths(table))
        whole = str(lines_of([table]) < SIDE).lower()
        return f'("plain-table", {whole}, {typst_text(table.caption)}, {widths}, {head}, {cells})'
    rows = typst_array(
        f"({typst_text(row[0])}, {typst_text(row[-1])}, {share if share is not None else 'none'})" for row, share in zip(table.rows, table.shares, strict=True)
    )
    return f'("shares-table", {typst_text(table.caption)}, {head}, {rows})'


def _code(box: Box, address: str) -> list[str]:
    """The QR code to the sheet on the web, in the box that says whom to call, with what it is for beside it."""
    if box.style != "call" or not address:
        return []
    import segno  # noqa: PLC0415 (only sites with an address need it)

    svg = segno.make(address, error="m").svg_inline(scale=2, border=0)
    return [f'("code", {typst_string(svg)}, {typst_string(f"QR code: {address}")})']
