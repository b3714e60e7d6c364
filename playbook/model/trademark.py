"""The name of the material's owners, which stands in body text and credits only."""

import re
import unicodedata

from playbook.files.diagnostics import UNSEEN

LOOK_ALIKES = {  # letters of other scripts that read as one of the name's; the fonts of paper have some of them
    "a": "\u0430\u03b1\u0251\u13aa",
    "e": "\u0435\u0454\u03b5\u0395\u0415\u025b\u212e\u13ac\uab7c\u1d07",
    "g": "\u0261\u0262\u050d\u13c0\u13b6\uab90\uab86\u0581",
    "i": "\u0456\u03b9\u0399\u0406\u0131\u026a\u13a5\u2170",
    "n": "\u0578\u057c\u0274\u03b7\u039d\u043f\u0438\u0418\ua4e0",
    "o": "\u043e\u03bf\u039f\u0585\u1d0f\u13be",
    "r": "\u0433\u0280\u13a1\u13d2\uaba2",
    "t": "\u0442\u0422\u03c4\u03a4\u1d1b\u13a2",
    "x": "\u0445\u0425\u03c7\u03a7\u04b3\u1d6a\u2179\u00d7\uab53",
}
TO_LATIN = str.maketrans({sign: letter for letter, signs in LOOK_ALIKES.items() for sign in signs})
# Of folded text: with signs between its words, or blanks and dashes. A blank after another sign ends a sentence or a part of one.
OWNERS_NAME = re.compile(r"next(?:[^\w\s]*|[\s_~\-\u00b7\u2022\u2043]*)gen(?:eration)?s?(?![^\W_])", re.IGNORECASE)
FILE_NAMED_SO = "carries the name of the material's owners, which may not stand in file names; rename it"


def names_owners(text: str) -> bool:
    """Tell whether text carries the owners' name in any of its forms: with look-alike letters, accents, unseen signs or other dashes, too."""
    return OWNERS_NAME.search(_folded(text)) is not None


def file_is_named_so(name: str) -> bool:
    """Tell whether a file's or folder's name carries the owners' name, with whatever signs between its words."""
    return names_owners(re.sub(r"[^A-Za-z0-9]+", " ", _folded(name)))


def _folded(text: str) -> str:
    """Return text in plain letters, blanks and hyphens as far as it looks like them."""
    return text if text.isascii() else "".join(map(_plain_sign, unicodedata.normalize("NFKD", UNSEEN.sub("", text.translate(TO_LATIN)))))


def _plain_sign(sign: str) -> str:
    """Return a blank or a hyphen for a sign that looks like one, nothing for an accent or an unseen sign, and any other as it is."""
    match unicodedata.category(sign):
        case "Zs":
            return " "
        case "Pd" | "Lm":
            return "-"
        case "Mn" | "Me" | "Cf":
            return ""
    return "-" if sign == "\u2212" else sign
