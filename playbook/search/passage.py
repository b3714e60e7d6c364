"""One place on a page that a search can land on."""

import re
from dataclasses import dataclass, field
from typing import Any

from playbook.content.point_spec import PointSpec
from playbook.model.stage import STAGES
from playbook.output.html_page import plain

LONGEST_TITLE = 14  # words

Entry = dict[str, Any]


@dataclass
class Passage:
    """One place on a page. `tab` is the kind and the key of the tab around it, such as `stage launch`; `spec` says that it is a point; without a title it is called by how it begins."""

    anchor: str
    title: str
    tab: str = ""
    spec: PointSpec | None = None
    level: int = 0  # of a heading; a point has none
    under: str = ""  # title of the heading of higher rank before it
    parts: list[str] = field(default_factory=list)
    entry: Entry | None = None  # of the index, once it is made; of a passage that all editions share it is made once

    @property
    def text(self) -> str:
        """What stands there, without what is a passage of its own."""
        return plain("".join(self.parts))

    @property
    def says(self) -> tuple[object, ...]:
        """All that its entry in the index is made from."""
        return self.anchor, self.title, self.tab, self.under, self.spec, "".join(self.parts)

    def told(self) -> tuple[str, str]:
        """Return title and text."""
        text = self.text
        if self.title:
            return self.title, text
        title = _beginning(text)
        return title, text.removeprefix(title).lstrip() if title.endswith((".", "?", "!")) else text

    @property
    def audiences(self) -> tuple[str, ...]:
        """Whom it is for: keys of audiences, by its tab or by what points.yml says of the point. None: for everybody."""
        by_tab = _key(self.tab, "audience")
        return by_tab or (tuple(self.spec.audiences) if self.spec and len(self.spec.audiences) == 1 else ())

    @property
    def stages(self) -> tuple[str, ...]:
        """When it is said: keys of stages, by its tab or by what points.yml says of the point. None: always."""
        by_tab = _key(self.tab, "stage")
        return by_tab or (tuple(self.spec.stages) if self.spec and len(self.spec.stages) < len(STAGES) else ())


def _key(tab: str, kind: str) -> tuple[str, ...]:
    before, _, key = tab.partition(" ")
    return (key,) if before == kind else ()


def _beginning(words: str) -> str:
    """Return the first sentence, up to a colon; a long one is cut."""
    sentence = re.split(r"(?<=[.?!])\s", words)[0]
    first = re.split(r":(?:\s|$)", sentence)[0].strip(":") or sentence
    short = first.split()
    return first if len(short) <= LONGEST_TITLE else " ".join(short[:LONGEST_TITLE]).rstrip(",;") + " …"


def as_before(found: list[Passage], before: dict[int, Passage]) -> list[Passage]:
    """Return passages; one that says what it said in the edition before is that passage, which has its entry. Those of this edition are noted in `before`."""
    for number, passage in enumerate(found):
        if number not in before or (passage is not before[number] and passage.says != before[number].says):
            before[number] = passage
    return [before[number] for number in range(len(found))]
