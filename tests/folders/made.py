"""A project's region files written into a folder, and what is read of them."""

from datetime import date
from pathlib import Path

from playbook.content.wording.file_rules import own_point_problems
from playbook.files.diagnostics import Problem
from playbook.model.region import Region
from playbook.model.region_file import load_regions
from playbook.model.stray_files import folder_problems

TODAY = date(2026, 11, 23)


def put(project: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


def regions_of(project: Path) -> dict[str, Region]:
    """Every region, once nothing is wrong with any file."""
    regions, problems = load_regions(project, TODAY)
    assert [*problems, *folder_problems(project), *own_point_problems(project)] == []
    return regions


def problems_of(project: Path) -> list[Problem]:
    """What is wrong with all region files, as often as it is told."""
    return [*load_regions(project, TODAY)[1], *folder_problems(project), *own_point_problems(project)]
