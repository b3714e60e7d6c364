"""A draft: one edition as it is being written. A page is made again when it is asked for, so that whatever was saved shows at once."""

import importlib
import os
import shutil
import sys
import traceback
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from pathlib import Path
from threading import Lock

from playbook.model import clock
from playbook.render import mkdocs_build as rendering
from playbook.model import edition as editions
from playbook.build.site_build import prepared
from playbook.render.html_fixes import mended
from playbook.content.page import DOCS
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.search.search_index import index_for_readers

OWN_MODULES = ("macros",)  # loaded anew after each change; for a change in playbook/ the whole command starts again
LOOK = "position:fixed;z-index:99;inset:0 0 auto;max-height:60vh;overflow:auto;padding:12px 20px;background:#7a1212;color:#fff;font:15px/1.5 monospace;white-space:pre-wrap"


class Draft:
    """An edition in a temporary folder, and what is wrong with it now. While something is wrong the last good pages stay, and say so on top."""

    def __init__(self, project: Path, slug: str, folder: Path):
        self.project, self.slug, self.folder = project, slug, folder
        self.problems: list[Problem] = []
        self._good: dict[str, str] = {}
        self._stale: set[str] = set()
        self._lock = Lock()
        self._began: object = None
        self._code = self._stamps("playbook")
        self._make()

    def change(self) -> None:
        """Take in whatever was saved. Never raises for a writer's mistake."""
        if self._stamps("playbook") != self._code:
            shutil.rmtree(self.folder)
            os.execv(sys.executable, [sys.executable, "-m", "playbook", *sys.argv[1:]])
        with self._lock, self._noting():
            self._make() if self._structure() != self._began else self._renew()

    def refresh(self, url: str) -> None:
        """Make a page anew if something was saved since, and write it with what is wrong on top."""
        with self._lock:
            if url in self._stale and not self.problems:
                with self._noting(), rendering.speaking_plainly(self.project, self.edition):
                    file = next(file for file in self.engine.pages() if file.url == url)
                    self._good[url] = mended(self.engine.render(file, self.edition.path))
                    self._stale.discard(url)
            if url in self._good:
                (self.folder / url).write_text(self._good[url] + self._on_top(), "utf-8")

    def _make(self) -> None:
        """Render the whole edition."""
        self._stand()
        self._began = self._structure()
        self.engine = rendering.render(self.project, self.catalog.site, self.edition, self.folder)
        self.engine.env.auto_reload = True  # templates are read again once they were saved
        index_for_readers(self.project, self.folder)
        self._good = {file.url: (self.folder / file.url).read_text("utf-8") for file in self.engine.pages()}
        self._stale = set()

    def _renew(self) -> None:
        """Let every page be made again when it is asked for; bring pictures, stylesheets and scripts up to date now."""
        self._stand()
        with rendering.speaking_plainly(self.project, self.edition):
            self.engine.define()
        for file in self.engine.pages():
            file.page.read_source(self.engine.mkdocs)  # the menu says its title
        shutil.copytree(self.project / DOCS / "assets", self.folder / "assets", dirs_exist_ok=True)
        self._stale = set(self._good)

    def _stand(self) -> None:
        catalog = prepared(self.project, clock.today(), examples=True)
        self.edition = catalog.chosen((self.slug,))[0] if self.slug else next(one for one in catalog.editions if not one.region)
        self.edition = replace(self.edition, path="")
        self.catalog = catalog
        rendering.apply(rendering.environment(self.edition, clock.today(), examples=True))
        for name in [name for name in sys.modules if name.partition(".")[0] in OWN_MODULES]:
            del sys.modules[name]
        importlib.invalidate_caches()
        editions.stand(catalog, self.edition)

    @contextmanager
    def _noting(self):
        """Keep what goes wrong in `problems`; nothing wrong empties them."""
        try:
            yield
            self.problems = []
        except ProblemsFound as found:
            self.problems = found.problems
        except Exception as error:  # a slip in macros/ may raise anything
            self.problems = [_slip(self.project, error)]
        for problem in self.problems:
            print(problem, file=sys.stderr)

    def _structure(self) -> object:
        """Return what only a whole render takes in: which pages there are, and mkdocs.yml."""
        return sorted(path.relative_to(self.project) for path in (self.project / DOCS).rglob("*.md")), (self.project / "mkdocs.yml").stat().st_mtime_ns

    def _stamps(self, folder: str) -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (self.project / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts}

    def _on_top(self) -> str:
        said = "\n".join(map(str, self.problems))
        return f'<div role="alert" class="preview-problems" style="{LOOK}">{escape(said)}\n\nBelow is the last good page.</div>' if said else ""


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
