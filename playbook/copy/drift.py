"""What a copy says and does differently from a release, in plain words; its own words of points, held against the points of a release that comes."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playbook.copy.ownership import is_own
from playbook.copy.release import LIST, Release, fetch, read_list, words_of_points
from playbook.copy.update_plan import compare
from playbook.copy.update_words import WORDS
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.yaml_file import YamlValue, read_yaml
from playbook.files.yaml_text import YamlPlace

Entry = dict[str, YamlValue]  # what a region file says of a point


def drift_report(project: Path, given: str, version: str) -> Iterator[str]:
    """Yield how a copy differs from its release, or from the one `given`. ProblemsFound if there is nothing to compare with."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        made_from = read_list(project)
        if not (base := fetch(given, version, Path(work)) if given else made_from):
            raise ProblemsFound([Problem(LIST, "is not there, so this copy does not know its release; say what to compare with: --from WHERE")])
        yield f"Compared with release {base.version}."
        told = _drift(project, base, made_from or base)
        for title, lines in told.items():
            yield from [f"{title}: {len(lines)}"] if lines else []
            yield from (f"  {line}" for line in lines)
        if not told[WORDS["drift"]["edited"]] and not told[WORDS["drift"]["deleted"]]:
            yield "Nothing of the original is changed: an update will go through."
        yield from changed_under_wording(project, base.folder) if given else ()


def _drift(project: Path, base: Release, made_from: Release) -> dict[str, list[str]]:
    """Return the report by title; what changed between `base` and `made_from`, the copy's own release, is no deed of the copy."""
    told: dict[str, list[str]] = {title: [] for title in WORDS["drift"].values()}
    for path, state, _ in compare(project, made_from, base):
        if state in WORDS["drift"] and not (is_own(path) and state == "deleted"):
            told[WORDS["drift"]["own" if is_own(path) else state]].append(path)
    then, now = made_from.points, words_of_points(project) if told[WORDS["drift"]["edited"]] else made_from.points
    return told | {
        "Points in your own words": list(own_wording(project)),
        "Points in other words than the release's": [f"{key.upper()}: {now[key]}" for key, words in then.items() if now.get(key, words) != words],
        "Points that are gone": [f"{key.upper()}: {words}" for key, words in then.items() if key not in now],
    }


def own_wording(project: Path) -> Iterator[str]:
    """Yield what the copy says in words of its own, by file."""
    return (f"{key.upper()} ({place}): {_words(entry)}" for place, key, entry in _own_points(project))


def changed_under_wording(project: Path, coming: Path) -> Iterator[str]:
    """Yield, for each point of the copy's own words that reads otherwise in another release: before, after, yours. Nothing is refused for it."""
    own = list(_own_points(project))
    before, after = (words_of_points(folder) if own else {} for folder in (project, coming))
    for place, key, entry in own:
        about = str(entry.get("after", key)).lower()  # a point of the region's own follows one of the playbook
        former, new = before.get(about), after.get(about)
        if former != new:
            name = about.upper() if about == key else f"{about.upper()}, which your {key.upper()} follows,"
            yield f"{place}: {name} {'has changed under your wording' if new else 'is gone'}:"
            yield f"  before: {former or 'it was not there'}"
            yield f"  after:  {new or 'it is no longer there; take your wording out, or name another point'}"
            yield f"  yours:  {_words(entry)}"


def _own_points(project: Path) -> Iterator[tuple[str, str, Entry]]:
    """Yield what the region files of a copy say of points, as far as they can be read: file and line, the point's id in small letters, the words."""
    for file in sorted((project / "regions").rglob("*.yml")):
        source, _ = read_yaml(file, name := file.relative_to(project).as_posix())
        yield from ((f"{name}:{source.line(place)}", str(place[-1]).lower(), entry) for place, entry in _entries(source.data, ()))


def _entries(data: Entry, place: YamlPlace) -> Iterator[tuple[YamlPlace, Entry]]:
    """Yield what stands under `points`, for all or for an audience of the region's own."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from [((*place, key), value)] if place[-1:] == ("points",) else _entries(value, (*place, key))


def _words(entry: Entry) -> str:
    if "leave_out" in entry:
        return f"left out, because {entry.get('because', '')}"
    said = [entry[part] for part in ("say", "more") if part in entry]
    return " ".join(" / ".join(map(str, text.values())) if isinstance(text, dict) else str(text) for text in said)
