"""The build: lint the sources, render every edition, share the assets, verify, and only then publish."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from playbook.build.edition_build import Order
from playbook.build.processes import make_editions
from playbook.check.markdown_lint import lost_links
from playbook.check.site_check import folder_problems, said_once
from playbook.check.source_check import lint
from playbook.content.wording.wording_warnings import own_word_warnings
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.edition import Catalog, Edition, load_catalog
from playbook.model.site_config import DOMAIN_FILE
from playbook.output.atomic_folder import alone, building, put_in_place
from playbook.output.cache import cache_folder, prune
from playbook.output.carry_over import carry_over
from playbook.output.site_manifest import MANIFEST_FILE, OTHER_EDITIONS, read_manifest, write_digests, write_manifest
from playbook.render.common_pages import make_common_pages
from playbook.render.left_out.files import take_from_top, take_idle_styles
from playbook.render.mkdocs_build import add_official_logo

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Summary:
    """What a build made."""

    editions: int
    pages: int
    warnings: int
    seconds: float
    open_here: Path


@dataclass(frozen=True)
class Share:
    """One of several shares of the editions, each built on a machine of its own; put into one folder they are the whole site.

    The first has the root, too; the list of editions is in each.
    """

    number: int = 1
    of: int = 1

    def has(self, place: int, edition: Edition) -> bool:
        """Tell whether an edition belongs to this share; `place` is its number among all."""
        return self.number == 1 if not edition.path else place % self.of == self.number - 1


WHOLE = Share()


@dataclass(frozen=True)
class BuildOptions:
    """For which day a build is, and how much it makes: editions named by `slugs` or a share of all, with examples beside others, with PDF and Word.

    Files are dated with `today`; with a `moment`, a meeting has passed once its day is over where it takes place.
    """

    today: date
    slugs: tuple[str, ...] = ()
    share: Share = WHOLE
    examples: bool = False
    papers: bool = True
    moment: datetime | None = None
    only: bool = False  # read no other region file than those of `slugs`


def build_site(project: Path, out: Path, options: BuildOptions, tell: Tell = print) -> Summary:
    """Build all editions (a share of them, or the named ones and those that `out` holds) and swap them in. ProblemsFound: `out` is as it was.

    What `out` holds and no build made is in it afterwards, too.
    """
    start = time.perf_counter()
    catalog = prepared(project, options.moment or options.today, options.examples, options.slugs if options.only else ())
    _refuse_foreign(out)
    listed = _listed(out, catalog, catalog.chosen(options.slugs) if options.slugs else catalog.editions)
    order = Order(project, replace(catalog, editions=listed), out, options.today, options.papers)
    with alone(out, cache_folder(project) / "locks"), building(out) as new:
        _make(replace(order, new=new), options.share, tell)
        count = sum(options.share.has(place, edition) for place, edition in enumerate(listed))
        pages = len(list(new.rglob("*.html")))
        carry_over(out, new)
        put_in_place(new, out)
    prune(project)
    for warning in catalog.warnings:
        tell(f"  warning: {warning}")
    return Summary(count, pages, len(catalog.warnings), time.perf_counter() - start, out / "index.html")


def _make(order: Order, share: Share, tell: Tell) -> None:
    """Make a site, or a share of it, in the new folder."""
    new, listed, site = order.new, order.catalog.editions, order.catalog.site
    common = make_common_pages(order.project, site, order.today, new)
    add_official_logo(order.project, site, new)
    mine = [edition for place, edition in enumerate(listed) if share.has(place, edition)]
    problems: list[Problem] = []
    for edition, made in make_editions(order, common, mine):
        problems += made.problems
        tell(f"  {edition.slug or 'unlocalized'}: {edition.name}, {made.pages} pages, {made.papers} papers, {made.seconds:.1f} s")
    if problems:
        raise ProblemsFound(said_once(problems))
    write_manifest(new, list(listed))
    absent = [f"{edition.path}index.html" for edition in mine if not (new / edition.path / "index.html").is_file()]
    problems += [Problem(name, "was not made, though other pages lead there; build again") for name in absent]
    take_idle_styles(new, listed)
    if share.number == 1:  # it has every page
        problems += folder_problems(order.project, new, [new / page.url for page in common.pages if (new / page.url).is_file()])
    if problems:
        raise ProblemsFound(said_once(problems))
    if share.number == 1:
        take_from_top(new, common, common.absent(order.catalog, next(edition for edition in listed if not edition.path)))
        if (domain := order.project / DOMAIN_FILE).is_file():
            shutil.copyfile(domain, new / DOMAIN_FILE)
        write_digests(new, "")
    else:
        _leave_root_out(new)


def prepared(project: Path, when: date | datetime, examples: bool, only: tuple[str, ...] = ()) -> Catalog:
    """Return the catalog once sources and region files (`only` those with these slugs) are without fault; else ProblemsFound with all of them."""
    catalog, problems = None, lint(project)
    try:
        catalog = load_catalog(project, when, examples, only)
    except ProblemsFound as found:
        problems += found.problems
    if problems or catalog is None:
        raise ProblemsFound([*problems, *lost_links(project)])
    return replace(catalog, warnings=(*catalog.warnings, *own_word_warnings(project, catalog)))


def _listed(out: Path, catalog: Catalog, chosen: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Return what the site will hold: the chosen editions, those that `out` holds, and those that every list of editions leads to."""
    before = read_manifest(out) or {}
    return tuple(edition for edition in catalog.editions if edition in chosen or edition.slug in before or not edition.path or not edition.region)


def _leave_root_out(new: Path) -> None:
    for item in new.iterdir():
        if item.name not in (*OTHER_EDITIONS, MANIFEST_FILE):
            shutil.rmtree(item) if item.is_dir() else item.unlink()


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace a folder that no build of ours made."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ProblemsFound([Problem(str(out), "is not a folder; name another with --out")])
    if out.exists() and any(out.iterdir()) and read_manifest(out) is None:
        raise ProblemsFound([Problem(str(out), "holds files that no build made; empty it or name another folder with --out")])
    if out.is_mount():
        raise ProblemsFound(
            [Problem(str(out), f"is a disk of its own (a mount point), which cannot be exchanged whole; name a folder in it, like --out {out / 'site'}")]
        )
