"""The own words of all region files, and of what folders give them, held against the points."""

from pathlib import Path

from playbook.content.wording.point_rules import entry_problems, problems_in
from playbook.files.diagnostics import Problem
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import common_files, region_files


def own_point_problems(project: Path) -> list[Problem]:
    """Return what is wrong in the words of their own of all region files, whatever else is wrong in them; what a folder gives is named once."""
    reader = RegionReader(project)
    found = [problem for file in region_files(project) for problem in problems_in(reader.read(file.name)[0])]
    found += [problem for name in common_files(project) for problem in entry_problems(reader.common(name)[0])]
    return list(dict.fromkeys(found))
