"""What stands within one line of a YAML file and was meant otherwise: curly quotes around a colon, a comma that is missing in braces."""

import re

CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"
IN_CURLY = re.compile(rf"(?:^|[\s,\[{{])[{CURLY}](?P<words>[^{CURLY}]*:\s[^{CURLY}]*)[{CURLY}]")
STRAIGHT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
NO_COMMA = re.compile(r"(?P<before>[^\s,{\[:]+)\s+(?P<key>[a-z][a-z0-9_]*):\s")


def curly_quotes(line: str) -> str:
    """Return what is said of a value with a colon in curly quotes, which YAML takes for letters; empty of any other line."""
    found = IN_CURLY.search(line)
    return f'the quotes around a value with a colon are curly; use straight ones, like "{found["words"]}"' if found else ""


def lost_comma(line: str) -> str:
    """Return what is said of a key within braces that has no comma before it; empty of any other line."""
    bare = STRAIGHT.sub(lambda quoted: '"' * len(quoted[0]), line)
    found = NO_COMMA.search(bare, bare.find("{") + 1) if "{" in bare else None
    if not found:
        return ""
    before = line[found.start("before") : found.end("before")]
    return f'a comma is missing before “{found["key"]}:”; write “{before}, {found["key"]}: …”, or put a value that holds a colon in "quotes"'
