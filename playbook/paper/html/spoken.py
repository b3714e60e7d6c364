"""What is spoken from side one of a sheet: its lines, and the few of them that are enough in a hurry."""

import copy
from dataclasses import replace

import lxml.html

from playbook.paper.document import Block, Bullets, Paragraph, Run


def spoken(sheet: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return a sheet without the ids on its first side; they stay on the second, beside the fuller points."""
    made = copy.deepcopy(sheet)
    for link in made.xpath('./div[@class="sheet-side"][1]//a[@class="point-id"]'):
        link.drop_tree()
    return made


def in_weight(block: Block) -> Block:
    """Return a block of the talk whose lines have the weight of their style; one without a style is a plain line."""
    if not isinstance(block, Bullets):
        return block
    return replace(block, items=tuple(tuple(_line(part) for part in item) for item in block.items))


def light(block: Block) -> Block:
    """Return a paragraph without bold words: its style says what stands out."""
    if not isinstance(block, Paragraph):
        return block
    return replace(block, text=tuple(replace(run, bold=False) if isinstance(run, Run) else run for run in block.text))


def _line(block: Block) -> Block:
    made = light(block)
    return replace(made, style=made.style or "line") if isinstance(made, Paragraph) else made
