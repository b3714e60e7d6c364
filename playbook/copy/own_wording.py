"""Region files' own words, held against the points of another release: what changed under a wording, and what the copy says its own way."""

from collections.abc import Iterator
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_text import fixed_words, read_points
from playbook.files.yaml_file import YamlValue, read_yaml
from playbook.model.folder.region_files import common_files, region_files
from playbook.model.region_file import REGIONS_FOLDER

OwnPoint = tuple[str, str, dict[str, YamlValue]]  # the place in a region file, the point's id in small letters, what is written there


def own_wording(project: Path) -> Iterator[str]:
    """Yield what the copy says in words of its own, by file."""
    own = list(_own_points(project))
    if own:
        yield f"Points in your own words: {len(own)}"
        yield from (f"  {key.upper()} ({place}): {_words(entry)}" for place, key, entry in own)


def changed_under_wording(project: Path, coming: Path) -> Iterator[str]:
    """Yield, for each point of the copy's own words that reads otherwise in another release: before, after, yours. Nothing is refused for it."""
    own = list(_own_points(project))
    before, after = (_points(folder) if own else {} for folder in (project, coming))
    for place, key, entry in own:
        about = str(entry.get("after", key)).lower()  # a point of the region's own follows one of the playbook
        former, new = before.get(about), after.get(about)
        if former != new:
            name = about.upper() if about == key else f"{about.upper()}, which your {key.upper()} follows,"
            yield f"{place}: {name} {'has changed under your wording' if new else 'is gone'}:"
            yield f"  before: {former or 'it was not there'}"
            yield f"  after:  {new or 'it is no longer there; take your wording out, or name another point'}"
            yield f"  yours:  {_words(entry)}"


def _own_points(project: Path) -> Iterator[OwnPoint]:
    """Yield what the region files of a copy say of points, as far as they can be read."""
    files = sorted((*(file.name for file in region_files(project)), *common_files(project)))
    for name in (name for name in files if name.startswith(f"{REGIONS_FOLDER}/")):
        source, _ = read_yaml(project / name, name)
        for place, points in _groups(source.data):
            for key, entry in points.items():
                if isinstance(entry, dict):
                    yield f"{name}:{source.line((*place, key))}", key.lower(), entry


def _groups(data: dict[str, YamlValue]) -> Iterator[tuple[tuple[str, ...], dict[str, YamlValue]]]:
    """Yield each place of a region file that holds points, and what stands there: for all, then for each audience of its own."""
    audiences = data.get("audiences")
    holders = {("audiences", key): words for key, words in audiences.items()} if isinstance(audiences, dict) else {}
    for place, holder in ((), data), *holders.items():
        points = holder.get("points") if isinstance(holder, dict) else None
        if isinstance(points, dict):
            yield (*place, "points"), points


def _words(entry: dict[str, YamlValue]) -> str:
    if "leave_out" in entry:
        return f"left out, because {entry.get('because', '')}"
    said = [entry[part] for part in ("say", "more") if part in entry]
    return " ".join(" / ".join(map(str, text.values())) if isinstance(text, dict) else str(text) for text in said)


def _points(folder: Path) -> dict[str, str]:
    """Return what each point says, by id."""
    return {point.id: " ".join(fixed_words(f"{point.opening} {point.detail}").split()) for point in read_points(load_pages(folder)[0])}
