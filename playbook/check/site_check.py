"""The built folder, held against what we promise: credits, origins, points, names, links, policies, and no third party."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from playbook.check.html_check import page_messages
from playbook.check.link_check import NONE, Told, links_of
from playbook.content.local.edition_pages import absent_pages
from playbook.content.page import Page, load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import adapted_lines, read_points
from playbook.content.wording.own_words import KEEP_FIELDS, own_words_of
from playbook.files.diagnostics import Problem
from playbook.model.edition import Catalog, Edition
from playbook.model.region_fields import text_of
from playbook.model.trademark import file_is_named_so
from playbook.output.html_page import BuiltPage, plain
from playbook.output.site_manifest import digest_problems, files_of_edition, is_carried, read_manifest
from playbook.paper.published_papers import is_paper, no_papers, paper_problems, without_papers
from playbook.render.assets.asset_bundle import asset_problems
from playbook.render.audience.edition_pages import sources_of
from playbook.render.common_pages import ALONE

MANY = 5  # pages with the same fault, from which on it is one fault


def check_folder(project: Path, folder: Path, catalog: Catalog) -> list[Problem]:
    """Return everything in a built folder that breaks a promise. Each problem names the built page and its source."""
    places = read_manifest(folder)
    if places is None:
        return [Problem(str(folder), "holds no editions.json; is it a folder that `build` made?")]
    editions = {edition.slug: edition for edition in catalog.editions}
    sources = {page.url: page for page in load_pages(project)[0]}
    problems = list(digest_problems(folder, places))
    bare = without_papers(folder, places)
    problems += no_papers(folder.name, bare, whole=len(bare) == len(places))
    for slug, place in places.items():
        edition = editions.get(slug) or Edition(slug, None, place)
        problems += published_problems(folder, catalog, edition, sources, is_paper if slug in bare else NONE)
        problems += paper_problems(project, edition, folder / place, absent_pages(sources.values(), catalog.site, edition)) if slug not in bare else []
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
    carried = is_carried(folder)
    named = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if file_is_named_so(path.name) and not carried(path)]
    problems = [Problem(name, "carries the owners' name in its file name; give it a neutral one") for name in named]
    return problems + list(asset_problems(project, folder, (page.read_text("utf-8", "replace") for page in pages if page.is_file())))


def edition_problems(
    folder: Path,
    catalog: Catalog,
    edition: Edition,
    sources: dict[str, Page],
    pages: Mapping[str, BuiltPage],
    elsewhere: Told = NONE,
) -> list[Problem]:
    """Return what is wrong with the pages that a build just made for an edition; `sources`: the pages of docs/, `pages`: those of the edition, by address.

    The edition at the top of the site, and what differs from it in more than values, is read in full; of the others every link. `elsewhere` tells of a
    file that is made at another time, or by another build.
    """
    folder, place = folder.resolve(), edition.path
    whole = not place
    read = [page for url, page in pages.items() if whole or (url in sources and sources[url].origin == "local")]
    problems = _page_problems(read, edition, catalog, sources)
    for url, messages in links_of(pages, folder, place, elsewhere).items():
        problems += [_problem(pages[url].name, _source(sources.get(url)), message) for message in messages]
    return problems + (list(_point_problems(list(pages.values()), edition, place, sources)) if whole else [])


def published_problems(folder: Path, catalog: Catalog, edition: Edition, sources: dict[str, Page], elsewhere: Told = NONE) -> list[Problem]:
    """Return what is wrong with an edition's pages as they lie in a built folder: every one is read in full; for `elsewhere` see edition_problems."""
    folder, place, sources = folder.resolve(), edition.path, sources_of(edition, sources)
    files = [file for file in files_of_edition(folder, place) if file.suffix == ".html"]
    names = {file.relative_to(folder / place).as_posix() for file in files}
    absent = absent_pages(sources.values(), catalog.site, edition)
    wanted = {url: page for url, page in sources.items() if url not in absent and not (place and url in ALONE)}
    problems = [Problem(f"{place}{url}", f"is not there (source: {page.name})") for url, page in wanted.items() if url not in names]
    broken = {file: message for file in files if (message := file_message(file))}
    problems += [_problem(file.relative_to(folder).as_posix(), "the build", message) for file, message in broken.items()]
    pages = {file.relative_to(folder / place).as_posix(): BuiltPage(file, file.relative_to(folder).as_posix()) for file in files if file not in broken}
    problems += _page_problems(pages.values(), edition, catalog, sources)
    for url, messages in links_of(pages, folder, place, elsewhere).items():
        problems += [_problem(pages[url].name, _source(sources.get(url)), message) for message in messages]
    return problems + list(_point_problems(list(pages.values()), edition, place, sources))


def _page_problems(pages: Iterable[BuiltPage], edition: Edition, catalog: Catalog, sources: dict[str, Page]) -> list[Problem]:
    adapted = adapted_lines(read_points(sources.values()))
    problems = []
    for page in pages:
        source = sources.get(page.name.removeprefix(edition.path))
        problems += [_problem(page.name, _source(source), message) for message in page_messages(page, source, edition, catalog, adapted)]
    return problems


def _source(page: Page | None) -> str:
    return page.name if page else "overrides/"


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


def _point_problems(pages: list[BuiltPage], edition: Edition, place: str, sources: dict[str, Page]) -> Iterator[Problem]:
    """Every point stands once, sheets apart, and says what it must."""
    where: dict[str, list[BuiltPage]] = {}
    for page in pages:
        if not page.name.removeprefix(place).startswith("sheets/"):
            for point in page.ids:
                if point in point_specs():
                    where.setdefault(point, []).append(page)
    own = own_words_of(edition.region, {})
    for key, spec in point_specs().items():
        found = where.get(key, [])
        if len(found) != 1 and not (own and key in own.left_out and not found):
            home = next((point.page for point in read_points(list(sources.values())) if point.id == key), None)
            name, written = (place + home.url, home.name) if home else (place or "./", "no page of docs/")
            yield _problem(name, written, f"{key.upper()} stands {len(found)} times in this edition, once is right")
        if len(found) != 1 or (own and key in own.reworded):
            continue  # of other words, the build warns what they lack
        page = found[0]
        text = plain(page.root.get_element_by_id(key).text_content()).casefold()
        source = sources.get(page.name.removeprefix(place))
        for keep in spec.keep:
            wanted = text_of(edition.region, KEEP_FIELDS[keep]) if keep in KEEP_FIELDS else keep
            if plain(wanted).casefold() not in text:
                yield _problem(page.name, source.name if source else "?", f"{key.upper()} lacks “{wanted}”")
