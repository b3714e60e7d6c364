"""The built folder, held against what we promise: credits, origins, points, names, links, policies, and no third party."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from playbook import attribution
from playbook.assets import asset_problems
from playbook.attribution import LOGO_STEM
from playbook.built import BuiltPage, is_foreign, plain, target
from playbook.edition import Catalog, Edition
from playbook.field import text_of
from playbook.manifest import digest_problems, files_of, read_manifest
from playbook.owner import OWNERS_NAME
from playbook.page import Page, load_pages
from playbook.papers import paper_problems
from playbook.duty import duties
from playbook.points import read_points
from playbook.policy import policy_messages
from playbook.problem import Problem

LEFT_OVER = re.compile(r"\{\{|\{%|\bXX industry\b|Macro Rendering Error|\bNone\b(?= (in|of|industry)\b)")
MANY = 5  # pages with the same fault, from which on it is one fault
KEEP_FIELDS = {  # what <angle brackets> in points.yml stand for
    "<program>": "program", "<industry>": "industry", "<region>": "region", "<speaker role>": "speaker_role",
    "<planning meeting date>": "planning_meeting.date", "<launch meeting date>": "launch_meeting.date",
}  # fmt: skip


def check_folder(project: Path, folder: Path, catalog: Catalog, deployed: bool = True) -> list[Problem]:
    """Return everything in a built folder that breaks a promise. Each problem names the built page and its source.

    `deployed` opens every PDF and Word file, too, and compares every digest.
    """
    places = read_manifest(folder)
    if places is None:
        return [Problem(str(folder), "holds no editions.json; is it a folder that `build` made?")]
    editions = {edition.slug: edition for edition in catalog.editions}
    problems = list(digest_problems(folder, places)) if deployed else []
    for slug, place in places.items():
        edition = editions.get(slug) or Edition(slug, None, place)
        problems += edition_problems(project, folder, catalog, edition)
        problems += paper_problems(project, edition, folder / place) if deployed else []
    pages = [file for place in places.values() for file in files_of(folder, place) if file.suffix == ".html"]
    return said_once(problems + folder_problems(project, folder, pages))


def folder_problems(project: Path, folder: Path, pages: Iterable[Path]) -> list[Problem]:
    """Return what is wrong with file names and assets, going by what these pages ask for."""
    named = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if OWNERS_NAME.search(path.name)]
    problems = [Problem(name, "carries the owners' name in its file name; give it a neutral one") for name in named]
    return problems + list(asset_problems(project, folder, (page.read_text("utf-8") for page in pages)))


def edition_problems(
    project: Path, folder: Path, catalog: Catalog, edition: Edition, fresh: Collection[str] | None = None, elsewhere: Callable[[str], bool] = lambda name: False
) -> list[Problem]:
    """Return what is wrong with the pages of an edition in a built folder.

    `fresh`: the names of pages that a build made in a form that no page before had; others differ from one of these in values alone, and only
    these are read. `elsewhere` tells of a file that is made at another time, or by another build.
    """
    folder, place = folder.resolve(), edition.path
    sources = {page.url: page for page in load_pages(project)[0]}
    files = [file for file in files_of(folder, place) if file.suffix == ".html"]
    names = {file.relative_to(folder / place).as_posix() for file in files}
    problems = [Problem(f"{place}{url}", f"is not there (source: {page.name})") for url, page in sources.items() if url not in names]
    pages = [BuiltPage(file, file.relative_to(folder).as_posix()) for file in files]
    read = [page for page in pages if fresh is None or page.name in fresh]
    for page in read:
        source = sources.get(page.name.removeprefix(place))
        said = partial(_problem, page.name, source.name if source else "overrides/")
        problems += [said(message) for message in _page_messages(page, source, edition, catalog)]
        problems += [said(message) for message in _link_messages(page, folder, elsewhere)]
    problems += _point_problems(read, edition, place, sources, whole=len(read) == len(pages))
    _anchors.cache_clear()
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


def _page_messages(page: BuiltPage, source: Page | None, edition: Edition, catalog: Catalog) -> Iterator[str]:
    origin = source.origin if source else "playbook"
    yield from _credit_messages(page, origin, edition)
    if bool(page.root.xpath(f'//img[contains(@src, "{LOGO_STEM}")]')) != bool(catalog.site.official_logo and origin == "toolkit"):
        yield "shows the official logo where it must not, or lacks it where it must stand"
    titles = [page.title, *page.root.xpath('//meta[starts-with(@property, "og:") and not(contains(@property, "description"))]/@content')]
    if origin != "toolkit":
        titles += page.text("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
    for title in titles:
        if OWNERS_NAME.search(title):
            yield f'carries the owners\' name in a title of ours: "{title}"'
    for picture in page.root.xpath("//img"):
        if LOGO_STEM not in picture.get("src", "") and OWNERS_NAME.search(f"{picture.get('alt', '')} {picture.get('src', '')}"):
            yield f"a picture of ours carries the owners' name: {picture.get('src')}"
    if left := LEFT_OVER.search(page.raw):
        yield f'a placeholder is left over: "{plain(page.raw[left.start() : left.start() + 40])}"'
    yield from policy_messages(page)
    for address in page.loads():
        if is_foreign(address):
            yield f"asks a third party for {address}"
    for twice, count in Counter(page.ids).items():
        if count > 1:
            yield f'the id "{twice}" stands {count} times'


def _credit_messages(page: BuiltPage, origin: str, edition: Edition) -> Iterator[str]:
    feet = [plain(element.text_content()) for element in page.by_class("credit")]
    expected = plain(attribution.foot(origin, edition.region))
    if expected not in feet:
        yield f"lacks the credit “{expected}”"
    for foot in feet:
        if foot != expected:
            yield f"carries another credit than its origin's: “{foot}”"
    lines = [plain(element.text_content()) for element in page.by_class("origin-line")]
    if plain(attribution.line(origin, edition.region)) not in lines:
        yield f"lacks its origin line “{attribution.line(origin, edition.region)}”"
    if origin == "toolkit" and attribution.request(origin) not in plain(page.root.text_content()):
        yield "lacks the request to join the Community of Practice"


def _link_messages(page: BuiltPage, folder: Path, elsewhere: Callable[[str], bool]) -> Iterator[str]:
    for address in dict.fromkeys([*page.links(), *(a for a in page.loads() if not is_foreign(a) and not a.startswith("data:"))]):
        aim = target(page, address)
        if aim is None:
            continue
        file, anchor = aim
        if not file.is_relative_to(folder):
            yield f"links out of the site: {address}"
        elif not file.is_file() and not elsewhere(file.relative_to(folder).as_posix()):
            yield f"links to {address}, which is not there"
        elif anchor and file.suffix == ".html" and anchor not in (page.ids if file == page.file else _anchors(file)):
            yield f"links to {address}, but that page has no such anchor"


@cache
def _anchors(file: Path) -> frozenset[str]:
    return frozenset(BuiltPage(file, "").ids)


def _point_problems(pages: list[BuiltPage], edition: Edition, place: str, sources: dict[str, Page], whole: bool) -> Iterator[Problem]:
    """Every point stands once, sheets apart, and says what it must. `whole`: the pages are all that the edition has."""
    homes = {point.id: point.page for point in read_points(list(sources.values()))}
    where: dict[str, list[BuiltPage]] = {}
    for page in pages:
        if not page.name.removeprefix(place).startswith("sheets/"):
            for point in page.ids:
                if point in duties():
                    where.setdefault(point, []).append(page)
    for key, duty in duties().items():
        found = where.get(key, [])
        if not (found or whole):
            continue
        if len(found) != 1:
            home = homes.get(key)
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
