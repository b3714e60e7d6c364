"""A draft: one edition as it is being written. What was saved is rendered and localized at once; while something is wrong, the last good pages stay."""

import importlib
import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from pathlib import Path
from threading import Lock

from playbook.build.site_build import prepared
from playbook.content.ical import write_calendars
from playbook.content.page import DOCS
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model import clock
from playbook.model.site_config import SITE_FILE
from playbook.output.html_page import serialized
from playbook.render import mkdocs_build as rendering
from playbook.render.audience.edition_pages import localized_page, pages_of
from playbook.render.common_pages import CommonPages, read_common_pages

CODE = "playbook"  # for a change there the whole command starts again
PAGES = (DOCS, "macros", "overrides", "mkdocs.yml", SITE_FILE)  # what the common pages are made of
RELOADED = "macros"  # the package that is loaded anew with the pages
LOOK = "position:fixed;z-index:99;inset:0 0 auto;max-height:60vh;overflow:auto;padding:12px 20px;background:#7a1212;color:#fff;font:15px/1.5 monospace;white-space:pre-wrap"
Stamps = dict[Path, int]  # when each file was saved last


class Draft:
    """An edition in a temporary folder, and what is wrong with it now. While something is wrong the last good pages stay, and say so on top."""

    def __init__(self, project: Path, slug: str, folder: Path):
        """Render and localize the edition into `folder`. ProblemsFound if that cannot be done."""
        self.project, self.slug, self.folder = project, slug, folder / "site"
        self.problems: list[Problem] = []
        self._work = folder / "pages"
        self._good: dict[str, str] = {}
        self._lock = Lock()
        self._code = self._stamps(CODE)
        self._rendered: Stamps = {}
        self._common: CommonPages | None = None
        self.folder.mkdir()
        self._make()

    def change(self) -> None:
        """Take in whatever was saved. Never raises for a writer's mistake."""
        if self._stamps(CODE) != self._code:
            shutil.rmtree(self.folder.parent)
            os.execv(sys.executable, [sys.executable, "-m", "playbook", *sys.argv[1:]])
        with self._lock:
            with self._noting():
                self._make()
            for url in self._good:
                self._write(url)

    def _make(self) -> None:
        """Render what was saved since, localize every page, and write it."""
        catalog = prepared(self.project, clock.now(), examples=True)
        edition = catalog.chosen((self.slug,))[0] if self.slug else next(one for one in catalog.editions if not one.region)
        edition = replace(edition, path="")
        stamps = self._stamps(*PAGES)
        if not self._common or stamps != self._rendered:
            for name in [name for name in sys.modules if name.startswith(RELOADED)]:
                del sys.modules[name]
            importlib.invalidate_caches()
            before = self._common if _differ_in_text(stamps, self._rendered) else None
            rendering.render(self.project, catalog.site, self._work, clock.today(), dirty=before is not None)
            self._common = read_common_pages(self.project, self._work, self.folder)
            self._rendered = stamps
        values = self._common.localization(catalog, edition)
        self._good = {page.url: serialized(localized_page(page, self._common, values)) for page in pages_of(self._common, values)}
        for url in values.absent:
            (self.folder / url).unlink(missing_ok=True)
        for url in self._good:
            self._write(url)
        write_calendars(edition, self.folder, clock.today())
        rendering.add_region_logo(self.project, edition, self.folder)

    def _write(self, url: str) -> None:
        (self.folder / url).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / url).write_text(self._good[url] + self._on_top(), "utf-8")

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Keep what goes wrong in `problems`; nothing wrong empties them."""
        try:
            yield
            self.problems = []
        except ProblemsFound as found:
            self.problems = found.problems
        except Exception as error:  # noqa: BLE001 (a slip in macros/ may raise anything)
            self.problems = [_slip(self.project, error)]
        for problem in self.problems:
            print(problem, file=sys.stderr)

    def _stamps(self, *names: str) -> Stamps:
        files = (path for name in names for path in ([self.project / name] if (self.project / name).is_file() else (self.project / name).rglob("*")))
        return {path: path.stat().st_mtime_ns for path in files if path.is_file() and "__pycache__" not in path.parts}

    def _on_top(self) -> str:
        said = "\n".join(map(str, self.problems))
        return f'<div role="alert" class="preview-problems" style="{LOOK}">{escape(said)}\n\nBelow is the last good page.</div>' if said else ""


def _differ_in_text(now: Stamps, before: Stamps) -> bool:
    """Tell whether nothing but the text of pages was saved: then those alone are rendered again."""
    changed = [path for path in now if before.get(path) != now[path]]
    return now.keys() == before.keys() and all(path.suffix == ".md" for path in changed)


def _slip(project: Path, error: Exception) -> Problem:
    """Return where in the project's code something went wrong."""
    if isinstance(error, SyntaxError) and error.filename:
        return Problem(_name(project, error.filename), error.msg, error.lineno or 0)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(f"{project}{os.sep}") and ".venv" not in frame.filename]
    where = frames[-1] if frames else None
    return Problem(_name(project, where.filename) if where else "macros/", f"{type(error).__name__}: {error}", where.lineno or 0 if where else 0)


def _name(project: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else file
