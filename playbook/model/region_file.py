"""Region files: found, read, and held against the model, all problems at once."""

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from pydantic import ValidationError

from playbook.files.diagnostics import Problem, beside, nearest
from playbook.files.file_guard import kept_by_windows
from playbook.files.messages import complaint
from playbook.files.validation import problems_of
from playbook.files.yaml_file import YamlFile
from playbook.model.clock import day_in, passed_meetings
from playbook.model.folder.read_region import RegionReader, common_problems, is_example, logo_problems, where_to_add
from playbook.model.folder.region_files import ROOTS, RegionFile, candidates, common_files, name_of, region_files
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.rhythm import off_rhythm
from playbook.model.region import Region
from playbook.model.trademark import FILE_NAMED_SO, file_is_named_so

REGIONS_FOLDER, EXAMPLES_FOLDER = ROOTS  # the second: fictional regions, which leave the site once there is one of the copy's own
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_RULE = "use small letters a-z, digits and single hyphens, at most 60 characters"


def slug_is_good(slug: str) -> bool:
    """Tell whether a slug may name a region file and its folder in the site."""
    return not slug_message(slug)


def slug_message(slug: str) -> str:
    """Return why a slug may not name a region file and its folder in the site; empty where it may."""
    if kept_by_windows(slug):
        return f'becomes the name of a folder, and Windows keeps "{slug}" for itself; choose another name, like {slug}-county'
    if file_is_named_so(slug):
        return FILE_NAMED_SO
    if not SLUG.fullmatch(slug) or len(slug) > 60:
        return f"becomes part of an address; {SLUG_RULE}"
    return ""


def load_region(path: Path, today: date, reader: RegionReader | None = None) -> tuple[Region | None, list[Problem]]:
    """Return the region of one file over what its folder gives, or None and every problem in both. `reader`: of the project that the file lies in."""
    project, name = (reader.project, path.relative_to(reader.project).as_posix()) if reader else name_of(path)
    file = RegionFile(name)
    message = slug_message(path.stem)
    named = [Problem(name, f"the file's name {message}")] if message else []
    source, problems = (reader or RegionReader(project)).read(name)
    if not source.data and problems:
        return None, named + problems
    if not source.data:
        return None, [*named, Problem(name, 'is empty; write at least "region: …" and "stage: …"')]
    in_examples = name.startswith(f"{EXAMPLES_FOLDER}/")
    if in_examples and str(source.data.get("example")).lower() in ("false", "no", "off", "0"):
        message = f"is a region of your own, but {EXAMPLES_FOLDER}/ holds fictional ones only; move it to {REGIONS_FOLDER}/{path.name}"
        named.append(source.problem(("example",), message))
    source, misspelt = _as_meant(source)
    data = source.data | {"example": "true"} if in_examples else source.data
    context = {"today": today, "example": is_example(source, name)}
    try:
        region = Region.model_validate(data, context=context)
    except ValidationError as error:
        found = [where_to_add(problem, source, file, project) for problem in problems_of(error, Region, source, name)]
        return None, named + beside(problems, [*found, *misspelt, *logo_problems(project, file.folder, source)])
    named += [*problems, *misspelt, *logo_problems(project, file.folder, source)]
    return (None, named) if named else (region, [])


def _as_meant(source: YamlFile) -> tuple[YamlFile, list[Problem]]:
    """Return a file in which misspelt keys, such as Region or next meeting, stand as what they are meant for, so that their values are looked at, and each of them as a problem."""
    unknown = [key for key in source.data if key not in Region.model_fields]
    meant = {key: near for key in unknown if (near := nearest(key, Region.model_fields, 0.85)) and near not in source.data}
    if not meant:
        return source, []
    problems = [source.problem((key,), f'{complaint("unknown")}; did you mean "{near}"?') for key, near in meant.items()]
    moved = {place: (meant.get(str(place[0]), place[0]), *place[1:]) for place in source.lines if place}
    written = {to: source.written.get(place, (source.name, place)) for place, to in moved.items() if to != place or place in source.written}
    lines = {(): source.line(()), **{to: source.lines[place] for place, to in moved.items()}}
    return replace(source, data={meant.get(key, key): value for key, value in source.data.items()}, lines=lines, written=written), problems


