"""The publication gate: what a preview may show but the public must not see. Every message says which key to fill."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from playbook.check.left_open import is_left_open
from playbook.content.page import LOCAL, load_pages
from playbook.files.diagnostics import Problem
from playbook.files.yaml_file import YamlFile, read_yaml
from playbook.files.yaml_text import YamlPlace
from playbook.model.address import OF_ONE_NETWORK, host_of, is_public
from playbook.model.edition import Catalog, Edition
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import RegionFile
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Logo, Region, Seat
from playbook.model.region_file import EXAMPLES_FOLDER, load_regions
from playbook.model.site_config import SITE_FILE, Site
from playbook.model.wording.own_figures import Result

# what names somebody or claims something, and so cannot be the same as in an example by chance
TELLING = ("region", "region_long", "partnership", "name", "organization", "alt", "text", "source", "place")
COMMON_PLACES = ("library", "main library")  # places of examples that are anywhere
RESERVED = re.compile(r"(^|[@/.])example\.(org|com|net|edu)\b|\.(example|invalid|test)([/:?#]|$)", re.IGNORECASE)  # RFC 2606
FICTIONAL_PHONE = re.compile(r"555\D{0,3}(010\D?)?01\d\d\b")  # kept free for fiction in the North American plan
TO_FILL_IN = "looks like a place to fill in; write the words or leave the key out"


def gate(project: Path, catalog: Catalog, today: date) -> list[Problem]:
    """Return what stands in the way of publishing; editions of examples/ are exempt."""
    real = [edition for edition in catalog.editions if edition.region and not edition.region.example]
    shown = values_of_examples(project, today)
    reader = RegionReader(project)
    problems = [problem for edition in real for problem in _edition_problems(reader, edition, catalog.site, shown)]
    fictional = f"is marked as a fictional example; take that line away if it is a real region, or move the file to {EXAMPLES_FOLDER}/"
    problems += [
        _at(reader.read(edition.source)[0], ("example",), fictional)
        for edition in catalog.editions
        if edition.region and edition.region.example and edition.folder.partition("/")[0] != EXAMPLES_FOLDER
    ]
    return list(dict.fromkeys([*problems, *_site_problems(project, catalog, bool(real)), *page_problems(project)]))


def publishes(catalog: Catalog) -> str:
    """Return a sentence on what goes out."""
    names = {edition.slug: edition.region for edition in catalog.editions if edition.region}
    real = [slug for slug, region in names.items() if not region.example]
    if real:
        return f"To be published: the general edition and {', '.join(real)}."
    fictional = f"the fictional examples ({', '.join(names)}), each marked as such on every page" if names else "no region"
    return f"To be published: the general edition and {fictional}. No edition of your own yet: add regions/<your-region>.yml with your own values."


def _edition_problems(reader: RegionReader, edition: Edition, site: Site, shown: set[str]) -> Iterator[Problem]:
    region = edition.region
    if not region:
        return
    source, _ = reader.read(edition.source)
    yield from convener_problems(source, edition.source, site)
    yield from text_problems(source, texts_of(region), shown)


def convener_problems(source: YamlFile, name: str, site: Site) -> Iterator[Problem]:
    """Yield why partners cannot tell or reach who calls the meetings, as far as a region's file can be read; `name` is the file's."""
    given = source.data.get("convener")
    conveners = given if isinstance(given, list) else [given] if given else []
    if "convener" in source.unread:
        return
    if not conveners:
        either = f" here, or to {common} for the whole folder" if (common := RegionFile(name).common_file) else ""
        yield _at(source, ("convener",), f"is required to publish: partners need to know who calls the meetings; add a name{either}")
    elif not site.feedback and not any(isinstance(one, dict) and any(map(one.get, ("email", "phone", "url"))) for one in conveners):
        yield _at(source, ("convener",), "nobody can be reached: add an email, phone or url to a convener (or feedback to site.yml)")


def text_problems(source: YamlFile, texts: Iterable[tuple[YamlPlace, str]], shown: set[str]) -> Iterator[Problem]:
    """Yield what must not be published among the texts of a region's file; `shown`: what examples say."""

    def at(place: YamlPlace, message: str) -> Problem:
        return _at(source, place, message)

    for place, value in texts:
        if RESERVED.search(value):
            yield at(place, f'"{value}" is an address of the examples; write your own or leave the key out')
        elif _name(place) in ("url", "email", "online") and not is_public(host_of(value)):
            yield at(place, f'"{value}" {OF_ONE_NETWORK}')
        elif FICTIONAL_PHONE.search(value):
            yield at(place, f'"{value}" is a number of the examples (555-01…); write your own or leave the key out')
        elif is_left_open(value, filled=place[0] in ("points", "partner_ask", "audiences", "terms")):
            yield at(place, f'"{value}" {TO_FILL_IN}')
        elif _name(place) in TELLING and _folded(value) in shown:
            yield at(place, f'"{value}" is left over from an example; write your own (if it is yours, say it more exactly, like “Pine Valley, Utah”)')


