"""The source lint: what MkDocs would publish wrongly, said before it starts, all at once, with true lines."""

import importlib
import sys
from collections.abc import Callable
from functools import lru_cache
from inspect import Signature
from pathlib import Path
from types import SimpleNamespace

from playbook.check.deleted_pages import deleted_pages
from playbook.check.folder_lint import docs_problems
from playbook.check.local_pages import local_page_problems, sign_problems
from playbook.check.macro_arguments import page_signature
from playbook.check.markdown_lint import prose_problems
from playbook.check.template_lint import kept_problems
from playbook.content.attribution import attribution_problems
from playbook.content.check_up import check_up_problems
from playbook.content.glossary import glossary_problems
from playbook.content.page import DOCS, load_pages
from playbook.content.point_spec import duty_problems
from playbook.content.point_text import point_problems, read_points
from playbook.content.references import source_problems
from playbook.content.synonyms import synonym_problems
from playbook.content.wording.audience_rules import audience_problems
from playbook.content.wording.file_rules import own_point_problems
from playbook.content.wording.own_audiences import offer_problems
from playbook.content.worksheets import glance_problems
from playbook.files.diagnostics import Problem
from playbook.files.fonts import font_problems
from playbook.model.stray_files import misplaced_problems
from playbook.paper.docx.template import NAME as TEMPLATE_NAME
from playbook.paper.docx.template import template_problems
from playbook.search.asked import asked_problems

RESERVED = ("regions", "toolkit")


def lint(project: Path) -> list[Problem]:
    """Return every problem in the pages of a project."""
    pages, problems = load_pages(project)
    problems += [*docs_problems(project), *misplaced_problems(project)]
    if not pages and not problems:
        return [Problem(f"{DOCS}/", "holds no page")]
    for page in pages:
        problems += prose_problems(page)
    problems += [*local_page_problems(project, pages), *sign_problems(pages)]
    for name in RESERVED:
        if (project / DOCS / name).exists():
            problems.append(Problem(f"{DOCS}/{name}", "editions stand there in the site; give the folder another name"))
    problems += [*font_problems(project), *template_problems(project / TEMPLATE_NAME)]
    if gone := deleted_pages(project, pages):
        return problems + gone  # what rests on them would be named instead
    problems += glance_problems(pages) + source_problems(pages)
    if own := duty_problems() + glossary_problems() + synonym_problems() + asked_problems() + check_up_problems() + attribution_problems() + offer_problems():
        return problems + own  # what pages call rests on these files
    names, points = _known(frozenset(macro_names(project).items())), read_points(pages)
    problems += [problem for page in pages for problem in kept_problems(page, names)]
    return problems + point_problems(points) + own_point_problems(project) + audience_problems(project)


@lru_cache(4)
def _known(names: frozenset[tuple[str, Signature | None]]) -> frozenset[tuple[str, Signature | None]]:
    """Return these names, or the same that were given before: a set is told from itself without a look at what it holds."""
    return names


def macro_names(project: Path) -> dict[str, Signature | None]:
    """Return what macros/ registers, asked from the package itself through a stand-in for its environment: macros with what a page may give them, values with None."""
    names: dict[str, Signature | None] = {}

    def macro(function: Callable[..., object], name: str = "") -> Callable[..., object]:
        names[name or function.__name__] = page_signature(function)
        return function

    env = SimpleNamespace(project_dir=str(project), conf={"extra": {}}, variables={}, macro=macro)
    if str(project) not in sys.path:
        sys.path.insert(0, str(project))
    importlib.import_module("macros").define_env(env)
    return names | dict.fromkeys(env.variables)
