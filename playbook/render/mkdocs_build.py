"""One edition rendered by MkDocs into a folder of its own."""

import logging
import os
import re
import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import mkdocs.exceptions
from jinja2 import TemplateError, TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.config import load_config

from playbook.content.attribution import LOGO_STEM
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.brand.accent_color import schemes
from playbook.model.edition import Edition
from playbook.model.region_file import REGIONS_FOLDER
from playbook.model.site_config import Site
from playbook.render.components.compiled import keep_compiled
from playbook.render.link_diagnostics import link_problem

COLORS = "assets/stylesheets/base/tokens.css"
OF_PARTIAL_RENDERING = "A 'dirty' build is being performed"  # which is what a preview asks for


class _Warnings(logging.Handler):
    """Keeps what MkDocs and its plugins warn of: in this project a warning is an error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith(OF_PARTIAL_RENDERING):
            self.messages.append(" ".join(record.getMessage().split()))


@contextmanager
def _warnings_kept() -> Iterator[list[str]]:
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def render(project: Path, site: Site, out: Path, today: date, dirty: bool = False) -> None:
    """Render the general edition into the folder `out`. ProblemsFound for anything that MkDocs warns of.

    `dirty`: only pages whose source is newer than what `out` holds.
    """
    os.environ |= environment(today)
    with speaking_plainly(project):
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(out), site_url=f"{site.site_url.rstrip('/')}/" if site.site_url else "")
        config.plugins.events["pre_build"].clear()  # where the macros plugin lists all that pages may call, for a log that nobody reads: a tenth of a build
        config.plugins.events["env"].append(keep_compiled)
        config.plugins.on_startup(command="build", dirty=dirty)
        build(config, dirty=dirty)
        config.plugins.on_shutdown()
    _put_color(project, site, out)


def _put_color(project: Path, site: Site, out: Path) -> None:
    """Let the stylesheet of colors end in the site's own, if it sets one."""
    rules = "".join(
        f'\n[data-md-color-scheme="{scheme}"] {{\n' + "".join(f"  {name}: {value};\n" for name, value in properties.items()) + "}\n"
        for scheme, properties in (schemes(site.color) if site.color else {}).items()
    )
    if (out / COLORS).is_file():
        (out / COLORS).write_text((project / "docs" / COLORS).read_text("utf-8") + rules, "utf-8", newline="\n")


def environment(today: date) -> dict[str, str]:
    """Return the environment that tells everything below MkDocs what time it is: midnight (UTC) of a day."""
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return {
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",  # the notice of the theme's end of life; decisions/ holds our answer
    }


@contextmanager
def speaking_plainly(project: Path) -> Iterator[None]:
    """Turn what MkDocs and its plugins warn of, and how they fail, into problems that name a file."""
    with _warnings_kept() as warnings:
        try:
            yield
        except mkdocs.exceptions.ConfigurationError as error:
            raise ProblemsFound([Problem("mkdocs.yml", " ".join(str(error).replace(f"{project}/", "").split()))]) from None
        except SystemExit:  # the macros plugin logs what a macro raised, then ends the whole process
            raise ProblemsFound([_macro_problem(" ".join(warnings))]) from None
        except mkdocs.exceptions.MkDocsException as error:
            warnings.append(" ".join(str(error).split()) or "MkDocs stopped")
        except TemplateError as error:
            raise ProblemsFound([_template_problem(project, error)]) from None
    if warnings:
        raise ProblemsFound(link_problem(project, message) or Problem("docs/", message) for message in warnings)


def _macro_problem(logged: str) -> Problem:
    """Return what a macro said of a page, out of the plugin's log with its traceback."""
    page = re.search(r"[\w./-]+\.md\b", logged)
    said = re.split(r"\b\w+(?:Error|Exception): ", logged)[-1].strip("` ")
    return Problem(f"docs/{page[0]}" if page else "docs/", said or "a macro stopped the build")


def _template_problem(project: Path, error: TemplateError) -> Problem:
    """Return where in overrides/ a template went wrong."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(project / "overrides"))]
    file, line = (frames[-1].filename, frames[-1].lineno) if frames else (getattr(error, "filename", None), getattr(error, "lineno", 0))
    if isinstance(error, TemplateNotFound):
        return Problem("mkdocs.yml", f"asks for {error.name}, which neither overrides/ nor the theme has; see how it is spelled")
    name = Path(file).relative_to(project).as_posix() if file and Path(file).is_relative_to(project) else "overrides/"
    return Problem(name, f"the template cannot be filled: {error.message}", line or 0)


def add_region_logo(project: Path, edition: Edition, place: Path) -> None:
    """Copy the region's own logo into the folder of its edition, byte for byte."""
    if edition.region and (logo := edition.region.logo):
        shutil.copyfile(project / edition.folder / logo.file, place / f"region-logo.{logo.file.rsplit('.', 1)[-1].lower()}")


def add_official_logo(project: Path, site: Site, out: Path) -> None:
    """Copy the owners' logo to the assets of a site, byte for byte, if a person supplied it."""
    if logo := site.official_logo:
        shutil.copyfile(project / REGIONS_FOLDER / logo.file, out / "assets" / f"{LOGO_STEM}.{logo.file.rsplit('.', 1)[-1].lower()}")
