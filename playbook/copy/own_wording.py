"""Region files' own words, held against the points of another release: what changed under a wording, and what the copy says its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_text import Point, fixed_words, read_points
from playbook.files.yaml_file import YamlFile, YamlValue, read_yaml
from playbook.model.folder.region_files import common_files, region_files
from playbook.model.region_file import REGIONS_FOLDER


@dataclass(frozen=True)
class OwnPoint:
    """What a region file of the copy says of one point; `key` in small letters."""

    file: str
    line: int
    key: str
    entry: dict[str, YamlValue]

    @property
    def leaves_out(self) -> bool:
        """Tell whether it leaves the point out."""
        return "leave_out" in self.entry

    @property
    def rests_on(self) -> str:
        """The point of the playbook that it is about: itself, or the one that a point of the region's own follows."""
        return str(self.entry.get("after", self.key)).lower()

    @property
    def words(self) -> str:
        """What it says, in a line."""
        if self.leaves_out:
            return f"left out, because {self.entry.get('because', '')}"
        return " ".join(_flat(self.entry.get(part)) for part in ("say", "more") if part in self.entry)


def own_points(project: Path) -> list[OwnPoint]:
    """Return what the region files of a copy say of points, as far as they can be read."""
    found = []
    files = sorted((*(file.name for file in region_files(project)), *common_files(project)))
    for name in (name for name in files if name.startswith(f"{REGIONS_FOLDER}/")):
        source, _ = read_yaml(project / name, name)
        for place, entries in _groups(source):
            found += [OwnPoint(name, source.line((*place, key)), key.lower(), entry) for key, entry in entries.items() if isinstance(entry, dict)]
    return found


def _groups(source: YamlFile) -> Iterator[tuple[tuple[str, ...], dict[str, YamlValue]]]:
    """Yield each place of a region file that holds points, and what stands there: for all, then for each audience of its own."""
    audiences = source.data.get("audiences")
    for place, holder in ((), source.data), *((("audiences", key), words) for key, words in (audiences.items() if isinstance(audiences, dict) else ())):
        points = holder.get("points") if isinstance(holder, dict) else None
        if isinstance(points, dict):
            yield (*place, "points"), points


def changed_under_wording(project: Path, coming: Path) -> Iterator[str]:
    """Yield, for each point of the copy's own words that reads otherwise in another release: before, after, yours. Nothing is refused for it."""
    own = own_points(project)
    before, after = (_points(folder) if own else {} for folder in (project, coming))
    for point in own:
        key = point.rests_on
        former, new = _said(before.get(key)), _said(after.get(key))
        if former == new:
            continue
        name = key.upper() if key == point.key else f"{key.upper()}, which your {point.key.upper()} follows,"
        yield f"{point.file}:{point.line}: {name} has changed under your wording:" if new else f"{point.file}:{point.line}: {name} is gone:"
        yield f"  before: {former or 'it was not there'}"
        yield f"  after:  {new or 'it is no longer there; take your wording out, or name another point'}"
        yield f"  yours:  {point.words}"


def own_wording(project: Path) -> Iterator[str]:
    """Yield what the copy says in words of its own, by file."""
    own = own_points(project)
    if own:
        yield f"Points in your own words: {len(own)}"
        for point in own:
            yield f"  {point.key.upper()} ({point.file}:{point.line}): {point.words}"


def _points(folder: Path) -> dict[str, Point]:
    return {point.id: point for point in read_points(load_pages(folder)[0])}


def _said(point: Point | None) -> str:
    return " ".join(fixed_words(f"{point.opening} {point.detail}").split()) if point else ""


def _flat(given: YamlValue | None) -> str:
    return " / ".join(str(text) for text in given.values()) if isinstance(given, dict) else str(given)
