"""The pages that MkDocs made, checked and finished: valid HTML, joined assets, no idle blanks, the site's policy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from playbook.content.page import Page, load_pages
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import parsed
from playbook.render import postprocess
from playbook.render.assets.asset_bundle import Joined, join_assets
from playbook.render.csp import add_policy
from playbook.render.placeholders import placeholder_messages
from playbook.search.search_index import find_problems


def finished_pages(project: Path, work: Path, new: Path) -> tuple[dict[str, HtmlElement], list[str]]:
    """Return the pages in the folder `work` as trees by their addresses, and the names of the other files, moved into the folder `new`. ProblemsFound names all faults."""
    texts = {file.relative_to(work).as_posix(): file.read_text("utf-8") for file in sorted(work.rglob("*.html"))}
    sources = {page.url: page for page in load_pages(project)[0]}
    problems = [
        Problem(url, f"{message} (source: {_source(sources.get(url))})")
        for url, html in texts.items()
        for message in (*element_messages(html), *placeholder_messages(html))
    ]
    roots = {url: parsed(html) for url, html in texts.items()}
    problems += [problem for url, root in roots.items() if url in sources for problem in find_problems(root, sources[url])]
    if problems:
        raise ProblemsFound(problems)
    joined = join_assets(project, work, texts, roots["index.html"])
    for url, root in roots.items():
        try:
            _finish(url, root, joined)
        except ValueError as error:
            problems.append(Problem(url, str(error)))
    if problems:
        raise ProblemsFound(problems)
    return roots, list(_take_files(work, new))


def _source(page: Page | None) -> str:
    return page.name if page else "overrides/"


def _finish(url: str, root: HtmlElement, joined: Joined) -> None:
    postprocess.remove_hints(root)
    postprocess.mend_theme(root)
    joined.put_into(root)
    postprocess.tighten(root)
    add_policy(url, root)


def _take_files(work: Path, new: Path) -> Iterator[str]:
    """Move everything but pages into the site; yield the names."""
    for file in sorted(file for file in work.rglob("*") if file.is_file() and file.suffix != ".html"):
        name = file.relative_to(work).as_posix()
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, new / name)
        yield name