def _site_problems(project: Path, catalog: Catalog, own: bool) -> list[Problem]:
    source = read_yaml(project / SITE_FILE, SITE_FILE)[0] if (project / SITE_FILE).is_file() else YamlFile({}, {})
    given = {key: str(value) for key in ("site_url", "feedback", "repository") if (value := getattr(catalog.site, key))}
    problems = [_at(source, (key,), f'"{value}" is an address of the examples; write your own or leave it empty')
                for key, value in given.items() if RESERVED.search(value) or "github.com/example/" in value]  # fmt: skip
    problems += [_at(source, (key,), f'"{value}" {OF_ONE_NETWORK}') for key, value in given.items() if not is_public(host_of(value))]
    if catalog.site.name and is_left_open(catalog.site.name):
        problems.append(_at(source, ("name",), f'"{catalog.site.name}" {TO_FILL_IN}'))
    front = next((edition for edition in catalog.editions if edition.slug == catalog.site.home), None)
    if own and front and front.region and front.region.example:
        problems.append(_at(source, ("home",), f'"{front.slug}" is a fictional example; name your own edition or leave it empty'))
    return problems


def page_problems(project: Path) -> Iterator[Problem]:
    """Yield what is left open at the head of local pages."""
    for page in load_pages(project)[0]:
        for key in ("title", "description", "author") if page.path.startswith(LOCAL) else ():
            if is_left_open(value := str(page.front.data.get(key, ""))):
                yield Problem(page.name, f'"{value}" {TO_FILL_IN}', page.front.line((key,)), key)


def values_of_examples(project: Path, today: date) -> set[str]:
    """Return the telling values of every example: those of the model's help, and those of the example files that are still there."""
    examples = [region for region in load_regions(project, today)[0].values() if region.example]
    values = {_folded(value) for region in examples for place, value in texts_of(region) if _name(place) in TELLING}
    for model in (Region, Convener, Meeting, Result, Seat, Logo):
        for key, field in model.model_fields.items():
            values |= {_folded(example) for example in field.examples or () if key in TELLING}
    return values - set(COMMON_PLACES)


def texts_of(value: object, place: YamlPlace = ()) -> Iterator[tuple[YamlPlace, str]]:
    """Yield every text of a region, or of what its file says, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, BaseModel):
        for key in value.model_fields_set:
            yield from texts_of(getattr(value, key), (*place, key))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, (*place, key))
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from texts_of(inner, (*place, number))


def _name(place: YamlPlace) -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "")


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())


def _at(source: YamlFile, place: YamlPlace, message: str) -> Problem:
    written: YamlPlace = ()
    for part in place:
        if not written or (*written, part) in source.lines:
            written = (*written, part)
    return source.problem(written, message)
