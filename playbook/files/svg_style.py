"""The attributes and the style of an SVG picture, held against a list of what paints: properties and functions by name, and addresses within the picture."""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import Node

PROPERTIES = frozenset("""
    alignment-baseline background-color baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-profile
    color-rendering cx cy d direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
    font-feature-settings font-kerning font-optical-sizing font-size font-size-adjust font-stretch font-style font-synthesis font-variant
    font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position
    font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical height hyphens image-rendering inline-size isolation kerning
    letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type max-width mix-blend-mode opacity overflow paint-order
    pointer-events r rx ry shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-align-last
    text-anchor text-decoration text-decoration-color text-decoration-fill text-decoration-line text-decoration-stroke text-decoration-style
    text-decoration-thickness text-indent text-orientation text-overflow text-rendering text-transform text-underline-offset transform transform-box
    transform-origin unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x y -inkscape-font-specification -inkscape-stroke
    -webkit-font-smoothing -moz-osx-font-smoothing user-select -webkit-user-select -ms-user-select
""".split())  # fmt: skip
FUNCTIONS = frozenset("""
    url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix icc-color device-cmyk matrix translate translatex translatey scale scalex scaley rotate skew
    skewx skewy blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia rect inset circle ellipse polygon path calc min max clamp
""".split())  # fmt: skip
NO_NAMES = "which paper cannot draw: write the color itself in its place"
SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
# what drawing programs note down for themselves; browsers give it no meaning
METADATA = (
    "http://sodipodi.sourceforge.net/", "http://www.inkscape.org/namespaces/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/", "http://purl.org/dc/", "http://ns.adobe.com/", "http://www.serif.com/", "http://www.bohemiancoding.com/sketch/ns",
    "http://www.corel.com/coreldraw/", "http://svgjs.com/svgjs", "http://svgjs.dev/svgjs", "http://www.figma.com/figma/ns", "http://vectornator.io", "http://xmlns.com/foaf/",
)  # fmt: skip
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
WITHIN = re.compile(r"\s*#[^\s#]*\s*")


def short(name: str) -> str:
    """Return a name as messages repeat it: 40 characters at most."""
    return name if len(name) <= 40 else f"{name[:40]}…"


def sheet_faults(text: str) -> Iterator[str]:
    """Yield what of a style sheet is more than rules that paint."""
    yield from _rule_faults(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _rule_faults(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from value_faults(rule.prelude)
            yield from _rule_faults(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "at-rule":
            what = "that moves" if rule.lower_at_keyword.endswith("keyframes") else "that loads"
            yield f"a style {what} (@{short(rule.at_keyword)})"
        elif rule.type != "qualified-rule":
            yield "a style that cannot be read"
        else:
            yield from value_faults(rule.prelude)
            yield from declaration_faults(rule.content)


def declaration_faults(declarations: str | Iterable[Node]) -> Iterator[str]:
    """Yield what of declarations (a style attribute, or what stands between { and }) is more than paint."""
    for declaration in tinycss2.parse_declaration_list(declarations, skip_comments=True, skip_whitespace=True):
        if declaration.type != "declaration":
            yield "a style that cannot be read"
        elif declaration.name.startswith("--"):
            yield f"{short(declaration.name)}, {NO_NAMES}"
        elif declaration.lower_name not in PROPERTIES:
            yield f"the style {short(declaration.name)}"
        else:
            yield from value_faults(declaration.value)


def value_faults(values: str | Iterable[Node]) -> Iterator[str]:
    """Yield each address of a value that leads elsewhere and each function that is not known."""
    waiting = tinycss2.parse_component_value_list(values, skip_comments=True) if isinstance(values, str) else list(values)
    while waiting:
        node = waiting.pop()
        if node.type == "error":
            yield "a style that cannot be read"
        elif node.type == "url":
            if not WITHIN.fullmatch(node.value):
                yield "a style that loads"
        elif node.type == "function":
            if node.lower_name == "var":
                yield f"var(), {NO_NAMES}"
            elif node.lower_name not in FUNCTIONS:
                yield f"a style that loads ({short(node.name)}())"
            elif node.lower_name == "url" and not (
                len(node.arguments) == 1 and node.arguments[0].type == "string" and WITHIN.fullmatch(node.arguments[0].value)
            ):
                yield "a style that loads"
            waiting += node.arguments
        elif node.type in ("() block", "[] block", "{} block"):
            waiting += node.content


def split_name(name: str) -> tuple[str, ...]:
    """Return the namespace of a name, empty where it has none, and the name itself."""
    return name.rpartition(" ")[::2]


def attribute_faults(element: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute of an element of SVG; `element` is "" in metadata, which browsers give no meaning."""
    space, key = split_name(name)
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
        elif key == "media" and value.strip().lower() not in ("", "all", "screen"):
            yield "media on a style, which paper passes over: write @media ( ) { } within the style"
        elif "(" in value or "\\" in value:
            yield from value_faults(value)
