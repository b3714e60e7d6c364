"""What a template or a macro left unfilled. Common pages hold no value of a region yet, so that braces in one are never taken for such."""

import re
from collections.abc import Iterator

from playbook.output.html_page import plain

LEFT_OVER = re.compile(r"\{\{|\{%|\bXX industry\b|Macro Rendering Error|\bNone\b(?= (in|industry)\b)")


def placeholder_messages(html: str) -> Iterator[str]:
    """Yield what is left over in a common page (HTML)."""
    if left := LEFT_OVER.search(html):
        yield f'a placeholder is left over: "{plain(html[left.start() : left.start() + 40])}"'
