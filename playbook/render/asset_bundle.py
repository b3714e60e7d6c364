"""The assets of the finished site: one stylesheet, the theme's script, ours before and after it, and no file that nothing asks for."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.files.checksum import digest
from playbook.files.fonts import ADDRESS as FILE_ADDRESS
from playbook.files.fonts import missing_addresses
from playbook.render.theme_dedupe import Frame
from playbook.render.js_minify import joined
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.search.search_index import INDEX_FILE as INDEX
from playbook.search.search_index import read_index
from playbook.render.css_purge import names_of
from playbook.render.css_minify import reduced

ASSETS = "assets"
STYLE = f"{ASSETS}/stylesheets/playbook.css"
BEFORE_PAINT = f"{ASSETS}/javascripts/core/light.js"  # runs before a page is painted
FIRST = f"{ASSETS}/javascripts/storage.js"  # opens light.js: the theme's scripts there ask for what it stands in for
START = f"{ASSETS}/javascripts/start.js"  # runs before the theme's
SCRIPT = f"{ASSETS}/javascripts/playbook.js"
LINK = re.compile(rf'<link rel="stylesheet" href="(?P<up>(?:\.\./)*)(?P<file>{ASSETS}/[^"?#]+\.css)(?:\?\w*)?">')
SCRIPT_TAG = re.compile(rf'<script src="(?P<up>(?:\.\./)*)(?P<file>{ASSETS}/[^"?#]+\.js)(?:\?\w*)?"></script>')
REQUESTED = re.compile(rf'"(?:\.\./)*({ASSETS}/[^"?#]+)')
THEMES = re.compile(r"/bundle\.\w+\.min\.js$")
MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")
REMOTE = re.compile(r"""(?:url\(\s*["']?|@import\s+["']?|\b(?:fetch|import|importScripts|Worker)\(\s*["'`])(?:https?:)?//[^\s"')]+|\bserviceWorker\b""")
TEXT = (".css", ".js")


@dataclass(frozen=True)
class Joined:
    """What stands for the stylesheets and scripts of a page; the query tells a browser's cache one build from the next."""

    styles: tuple[str, ...]
    early: tuple[str, ...]  # scripts in the head, which run before the theme's
    scripts: tuple[str, ...]  # ours: those after the theme's
    frame: Frame
    style: str
    light: str
    start: str
    script: str

    def put_into(self, html: str) -> str:
        """Return a page that loads the joined files in place of their parts, and what must run before the theme's script just before it."""
        html = _once(LINK, html, self.styles, '<link rel="stylesheet" href="{up}' + self.style + '">')
        html = _once(SCRIPT_TAG, html, self.scripts, '<script src="{up}' + self.script + '"></script>')
        return _once(SCRIPT_TAG, html, self.early, "").replace(theme[0], f'<script src="{theme["up"]}{self.start}"></script>\n{theme[0]}') if (theme := _theme(html)) else html

    def without_frame(self, html: str) -> str:
        """Return a page, with no idle blanks, that does not repeat what all pages say alike."""
        return self.frame.taken_from(html, theme["up"] + self.light) if (theme := _theme(html)) else html


def join_assets(project: Path, folder: Path, pages: Iterable[Path], front: str, frame: Frame) -> Joined:
    """Join and reduce the assets of a built folder; `front` is a page as MkDocs made it, whose `frame` all share, `pages` are an edition's. ProblemsFound for what is no CSS, and for files that mkdocs.yml names and nobody has.

    What the project's own docs/assets/ holds stays, unless it was joined; of the theme's files only what is asked for.
    """
    styles = tuple(dict.fromkeys(link["file"] for link in LINK.finditer(front)))
    scripts = [tag["file"] for tag in SCRIPT_TAG.finditer(front)]
    theme = next((i for i, file in enumerate(scripts) if THEMES.search(file)), -1)
    early, ours = tuple(scripts[: max(theme, 0)]), tuple(scripts[theme + 1 :])
    if missing := list(_missing(project, folder, (*styles, *scripts))):
        raise ProblemsFound(missing)
    asked: set[str] = set()

    def texts() -> Iterator[str]:
        for page in pages:
            html = page.read_text("utf-8")
            asked.update(REQUESTED.findall(html))
            yield html

    others = [path.relative_to(folder).as_posix() for path in (folder / ASSETS).rglob("*.js")]
    code = [(folder / file).read_text("utf-8") for file in dict.fromkeys((*scripts, *(file for file in sorted(others) if _own(project, file))))]
    sheets = [(f"docs/{file}" if _own(project, file) else file, _rebased(file, (folder / file).read_text("utf-8"))) for file in styles]
    ours_whole = [name for name, _ in sheets if name.startswith("docs/")]  # what they are for may stand on pages of other editions only
    style = reduced(sheets, names_of(texts(), code), "\n".join(code), ours_whole)
    told = {
        STYLE: style,
        BEFORE_PAINT: joined([*((folder / file).read_text("utf-8") for file in early if file == FIRST), *frame.shown]),
        START: joined([frame.told, *((folder / file).read_text("utf-8") for file in early if file != FIRST), *frame.late]),
        SCRIPT: joined((folder / file).read_text("utf-8") for file in ours),
    }
    asked |= {*told, *_languages(folder)}
    for name, text in told.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    for file in [path for path in (folder / ASSETS).rglob("*") if path.is_file()]:
        name = file.relative_to(folder).as_posix()
        if name in (*styles, *early, *ours) or (name not in asked and not _own(project, name)):
            file.unlink()
        elif file.suffix == ".js" and not _own(project, name):
            file.write_text(MAP.sub("\n", file.read_text("utf-8")), "utf-8", newline="\n")
    _remove_empty(folder / ASSETS)
    return Joined(styles, early, ours, frame, *(f"{name}?{digest(text.encode())[:8]}" for name, text in told.items()))


def asset_problems(project: Path, folder: Path, pages: Iterable[str]) -> Iterator[Problem]:
    """Yield each asset that the build should have left out, and each stylesheet or script of ours that asks another site."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted((folder / ASSETS).rglob("*")) if path.is_file()}
    indexes = (path.read_text("utf-8", "replace") for path in folder.rglob(INDEX) if path.is_file())
    asked = {address for text in (*pages, *indexes) for address in REQUESTED.findall(text)} | set(_languages(folder))
    texts = {name: path.read_text("utf-8", "replace") for name, path in files.items() if path.suffix in TEXT}
    said = "".join(text for name, text in texts.items() if name in asked)
    for name, path in files.items():
        named = name in asked or path.name in said
        if not named and not _own(project, name):
            yield Problem(name, "is asked for by no page; the build leaves such files out (build again)")
        elif not named and path.suffix in TEXT:
            yield Problem(name, f"is asked for by no page; list it in mkdocs.yml or remove it (source: docs/{name})")
        if path.suffix == ".css":
            yield from (Problem(name, f"asks for {address}, which is not there (source: docs/{ASSETS}/)") for address in missing_addresses(path, texts[name]))
        found = REMOTE.search(texts.get(name, "")) if name.endswith(".css") or not THEMES.search(name) else None
        if found:
            yield Problem(name, f"asks another site, or for a service worker: {found[0]} (source: docs/{ASSETS}/)")


def _theme(html: str) -> re.Match | None:
    return next((tag for tag in SCRIPT_TAG.finditer(html) if THEMES.search(tag["file"])), None)


def _once(pattern: re.Pattern, html: str, files: tuple[str, ...], tag: str) -> str:
    """Put one tag in the place of the first of several."""
    left = [tag]

    def put(match: re.Match) -> str:
        if match["file"] not in files:
            return match[0]
        return left.pop().format(up=match["up"]) if left else ""

    return pattern.sub(put, html)


def _rebased(file: str, text: str) -> str:
    """Return a stylesheet whose relative addresses hold in the joined one, too."""

    def rebased(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), found[1]))
        return found[0].replace(found[1], posixpath.relpath(target, posixpath.dirname(STYLE)))

    return FILE_ADDRESS.sub(rebased, text)


def _missing(project: Path, folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    lines = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    for name in names:
        if not (folder / name).is_file():
            line = next((number for number, text in enumerate(lines, 1) if name in text), 0)
            yield Problem("mkdocs.yml", f"names {name}, which neither docs/ nor the theme has; see how it is spelled", line)


def _own(project: Path, name: str) -> bool:
    return (project / "docs" / name).is_file()


def _languages(folder: Path) -> list[str]:
    """Return what the search needs beside its worker, as the worker itself does: nothing for English."""
    index = next(iter(sorted(folder.rglob(INDEX))), None)
    languages = read_index(index.parent.parent)["config"]["lang"] if index else []
    extra = {"ja": ["tinyseg"], "hi": ["wordcut"], "th": ["wordcut"]}
    names = [name for code in languages if code != "en" for name in (*extra.get(code, ()), f"min/lunr.{code}.min")]
    names += ["min/lunr.multi.min"] if len(languages) > 1 else []
    return [f"{ASSETS}/javascripts/lunr/{name}.js" for name in ([*names, "min/lunr.stemmer.support.min"] if names else [])]


def _remove_empty(folder: Path) -> None:
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
