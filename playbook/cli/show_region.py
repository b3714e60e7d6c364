"""A region's file as it counts, with what its folder gives: YAML with the file and the line of every value."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playbook.cli.new_region import scalar
from playbook.files.diagnostics import Problem, ProblemsFound, did_you_mean
from playbook.files.yaml_file import YamlFile, YamlValue, read_yaml
from playbook.files.yaml_text import YamlPlace
from playbook.model.folder.merge import NEED_A_DAY, folded
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import RegionFile, region_files
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region
from playbook.model.region_file import REGIONS_FOLDER, load_region

COLUMN = 56  # where the notes stand, if the value leaves room


def shown(project: Path, slug: str, today: date) -> tuple[str, list[Problem]]:
    """Return a region's merged file as YAML, each line with where its value is written, and what is wrong in it. ProblemsFound if it cannot be read."""
    files = {file.slug: file for file in region_files(project)}
    if slug not in files:
        raise ProblemsFound([Problem(f"{REGIONS_FOLDER}/{slug}.yml", f"no such region; {did_you_mean(slug, files)}")])
    file, reader = files[slug], RegionReader(project)
    source, problems = reader.read(file.name)[0], load_region(project / file.name, today, reader)[1]
    if not source.data:
        raise ProblemsFound(problems)
    base = reader.common(file.common_file)[0] if file.common_file else YamlFile({}, {})
    return "\n".join([_head(file, base), *_lines(source), *_left(file, reader, source, base), ""]), problems


def _head(file: RegionFile, base: YamlFile) -> str:
    over = f" over {file.common_file}" if base.data else ""
    return f"# What counts for {file.slug}: {file.name}{over}. Change {'those files' if over else 'that file'}, not this text."


def _lines(source: YamlFile) -> Iterator[str]:
    order = [key for key in Region.model_fields if key in source.data]
    for key in dict.fromkeys((*order, *source.data)):
        yield from _entry(source, (key,), source.data[key], f"{_key(key)}:", "")


def _entry(source: YamlFile, place: YamlPlace, value: YamlValue, start: str, indent: str) -> Iterator[str]:
    """Yield the lines of a value; `start` is what stands before it on its first line, `indent` what those below it begin with."""
    if isinstance(value, dict) and value:
        yield _noted(start, source, place)
        for key, inner in value.items():
            yield from _entry(source, (*place, key), inner, f"{indent}  {_key(key)}:", f"{indent}  ")
    elif isinstance(value, list) and value:
        yield _noted(start, source, place)
        for number, inner in enumerate(value):
            yield from _item(source, (*place, number), inner, f"{indent}  ")
    else:
        text = _text(value) if isinstance(value, str) else str(value) if value is not None else ""
        yield _noted(f"{start} {text}".rstrip(), source, place)


def _item(source: YamlFile, place: YamlPlace, value: YamlValue, indent: str) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield from _entry(source, place, value, f"{indent}-", indent)
        return
    for number, (key, inner) in enumerate(value.items()):
        yield from _entry(source, (*place, key), inner, f"{indent}{'  ' if number else '- '}{_key(key)}:", f"{indent}  ")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*\+?", name) else scalar(name)


def _text(value: str) -> str:
    """Return a value as people write it: a day and a yes or no stand without quotes."""
    return value if re.fullmatch(r"20\d\d-\d\d-\d\d|true|false", value) else scalar(value)


def _noted(line: str, source: YamlFile, place: YamlPlace) -> str:
    return f"{line:<{COLUMN}}  # {_where(source, place)}"


def _where(source: YamlFile, place: YamlPlace) -> str:
    return f"{source.file(place).rpartition('/')[2]}:{source.line(place)}"


def _left(file: RegionFile, reader: RegionReader, source: YamlFile, base: YamlFile) -> Iterator[str]:
    """Yield what the folder gives and the region takes away, or cannot use yet."""
    own = read_yaml(reader.project / file.name, file.name)[0]
    for place in _empty(own.data):
        inside = base.data.get(str(place[0])) if len(place) > 1 else base.data
        if isinstance(inside, dict) and folded(str(place[-1])) in map(folded, inside):
            yield f"# {own.key(place)}: taken away  # {_where(own, place)}"
    for key in MEETINGS:
        meeting, before = source.data.get(key), base.data.get(key)
        given = own.data.get(key)
        if isinstance(before, dict) and isinstance(meeting, dict):
            for name in (name for name in NEED_A_DAY if name in before and name not in meeting and not (isinstance(given, dict) and name in given)):
                yield f"# {key}.{name}: waits for a date  # {_where(base, (key, name))}"
    if "results_on_sheets" in base.data and "results_on_sheets" not in source.data and "results_on_sheets" not in own.data:
        yield f"# results_on_sheets: waits for results  # {_where(base, ('results_on_sheets',))}"


def _empty(data: dict[str, YamlValue]) -> Iterator[YamlPlace]:
    for key, value in data.items():
        if value is None:
            yield (key,)
        yield from ((key, name) for name, inner in value.items() if inner is None) if isinstance(value, dict) else ()
