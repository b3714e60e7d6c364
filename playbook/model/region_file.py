"""Region files: found, read, and held against the model, all problems at once."""

import re
from datetime import date, datetime
from pathlib import Path

from pydantic import ValidationError

from playbook.files.diagnostics import Problem
from playbook.files.file_guard import kept_by_windows
from playbook.files.image_file import picture_problems
from playbook.files.validation import problems_of
from playbook.files.yaml_file import beside, read_yaml
from playbook.model.clock import passed_meetings
from playbook.model.region import Region
from playbook.model.trademark import FILE_NAMED_SO, file_is_named_so

REGIONS_FOLDER = "regions"
EXAMPLES_FOLDER = "examples"  # fictional regions, which leave the site once there is one of the copy's own
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


def load_region(path: Path, today: date) -> tuple[Region | None, list[Problem]]:
    """Return the region of one file, or None and every problem in it."""
    name = f"{path.parent.name}/{path.name}"
    message = slug_message(path.stem)
    named = [Problem(name, f"the file's name {message}")] if message else []
    source, problems = read_yaml(path, name)
    if not source.data and problems:
        return None, named + problems
    if not source.data:
        return None, [*named, Problem(name, 'is empty; write at least "region: …" and "stage: …"')]
    is_example = path.parent.name == EXAMPLES_FOLDER
    if is_example and str(source.data.get("example")).lower() in ("false", "no", "off", "0"):
        message = f"is a region of your own, but {EXAMPLES_FOLDER}/ holds fictional ones only; move it to {REGIONS_FOLDER}/{path.name}"
        named.append(Problem(name, message, source.line(("example",)), "example"))
    data = source.data | {"example": "true"} if is_example else source.data
    context = {"today": today, "example": str(data.get("example")).lower() in ("true", "yes", "on", "1")}
    try:
        region = Region.model_validate(data, context=context)
    except ValidationError as error:
        return None, named + beside(problems, problems_of(error, Region, source, name))
    named += problems
    if region.logo:
        named += picture_problems(path.parent, region.logo.file, name, source.line(("logo", "file")), "logo.file")
    return (None, named) if named else (region, [])


def load_regions(project: Path, today: date, only: tuple[str, ...] = ()) -> tuple[dict[str, Region], list[Problem]]:
    """Return every region of the project by slug, in the order of slugs, and the problems of all files; with `only`, of the files with these slugs.

    A slug stands in one of both folders.
    """
    regions: dict[str, Region] = {}
    problems: list[Problem] = []
    for name in (REGIONS_FOLDER, EXAMPLES_FOLDER):
        folder = project / name
        if folder.is_symlink():
            problems.append(Problem(f"{name}/", "is a link to another place; put the folder itself here"))
            continue
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix.lower() not in (".yml", ".yaml") or path.name.startswith(".") or (only and path.stem not in only):
                continue
            if path.suffix != ".yml":
                problems.append(Problem(f"{name}/{path.name}", f'rename it to "{path.stem}.yml"'))
            elif name == EXAMPLES_FOLDER and (project / REGIONS_FOLDER / path.name).is_file():
                problems.append(
                    Problem(f"{REGIONS_FOLDER}/{path.name}", f"has the name of {name}/{path.name}, and both would stand at one address; give it another name")
                )
            else:
                region, found = load_region(path, today)
                problems += found
                regions |= {path.stem: region} if region else {}
    return dict(sorted(regions.items())), problems


def folder_of(project: Path, slug: str) -> str:
    """Return the folder that a region's file and its picture lie in."""
    return EXAMPLES_FOLDER if (project / EXAMPLES_FOLDER / f"{slug}.yml").is_file() else REGIONS_FOLDER


def stale(region: Region, when: date | datetime) -> list[tuple[str, str]]:
    """Return (key, warning) for each date that has passed while the stage stayed as it was."""
    expected = {
        "planning": (
            ("planning_meeting", "write the next date, or set the stage to launch"),
            ("launch_meeting", "write the new date, or set the stage to active"),
        ),
        "launch": (("launch_meeting", "write the new date, or set the stage to active"),),
        "active": (("next_meeting", "write the next date"),),
    }
    passed = passed_meetings(region, when)
    return [
        (
            f"{key}.date",
            f"{getattr(region, key).date.isoformat()} has passed while stage is still {region.stage}; pages say “new date to be announced”; {remedy}",
        )
        for key, remedy in expected[region.stage]
        if key in passed
    ]
