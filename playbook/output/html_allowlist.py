"""The elements of a finished page, held against a list of what our pages are made of: whatever else came into one stops the build.

Each element must close before the one around it does. Every reader of HTML makes the same tree of such a page, so that what stands within its
text cannot leave it. What is not on the list is refused, whatever a browser of today makes of it.
"""

from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser

from playbook.files import svg, svg_style

VOID = frozenset("br hr img input link meta".split())  # elements without an end
ANY = frozenset("aria- class dir hidden id lang role tabindex title data-".split())  # attributes of any element; a hyphen: and all that begin so
TEXT: dict[str, str] = {  # what may stand in a page's text, and its own attributes
    **dict.fromkeys("blockquote br button caption code dd del div dl dt em fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr kbd legend nav p pre".split(), ""),
    **dict.fromkeys("s section small span strong sub summary sup table tbody tfoot thead tr ul ins mark abbr b i u dfn cite q var samp time".split(), ""),
    "a": "href download rel target hreflang", "details": "open", "form": "novalidate", "img": "src alt width height loading decoding", "label": "for",
    "button": "type disabled", "input": "type name value checked autocomplete inputmode min max step maxlength placeholder required readonly disabled pattern list",
    "select": "name", "option": "value selected", "optgroup": "label", "textarea": "name rows cols maxlength", "output": "for", "datalist": "",
    "li": "value", "ol": "start type reversed", "td": "align colspan rowspan", "th": "align colspan rowspan scope", "template": "",
    "svg": " ".join(name.lower() for name in svg_style.ATTRIBUTES - {"style"}) + " xmlns",
}  # fmt: skip
FRAME: dict[str, str] = {  # what stands around it
    **TEXT, **dict.fromkeys("html head title style main article header footer aside".split(), ""),
    "input": f"{TEXT['input']} autocapitalize autocorrect spellcheck", "form": f"{TEXT['form']} name",  # the theme's search
    "body": "", "link": "rel href type sizes media hreflang", "meta": "charset name property content http-equiv", "script": "src type async defer",
}  # fmt: skip
ONCE = ("html", "head", "title", "body", "main", "article")
DRAWN = {name.lower() for name in svg.ELEMENTS} - {"svg", "style", "title", "desc", "metadata", "image", "feimage", "text"}


@lru_cache(256)  # a preview makes most pages again as they were
def element_messages(html: str) -> tuple[str, ...]:
    """Return what a finished page holds that no page of ours does, and where its elements do not close as they were opened."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.is_cut:
        return tuple(reader.found)
    if reader.open:
        reader.found[f"does not close <{reader.open[-1]}>; something in its text leaves it, or a template is cut off"] = None
    for name in ONCE:
        if reader.count[name] != 1:
            reader.found[f"holds <{name}> {reader.count[name]} times, once is right; nothing in a page's text may leave it"] = None
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Goes through a page, tag by tag. `found`: the messages, each once and in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, None] = {}
        self.open: list[str] = []
        self.count: Counter[str] = Counter()
        self.is_cut = False  # what follows a tag that closes nothing cannot be told

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Hold an element against the list, and keep it open unless it has no end."""
        self.count[tag] += 1
        if self.is_cut:
            return
        in_drawing = "svg" in self.open
        known = TEXT if "article" in self.open else FRAME
        own = TEXT["svg"] if in_drawing and tag in DRAWN else "" if in_drawing else known.get(tag)
        if own is None or (in_drawing and tag not in DRAWN):
            where = "its text" if "article" in self.open else "its frame"
            self.found[f"holds <{tag}> in {where}, where no page of ours has it; the page must not bring it along"] = None
        allowed = (own or "").split()
        for name, _ in attributes:
            if own is not None and not (name in allowed or name in ANY or (name.partition("-")[0] + "-" in ANY and name.partition("-")[2])):
                self.found[f"holds the attribute {name} on <{tag}>, where no page of ours has it; take it away"] = None
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """In a drawing alone a slash ends an element."""
        in_drawing = "svg" in self.open
        self.handle_starttag(tag, attributes)
        if in_drawing and not self.is_cut:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of that name."""
        if self.is_cut:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.is_cut = True
            around = f"<{self.open[-1]}>" if self.open else "nothing"
            self.found[f"closes </{tag}> where {around} is open; nothing in a page's text may leave it"] = None

    def handle_comment(self, data: str) -> None:
        """A finished page holds none."""
        self.found["holds a comment <!-- -->; the page must not bring it along"] = None

    def handle_decl(self, decl: str) -> None:
        """A page begins with its document type."""
        if decl.lower() != "doctype html" or self.count:
            self.found[f"holds <!{decl[:40]}>; the page must not bring it along"] = None

    def unknown_decl(self, data: str) -> None:
        """HTML has no marked sections."""
        self.found["holds <![ ]>; the page must not bring it along"] = None

    def handle_pi(self, data: str) -> None:
        """HTML has no processing instructions."""
        self.found["holds <? >; the page must not bring it along"] = None
