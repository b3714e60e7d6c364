"""Text that appears literally, whatever Markdown, HTML or Jinja it looks like."""

import re

# Every sign that Markdown, HTML, attribute lists or Jinja could read; letters, digits, blanks and non-ASCII are safe.
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS = frozenset(",")


def escape_text(text: str) -> str:
    """Return the text with each sign as a numeric character reference: safe in Markdown, HTML, attributes and Jinja."""
    return _SIGN.sub(lambda match: match[0] if match[0] in _HARMLESS else f"&#{ord(match[0])};", text)
