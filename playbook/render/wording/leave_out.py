"""Points that a region leaves out, taken from a page: with them what is empty then, and every link to them."""

from collections.abc import Collection

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.render.tree_edit import drop, parent_of
from playbook.render.wording.point_marks import drop_note_without_dagger, listed, occurrences

LINKS = etree.XPath('//a[contains($keys, concat(" ", substring-after(@href, "#"), " "))][contains(@href, "#")]')
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LINKS_TO_A_POINT = ("point-link", "point-id")


def leave_out(page: HtmlElement, keys: Collection[str]) -> None:
    """Take every occurrence of these points from a page; a block left empty goes with its heading; and every link to them."""
    if not keys:
        return
    for holder in occurrences(page, keys):
        if holder.getparent() is not None:
            _take(holder)
    drop_links(page, keys)


def drop_links(page: HtmlElement, keys: Collection[str]) -> None:
    """Take what leads to these points from a page; a word that links to one stays as a word."""
    for link in LINKS(page, keys=listed(keys)):
        if link.get("class") in LINKS_TO_A_POINT:
            _drop_with_brackets(link)
        else:
            link.drop_tag()


def _drop_with_brackets(link: HtmlElement) -> None:
    """Remove a link, and the round brackets that hold nothing else."""
    before, around = link.getprevious(), parent_of(link)
    text = (around.text if before is None else before.tail) or ""
    if text.endswith("(") and (link.tail or "").startswith(")"):
        text, link.tail = text[:-1].rstrip(), (link.tail or "")[1:]
        if before is None:
            around.text = text
        else:
            before.tail = text
    drop(link)


def _take(holder: HtmlElement) -> None:
    """Remove one occurrence and what is empty without it."""
    around = parent_of(holder)
    box = next((one for one in holder.iterancestors("div") if "ours" in (one.get("class") or "").split()), None)
    if holder.tag == "tr":
        drop(holder)
        if around.find("tr") is None:
            drop_block(parent_of(around))
    elif holder.tag == "p" and box is not None and box is around:
        drop_block(box)
    elif holder.tag in ("li", "p"):
        after = holder.getnext()
        if holder.tag == "p" and around.tag != "blockquote" and (after is None or after.tag in HEADINGS):  # perhaps all that stood under a heading
            drop_block(holder)
            return
        drop(holder)
        drop_note_without_dagger(around)
        if around.tag == "blockquote":
            _quotation(around)
        elif holder.tag == "li" and around.find("li") is None:
            _list(around)


def _list(bullets: HtmlElement) -> None:
    """Remove a list without items, and what only speaks of it: the line that says whose it was, a line that leads to it."""
    around, after = parent_of(bullets), bullets.getnext()
    is_boxed = "ours" in (around.get("class") or "").split()  # there the line is the box's
    if after is not None and after.tag == "p" and "origin-part" in after.get("class", "") and not is_boxed:
        drop(after)
    if around.tag == "blockquote":
        drop(bullets)
        _quotation(around)
    else:
        drop_block(bullets)


def _quotation(quoted: HtmlElement) -> None:
    """Remove a quotation in which nothing is said any more."""
    if not quoted.xpath(".//*[@data-point][not(ancestor::template)]"):
        drop_block(quoted)


def drop_block(block: HtmlElement) -> None:
    """Remove a block that holds nothing, a figure whose tables are all gone, and the heading over it if nothing else stands under that."""
    before, after, around = block.getprevious(), block.getnext(), parent_of(block)
    while after is not None and _is_place(after):
        after = after.getnext()
    drop(block)
    if around.tag == "figure":
        if around.find("table") is None:
            drop_block(around)
        return
    while before is not None and before.tag == "p" and _only_leads_to(before):
        leads, before = before, before.getprevious()
        drop(leads)
    if before is not None and before.tag in HEADINGS and (after is None or after.tag in HEADINGS) and not _is_of_a_tab(before):
        _take_heading(before)


def _only_leads_to(line: HtmlElement) -> bool:
    """Tell whether a paragraph only introduces what comes after it: how long it takes, a label, a sentence that ends in a colon."""
    text = line.text_content().strip()
    return (
        line.get("class") == "said-time" or text.endswith(":") or (len(line) == 1 and line[0].get("data-point") is not None and not (line.text or "").strip())
    )


def _is_of_a_tab(heading: HtmlElement) -> bool:
    """Tell whether a heading names a tab, to which links lead."""
    return "tabbed-block" in (parent_of(heading).get("class") or "")


def _take_heading(heading: HtmlElement) -> None:
    """Remove a heading, and its entry in the contents; its place stays, for other pages lead to it."""
    key = heading.get("id")
    for entry in heading.getroottree().xpath('//ul[@data-md-component="toc"]//li[a[@href=$address]]', address=f"#{key}") if key else ():
        drop(entry)
    if key:
        heading.addprevious(Element("span", {"id": key}))
    drop(heading)


def _is_place(part: HtmlElement) -> bool:
    """Tell whether a part is what stays of a heading that went."""
    return part.tag == "span" and set(part.keys()) == {"id"} and not len(part) and not part.text
