"""The questions that `new` asks, one by one; an answer that cannot stand is asked for again, and none that was given is lost."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from playbook.cli.new_region import Answers, answer_message, folder_message, given_by_folder, slug_problem
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.yaml_file import YamlValue
from playbook.model.folder.read_region import RegionReader, common_problems
from playbook.model.folder.region_files import COMMON_FILE, common_files
from playbook.model.region_file import REGIONS_FOLDER

QUESTIONS = {  # by option: the question, and what counts when it is answered with nothing; None: it must be answered
    "region": ("Region, as said after “in”", None),
    "stage": ("Stage (planning, launch, active)", "planning"),
    "industry": ("Industry", ""),
    "convener": ("Convener", ""),
}
MAY_BE_EMPTY = {"industry": " (leave empty if not chosen yet)", "convener": " (leave empty if not known yet)"}


def ask(project: Path, slug: str | None, given: dict[str, str | None], today: date) -> tuple[str, Answers]:
    """Return the slug and the answers: those given as options, all others asked for, but for what the folder gives. ProblemsFound for options that cannot stand, all at once."""
    known = {key: value for key, value in given.items() if value is not None and key != "folder"}
    problems = [problem] if slug is not None and (problem := slug_problem(project, slug)) else []
    folder = given.get("folder")
    problems += [Problem("--folder", message)] if (message := folder_message(folder or "")) else []
    faults = _folder_problems(project, folder or "", today) if not message else []
    base = given_by_folder(project, folder or "") if not message else {}
    messages = {key: answer_message(key, {**_texts(base), **known, key: value}, today) for key, value in known.items()}
    problems += [Problem(f"--{key}", message) for key, message in _first_of_each(messages).items()]
    if problems + faults:
        raise ProblemsFound(problems + faults)
    slug = slug or _ask_slug(project)
    if folder is None:
        folder = _ask_folder(project)
        if faults := _folder_problems(project, folder, today):
            raise ProblemsFound(faults)
    base = given_by_folder(project, folder)
    for key, (question, default) in QUESTIONS.items():
        while key not in known and key not in base:
            empty = "" if answer_message(key, {**_texts(base), **known, key: ""}, today) else MAY_BE_EMPTY.get(key, "")
            answer = click.prompt(question + empty, default=default, show_default=bool(default)).strip()
            if message := answer_message(key, {**_texts(base), **known, key: answer}, today):
                click.echo(f"  {message}")
            else:
                known[key] = answer
    return slug, Answers(**known, folder=folder)


def _folder_problems(project: Path, folder: str, today: date) -> list[Problem]:
    """Return what is wrong in the folder's `_all.yml`; nothing without one."""
    return common_problems(RegionReader(project), f"{REGIONS_FOLDER}/{folder}/{COMMON_FILE}", today) if folder else []


def _texts(base: Mapping[str, YamlValue]) -> dict[str, str]:
    """Return what a folder gives of the questions' keys, where it is one text."""
    return {key: value for key, value in base.items() if key in QUESTIONS and isinstance(value, str)}


def _ask_folder(project: Path) -> str:
    """Ask in which folder the file shall lie, if there are any that hold what their files begin with."""
    names = [name.split("/")[1] for name in common_files(project) if name.startswith(f"{REGIONS_FOLDER}/")]
    while names:
        folder: str = click.prompt(f"Folder of regions/ ({', '.join(names)}; leave empty for none)", default="", show_default=False).strip()
        message = folder_message(folder)
        if not message and (not folder or folder in names or click.confirm(f'There is no folder "{folder}" yet. Make it?')):
            return folder
        click.echo(f"  {message}" if message else "")
    return ""


def _ask_slug(project: Path) -> str:
    while True:
        slug: str = click.prompt("Short name of the file, like pine-valley").strip()
        if not (problem := slug_problem(project, slug)):
            return slug
        click.echo(f"  {problem.message}")


def _first_of_each(messages: dict[str, str]) -> dict[str, str]:
    """Return each message once, with the first option that it came with."""
    first: dict[str, str] = {}
    for key, message in messages.items():
        if message and message not in first.values():
            first[key] = message
    return first
