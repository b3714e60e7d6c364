"""The questions that `new` asks, one by one; an answer that cannot stand is asked for again, and none that was given is lost."""

from datetime import date
from pathlib import Path

import click

from playbook.cli.new_region import Answers, answer_message, slug_problem
from playbook.files.diagnostics import Problem, ProblemsFound

QUESTIONS = {  # by option: the question, and what counts when it is answered with nothing; None: it must be answered
    "region": ("Region, as said after “in”", None),
    "stage": ("Stage (planning, launch, active)", "planning"),
    "industry": ("Industry (leave empty if not chosen yet)", ""),
    "convener": ("Convener (leave empty if not known yet)", ""),
}


def ask(project: Path, slug: str | None, given: dict[str, str | None], today: date) -> tuple[str, Answers]:
    """Return the slug and the answers: those given as options, all others asked for. ProblemsFound for options that cannot stand, all at once."""
    known = {key: value for key, value in given.items() if value is not None}
    problems = [problem] if slug is not None and (problem := slug_problem(project, slug)) else []
    messages = {key: answer_message(key, {**known, key: value}, today) for key, value in known.items()}
    problems += [Problem(f"--{key}", message) for key, message in _first_of_each(messages).items()]
    if problems:
        raise ProblemsFound(problems)
    slug = slug or _ask_slug(project)
    for key, (question, default) in QUESTIONS.items():
        while key not in known:
            answer = click.prompt(question, default=default, show_default=bool(default)).strip()
            if message := answer_message(key, {**known, key: answer}, today):
                click.echo(f"  {message}")
            else:
                known[key] = answer
    return slug, Answers(**known)


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
