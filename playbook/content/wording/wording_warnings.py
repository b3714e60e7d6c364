"""What a build warns of in a region's own words, and stops for none of it: terms of the tool that are missing, new figures, brackets that stay, talks without an ask, offers replaced."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point, read_points
from playbook.content.sheet_plan import ASKS, all_sheets
from playbook.content.wording.own_audiences import own_audiences, region_for
from playbook.content.wording.own_words import PARTS, OwnWords, own_words_of
from playbook.files.diagnostics import Problem
from playbook.files.yaml_file import YamlFile
from playbook.model.audience import AUDIENCES, OFFERED
from playbook.model.edition import Catalog, Edition
from playbook.model.folder.read_region import RegionReader
from playbook.model.formatting import names_in_words
from playbook.model.stage import STAGES
from playbook.model.wording.brackets import FILLED, unknown_brackets
from playbook.model.wording.point_words import ALWAYS


def own_word_warnings(project: Path, catalog: Catalog) -> tuple[Problem, ...]:
    """Return the warnings for all editions, each with file, line and key."""
    own = [edition for edition in catalog.editions if edition.region and (edition.region.points or edition.region.audiences)]
    said = {point.id: point for point in read_points(load_pages(project)[0])} if own else {}
    reader = RegionReader(project)
    return tuple(dict.fromkeys(problem for edition in own for problem in _of_edition(reader, edition, said)))


def _of_edition(reader: RegionReader, edition: Edition, said: Mapping[str, Point]) -> Iterator[Problem]:
    region = edition.region
    if not region:
        return
    source, _ = reader.read(edition.source)
    for key in OFFERED:
        if key in region.audiences and region.audiences[key].like:
            message = f"is an audience of your own now, though {key} is offered ready-made; take out like to use that, or choose another key"
            yield source.problem(("audiences", key, "like"), message)
    words = own_words_of(region, said)
    found: list[tuple[tuple[str, ...], str, str]] = []
    if words:
        found += [(("points",), key, message) for key, message in (*_adapted(words), *_brackets(words), *_asks(words)) if key in region.points]
    for own in own_audiences(region).values():
        if heard := own_words_of(region_for(region, own), said, own.offered):
            given = region.audiences[own.key].points
            found += [(("audiences", own.key, "points"), key, message) for key, message in (*_adapted(heard), *_brackets(heard)) if key in given]
    for place, key, message in found:
        yield source.problem((*place, _written(source, place, key)), message, ".".join((*place, key)))


def _written(source: YamlFile, within: tuple[str, ...], key: str) -> str:
    """Return a point's key as the file writes it."""
    return next((str(place[-1]) for place in source.lines if place[:-1] == within and str(place[-1]).lower() == key), key)


def _adapted(words: OwnWords) -> Iterator[tuple[str, str]]:
    """Yield why a reworded point of the tool is no longer an adapted one."""
    for key, own in words.reworded.items():
        if point_specs()[key].origin != "toolkit":
            continue
        given = {stage for part in PARTS for stage in (getattr(own, part) or {})}
        stages = [words.region.stage if stage == ALWAYS else stage for stage in given]
        lost = dict.fromkeys(term for stage in stages for term in words.missing(key, stage))
        new = dict.fromkeys(figure for stage in stages for figure in words.figures(key, stage))
        because = ([f"lacks {_quoted(lost)}, which the tool says here"] if lost else []) + (
            [f"adds {_quoted(new)}, which the tool does not say here"] if new else []
        )
        if because:
            yours = "it" if all(getattr(own, part) for part in PARTS) else "your words, where none of the tool's stand beside them,"
            yield key, f"{' and '.join(because)}; so your edition calls {yours} your own point, not an adapted one. Change it, or leave it so"


def _brackets(words: OwnWords) -> Iterator[tuple[str, str]]:
    for key, own in words.region.points.items():
        texts = [text for part in PARTS for text in (getattr(own, part) or {}).values()]
        if unknown := dict.fromkeys(bracket for text in texts for bracket in unknown_brackets(text)):
            yield key, f"holds {', '.join(unknown)}, which stands as it is; filled are {', '.join(f'[{name}]' for name in FILLED)}"


def _asks(words: OwnWords) -> Iterator[tuple[str, str]]:
    """Yield which talks have no ask any more."""
    for stage, key in ASKS.items():
        if key in words.left_out:
            yield key, f"is left out, and with it the ask that ends each talk at the stage {stage} (team/practice)"
    for key in words.left_out & words.region.points.keys():
        sheets = [sheet for sheet in all_sheets() if _is_last_ask(sheet.asks("handout" if sheet.handout else "front"), key, words.left_out)]
        for stage in STAGES:
            if whom := dict.fromkeys(AUDIENCES[sheet.audience].label.lower() for sheet in sheets if sheet.stage == stage):
                yield key, f"is left out, so sheets for {names_in_words(list(whom))} at the stage {stage} ask for nothing"


def _is_last_ask(asks: Collection[object], key: str, left_out: Collection[str]) -> bool:
    ids = {getattr(ask, "id", "") for ask in asks}
    return key in ids and ids <= set(left_out)


def _quoted(found: Collection[str]) -> str:
    return ", ".join(f"“{text}”" for text in found)
