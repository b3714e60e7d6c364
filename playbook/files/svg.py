"""An SVG picture held against a list of what a drawing is made of. Whatever is not on the list is refused.

A browser runs an SVG file that is opened by itself, so nothing in it may run, fetch, or lead away. It is read with Expat, to which a document
type without an internal subset adds nothing. Style is read in playbook/files/svg_style.py.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from playbook.files.svg_style import METADATA, SVG, attribute_faults, sheet_faults, short, split_name

ELEMENTS = frozenset("""
    svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath tref image marker pattern
    clipPath mask linearGradient radialGradient stop solidColor meshgradient meshrow meshpatch hatch hatchpath view color-profile filter feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    flowRoot flowRegion flowPara flowDiv flowSpan flowLine
""".split())  # fmt: skip
TEXT = frozenset(("text", "flowRoot"))
ENCODING = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"iso-8859-1")  # in each of them the signs of markup are the same bytes
MOST_DEPTH = 200


def svg_messages(data: bytes) -> Iterator[str]:
    """Yield why an SVG file is refused; nothing for one that only draws."""
    declared = ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    reader = _Reader()
    try:
        data.decode("utf-8")
        if b"\0" in data or (declared and declared[1].lower() not in ENCODINGS):  # Expat takes UTF-16 for what it is, whatever it is told
            raise LookupError
        reader.read(data)
    except (UnicodeDecodeError, LookupError):
        yield "is not an SVG picture in UTF-8; save it again, or as PNG"
        return
    except expat.ExpatError as error:
        yield f"is not an SVG picture that can be read: {expat.ErrorString(error.code)} (line {error.lineno}); save it again, or as PNG"
        return
    except _Refused:
        pass  # what was found is said below
    if reader.is_other:
        yield "is not an SVG picture; save it again, or as PNG"
    elif reader.found:
        said = ", ".join([*dict.fromkeys(reader.found)][:10])
        yield f"is an SVG picture that holds more than a drawing: what may run, fetch something or be lost on paper ({said}); take that out, save it as plain SVG, or as PNG"


def draws_text(data: bytes) -> bool:
    """Tell whether an SVG picture, of which nothing is refused, draws letters in a font."""
    reader = _Reader()
    reader.read(data)
    return reader.has_text


class _Refused(Exception):
    """Nothing more is read of a file."""


class _Reader:
    """Reads one file. `found` names what no plain drawing holds; `is_other`: the document is no SVG; `has_text`: it draws letters."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.is_other = self.has_text = False
        self._open: list[str] = []  # the elements around, by their names in SVG; others ""
        self._style: list[str] = []

    def read(self, data: bytes) -> None:
        """Read a whole file. ExpatError for one that is not well-formed; _Refused for one that need not be read to its end."""
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = lambda target, data: self.found.append("processing instructions")
        parser.SkippedEntityHandler = lambda name, is_parameter: self.found.append("entities")
        parser.Parse(data, True)

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        """A browser may take definitions of its own for other document types, and whatever stands within the brackets."""
        if has_subset:
            self.found.append("a document type with definitions of its own, <!DOCTYPE … [ ]>")
            raise _Refused
        if (public and not public.startswith("-//W3C//DTD SVG ")) or (system and not system.startswith("http://www.w3.org/")):
            self.found.append("another document type than SVG's")
            raise _Refused

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        space, local = split_name(name)
        if not self._open and (space, local) != (SVG, "svg"):
            self.is_other = True
            raise _Refused
        if len(self._open) >= MOST_DEPTH:
            self.found.append("elements too deep within each other")
            raise _Refused
        if "style" in self._open:
            self.found.append(f"<{short(local)}> within a style")
        if space == SVG:
            if local not in ELEMENTS:
                self.found.append(f"<{short(local)}>")
        elif not space.startswith(METADATA):
            self.found.append(f"<{short(local)}> of another language than SVG")
        for key, value in attributes.items():
            self.found += attribute_faults(local if space == SVG else "", key, value)
        self._open.append(local if space == SVG else "")

    def _end(self, name: str) -> None:
        if self._open.pop() == "style":
            self.found += sheet_faults("".join(self._style))
            self._style = []

    def _text(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style.append(text)
        elif text.strip() and TEXT.intersection(self._open):
            self.has_text = True
