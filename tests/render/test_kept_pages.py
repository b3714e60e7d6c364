"""Pages that the same sources gave before are taken from what is kept; any change to what they are made from renders them again."""

from datetime import date
from pathlib import Path

from playbook.model.site_config import Site
from playbook.output.cache import kept
from playbook.output.html_page import serialized
from playbook.output.kept_pages import KIND, pages_digest
from playbook.render.common_pages import make_common_pages
from tests.support.project import TODAY

DAY = date.fromisoformat(TODAY)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_pages_that_were_kept_are_byte_for_byte_those_that_were_rendered(little, tmp_path):
    with (little / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{tmp_path.as_posix()}\n")  # nobody has rendered these
    made, name = [], pages_digest(little, Site(), DAY)
    for is_kept in (False, True):
        assert (kept(little, KIND, name) is not None) == is_kept
        (new := tmp_path / str(is_kept)).mkdir()
        common = make_common_pages(little, Site(), DAY, new)
        pages = {page.url: serialized(page.root) for page in (*common.pages, *common.current_sheets.values())}
        made.append((pages, {page.url: (page.points, page.targets) for page in common.pages}, sorted(common.files), contents(new)))
    assert made[0] == made[1]


SOURCES = (
    "docs/index.md", "docs/assets/stylesheets/base/tokens.css", "macros/points/pitch.py", "overrides/main.html", "playbook/render/csp.py", "mkdocs.yml", "site.yml",
)  # fmt: skip


def test_a_change_to_anything_that_pages_are_made_from_counts(little):
    before = pages_digest(little, Site(), DAY)
    assert pages_digest(little, Site(), DAY) == before
    missed = []
    for name in SOURCES:
        file, text = little / name, (little / name).read_bytes()
        file.write_bytes(text + b"\n")
        missed += [name] if pages_digest(little, Site(), DAY) == before else []
        file.write_bytes(text)
    assert not missed


def test_another_day_and_another_address_count(little):
    digests = {pages_digest(little, site, day) for site in (Site(), Site(site_url="https://example.org/")) for day in (DAY, date(2027, 1, 1))}
    assert len(digests) == 4
