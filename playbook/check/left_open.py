"""Values that nobody has filled in yet: what a form, a letter or a guide puts where one's own words go."""

import re

from playbook.model.wording.brackets import FILLED

WORDS = r"(?:your|my|our|the|a|an|insert|enter|add|write|type|put|fill|name|title|place|date|e\.?g|(?:\w+ )?(?:region|county|industry|organi[sz]ation|partnership|board|name)|to be|todo|tbd|tba|tbc|xx+)\b"
OPEN = re.compile(
    r"\b(?:TODO|TBD|TBA|TBC|XX+)\b"
    r"|\b(?i:lorem ipsum|to be (?:announced|decided|determined|confirmed|filled in))\b"
    r"|^(?i:(?:your|my)[ _-](?:(?:local|own|full|workforce|organi[sz]ation'?s?|region'?s?|county'?s?)[ _-]){0,2}(?:region|county|counties|area|state|name|industry|partnership|organi[sz]ation|board|chamber|college|title|role|place|words?))$"
    r"|^(?i:(?:region|county|industry|partnership|organi[sz]ation|convener)[ _-]names?|(?:insert|enter|type|write|put|add)\b.*\bhere|name here|placeholder|n/?a)$"
    r"|^[\s.…?_-]+$"
)
WHOLE = re.compile(r"\[([^\[\]]*)\]|\{+([^{}]*)\}+|<+([^<>]*)>+|%+(\w+)%+|_{2,}(.*)_{2,}")  # a value that is all within such signs
WITHIN = re.compile(rf"[\[{{<](?i:{WORDS})[^\[\]{{}}<>]*[\]}}>]|_{{3,}}|…{{2,}}|\.{{4,}}")


def is_left_open(value: str, *, filled: bool = False) -> bool:
    """Tell whether a value looks like a place to fill in. `filled`: the playbook itself fills brackets such as [region] there."""
    text = value.strip()
    if filled:
        text = re.sub(rf"\[(?:{'|'.join(FILLED)})\]", "x", text)
    return bool(OPEN.search(text) or WHOLE.fullmatch(text) or WITHIN.search(text))
