"""The built folder, held against what we promise: credits, origins, points, names, links, policies, and no third party."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from playbook.render.asset_bundle import asset_problems
from playbook.output.html_page import BuiltPage, plain
from playbook.content.point_spec import point_specs
from playbook.model.edition import Catalog, Edition
from playbook.model.region_fields import text_of
from playbook.output.site_manifest import digest_problems, files_of_edition, read_manifest
from playbook.model.trademark import OWNERS_NAME
from playbook.content.page import Page, load_pages
from playbook.check.html_check import anchors, link_messages, page_messages
from playbook.paper.paper_build import paper_problems
from playbook.content.point_text import adapted_lines, read_points
from playbook.files.diagnostics import Problem

MANY = 5  # pages with the same fault, from which on it is one fault
KEEP_FIELDS = {  # what <angle brackets> in points.yml stand for
    "<program>": "program", "<industry>": "industry", "<region>": "region", "<speaker role>": "speaker_role",
    "<planning meeting date>": "planning_meeting.on", "<launch meeting date>": "launch_meeting.its_on",  # empty without a date
}  # fmt: skip


def check_folder(project: Path, folder: Path, catalog: Catalog, deployed: bool = True) -> list[Problem]:
    """Return everything in a built folder that breaks a promise. Each problem names the built page and its source.

    `deployed` opens every PDF and Word file, too, and compares every digest.
    """
    places = read_manifest(folder)
    if places is None:
        return [Problem(str(folder), "holds no editions.json; is it a folder that `build` made?")]
    editions = {edition.slug: edition for edition in catalog.editions}
    sources = {page.url: page for page in load_pages(project)[0]}
    problems = list(digest_problems(folder, places)) if deployed else []
    for slug, place in places.items():
        edition = editions.get(slug) or Edition(slug, None, place)
        problems += edition_problems(folder, catalog, edition, sources)
        problems += paper_problems(project, edition, folder / place) if deployed else []
    pages = [file for place in places.values() for file in files_of_edition(folder, place) if file.suffix == ".html"]
    return said_once(problems + folder_problems(project, folder, pages))


def file_message(file: Path) -> str:
    """Return why the file of a page cannot be read as one; "" if it can."""
    if file.is_symlink() or not file.is_file():
        return "is a link, a pipe or a device, not a page; put the folder in place anew"
    data = file.read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8 text; put the folder in place anew"
    return "" if data.strip() and b"\0" not in data else "holds no page; put the folder in place anew"


def folder_problems(project: Path, folder: Path, pages: Iterable[Path]) -> list[Problem]:
    """Return what is wrong with file names and assets, going by what these pages ask for."""
    named = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if OWNERS_NAME.search(path.name)]
    problems = [Problem(name, "carries the owners' name in its file name; give it a neutral one") for name in named]
    return problems + list(asset_problems(project, folder, (page.read_text("utf-8", "replace") for page in pages if page.is_file())))


def edition_problems(
    folder: Path, catalog: Catalog, edition: Edition, sources: dict[str, Page], fresh: Collection[str] | None = None, elsewhere: Callable[[str], bool] = lambda name: False
) -> list[Problem]:
    """Return what is wrong with the pages of an edition in a built folder; `sources`: the pages of docs/ by their address.

    `fresh`: the names of pages that a build made in a form that no page before had; others differ from one of these in values alone, and only
    these are read. `elsewhere` tells of a file that is made at another time, or by another build.
    """
    folder, place = folder.resolve(), edition.path
    files = [file for file in files_of_edition(folder, place) if file.suffix == ".html"]
    names = {file.relative_to(folder / place).as_posix() for file in files}
    problems = [Problem(f"{place}{url}", f"is not there (source: {page.name})") for url, page in sources.items() if url not in names]
    broken = {file: message for file in files if fresh is None and (message := file_message(file))}
    problems += [_problem(file.relative_to(folder).as_posix(), "the build", message) for file, message in broken.items()]
    pages = [BuiltPage(file, file.relative_to(folder).as_posix()) for file in files if file not in broken]
    read = [page for page in pages if fresh is None or page.name in fresh]
    adapted = adapted_lines(read_points(sources.values()))
    for page in read:
        source = sources.get(page.name.removeprefix(place))
        said = partial(_problem, page.name, source.name if source else "overrides/")
        problems += [said(message) for message in page_messages(page, source, edition, catalog, adapted)]
        problems += [said(message) for message in link_messages(page, folder, elsewhere)]
    problems += _point_problems(read, edition, place, sources, whole=len(read) == len(pages))
    anchors.cache_clear()
    return problems


def said_once(problems: list[Problem]) -> list[Problem]:
    """Return the problems with a fault that many pages share said once, at the first of them."""
    places: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        places.setdefault((problem.key, problem.message.partition(" (source: ")[0]), []).append(problem)
    return [
        replace(same[0], message=f"{same[0].message} and {len(same) - 1} more pages") if len(same) > MANY else problem
        for same in places.values()
        for problem in (same[:1] if len(same) > MANY else same)
    ]


def _problem(name: str, source: str, message: str) -> Problem:
    return Problem(name, f"{message} (source: {source})")


def _point_problems(pages: list[BuiltPage], edition: Edition, place: str, sources: dict[str, Page], whole: bool) -> Iterator[Problem]:
    """Every point stands once, sheets apart, and says what it must. `whole`: the pages are all that the edition has."""
    where: dict[str, list[BuiltPage]] = {}
    for page in pages:
        if not page.name.removeprefix(place).startswith("sheets/"):
            for point in page.ids:
                if point in point_specs():
                    where.setdefault(point, []).append(page)
    for key, duty in point_specs().items():
        found = where.get(key, [])
        if not (found or whole):
            continue
        if len(found) != 1:
            home = next((point.page for point in read_points(list(sources.values())) if point.id == key), None)
            name, source = (place + home.url, home.name) if home else (place or "./", "no page of docs/")
            yield _problem(name, source, f"{key.upper()} stands {len(found)} times in this edition, once is right")
            continue
        page = found[0]
        text = plain(page.root.get_element_by_id(key).text_content()).casefold()
        source = sources.get(page.name.removeprefix(place))
        for keep in duty.keep:
            wanted = text_of(edition.region, KEEP_FIELDS[keep]) if keep in KEEP_FIELDS else keep
            if plain(wanted).casefold() not in text:
                yield _problem(page.name, source.name if source else "?", f"{key.upper()} lacks “{wanted}”")
