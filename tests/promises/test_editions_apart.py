"""What is another edition's stands in no file of an edition: it is not there and hidden, it is not there."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from playbook.build.edition_build import add_files, write_pages
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.region import Region
from playbook.model.region_file import load_region
from playbook.search.index_file import INDEX_FILE, read_index
from tests.support.project import TODAY as DAY

TODAY = date.fromisoformat(DAY)
LIST = "editions.html"  # names every edition, and its entries in the search lead to them
MEETING = {"date": "2027-01-14", "time": "09:00", "timezone": "America/Denver"}
NOT_SAID = {"stage", "updated", "example", "logo", "leave_out"}  # of no words of one's own; a logo's words need its picture


def values_of(name: str) -> dict:
    """A region file in which every text holds the name of its edition."""
    return {
        **{key: f"{name} {key}" for key in ("region", "region_long", "state", "industry", "partnership", "program", "speaker_role", "partner_ask")},
        "stage": "active", "updated": "2026-11-20", "example": "true",
        "convener": [{"name": f"{name} board", "url": f"https://{name}.example.org", "email": f"{name}@example.org", "phone": f"555 {name} 0100"}],
        **{key: MEETING | {"place": f"{name} hall"} for key in ("planning_meeting", "launch_meeting", "next_meeting")},
        "priorities": [f"{name} roads"], "results_on_sheets": "both", "terms": {f"{name} word": f"{name} meaning"},
        "points": {"s12": {"say": f"{name} doors"}, "s35": {"leave_out": "true", "because": f"{name} reason"}, "n01": {"after": "s47", "say": f"{name} hours"}},
        "results": [{"text": f"{name} firms", "source": f"{name} survey", "url": f"https://{name}.example.org/a"}],
        "audiences": {"labor": {"label": f"{name} unions", "like": "community", "ask": f"{name} help"}},
        "support_team": [{"sector": "workforce", "status": "filled", "organization": f"{name} college"}],
    }  # fmt: skip


@pytest.fixture(scope="module")
def editions(rendered, tmp_path_factory) -> dict[str, dict[str, str]]:
    """Every text file of the general edition and of two others, as a build writes them: by slug, then by name."""
    regions = tmp_path_factory.mktemp("regions")
    made = [Edition("", None, "")]
    for slug in ("quixby", "zorvale"):
        (regions / f"{slug}.yml").write_text(yaml.safe_dump(values_of(slug), default_style='"'), "utf-8")
        region, problems = load_region(regions / f"{slug}.yml", TODAY)
        assert not problems
        made.append(Edition(slug, current(region, TODAY), f"regions/{slug}/"))
    order = rendered.order(*made)
    for edition in made:
        write_pages(order.catalog, rendered.pages, edition, order.new / edition.path)
        add_files(order, rendered.pages, edition, order.new / edition.path)
    return {edition.slug: files_of(order.new / edition.path, apart=not edition.path) for edition in made}


def files_of(folder: Path, apart: bool) -> dict[str, str]:
    """The files below a folder; `apart` from those of editions below it and from what all share. Of the search's index, all but what it finds in the list of editions."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    texts = {name: path.read_bytes().decode("utf-8", "replace") for name, path in files.items() if not (apart and name.startswith(("regions/", "assets/")))}
    return texts | {INDEX_FILE: "\n".join(str(entry) for entry in read_index(folder)["entries"] if not entry["location"].startswith(LIST))}


def test_every_key_of_a_region_file_is_said_in_these_editions():
    assert set(values_of("x")) | NOT_SAID == set(Region.model_fields)


def test_no_file_of_an_edition_holds_a_value_of_another(editions):
    found = []
    for slug, files in editions.items():
        others = re.compile("|".join(other for other in editions if other and other != slug), re.IGNORECASE)
        for name, text in files.items():
            found += [(slug or "general", name, text[max(match.start() - 60, 0) : match.end() + 40]) for match in others.finditer(text) if name != LIST]
    assert not found


def test_each_value_stands_somewhere_in_its_own_edition(editions):
    """So that the test before this one looks for what is there."""
    missing = [
        f"{slug} {word}"
        for slug in editions
        if slug
        for word in ("region", "board", "hall", "roads", "firms", "survey", "college", "word", "meaning", "doors", "reason", "hours")
        if not any(f"{slug} {word}" in text for text in editions[slug].values())
    ]
    assert not missing
    assert {name.rpartition(".")[2] for name in editions["quixby"]} >= {"html", "ics", "js"}
