"""What a template or a macro left unfilled. Common pages hold no value of a region yet, so that braces in one are never taken for such."""

import re
from collections.abc import Iterator

from playbook.output.html_page import plain

GAP = r"(?:\s|&nbsp;|</?(?:a|b|em|i|mark|span|strong)\b[^<>]*>)+"  # between two words of one line
DETERMINERS = "the|this|that|these|those|my|our|your|his|her|its|their|us|you|it|them|ours|yours|theirs|mine|which|what|whom|whose|all|both|one[’']s"
NAME = r"(?![a-z])\w[\w.-]*"
POSSESSIVE = rf"{NAME}(?:{GAP}{NAME}){{0,5}}[’'](?:s\b|(?!\w))"  # Pine Valley’s, Nine Rivers’
NONE = rf"\bNone\b{GAP}(?:in|industry|of(?!{GAP}(?i:{DETERMINERS})\b|{GAP}{POSSESSIVE}))\b"  # Python's None, not a sentence such as “None of us plans alone”
LEFT_OVER = re.compile(rf"\{{\{{|\{{%|\bXX industry\b|Macro Rendering Error|{NONE}")


def placeholder_messages(html: str) -> Iterator[str]:
    """Yield what is left over in a common page (HTML)."""
    if left := LEFT_OVER.search(html):
        yield f'a placeholder is left over: "{plain(html[left.start() : left.start() + 40])}"'