def load_regions(project: Path, today: date, only: tuple[str, ...] = ()) -> tuple[dict[str, Region], list[Problem]]:
    """Return every region of the project by slug, in the order of slugs, and the problems of all files; with `only`, of the files with these slugs.

    A slug stands in one of all folders.
    """
    regions: dict[str, Region] = {}
    reader = RegionReader(project)
    problems = [Problem(f"{name}/", "is a link to another place; put the folder itself here") for name in ROOTS if (project / name).is_symlink()]
    first: dict[str, str] = {}
    for path in candidates(project):
        name = path.relative_to(project).as_posix()
        if only and path.stem not in only:
            continue
        if path.suffix != ".yml":
            problems.append(Problem(name, f'rename it to "{path.stem}.yml"'))
        elif (other := first.setdefault(path.stem, name)) != name:
            own, other = (other, name) if name.startswith(f"{EXAMPLES_FOLDER}/") else (name, other)
            problems.append(Problem(own, f"has the name of {other}, and both would stand at one address; give it another name"))
        else:
            region, found = load_region(path, today, reader)
            problems += found
            regions |= {path.stem: region} if region else {}
    mine = {RegionFile(name).common_file for slug, name in first.items()}
    for name in (name for name in common_files(project) if not only or name in mine):
        problems += common_problems(reader, name, today)
    return dict(sorted(regions.items())), list(dict.fromkeys(problems))


def folder_of(project: Path, slug: str) -> str:
    """Return the folder that a region's file and its picture lie in."""
    return next((file.folder for file in region_files(project) if file.slug == slug), REGIONS_FOLDER)


def stale(region: Region, when: date | datetime) -> list[tuple[str, str]]:
    """Return (key, warning) for each date that has passed while the stage stayed as it was."""
    passed = passed_meetings(region, when)
    return [
        (
            f"{key}.date",
            f"{getattr(region, key).date.isoformat()} has passed while stage is still {region.stage}; pages say “new date to be announced”; {MEETINGS[key].remedy}",
        )
        for key in passed
        if region.stage in MEETINGS[key].awaited_at
    ]


def off_rhythms(region: Region, when: date | datetime) -> list[tuple[str, str]]:
    """Return (key, warning) for each date to come that is no day of its meeting's rhythm, unless it says from which day it was moved."""
    found = []
    for key in MEETINGS:
        meeting = getattr(region, key)
        if meeting.date and meeting.repeats and not meeting.moved_from and meeting.date >= day_in(when, meeting.timezone):
            found.append((f"{key}.date", off_rhythm(meeting.repeats, meeting.date)))
    return [(key, f"{message}; is the date right? If the meeting was moved, write moved_from, too") for key, message in found if message]


def odd_moves(region: Region, when: date | datetime) -> list[tuple[str, str]]:
    """Return (key, warning) for each meeting to come that was moved from a day on which its rhythm has none, or without a rhythm from a later day."""
    found = []
    for key in MEETINGS:
        meeting = getattr(region, key)
        if not (meeting.moved_from and meeting.date and meeting.date >= day_in(when, meeting.timezone)):
            continue
        if meeting.repeats and (message := off_rhythm(meeting.repeats, meeting.moved_from)):
            found.append((f"{key}.moved_from", f"{message}; is it the day that calendars hold?"))
        elif not meeting.repeats and meeting.moved_from > meeting.date:
            message = f"{meeting.moved_from.isoformat()} is later than date ({meeting.date.isoformat()}); are the two exchanged? If the meeting was brought forward, all is well"
            found.append((f"{key}.moved_from", message))
    return found
