"""What makes a sheet too long for its sides: the typesetter measures by how much, and the point or the region's value that grew is named."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from playbook.content.page import Page
from playbook.content.point_spec import PointSpec
from playbook.content.point_text import EXPRESSION, Point, read_points
from playbook.content.sheet_plan import SECTIONS, Sheet
from playbook.files.diagnostics import Problem
from playbook.model.edition import Edition
from playbook.model.folder.read_region import RegionReader
from playbook.model.region_fields import places_of, value_of
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Document
from playbook.paper.fit import Measure, own_sides
from playbook.paper.neutral_page import OWN_POINT, fields_of, length_of, neutral
from playbook.paper.paper_plan import Paper

LONG, NAMED = 1.6, 3  # a point so many times as long as the others may have grown; so many are named at most
LINE_SIGNS = 50  # characters of a line in a column
SIDES = ("front", "back")  # of a sheet to say, as points.yml calls them


@dataclass(frozen=True)
class Overflow:
    """What makes a side too long: where it stands, which side of what paper, by how many lines, and what to do about it."""

    file: str
    line: int
    key: str
    side: str
    lines: int
    remedy: str


@dataclass(frozen=True)
class TooLongPage:
    """A built page of an edition that is too long on paper: what it becomes there, its source and those of all pages, and how it is measured."""

    project: Path
    edition: Edition
    page: BuiltPage
    paper: Paper
    source: Page
    pages: Collection[Page]
    measure: Measure

    def without(self, keys: Collection[str]) -> Document:
        """Return the page as a document with neutral words for these fields."""
        return self.paper.read(neutral(self.page, keys))

    def fits_without(self, side: int, keys: Collection[str]) -> bool:
        """Tell whether a side fits with neutral words for these fields."""
        return not self.measure.lines_over(self.without(keys), side, 1)


def overflows(long: TooLongPage) -> list[Overflow]:
    """Return what makes the paper of a built page too long: values of the region's, or, if it is with neutral words too, what its pages say."""
    region = long.edition.region
    keys = sorted(fields_of(long.page), key=partial(length_of, long.page), reverse=True) if region else []
    found: list[Overflow] = []
    document, plain = long.paper.read(long.page), long.without(keys)
    for number in range(count := len(own_sides(plain))):
        if lines := long.measure.lines_over(plain, number):
            found += _of_pages(long.source, long.pages, long.paper.sheet, number, count, lines)
        elif region and (lines := long.measure.lines_over(document, number)):
            grown = _grown(keys, partial(long.fits_without, number))
            found += [_of_region(RegionReader(long.project), long.edition, key, _side_name(long.source, number, count), lines) for key in grown]
    return found


def _grown(keys: list[str], fits_without: Callable[[Collection[str]], bool]) -> list[str]:
    """Return the field that alone makes a side too long, or the first of several that do it together; all of them make it fit."""
    for key in keys:
        if fits_without([key]):
            return [key]
    return next((keys[:count] for count in range(2, len(keys)) if fits_without(keys[:count])), keys)


def merged(found: Iterable[Overflow]) -> list[Problem]:
    """Return overflows as problems, one for each place in a file, whatever the number of sheets that it makes too long."""
    places: dict[tuple[str, int, str], list[Overflow]] = {}
    for one in found:
        places.setdefault((one.file, one.line, one.key), []).append(one)
    return [_problem(same) for same in places.values()]


def _problem(same: list[Overflow]) -> Problem:
    first, most = same[0], max(one.lines for one in same)
    more = f" and {len(same) - 1} more" if len(same) > 1 else ""
    about = f"about {most} line{'' if most == 1 else 's'}"
    return Problem(first.file, f"makes {first.side}{more} too long by {about}; {first.remedy}", first.line, first.key)


def _of_region(reader: RegionReader, edition: Edition, key: str, side: str, lines: int) -> Overflow:
    """A value of the region file, or of what its folder gives."""
    region, (source, _) = edition.region, reader.read(edition.source)
    written, remedy = key, "shorten it, or take it off this side"
    if region and not key.startswith(OWN_POINT):
        written = next((place for place in places_of(key) if value_of(region, place)), places_of(key)[0])
        count = len(region.convener) if written == "convener" else 1
        remedy = f"shorten it, or name fewer than {count}" if count > 1 else "shorten it"
    place = tuple(written.split("."))
    return Overflow(source.file(place), source.line(place), written, side, lines, remedy)


def _of_pages(source: Page, pages: Collection[Page], sheet: Sheet | None, number: int, count: int, lines: int) -> Iterator[Overflow]:
    """The longest points of a side; of a page with no points of its own, its longest paragraph."""
    side = _side_name(source, number, count)
    if not sheet:
        yield Overflow(source.name, _longest_paragraph(source), "", side, lines, "shorten it")
        return
    said = {point.id: point for point in read_points(list(pages))}
    kind = "handout" if sheet.handout else SIDES[number]
    remedy = f"shorten it or take a point from the sheet (`{kind}` in playbook/content/points.yml)"
    lengths = {point: _spoken(point, spec, kind) for spec in sheet.points(kind) if (point := said.get(spec.id))}
    lengths |= {point: _spoken(point, None, kind) for section in sheet.talk(kind) if (point := said.get(SECTIONS[section]))}
    typical, spared = median(lengths.values()), 0.0
    for rank, point in enumerate(sorted(lengths, key=lambda point: lengths[point], reverse=True)[:NAMED]):
        if rank and (lengths[point] < LONG * typical or spared >= lines * LINE_SIGNS):
            return  # as long as others, or those before it would be enough
        spared += lengths[point] - typical
        yield Overflow(point.page.name, point.line, point.id.upper(), side, lines, remedy)


def _spoken(point: Point, spec: PointSpec | None, kind: str) -> int:
    """Return how many characters a side shows of a point: on side one, the line to say."""
    text = point.opening if kind == "front" and spec and spec.say else f"{point.opening} {point.detail}"
    return len(EXPRESSION.sub("a value", text))


def _side_name(source: Page, number: int, count: int) -> str:
    stem = source.path.removesuffix(".md").rpartition("/")[2]
    return f"side {('one', 'two', 'three', 'four')[number]} of {stem}" if count > 1 else stem


def _longest_paragraph(page: Page) -> int:
    """Return the line on which a page's longest paragraph begins."""
    longest = max(re.finditer(r"(?:.+\n?)+", page.body), key=lambda part: len(part[0]))
    return page.body_line + page.body.count("\n", 0, longest.start())
