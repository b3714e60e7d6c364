"""A region's file as its site holds it, for the form to open: without its comments, which may be notes for nobody else (decisions/0017).

docs/assets/javascripts/local-edition/form-choose.js fetches it. It is a script that fires the event EVENT, since a page from disk may not fetch.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from playbook.files.text_file import read_text
from playbook.files.yaml_file import LOADER
from playbook.model.folder.region_files import RegionFile, holds

SCRIPT_FILE = "localize/region-file.js"  # from the edition's top
EVENT = "playbook-region-file"
COMMENT = re.compile(r"#[^\n]*")
OURS = re.compile(
    r"# What this edition says differently\. Every key is explained in regions/README\.md\.|# yaml-language-server: \$schema=[\w./-]+"
)  # form-file.js


def published_script(project: Path, name: str) -> str:
    """Return the script that hands out a region's file (`regions/lane.yml`) and `_all.yml` of its folder: both as they are, but for their comments.

    `notes` says whether the file had any: then what the form makes of it lacks them. `gone` has the numbers of the lines that each of the two lacks.
    """
    file = RegionFile(name)
    text, _ = read_text(project / name, name)
    said: dict[str, object] = {"file": name, "name": name.rpartition("/")[2], "text": without_comments(text), "gone": [lost_lines(text)]}
    if file.common_file and holds(project / file.folder, file.common_file.rpartition("/")[2]):
        common, _ = read_text(project / file.common_file, file.common_file)
        said |= {"common": without_comments(common), "gone": [lost_lines(text), lost_lines(common)]}
    if said["text"] != text:
        said["notes"] = True
    return f'dispatchEvent(new CustomEvent("{EVENT}", {{detail: {json.dumps(said, ensure_ascii=False)}}}));\n'


def without_comments(text: str) -> str:
    """Return a YAML text without its comments and the lines that hold nothing else, but for what the form itself writes there.

    It says the same. The text is one that the reader of region files takes.
    """
    edges = [0, *(edge for start, end, _ in _comments(text) for edge in (start, end)), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def lost_lines(text: str) -> list[int]:
    """Return the numbers of the lines that `without_comments` takes away whole."""
    lost, line, at = [], 1, 0
    for start, _, is_whole in _comments(text):
        line, at = line + text.count("\n", at, start), start
        lost += [line] if is_whole else []
    return lost


def _comments(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the comments of a YAML text that nobody else is to read, in order: where each starts, with the blanks before it, where it ends, and whether it is a whole line."""
    at = 0
    for token in (*yaml.scan(text, LOADER), None):
        for found in COMMENT.finditer(text, at, max(at, token.start_mark.index if token else len(text))):
            start = at + len(text[at : found.start()].rstrip(" \t"))
            is_whole = not start or text[start - 1] == "\n"
            if not (is_whole and OURS.fullmatch(found[0])):
                yield start, found.end() + (is_whole and text.startswith("\n", found.end())), is_whole
            at = found.end()
        at = max(at, token.end_mark.index if token else 0)
