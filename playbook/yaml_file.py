"""YAML as conveners write it: every scalar is text, every key keeps its line, surprises are errors."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from playbook.problem import Problem

LOADER = yaml.CSafeLoader  # the same nodes as SafeLoader, ten times faster; every wheel brings it
LARGEST = 64 * 1024  # bytes; the longest real region file is a hundredth of it

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """What a file says: `data` (dicts, lists, text; None where a key has no value) and the line of each place in it."""

    data: dict
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return a file's text (UTF-8, with or without a byte order mark), or why it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [Problem(name, f"cannot be read: {error.strerror or error}")]
    if len(raw) > LARGEST:
        return "", [Problem(name, f"is {len(raw) // 1024} KB; a file of facts is at most {LARGEST // 1024} KB")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(name, "is not UTF-8 text; save it again with the encoding UTF-8", line)]


def read_yaml(path: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read a YAML file that holds a mapping. `name` is what messages call the file. On problems the data is empty."""
    text, problems = read_text(path, name)
    return (YamlFile({}, {}), problems) if problems else parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[YamlFile, list[Problem]]:
    """Parse a YAML mapping; its first line is line 1. On problems the data is empty."""
    empty = YamlFile({}, {})
    problems: list[Problem] = []
    try:
        for event in yaml.parse(text, LOADER):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                line = event.start_mark.line + 1
                return empty, [Problem(name, "uses & or * at the start of a value; put the value in \"quotes\"", line)]
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        return empty, [Problem(name, f"cannot be read as YAML: {error.problem}; is a value with : or # in \"quotes\"?", line)]
    except yaml.YAMLError as error:
        return empty, [Problem(name, f"cannot be read as YAML: {' '.join(str(error).split())}")]
    except RecursionError:
        return empty, [Problem(name, "nests values too deeply")]
    if node is None:
        return empty, []
    if not isinstance(node, yaml.MappingNode):
        return empty, [Problem(name, "must be lines of the form `key: value`", node.start_mark.line + 1)]
    lines: dict[Place, int] = {}
    data = _plain(node, (), name, lines, problems)
    return (empty if problems else YamlFile(data, lines)), problems


def _plain(node: yaml.Node, place: Place, name: str, lines: dict[Place, int], problems: list[Problem]) -> dict | list | str | None:
    """Return the node as dicts, lists and text; note lines, and keys that stand twice."""
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        unquoted = not node.style
        return None if unquoted and node.value in ("", "~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, index), name, lines, problems) for index, item in enumerate(node.value)]
    found: dict = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        here = (*place, key)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(name, "a key must be a word", line))
            continue
        if key in found:
            problems.append(Problem(name, f"stands twice (first on line {lines[here]}); keep one", line, key))
            continue
        lines[here] = line
        found[key] = _plain(value_node, here, name, lines, problems)
    return found
