"""The styles that the writer names. How each one looks, the template says: docx/template.docx, which is edited in Word."""

PARAGRAPHS = {  # of a paragraph of the document, by its style
    "": "Normal", "tags": "Sheet Tags", "edition": "Sheet Edition", "lead": "Sheet Lead", "when": "Sheet When",
    "origin": "Sheet Origin", "caption": "caption", "title": "Box Title", "blank": "Sheet Blank", "to-fill": "Sheet Blank", "glance": "Glance", "letter": "Letter Text",
    "opening": "Sheet Opening", "support": "Sheet Support", "line": "Sheet Line", "question": "Ask", "from": "Sheet From", "sender": "Letter Sender",
}  # fmt: skip
BOXES = {  # paragraphs of a box keep their own style; the border, ground and indents of this one are laid over it
    "ask": "Ask Box", "call": "Call Box", "ours": "Note Box", "quote": "Quote Box", "said": "Points Box", "message": "Message Box", "card": "Card",
}  # fmt: skip
HEADINGS = {level: f"heading {level}" for level in range(1, 5)}
BULLETED = ("List Bullet", "List Bullet 2", "List Bullet 3")  # by depth; deeper lists look like the last
NUMBERED = ("List Number", "List Number 2", "List Number 3")
NUMBERED_IN_LETTER = ("Letter Number", *NUMBERED[1:])
CONTINUED = ("List Continue", "List Continue 2", "List Continue 3")
LISTS = frozenset((*BULLETED, *NUMBERED, *CONTINUED))
TABLE_HEAD, TABLE_TEXT, TABLE_CELL, TABLE_SHARE, TABLE_END, TABLE_TITLE = "Table Head", "Table Text", "Table Cell", "Table Share", "Table End", "Table Title"
NOTE_LINE, COLUMN_BREAK, DIAGRAM, CHOICE, CHOICE_BOXES, FOOTER = "Note Line", "Column Break", "Diagram", "Choice", "Choice Boxes", "footer"
LINK, MARK, POINT_ID, TAG_AUDIENCE, TAG_STAGE = "Hyperlink", "Mark", "Point Id", "Tag Audience", "Tag Stage"
FIGURES, WORDS = "Figure Table", "Text Table"

STYLES = {  # every style that a template must have, by its kind
    "paragraph": (*PARAGRAPHS.values(), *BOXES.values(), *HEADINGS.values(), *BULLETED, *NUMBERED, NUMBERED_IN_LETTER[0], *CONTINUED, TABLE_HEAD, TABLE_TEXT, TABLE_CELL, TABLE_SHARE,
                  TABLE_END, TABLE_TITLE, NOTE_LINE, COLUMN_BREAK, DIAGRAM, CHOICE, CHOICE_BOXES, FOOTER),
    "character": (LINK, MARK, POINT_ID, TAG_AUDIENCE, TAG_STAGE),
    "table": (FIGURES, WORDS),
}  # fmt: skip
CREDIT, EDITION = "credit", "edition"  # the tags of the content controls that every footer must have
