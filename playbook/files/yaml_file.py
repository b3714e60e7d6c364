"""YAML as conveners write it: every scalar is text, every key keeps its line, surprises are errors."""

import re
from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import yaml

from playbook.files.diagnostics import Problem
from playbook.files.messages import OR_DELETE, PUT_UNDER
from playbook.files.rules.unread_blocks import leave_aside
from playbook.files.rules.within_line import CURLY, curly_quotes
from playbook.files.text_file import read_text
from playbook.files.yaml_slips import outside_problems, without_slips
from playbook.files.yaml_text import YamlPlace, lost_text

ITEM_LIKE = re.compile(r"[•◦▪·*–—-]|[0-9]{1,2}[.)] ")  # how people begin the items of a list elsewhere
LOADER = yaml.CSafeLoader  # the same nodes as SafeLoader, ten times faster; every wheel brings it
NULLS = ("", "~", "null")

YamlValue = dict[str, "YamlValue"] | list["YamlValue"] | str | None  # None: a key has no value


@dataclass(frozen=True)
class YamlFile:
    """What a file says: `data` of a mapping, `items` of a list, and the line of each place in it.

    Of files that were merged, it is the nearest one's `name`; `written` has the file and the place there of whatever stands elsewhere or under another key.
    `unread` has the words that may be keys of blocks that could not be read.
    """

    data: dict[str, YamlValue]
    lines: dict[YamlPlace, int]
    items: list[YamlValue] = field(default_factory=list)
    name: str = ""
    written: Mapping[YamlPlace, tuple[str, YamlPlace]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def line(self, place: YamlPlace) -> int:
        """Return the line of a place, or of the nearest place around it."""
        return self.lines.get(self.nearest(place), 1)

    def nearest(self, place: YamlPlace) -> YamlPlace:
        """Return the place, if the file has it, or the nearest one around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return place

    def file(self, place: YamlPlace) -> str:
        """Return the file in which a place, or the nearest one around it, is written."""
        near = self.nearest(place)
        return self.written.get(near, (self.name, near))[0]

    def key(self, place: YamlPlace) -> str:
        """Return the place as messages name it, in the words of the file that it is written in."""
        near = self.nearest(place)
        return dotted(self.written.get(near, (self.name, near))[1] + place[len(near) :])

    def elsewhere(self, place: YamlPlace) -> str:
        """Return a note on the file in which a place is written, if that is not the nearest one; else nothing."""
        return f" ({self.key(place)} stands in {self.file(place)}, line {self.line(place)})" if self.file(place) != self.name else ""

    def problem(self, place: YamlPlace, message: str, key: str | None = None) -> Problem:
        """Return a problem at a place: the file and the line that it is written in, and its key there, or `key`."""
        return Problem(self.file(place), message, self.line(place), self.key(place) if key is None else key)


def read_yaml(path: Path, name: str, root: type[yaml.Node] = yaml.MappingNode) -> tuple[YamlFile, list[Problem]]:
    """Read a YAML file that holds a mapping, or what `root` says. `name` is what messages call the file. See parse_yaml."""
    text, problems = read_text(path, name)
    return (YamlFile({}, {}, name=name), problems) if problems else parse_yaml(text, name, root)


def parse_yaml(text: str, name: str, root: type[yaml.Node] = yaml.MappingNode) -> tuple[YamlFile, list[Problem]]:
    """Parse a YAML mapping (or what `root` says); its first line is line 1. A text that was parsed before is not parsed again; its data is the caller's own.

    Beside problems stands whatever data could be read, so that a model can name its own problems at once; it is empty where none could.
    """
    file, problems = _parsed(text, name, root is yaml.MappingNode)
    return replace(file, data=deepcopy(file.data), lines={**file.lines}, items=deepcopy(file.items)), [*problems]


@lru_cache(maxsize=2048)  # a build asks for a region's file up to six times: for the region, its warnings, its pictures
def _parsed(text: str, name: str, is_mapping: bool) -> tuple[YamlFile, list[Problem]]:
    empty, unread, lost = YamlFile({}, {}, name=name), frozenset[str](), list[Problem]()
    text, problems, hopeless = without_slips(text, name)
    if hopeless:
        return empty, problems
    try:
        if outside := outside_problems(text, name, LOADER):
            return empty, problems + outside
        lost = lost_text(text, name, LOADER)
        problems += lost
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        faults, rest, unread = leave_aside(lost, error, text, name, LOADER)
        outside = outside_problems(rest, name, LOADER)
        found = [*problems, *faults, *outside, *lost_text(rest, name, LOADER)]
        problems = [*reversed({problem.line: problem for problem in reversed(found)}.values())]  # the first on each line
        node = None
        with suppress(yaml.YAMLError):
            node = None if outside else yaml.compose(rest, LOADER)
    except yaml.YAMLError as error:
        return empty, [*problems, Problem(name, f"cannot be read as YAML: {' '.join(str(error).split())}")]
    if node is None:
        return empty, problems
    if not isinstance(node, yaml.MappingNode if is_mapping else yaml.SequenceNode):
        form = "lines of the form `key: value`" if is_mapping else "a list, whose items begin with `- `"
        return empty, problems if unread else [*problems, Problem(name, f"must be {form}", node.start_mark.line + 1)]
    lines: dict[YamlPlace, int] = {}
    data = _plain(node, (), name, lines, problems)
    return YamlFile(data if isinstance(data, dict) else {}, lines, data if isinstance(data, list) else [], name, unread=unread), problems


def _plain(node: yaml.Node, place: YamlPlace, name: str, lines: dict[YamlPlace, int], problems: list[Problem]) -> YamlValue:
    """Return the node as dicts, lists and text; note lines, and keys that stand twice."""
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        if not node.style and first < last and all(problem.line not in range(first, last + 1) for problem in problems):
            value = node.value if len(node.value) <= 80 else f"{node.value[:79]}…"
            remedy = "write it on one line; or, if a line is a key of its own, begin it as far left as the key above, with a colon and a blank after it"
            if ITEM_LIKE.match(value):
                remedy = "begin each item of a list with a hyphen and a blank, or write the value on one line"
            problems.append(Problem(name, f"lines {first} to {last} would be joined to one value, “{value}”; {remedy}", last, dotted(place)))
        if node.style or node.value not in NULLS:
            return str(node.value)
        if node.value:
            problems.append(Problem(name, f'"{node.value}" means “nothing” in YAML; {OR_DELETE}', first, dotted(place)))
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, index), name, lines, problems) for index, item in enumerate(node.value)]
    found: dict[str, YamlValue] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode) or not key_node.value.strip():
            if all(problem.line != line for problem in problems):
                problems.append(Problem(name, 'a key must be a word; put a value that begins with { or [ in "quotes"', line))
            continue
        key = key_node.value
        if key[0] in CURLY and isinstance(value_node, yaml.ScalarNode) and not value_node.style and (said := curly_quotes(f"{key}: {value_node.value}")):
            problems.append(Problem(name, said, line, dotted(place)))
        here = (*place, key)
        if key in found:
            remedy = PUT_UNDER if isinstance(found[key], dict | list) and isinstance(value_node, yaml.CollectionNode) else "keep one"
            problems.append(Problem(name, f"stands twice (first on line {lines[here]}); {remedy}", line, key))
            continue
        lines[here] = line
        found[key] = _plain(value_node, here, name, lines, problems)
    return found


def dotted(place: YamlPlace) -> str:
    """Return a place as messages name it; the items of a list count from 1."""
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
