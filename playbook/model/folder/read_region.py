"""A region's file as it counts: its own text over what `_all.yml` of its folder gives."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from playbook.files.diagnostics import Problem, beside
from playbook.files.image_file import picture_problems
from playbook.files.validation import problems_of
from playbook.files.yaml_file import YamlFile, read_yaml
from playbook.model.folder.merge import merged
from playbook.model.folder.plus_keys import plus_problems
from playbook.model.folder.region_files import COMMON_FILE, ROOTS, RegionFile, holds
from playbook.model.region import Logo, Region

OF_EACH = ("region",)  # keys that no folder can give
ENOUGH = {"region": "x", "stage": "planning"}  # with these a folder's file can be held against the model


@dataclass
class RegionReader:
    """Reads the region files of a project, each `_all.yml` once."""

    project: Path
    _common: dict[str, tuple[YamlFile, list[Problem]]] = field(default_factory=dict)

    def read(self, name: str) -> tuple[YamlFile, list[Problem]]:
        """Return a region file, merged with what its folder gives, and what is wrong with the text of both. Empty where one of them cannot be read."""
        common_file = RegionFile(name).common_file
        base, problems = self.common(common_file) if common_file else (YamlFile({}, {}), [])
        own, found = read_yaml(self.project / name, name)
        own, found = _without_faults(own, found, common_file if base.data else "")
        if not own.data or (problems and not base.data):
            return replace(own, data={}), [*found, *problems]
        return merged(own, base), [*found, *problems]

    def common(self, name: str) -> tuple[YamlFile, list[Problem]]:
        """Return what a folder's `_all.yml` gives, and what is wrong with its text; nothing where there is none."""
        if name not in self._common:
            self._common[name] = self._read_common(name)
        return self._common[name]

    def _read_common(self, name: str) -> tuple[YamlFile, list[Problem]]:
        path = self.project / name
        if not holds(path.parent, path.name):
            return YamlFile({}, {}, name=name), []
        base, problems = _without_faults(*read_yaml(path, name), "")
        for key in OF_EACH:
            if key in base.data:
                problems.append(base.problem((key,), "belongs in the file of each region; take it out here, and write it there"))
        base = replace(base, data={key: value for key, value in base.data.items() if key not in OF_EACH})
        return merged(base, YamlFile({}, {})), problems


def _without_faults(source: YamlFile, problems: list[Problem], common_file: str) -> tuple[YamlFile, list[Problem]]:
    """Return a file without the keys in + that cannot be merged, and the problems with theirs."""
    wrong = plus_problems(source, common_file)
    bad = {problem.key for problem in wrong}
    return replace(source, data={key: value for key, value in source.data.items() if key not in bad}), beside(problems, wrong)


def common_problems(reader: RegionReader, name: str, today: date) -> list[Problem]:
    """Return what is wrong in a folder's `_all.yml`, also where every region of the folder says otherwise; but for what a region may complete."""
    base, problems = reader.common(name)
    context = {"today": today, "example": is_example(base, name)}
    try:
        Region.model_validate(ENOUGH | base.data, context=context)
    except ValidationError as error:
        problems = beside(problems, problems_of(error, Region, base, name, across=False))
    return problems + logo_problems(reader.project, RegionFile(name).folder, base)


def logo_problems(project: Path, folder: str, source: YamlFile) -> list[Problem]:
    """Return what is wrong with the picture that a file names as its logo, whatever is wrong elsewhere in the file; nothing where the name itself is wrong."""
    place = ("logo", "file")
    try:
        logo = Logo.model_validate(source.data.get("logo"))
    except ValidationError:
        return []
    return picture_problems(project / folder, logo.file, source.file(place), source.line(place), "logo.file", folder)


def is_example(source: YamlFile, name: str) -> bool:
    """Tell whether a file is one of a fictional example: by where it lies, or because it says so."""
    return name.startswith(f"{ROOTS[1]}/") or str(source.data.get("example")).lower() in ("true", "yes", "on", "1")


def where_to_add(problem: Problem, source: YamlFile, file: RegionFile, project: Path) -> Problem:
    """Return a problem; of a key that is missing and may stand in either file, with both places, and of a file without a region, with what it may be instead."""
    common_file = file.common_file
    if common_file and problem.key == "region" and "region" not in source.data and not holds(project / file.folder, COMMON_FILE):
        return replace(problem, message=f"{problem.message}, or rename the file to {COMMON_FILE} if it holds what all files of the folder begin with")
    if not common_file or problem.file != source.name or problem.key not in ("stage", "industry") or (problem.key,) in source.lines:
        return problem
    message, note, why = problem.message.partition(" (")
    return replace(problem, message=f"{message} here, or to {common_file} for the whole folder{note}{why}")
