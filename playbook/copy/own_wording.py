"""Region files' own words, held against the points of another release: what changed under a wording, and what the copy says its own way."""

from collections.abc import Iterator
from pathlib import Path

from playbook.copy.release import words_of_points
from playbook.files.yaml_file import YamlValue, read_yaml
from playbook.files.yaml_text import YamlPlace
from playbook.model.folder.region_files import common_files, region_files
from playbook.model.region_file import REGIONS_FOLDER

Entry = dict[str, YamlValue]  # what a region file says of a point


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
    """Yield what the region files of a copy say of points, as far as they can be read: the place, the point's id in small letters, the words."""
    for name in sorted((*(file.name for file in region_files(project)), *common_files(project))):
        if name.startswith(f"{REGIONS_FOLDER}/"):
            source, _ = read_yaml(project / name, name)
            yield from ((f"{name}:{source.line(place)}", str(place[-1]).lower(), entry) for place, entry in _entries(source.data, ()))


def _entries(data: Entry, place: YamlPlace) -> Iterator[tuple[YamlPlace, Entry]]:
    """Yield what stands under `points`, for all or for an audience of the region's own."""
    for key, value in data.items():
        if isinstance(value, dict) and place[-1:] == ("points",):
            yield (*place, key), value
        elif isinstance(value, dict):
            yield from _entries(value, (*place, key))


def _words(entry: Entry) -> str:
    if "leave_out" in entry:
        return f"left out, because {entry.get('because', '')}"
    said = [entry[part] for part in ("say", "more") if part in entry]
    return " ".join(" / ".join(map(str, text.values())) if isinstance(text, dict) else str(text) for text in said)
