"""Two files as one: what a folder's `_all.yml` holds, and a region's own file over it. The nearer value wins.

Mappings are merged by key, one level deep, and each entry counts as a whole; a convener and a logo are one value. Lists are replaced; `key+` adds to them.
A key without a value takes away what the folder gives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from playbook.files.yaml_file import YamlFile, YamlValue
from playbook.files.yaml_text import YamlPlace
from playbook.model.audience import AUDIENCES
from playbook.model.folder.plus_keys import PLUS
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.rhythm import gives_dates

WHOLE = ("convener", "logo")  # values whose parts belong together: no telephone of one under the name of another
NEED_A_DAY = ("moved_from", "time", "length", "repeats")  # what a meeting says only where it has a day; a rhythm may give one


@dataclass
class _Merge:
    """What is merged so far: the data, and which place of which file went where."""

    own: YamlFile
    base: YamlFile
    data: dict[str, YamlValue] = field(default_factory=dict)
    moves: dict[str, dict[YamlPlace, list[YamlPlace]]] = field(default_factory=lambda: {"own": {}, "base": {}})

    def move(self, source: str, place: YamlPlace, to: YamlPlace | None = None) -> None:
        self.moves[source].setdefault(place, []).append(place if to is None else to)

    def take(self, source: str, key: str) -> None:
        """Take a value as it is."""
        self.data[key] = (self.own if source == "own" else self.base).data[key]
        self.move(source, (key,))

    def add(self, key: str) -> None:
        """Put what `key+` lists after the list of the base, if there is one."""
        items: list[YamlValue] = []
        for source, file, name in (("base", self.base, key), ("own", self.own, key + PLUS)):
            given = file.data.get(name)
            if isinstance(given, list):
                for number, item in enumerate(given):
                    self.move(source, (name, number), (key, len(items)))
                    items.append(item)
            elif given is not None:
                self.move(source, (name,), (key, len(items)))
                items.append(given)
        self.data[key] = items
        if not isinstance(self.own.data[key + PLUS], list):
            self.moves["own"][(key + PLUS,)].append((key,))
        else:
            self.move("own", (key + PLUS,), (key,))

    def by_key(self, key: str, base: Mapping[str, YamlValue], own: Mapping[str, YamlValue]) -> None:
        """Merge two mappings: each entry of the nearer file stands for the one of the same name, however it is written there."""
        nearer: dict[str, str] = {}
        for name in own:
            nearer.setdefault(folded(name), name)
        result: dict[str, YamlValue] = {}
        for name, value in base.items():
            if (same := nearer.get(folded(name))) is not None:
                if own[same] is not None:
                    result[same] = own[same]
            else:
                result[name] = value
                written = isinstance(self.base.data[key], dict)
                self.move("base", (key, name) if written else (key,), (key, name))
        known = {folded(name) for name in base}
        result |= {name: value for name, value in own.items() if value is not None or folded(name) not in known}
        self.data[key] = result
        self.move("own", (key,))

    def result(self) -> YamlFile:
        """Return the merged file, with the line of every place and the file that it is written in."""
        lines: dict[YamlPlace, int] = {(): self.own.line(())}
        written: dict[YamlPlace, tuple[str, YamlPlace]] = {}
        for source, file in (("base", self.base), ("own", self.own)):
            for place, line in file.lines.items():
                prefix = place[:2] if place[:2] in self.moves[source] else place[:1]
                for target in self.moves[source].get(prefix, ()) if place else ():
                    to = target + place[len(prefix) :]
                    lines[to] = line
                    written.pop(to, None)
                    if file is self.base or to != place or place in file.written:
                        written[to] = file.written.get(place, (file.name, place))
        return YamlFile(self.data, lines, [], self.own.name, written, self.own.unread | self.base.unread)


def merged(own: YamlFile, base: YamlFile) -> YamlFile:
    """Return a region's file over what its folder gives. Both are without faults in their `+` keys (see plus_problems); the base may be empty."""
    merge = _Merge(own, base)
    base = replace(base, data=_with_keys(base.data))
    own = replace(own, data=_with_keys(own.data, base.data.get("audiences")))
    names = dict.fromkeys((*base.data, *(name.removesuffix(PLUS) for name in own.data)))
    for key in names:
        given, before = own.data.get(key), base.data.get(key)
        if key + PLUS in own.data and key not in own.data:
            merge.add(key)
        elif key not in own.data:
            merge.take("base", key)
        elif given is None and key in base.data:
            continue
        elif key not in WHOLE and isinstance(given, dict) and (entries := _entries(key, before)):
            merge.by_key(key, entries, given)
        else:
            merge.take("own", key)
    _wait(merge)
    return merge.result()


def _with_keys(data: dict[str, YamlValue], described: YamlValue = None) -> dict[str, YamlValue]:
    """Return data in which audiences stand by their keys, as both forms of writing them mean the same. A name in a list leaves one that is `described` as it is."""
    named = data.get("audiences")
    listed = [named] if isinstance(named, str) else named
    if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
        return data
    return data | {"audiences": {str(key): {} for key in listed if not (isinstance(described, dict) and key in described)}}


def _entries(key: str, before: YamlValue) -> Mapping[str, YamlValue]:
    """Return what the base has under a key as entries; one ask for all is one for each audience."""
    if key == "partner_ask" and isinstance(before, str):
        return dict.fromkeys(AUDIENCES, before)
    return before if isinstance(before, dict) else {}


def _wait(merge: _Merge) -> None:
    """Leave out what a folder gives and a region cannot use yet: what a meeting without a day has no use for, whose figures sheets show where there are none."""
    for key in MEETINGS:
        meeting, given = merge.data.get(key), merge.own.data.get(key)
        own = given if isinstance(given, dict) else {}
        if not isinstance(meeting, dict) or meeting.get("date"):
            continue
        waiting = NEED_A_DAY[:1] if gives_dates(str(meeting.get("repeats") or "")) else NEED_A_DAY
        merge.data[key] = {name: value for name, value in meeting.items() if name in own or name not in waiting}
    if "results_on_sheets" not in merge.own.data and not merge.data.get("results"):
        merge.data.pop("results_on_sheets", None)


def folded(name: str) -> str:
    """Return a key as merging compares it: S12 is s12, and a word is the same in capitals."""
    return " ".join(name.split()).casefold()
