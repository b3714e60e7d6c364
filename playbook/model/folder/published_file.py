"""A region's file as its site holds it, for the form to open: without its comments, which may be notes for nobody else (decisions/0017).

docs/assets/javascripts/local-edition/form-choose.js fetches it. It is a script that fires the event EVENT, since a page from disk may not fetch.
"""

import json
import re
from pathlib import Path

import yaml

from playbook.files.text_file import read_text
from playbook.files.yaml_file import LOADER
from playbook.model.folder.region_files import RegionFile, holds

SCRIPT_FILE = "localize/region-file.js"  # from the edition's top
EVENT = "playbook-region-file"
COMMENT = re.compile(r"(?<=\n)[ \t]*(#[^\n]*)(?:\n|$)|[ \t]*#[^\n]*")  # a line of its own, with its end, or the end of a line
OURS = re.compile(
    r"# What this edition says differently\. Every key is explained in regions/README\.md\.|# yaml-language-server: \$schema=[\w./-]+"
)  # form-file.js


def published_script(project: Path, name: str) -> str:
    """Return the script that hands out a region's file (`regions/lane.yml`) and `_all.yml` of its folder: both as they are, but for their comments.

    `notes` says whether the file had any: then what the form makes of it lacks them.
    """
    file = RegionFile(name)
    text, _ = read_text(project / name, name)
    said: dict[str, object] = {"file": name, "name": name.rpartition("/")[2], "text": without_comments(text)}
    if file.common_file and holds(project / file.folder, file.common_file.rpartition("/")[2]):
        said["common"] = without_comments(read_text(project / file.common_file, file.common_file)[0])
    if said["text"] != text:
        said["notes"] = True
    return f'dispatchEvent(new CustomEvent("{EVENT}", {{detail: {json.dumps(said, ensure_ascii=False)}}}));\n'


def without_comments(text: str) -> str:
    """Return a YAML text without its comments and the lines that hold nothing else, but for what the form itself writes there.

    It says the same. The text is one that the reader of region files takes.
    """
    pieces, at = [], 0
    for token in yaml.scan(text, LOADER):
        start, end = token.start_mark.index, token.end_mark.index
        pieces += [_cleaned(text, at, max(at, start)), text[max(at, start) : max(at, end)]]
        at = max(at, end)
    return "".join([*pieces, _cleaned(text, at, len(text))])


def _cleaned(text: str, start: int, stop: int) -> str:
    """Return what stands between two tokens without comments: blanks and line ends."""
    between = text[start:stop] if start else f"\n{text[:stop]}"
    return COMMENT.sub(lambda found: found[0] if OURS.fullmatch(found[1] or "") else "", between)[0 if start else 1 :]
