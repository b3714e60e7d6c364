"""A check of the project as one question: everything, one region's own file, or all that the public will see."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from playbook.build.edition_build import write_pages
from playbook.build.site_build import WHOLE, BuildOptions, Summary, build_site, prepared
from playbook.check.early_gate import early_problems
from playbook.check.publish_check import gate
from playbook.check.site_check import check_folder, edition_problems, folder_problems
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import UNLOCALIZED, Catalog, Edition
from playbook.render.common_pages import make_common_pages
from playbook.render.mkdocs_build import add_official_logo

CREDIT = ("credit", "origin line", "official logo", "owners' name", "Community of Practice")  # words of problems that concern it
Tell = Callable[[str], None]


def check_sources(project: Path, options: BuildOptions, *, publish: bool) -> Catalog:
    """Check sources and a build of them in a folder of its own, with `publish` also what the public may see. ProblemsFound with all that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        return _built(project, Path(folder) / "site", options, lambda line: None, publish=publish)[0]


def check_built(project: Path, folder: Path, options: BuildOptions, *, publish: bool) -> Catalog:
    """Check a folder that was built. ProblemsFound with all that is wrong."""
    catalog = _prepared(project, options, publish=publish)
    if problems := [*(gate(project, catalog, options.today) if publish else []), *check_folder(project, folder, catalog)]:
        raise ProblemsFound(problems)
    return catalog


def build_to_publish(project: Path, out: Path, options: BuildOptions, tell: Tell) -> tuple[Catalog, Summary]:
    """Build a site, or a share of it, that may go out. ProblemsFound with all that is wrong: where something must not be public, `out` is as it was."""
    if gate(project, _prepared(project, options, publish=True), options.today):
        check_sources(project, replace(options, share=WHOLE), publish=True)  # names what else is wrong
    return _built(project, out, options, tell, publish=True)


def _built(project: Path, out: Path, options: BuildOptions, tell: Tell, *, publish: bool) -> tuple[Catalog, Summary]:
    catalog = _prepared(project, options, publish=publish)
    problems = gate(project, catalog, options.today) if publish else []
    try:
        built = build_site(project, out, options, tell)
    except ProblemsFound as found:
        raise ProblemsFound([*problems, *found.problems]) from None
    problems += check_folder(project, out, catalog) if publish and options.share.of == 1 else []  # shares are checked once they are one folder
    if problems:
        raise ProblemsFound(problems)
    return catalog, built


def _prepared(project: Path, options: BuildOptions, *, publish: bool) -> Catalog:
    try:
        return prepared(project, options.moment or options.today, options.examples, options.slugs if options.only else ())
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, *early_problems(project, options.today, found.problems)] if publish else found.problems) from None


def credit_report(project: Path, today: date) -> Iterator[str]:
    """Yield whether the credit is intact on the pages of the general edition, which are made for this question alone. ProblemsFound with what is broken."""
    general = Edition(UNLOCALIZED, None, "")
    try:
        with tempfile.TemporaryDirectory() as folder:
            catalog, new = replace(prepared(project, today, examples=False), editions=(general,)), Path(folder)
            common = make_common_pages(project, catalog.site, today, new)
            add_official_logo(project, catalog.site, new)
            pages = write_pages(catalog, common, general, new)
            problems = edition_problems(new, catalog, general, common.sources, pages)
            problems += folder_problems(project, new, [page.file for page in pages.values()])
    except ProblemsFound:
        yield "The credit could not be looked at, since the pages cannot be built:"
        raise
    if broken := [problem for problem in problems if any(words in problem.message for words in CREDIT)]:
        yield "The credit is broken:"
        raise ProblemsFound(broken)
    yield "The credit is intact on every page of the general edition; `check` looks at every edition and sheet."
