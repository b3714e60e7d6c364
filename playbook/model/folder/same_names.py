"""Editions that readers cannot tell apart: one name and one industry in two region files."""

from collections.abc import Iterator, Mapping

from playbook.files.diagnostics import Problem
from playbook.files.yaml_file import YamlFile
from playbook.model.folder.read_region import RegionReader
from playbook.model.region import Region


def same_names(reader: RegionReader, regions: Mapping[str, Region]) -> Iterator[Problem]:
    """Yield a warning for each file, of `regions` by the names of their files, that has the name and the industry of one before it.

    A partnership's name that the folder gives to all its files names none of them, so that its region counts, too.
    """
    first: dict[tuple[str, ...], str] = {}
    for name, region in regions.items():
        source, _ = reader.read(name)
        key, words = _name(source, region)
        industry = region.industry or ""
        known = tuple(_folded(text) for text in (*words, industry, region.state or ""))
        if (other := first.setdefault(known, name)) != name:
            both = f"“{words[-1]}”, with {f'the industry {industry}' if industry else 'no industry'},"
            remedy = "nobody can tell the two apart in the list of editions; give one of them another name, or delete the file that you do not need"
            yield Problem(name, f"{both} is the name in {other}, too; {remedy}", source.line((key,)), key)


def _name(source: YamlFile, region: Region) -> tuple[str, tuple[str, ...]]:
    """Return the key that names an edition, and the words of its name, the telling ones last."""
    if not region.partnership:
        return "region", (region.region,)
    if source.file(("partnership",)) == source.name:
        return "partnership", (region.partnership,)
    return "region", (region.partnership, region.region)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
