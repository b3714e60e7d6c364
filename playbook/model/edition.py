"""Editions: which there are, and where each stands in the site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound, did_you_mean
from playbook.files.yaml_file import read_yaml
from playbook.model.clock import current, day_in
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import region_files
from playbook.model.folder.same_names import same_names
from playbook.model.formatting import capitalized
from playbook.model.region import Region
from playbook.model.region_file import EXAMPLES_FOLDER, REGIONS_FOLDER, load_regions, odd_moves, off_rhythms, stale
from playbook.model.site_config import SITE_FILE, Site, load_site
from playbook.model.stage import STAGES
from playbook.model.stray_files import folder_problems, settings_problems, unnamed_pictures

UNLOCALIZED = ""
LEFT = "is a fictional example, which leaves the site once a region of your own is there; to build it beside yours, add --examples"


@dataclass(frozen=True, eq=False)
class Edition:
    """The playbook for one region file, or, without a region, the unlocalized one. Meetings that have passed are no longer in the region."""

    slug: str
    region: Region | None
    path: str  # from the top of the site: "" or "regions/pine-valley/"
    folder: str = REGIONS_FOLDER  # of the project, where the region's file and its picture lie

    @property
    def name(self) -> str:
        """The edition's name for lists and progress lines, plain text."""
        return self.region.region if self.region else "for any region"

    @property
    def entry(self) -> "EditionEntry":
        """What the list of editions says of this one."""
        region = self.region
        if not region:
            return EditionEntry("", "General edition", "Neutral words, such as “our region”", "", False)
        title = ": ".join(filter(None, (capitalized(region.region), region.partnership)))
        return EditionEntry(region.state or "", title, capitalized(region.industry or "industry to be chosen"), STAGES[region.stage].label, region.example)

    @property
    def stage(self) -> str:
        """The stage that the edition's sheets show first; without a region the beginning."""
        return self.region.stage if self.region else next(iter(STAGES))

    @property
    def source(self) -> str:
        """The file that makes this edition what it is."""
        return f"{self.folder}/{self.slug}.yml" if self.region else "docs/"

    @property
    def to_top(self) -> str:
        """The way from this edition's top to the site's: "", "../" or "../../"."""
        return "../" * self.path.count("/")


@dataclass(frozen=True)
class EditionEntry:
    """An entry in the list of editions, plain text: the state that it stands under (empty where none is named), and what it is."""

    state: str
    title: str
    industry: str
    stage: str
    is_example: bool


@dataclass(frozen=True)
class Catalog:
    """All that is to be published: what the copy sets, its editions (the root's first), and warnings."""

    site: Site
    editions: tuple[Edition, ...]
    warnings: tuple[Problem, ...]
    left_out: frozenset[str] = frozenset()  # slugs of examples that leave a site with an edition of the copy's own

    def chosen(self, slugs: tuple[str, ...]) -> tuple[Edition, ...]:
        """Return the named editions; ProblemsFound for a slug that names none."""
        by_slug = {edition.slug: edition for edition in self.editions if edition.slug}
        unknown = [slug for slug in slugs if slug not in by_slug]
        if unknown:
            raise ProblemsFound(Problem(f"{EXAMPLES_FOLDER}/{s}.yml", LEFT) if s in self.left_out else _no_edition(s, by_slug) for s in unknown)
        return tuple(by_slug[slug] for slug in dict.fromkeys(slugs))


def load_catalog(project: Path, when: date | datetime, examples: bool = False, only: tuple[str, ...] = ()) -> Catalog:
    """Read site.yml and every region file, or `only` those with these slugs. ProblemsFound with the problems of all that are read.

    `when` is the day, or the moment, whose day each region has in its own time zone. Examples leave as soon as one edition that is none exists; `examples` keeps them.
    """
    site, problems = load_site(project)
    regions, found = load_regions(project, day_in(when), only)
    files = {file.slug: file for file in reversed(region_files(project))}
    meant = (*only, *(f"/{files[slug].folder}/_all" for slug in only if slug in files))
    found += [problem for problem in (*settings_problems(project), *folder_problems(project)) if not only or _may_be_meant(problem.file, meant)]
    found += _unknown(project, only)
    if only and site.home not in only:
        site = site.model_copy(update={"home": None})  # the edition is looked at alone
    if problems + found:
        raise ProblemsFound(problems + found)
    left_out = frozenset[str]()
    if not examples and any(not region.example for region in regions.values()):
        left_out = frozenset(slug for slug, region in regions.items() if region.example and slug != site.home)
        regions = {slug: region for slug, region in regions.items() if slug not in left_out}
    editions = [Edition(UNLOCALIZED, None, "toolkit/" if site.home else "")]
    for slug, region in regions.items():
        editions.append(Edition(slug, current(region, when), "" if slug == site.home else f"{REGIONS_FOLDER}/{slug}/", files[slug].folder))
    reader = RegionReader(project)
    warnings = [problem for slug, region in regions.items() if not region.example for problem in _to_look_at(reader, files[slug].name, region, when)]
    warnings += same_names(reader, {files[slug].name: region for slug, region in regions.items() if not region.example})
    warnings += [problem for problem in unnamed_pictures(project) if not only or _may_be_meant(problem.file, meant)]
    warnings += _page_for_site(project, site, [edition.path for edition in editions])
    return Catalog(site, tuple(sorted(editions, key=lambda e: (e.path != "", e.slug))), tuple(dict.fromkeys(warnings)), left_out)


def _page_for_site(project: Path, site: Site, paths: list[str]) -> Iterator[Problem]:
    """Yield a warning where the site's address ends as one of its own editions or pages does, such as /regions/lane/ or /team/invite."""
    docs = project / "docs"
    names = {*paths, *(path.relative_to(docs).with_suffix("").as_posix().removesuffix("index") for path in docs.rglob("*.md"))}
    address = f"{(site.site_url or '').rstrip('/')}/"
    ends = [end for name in names if (end := name.strip("/")) and address.endswith(f"/{end}/") and "//" in address.removesuffix(f"{end}/")[:-1]]
    for end in sorted(ends, key=len, reverse=True)[:1]:
        folder = address.removesuffix(f"{end}/")
        yield read_yaml(project / SITE_FILE, SITE_FILE)[0].problem(
            ("site_url",), f"ends in {end}, as the address of a page of the site does; is the whole site there, or at {folder}?"
        )


def _unknown(project: Path, slugs: tuple[str, ...]) -> list[Problem]:
    known = [file.slug for file in region_files(project)]
    return [_no_edition(slug, known) for slug in slugs if slug not in known]


def _no_edition(slug: str, known: Iterable[str]) -> Problem:
    return Problem(f"{REGIONS_FOLDER}/{slug}.yml", f"no such edition; {did_you_mean(slug, known)}")


def _may_be_meant(file: str, slugs: tuple[str, ...]) -> bool:
    """Tell whether a file that nothing reads may be one of the regions' under a wrong name."""
    return not file.startswith((f"{REGIONS_FOLDER}/", f"{EXAMPLES_FOLDER}/")) or any(slug in f"/{file.lower()}".replace(" ", "-") for slug in slugs)


def _to_look_at(reader: RegionReader, name: str, region: Region, when: date | datetime) -> list[Problem]:
    """Return a warning with its line for each date of a file that has passed while the stage stayed as it was, or is none of its rhythm."""
    found = stale(region, when) + off_rhythms(region, when) + odd_moves(region, when)
    if not found:
        return []
    source, _ = reader.read(name)
    return [source.problem(tuple(key.split(".")), message) for key, message in found]
