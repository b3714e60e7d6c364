"""A check of the project as one question: everything, one region's own file, or all that the public will see."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playbook.build.site_build import WHOLE, BuildOptions, Summary, build_site, prepared
from playbook.check.publish_check import gate
from playbook.check.site_check import check_folder
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import Catalog

Tell = Callable[[str], None]


def check_sources(project: Path, options: BuildOptions, *, publish: bool) -> Catalog:
    """Check sources and a build of them in a folder of its own, with `publish` also what the public may see. ProblemsFound with all that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        return _built(project, Path(folder) / "site", options, lambda line: None, publish=publish)[0]


def check_built(project: Path, folder: Path, options: BuildOptions, *, publish: bool) -> Catalog:
    """Check a folder that was built. ProblemsFound with all that is wrong."""
    catalog = _prepared(project, options)
    if problems := [*(gate(project, catalog, options.today) if publish else []), *check_folder(project, folder, catalog)]:
        raise ProblemsFound(problems)
    return catalog


def build_to_publish(project: Path, out: Path, options: BuildOptions, tell: Tell) -> tuple[Catalog, Summary]:
    """Build a site, or a share of it, that may go out. ProblemsFound with all that is wrong: where something must not be public, `out` is as it was."""
    if gate(project, _prepared(project, options), options.today):
        check_sources(project, replace(options, share=WHOLE), publish=True)  # names what else is wrong
    return _built(project, out, options, tell, publish=True)


def _built(project: Path, out: Path, options: BuildOptions, tell: Tell, *, publish: bool) -> tuple[Catalog, Summary]:
    catalog = _prepared(project, options)
    problems = gate(project, catalog, options.today) if publish else []
    try:
        built = build_site(project, out, options, tell)
    except ProblemsFound as found:
        raise ProblemsFound([*problems, *found.problems]) from None
    problems += check_folder(project, out, catalog) if publish and options.share.of == 1 else []  # shares are checked once they are one folder
    if problems:
        raise ProblemsFound(problems)
    return catalog, built


def _prepared(project: Path, options: BuildOptions) -> Catalog:
    return prepared(project, options.moment or options.today, options.examples, options.slugs if options.only else ())
