"""The style of an SVG picture, held against a list of what paints: properties and functions by name, and addresses within the picture."""

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
WITHIN = re.compile(r"\s*#[^\s#]*\s*")


def short(name: str) -> str:
    """Return a name as messages repeat it: 40 characters at most."""
    return name if len(name) <= 40 else f"{name[:40]}…"


def sheet_faults(text: str) -> Iterator[str]:
    """Yield what of a style sheet is more than rules that paint."""
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule":
            yield f"a style that loads (@{short(rule.at_keyword)})"
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
            if node.lower_name not in FUNCTIONS:
                yield f"a style that loads ({short(node.name)}())"
            elif node.lower_name == "url" and not (
                len(node.arguments) == 1 and node.arguments[0].type == "string" and WITHIN.fullmatch(node.arguments[0].value)
            ):
                yield "a style that loads"
            waiting += node.arguments
        elif node.type in ("() block", "[] block", "{} block"):
            waiting += node.content
