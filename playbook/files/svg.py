"""An SVG picture held against a list of what a drawing is made of. Whatever is not on the list is refused.

A browser runs an SVG file that is opened by itself, so nothing in it may run, fetch, or lead away. It is read with Expat, to which a document
type without an internal subset adds nothing. Style is read in playbook/files/svg_style.py.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from playbook.files.svg_style import PROPERTIES, WITHIN, declaration_faults, sheet_faults, short, value_faults

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
# what drawing programs note down for themselves; browsers give it no meaning
METADATA = (
    "http://sodipodi.sourceforge.net/", "http://www.inkscape.org/namespaces/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/", "http://purl.org/dc/", "http://ns.adobe.com/", "http://www.serif.com/", "http://www.bohemiancoding.com/sketch/ns",
    "http://www.corel.com/coreldraw/", "http://svgjs.com/svgjs", "http://svgjs.dev/svgjs", "http://www.figma.com/figma/ns", "http://vectornator.io", "http://xmlns.com/foaf/",
)  # fmt: skip
ELEMENTS = frozenset("""
    svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath tref image marker pattern
    clipPath mask linearGradient radialGradient stop solidColor meshgradient meshrow meshpatch hatch hatchpath view color-profile filter feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    flowRoot flowRegion flowPara flowDiv flowSpan flowLine
""".split())  # fmt: skip
ATTRIBUTES = PROPERTIES | frozenset("""
    id class style lang role focusable tabindex version baseProfile viewBox preserveAspectRatio zoomAndPan contentScriptType contentStyleType media type
    requiredFeatures requiredExtensions systemLanguage externalResourcesRequired points pathLength x1 y1 x2 y2 dx dy fx fy fr rotate textLength lengthAdjust
    startOffset method spacing side offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits
    maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits filterRes in in2 result mode values operator
    k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
    specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector yChannelSelector stdDeviation radius
    numOctaves seed stitchTiles baseFrequency tableValues slope intercept amplitude exponent viewTarget name rendering-intent local""".split())  # fmt: skip
WORDS = re.compile(r"id|class|role|lang|(data|aria)-[\w.-]+", re.ASCII)  # attributes whose value no browser takes for style
IMAGE_DATA = re.compile(r"\s*data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*")
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
        yield f"is an SVG picture that holds more than a drawing, which may run or fetch something ({said}); save it as plain SVG, or as PNG"


class _Refused(Exception):
    """Nothing more is read of a file."""


class _Reader:
    """Reads one file. `found` names what no plain drawing holds; `is_other`: the document is no SVG."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.is_other = False
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
        space, local = _split(name)
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
            self.found += _attribute_faults(local if space == SVG else "", key, value)
        self._open.append(local if space == SVG else "")

    def _end(self, name: str) -> None:
        if self._open.pop() == "style":
            self.found += sheet_faults("".join(self._style))
            self._style = []

    def _text(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style.append(text)


def _split(name: str) -> tuple[str, ...]:
    return name.rpartition(" ")[::2]


def _attribute_faults(element: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute of an element of SVG; `element` is "" in metadata, which browsers give no meaning."""
    space, key = _split(name)
    if space.startswith(METADATA):
        return
    if not element and not space:
        if key.lower().startswith("on") or key.lower() in ("href", "src", "style"):
            yield f"{short(key)} in metadata"
        return
    if key == "href" and space in ("", XLINK):
        if not (WITHIN.fullmatch(value) or (element in ("image", "feImage") and IMAGE_DATA.fullmatch(value))):
            yield "href to another place"
    elif space == XLINK:
        if key not in ("type", "title", "role", "arcrole", "show", "actuate"):
            yield f"xlink:{short(key)}"
    elif space == XML:
        if key not in ("space", "lang", "id"):
            yield f"xml:{short(key)}"
    elif space:
        yield f"{short(key)} of another language than SVG"
    elif key == "style":
        yield from declaration_faults(value)
    elif not WORDS.fullmatch(key):
        if key not in ATTRIBUTES:
            yield short(key)
        elif key == "type" and element == "style" and value.strip().lower() not in ("", "text/css"):
            yield "a style in another language than CSS"
        elif "(" in value or "\\" in value:
            yield from value_faults(value)
