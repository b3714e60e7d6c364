"""The assets of the finished site: one stylesheet, one script before a page is painted and one after it, and no file that nothing asks for."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from playbook.files.checksum import digest
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.fonts import ADDRESS as FILE_ADDRESS
from playbook.files.fonts import missing_addresses
from playbook.output.css_selectors import names_of
from playbook.output.site_manifest import is_carried
from playbook.render.assets.css_minify import reduced
from playbook.render.assets.js_minify import joined

ASSETS = "assets"
STYLE = f"{ASSETS}/stylesheets/playbook.css"
BEFORE_PAINT = f"{ASSETS}/javascripts/core/light.js"  # runs before a page is painted
OF_AUDIENCES = f"{ASSETS}/stylesheets/components/audiences.css"  # asked for by an edition that has audiences of its own
SCRIPT = f"{ASSETS}/javascripts/playbook.js"
ADDRESS = re.compile(rf"(?P<up>(?:\.\./)*)(?P<file>{ASSETS}/[^?#]+)")
REQUESTED = re.compile(rf'"(?:\.\./)*({ASSETS}/[^"?#]+)')
REMOTE = re.compile(r"""(?:url\(\s*["']?|@import\s+["']?|\b(?:fetch|import|importScripts|Worker)\(\s*["'`])(?:https?:)?//[^\s"')]+|\bserviceWorker\b""")
OF_SOME_PAGES = re.compile(rf"\b(?:script|style): ({ASSETS}/[\w./-]+)")  # what extra.parts of mkdocs.yml lists
TEXT = (".css", ".js")


@dataclass(frozen=True)
class Joined:
    """What stands for the stylesheets and scripts of a page; the query tells a browser's cache one build from the next."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]  # what every page runs
    style: str
    light: str
    script: str

    def put_into(self, page: HtmlElement) -> None:
        """Let a page load the joined files in place of their parts."""
        _put_one(page.xpath("//link[@rel='stylesheet']"), "href", self.styles, self.style)
        scripts = page.xpath("//script[@src]")
        _put_one(scripts[::-1], "src", self.scripts, self.script)  # where the first of them is: scripts of some pages build on it
        _put_one(scripts, "src", (BEFORE_PAINT,), self.light)


def join_assets(project: Path, folder: Path, pages: Mapping[str, str], front: HtmlElement) -> Joined:
    """Join and reduce the assets of a built folder; `pages` are its pages as MkDocs made them, `front` is its front page. ProblemsFound for what is no CSS, and for files that mkdocs.yml names and nobody has.

    What the project's own docs/assets/ holds stays, unless it was joined; of the theme's files only what is asked for.
    """
    styles = tuple(dict.fromkeys(_files(front.xpath("//link[@rel='stylesheet']/@href"))))
    scripts = [file for file in _files(front.xpath("//script/@src")) if file != BEFORE_PAINT]
    if missing := list(_missing(project, folder, (*styles, *scripts, BEFORE_PAINT))):
        raise ProblemsFound(missing)
    others = [path.relative_to(folder).as_posix() for path in (folder / ASSETS).rglob("*.js")]
    code = [(folder / file).read_text("utf-8") for file in dict.fromkeys((*scripts, *(file for file in sorted(others) if _own(project, file))))]
    sheets = tuple((f"docs/{file}" if _own(project, file) else file, _rebased(file, (folder / file).read_text("utf-8"))) for file in styles)
    ours_whole = frozenset(name for name, _ in sheets if name.startswith("docs/"))  # what they are for may stand on pages of other editions only
    alone = [file.read_text("utf-8") for file in (folder / ASSETS).rglob("*.css") if file.relative_to(folder).as_posix() not in styles]
    style = reduced(sheets, names_of(pages.values(), code), "\n".join(code + alone), ours_whole)  # a stylesheet of some pages names properties, too
    told = {
        STYLE: style,
        BEFORE_PAINT: joined(project, [(folder / BEFORE_PAINT).read_text("utf-8")]),
        SCRIPT: joined(project, ((folder / file).read_text("utf-8") for file in scripts)),
    }
    asked = {file for html in pages.values() for file in REQUESTED.findall(html)} | set(told)
    for name, text in told.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    for file in [path for path in (folder / ASSETS).rglob("*") if path.is_file()]:
        name = file.relative_to(folder).as_posix()
        if name not in told and (name in (*styles, *scripts) or (name not in asked and not _own(project, name))):
            file.unlink()
        elif file.suffix == ".js" and _own(project, name) and name not in told:
            text = file.read_text("utf-8")
            file.write_text(text if text.startswith("/*!") else joined(project, [text]), "utf-8", newline="\n")  # others' work keeps its license and its bytes
    _remove_empty(folder / ASSETS)
    return Joined(styles, tuple(scripts), *(f"{name}?{digest(text.encode())[:8]}" for name, text in told.items()))


def asset_problems(project: Path, folder: Path, pages: Iterable[str]) -> Iterator[Problem]:
    """Yield each asset that the build should have left out, and each stylesheet or script of ours that asks another site."""
    carried = is_carried(folder)
    files = {path.relative_to(folder).as_posix(): path for path in sorted((folder / ASSETS).rglob("*")) if path.is_file() and not carried(path)}
    asked = {address for text in pages for address in REQUESTED.findall(text)}
    texts = {name: path.read_text("utf-8", "replace") for name, path in files.items() if path.suffix in TEXT}
    said = "".join(text for name, text in texts.items() if name in asked)
    listed = {OF_AUDIENCES, *OF_SOME_PAGES.findall((project / "mkdocs.yml").read_text("utf-8"))}
    for name, path in files.items():
        named = name in asked or path.name in said
        if not named and not _own(project, name):
            yield Problem(name, "is asked for by no page; the build leaves such files out (build again)")
        elif not named and path.suffix in TEXT and name not in listed:  # what is listed serves pages that the site may leave out
            yield Problem(name, f"is asked for by no page; list it in mkdocs.yml or remove it (source: docs/{name})")
        if path.suffix == ".css":
            yield from (Problem(name, f"asks for {address}, which is not there (source: docs/{ASSETS}/)") for address in missing_addresses(path, texts[name]))
        found = REMOTE.search(texts.get(name, ""))
        if found:
            yield Problem(name, f"asks another site, or for a service worker: {found[0]} (source: docs/{ASSETS}/)")


def _files(addresses: Iterable[str]) -> list[str]:
    """Return the assets among addresses, from the top of the site."""
    return [found["file"] for address in addresses if (found := ADDRESS.match(address))]


def _put_one(elements: Iterable[HtmlElement], attribute: str, files: tuple[str, ...], joined: str) -> HtmlElement | None:
    """Let the last of the elements that load one of these files load the joined file; the others go. Return it, if there is one."""
    loading = [(element, found["up"]) for element in elements if (found := ADDRESS.match(element.get(attribute, ""))) and found["file"] in files]
    for element, _ in loading[:-1]:
        element.drop_tree()
    for element, up in loading[-1:]:
        element.set(attribute, up + joined)
        return element
    return None


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


def _remove_empty(folder: Path) -> None:
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
