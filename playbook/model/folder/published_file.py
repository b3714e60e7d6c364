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
COMMENT = re.compile(r"(?:^|(?<=\n))[ \t]*(#[^\n]*)(?:\n|$)|[ \t]*#[^\n]*")  # a line of its own, with its end, or the end of a line
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
    edges = [0, *(edge for found in _comments(text) for edge in found.span()), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def lost_lines(text: str) -> list[int]:
    """Return the numbers of the lines that `without_comments` takes away whole."""
    return [text.count("\n", 0, found.start()) + 1 for found in _comments(text) if found[1]]


def _comments(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands between the tokens of a YAML text and nobody else is to read, in order."""
    at = 0
    for token in (*yaml.scan(text, LOADER), None):
        start = token.start_mark.index if token else len(text)
        yield from (found for found in COMMENT.finditer(text, at, max(at, start)) if not OURS.fullmatch(found[1] or ""))
        at = max(at, token.end_mark.index if token else 0)
