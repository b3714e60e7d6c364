"""What a region file may say of an audience of its own: every mistake with file, line, key and remedy, before anything is made."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from playbook.content.page import DOCS
from playbook.content.point_spec import point_specs
from playbook.content.sheet_plan import SHEETS_FOLDER, stems_of
from playbook.content.wording.own_audiences import in_sentence, offers
from playbook.content.wording.own_words import OWN_ID
from playbook.content.wording.point_rules import point_messages
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.file_guard import kept_by_windows
from playbook.files.validation import choice
from playbook.files.yaml_file import YamlFile, YamlValue
from playbook.model.audience import AUDIENCES, OFFERED
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import region_files
from playbook.model.trademark import file_is_named_so

LONGEST_KEY = 24
MOST = 4  # as many as there are without them: a phone shows their tabs two by two
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
KEY_RULE = f"becomes part of an address; begin with a letter a-z, use small letters, digits and single hyphens, at most {LONGEST_KEY} characters, such as labor"
_KEY_OF = choice({key: audience.label for key, audience in AUDIENCES.items()})


def audience_problems(project: Path) -> list[Problem]:
    """Return what is wrong with the audiences of all region files, whatever else is wrong in them; what a folder gives is named once."""
    reader = RegionReader(project)
    pages = frozenset(path.stem for path in (project / DOCS / SHEETS_FOLDER).glob("*.md"))
    return list(dict.fromkeys(problem for file in region_files(project) for problem in problems_in(reader.read(file.name)[0], pages)))


def problems_in(source: YamlFile, pages: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the audiences of one file that is read. `pages`: the names of the sheets' pages, without suffix; shapes are the model's business."""
    given = source.data.get("audiences")
    named = [given] if isinstance(given, str) else given
    entries: dict[str, YamlValue] = named if isinstance(named, dict) else dict.fromkeys((key for key in named or () if isinstance(key, str)), None)
    places = {key: ("audiences", key if isinstance(named, dict) else number) for number, key in enumerate(entries)}
    taken = dict.fromkeys(pages, "")
    labels = {audience.label.lower(): key for key, audience in AUDIENCES.items()}
    ids = dict.fromkeys((str(key).lower() for key in points) if isinstance(points := source.data.get("points"), dict) else (), "points")
    yield from _elsewhere(source, entries)
    for key, entry in entries.items():
        words = entry if isinstance(entry, dict) else {}
        for part, message in (*_address(key, taken), *_likeness(key, words), *_label(key, words, labels)):
            yield source.problem(("audiences", key, part) if part in words else places[key], message, f"audiences.{key}{f'.{part}' if part in words else ''}")
        yield from _point_problems(source, key, words, ids)
        taken |= dict.fromkeys(stems_of(key), key)
    if len(entries) > MOST:
        yield source.problem(("audiences",), f"has {len(entries)}; a page has room for the tabs of {MOST}: leave some out")


def _elsewhere(source: YamlFile, own: Collection[str]) -> Iterator[Problem]:
    """Yield where an audience of the file's own is named as one of the four: what is for it alone stands under its key."""
    asks, points = source.data.get("partner_ask"), source.data.get("points")
    for key in asks if isinstance(asks, dict) else ():
        if key in own and key not in AUDIENCES:
            yield source.problem(("partner_ask", key), f"is for an audience of your own; write it as ask: under audiences.{key}")
    for point, entry in points.items() if isinstance(points, dict) else ():
        given = entry.get("for") if isinstance(entry, dict) else None
        named = [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]
        for whom in named:
            if whom in own and whom not in AUDIENCES:
                yield source.problem(("points", point, "for"), f"{whom} is an audience of your own; write the point under audiences.{whom}.points")


def _address(key: str, taken: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield why a key cannot name pages: each of its sheets has one."""
    if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        yield "", KEY_RULE
    elif kept_by_windows(key):
        yield "", f'becomes the name of a file, and Windows keeps "{key}" for itself; choose another name'
    elif file_is_named_so(key):
        yield "", "carries the owners' name into the names of files; choose another name"
    elif key in AUDIENCES:
        yield "", "is an audience of the playbook; choose another name, or say its points your own way under points"
    elif met := next((stem for stem in stems_of(key) if stem in taken), ""):
        whose = f"the audience {taken[met]}" if taken[met] else "the playbook"
        yield "", f"would have the page {SHEETS_FOLDER}/{met}.html, which {whose} has already; choose another name"


def _likeness(key: str, words: dict[str, YamlValue]) -> Iterator[tuple[str, str]]:
    if not words.get("like") and key not in OFFERED:
        near = did_you_mean(key, OFFERED)
        meant = f"{near} Else " if near.startswith("did") else ""
        yield (
            "",
            f"needs the audience whose points it takes; {meant}add like: and one of {', '.join(AUDIENCES)} (without it, the playbook offers {' and '.join(OFFERED)})",
        )


def _label(key: str, words: dict[str, YamlValue], labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    label = words.get("label")
    if words.get("like") and not label:
        yield "", "needs a label; add one in the plural, like label: Labor unions"
    if isinstance(label, str) and labels.setdefault(label.strip().lower(), key) != key:
        yield "label", f"is the label of the audience {labels[label.strip().lower()]}, and nobody could tell their tabs apart; choose another"
    inner = words.get("in_a_sentence")
    if isinstance(inner, str) and isinstance(label, str) and inner.strip() and inner.strip() == in_sentence(label.strip()):
        yield "in_a_sentence", "says what stands there anyway; take it away"


def _point_problems(source: YamlFile, audience: str, words: dict[str, YamlValue], ids: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the points of one audience. `ids`: where each point of the region's own stands, by its id."""
    points, seen = words.get("points"), dict[str, str]()
    like = _KEY_OF(words.get("like") or (offers()[audience].like if audience in OFFERED else None))
    for key, entry in points.items() if isinstance(points, dict) else ():
        start = ("audiences", audience, "points", key)
        if (first := seen.setdefault(key.lower(), key)) != key:
            yield source.problem(start, f'is the same point as "{first}"; keep one')
        for part, message in (*(point_messages(key.lower(), entry) if isinstance(entry, dict) else ()), *_heard(key.lower(), entry, like, ids)):
            yield source.problem((*start, part) if isinstance(entry, dict) and part in entry else start, message)
        if OWN_ID.fullmatch(key.lower()):
            ids.setdefault(key.lower(), ".".join(start[:3]))


def _heard(key: str, entry: YamlValue, like: object, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield why a point is none that the audience hears."""
    given = entry if isinstance(entry, dict) else {}
    if OWN_ID.fullmatch(key):
        if key in ids:
            yield "", f"stands under {ids[key]}, too, and both would have one place; give one of them another number"
        if "for" in given:
            yield "for", "is for the audience that it stands under; take it away"
    after = str(given.get("after", "")).strip().lower() if OWN_ID.fullmatch(key) else key
    spec = point_specs().get(after)
    if spec and isinstance(like, str) and like in AUDIENCES and like not in spec.audiences:
        yield (
            "after" if after != key else "",
            f"{after.upper()} is for {' and '.join(spec.audiences)}, which this audience is not like; name a point for {like}",
        )
