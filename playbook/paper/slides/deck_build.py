"""An edition's slides: a PowerPoint file for each stage, made from the page that the edition shows."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from playbook.content import attribution
from playbook.content.attribution import MIXED
from playbook.content.page import load_pages
from playbook.content.worksheets import SLIDES_PAGE, deck_file
from playbook.model.edition import Edition
from playbook.model.site_config import Site
from playbook.model.stage import STAGES
from playbook.output.html_page import BuiltPage
from playbook.output.paper_cache import digest, keep
from playbook.paper.paper_credit import edition_footer, logo_file
from playbook.paper.slides.deck import Deck
from playbook.paper.slides.deck_reader import read_slides
from playbook.paper.slides.deck_validation import deck_messages
from playbook.paper.slides.writer import write_deck


def read_decks(project: Path, edition: Edition, place: Path, built: Mapping[str, BuiltPage]) -> dict[Path, Deck]:
    """Return the slides of an edition that stands in the folder `place`, by their files; none without their page. ProblemsFound for what cannot stand on a slide."""
    page = built.get(f"{SLIDES_PAGE}.html")
    if not page:
        return {}
    origin = next(found.origin for found in load_pages(project)[0] if found.url == f"{SLIDES_PAGE}.html")
    return {file: read_deck(page, stage, origin, edition) for stage, file in zip(STAGES, deck_files(place), strict=True)}


def write_decks(project: Path, site: Site, edition: Edition, decks: Mapping[Path, Deck], today: date) -> None:
    """Write the slides of an edition. ProblemsFound for a file that is not as it must be."""
    logo = logo_file(project, site)
    picture = hashlib.sha256(logo.read_bytes()).hexdigest() if logo else None
    for file, deck in decks.items():
        keep(project, digest(deck, today, picture), file, partial(_write, deck, today, logo), partial(deck_messages, feet=deck_feet(edition)), deck.page)


def deck_files(place: Path) -> list[Path]:
    """Return the PowerPoint files of an edition that stands in the folder `place`; none where it has no page of slides."""
    return [place / Path(SLIDES_PAGE).parent / deck_file(stage) for stage in STAGES] if (place / f"{SLIDES_PAGE}.html").is_file() else []


def read_deck(page: BuiltPage, stage: str, origin: str, edition: Edition) -> Deck:
    """Return the slides of a built page for a stage. ProblemsFound for what cannot stand on a slide."""
    description = "".join(page.root.xpath('//meta[@name="description"]/@content'))
    feet = dict(zip((MIXED, origin), deck_feet(edition), strict=True))
    title = f"{page.title}: {STAGES[stage].label}"
    return Deck(title, description, edition_footer(edition), attribution.request(MIXED), tuple(feet.items()), read_slides(page, stage, origin), page.name)


def deck_feet(edition: Edition) -> tuple[str, str]:
    """Return the credits that an edition's slides may carry: with adapted parts, and without."""
    return attribution.foot(MIXED, edition.region), attribution.foot("playbook", edition.region)


def _write(deck: Deck, today: date, logo: Path | None, path: Path) -> None:
    write_deck(deck, path, today, logo)
