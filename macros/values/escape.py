"""Text that appears literally, whatever Markdown, HTML or Jinja it looks like."""

import re

from markupsafe import Markup

# Every sign that Markdown, HTML, attribute lists or Jinja could read; letters, digits, blanks and non-ASCII are safe.
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS = frozenset(",")


def escape_text(text: str) -> Markup:
    """Return the text with each sign as a numeric character reference: safe in Markdown, HTML, attributes and Jinja."""
    return Markup(_SIGN.sub(lambda match: match[0] if match[0] in _HARMLESS else f"&#{ord(match[0])};", text))


def escape(value: object) -> object:
    """Return what a template shows, escaped as `escape_text` does; Markup stays as it is."""
    return value if hasattr(value, "__html__") else escape_text(str(value))
