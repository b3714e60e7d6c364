"""A page rendered once for many editions reads, to the byte, as if each edition had been rendered by itself."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from playbook.model import edition as editions
from playbook.render import mkdocs_build as rendering
from playbook.content.ical import write_calendars
from playbook.model.edition import load_catalog
from playbook.render.postprocess import finished
from playbook.output.site_manifest import OTHER_EDITIONS
from playbook.build.edition_build import Order, make_root
from playbook.search.search_index import index_for_readers, read_index, write_index
from tests.support.project import TODAY, fork, run
from tests.support.synthetic import region_files

FEW = 2
SHARED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets")  # stand once, at the top


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """A fork with made-up regions of hard names, and an address of its own."""
    return made_up(tmp_path_factory.mktemp("many") / "fork", 9)


@pytest.fixture(scope="module")
def few(tmp_path_factory) -> Path:
    """The same with fewer regions."""
    return made_up(tmp_path_factory.mktemp("few") / "fork", FEW)


def made_up(folder: Path, count: int) -> Path:
    project = fork(folder)
    for file in (project / "regions").glob("*.yml"):
        file.unlink()
    for slug, text in region_files(count).items():
        (project / "regions" / f"{slug}.yml").write_text(text, "utf-8")
    (project / "docs/local/picture.svg").write_text("<svg/>", "utf-8")
    (project / "site.yml").write_text("site_url: https://example.org/book/\n", "utf-8")
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_edition_from_plates_equals_a_whole_run_of_mkdocs_to_the_byte(many, tmp_path):
    today = date.fromisoformat(TODAY)
    catalog = load_catalog(many, today)
    order = Order(many, catalog, tmp_path / "site", today, False, inputs={}, papers=False)
    press = make_root(order)
    differing, shared = [], 0
    for edition in catalog.editions[1:]:
        made = tmp_path / "site" / edition.path
        new = press.turn_out(edition, made)
        shared += len(press.engine.pages()) - len(new)
        alone = tmp_path / "alone" / edition.slug
        editions.stand(catalog, edition)
        rendering.render(many, catalog.site, edition, alone)
        index_for_readers(many, alone)
        index = read_index(alone)
        write_index(alone, index["config"], press.shared.named(index["docs"], edition.to_top))
        write_calendars(edition, alone, today)
        editions.stand(None, None)
        expected = {name: text for name, text in files(alone).items() if name.partition("/")[0] not in SHARED}
        expected |= {name: finished(text.decode(), edition, press.joined).encode() for name, text in expected.items() if name.endswith(".html")}
        here = files(made)
        differing += [f"{edition.slug}/{name}" for name in expected.keys() | here.keys() if expected.get(name) != here.get(name)]
    assert not differing
    assert shared > 100, "else nothing was shared, and nothing proved"


def test_a_build_of_many_shares_put_together_equals_the_whole(few, tmp_path):
    whole, merged = tmp_path / "whole", {}
    assert run(few, "build", "--pages-only", "--out", str(whole)).returncode == 0
    for number in (1, 2):
        share = tmp_path / f"share-{number}"
        done = run(few, "build", "--pages-only", "--shard", f"{number}/2", "--out", str(share))
        assert done.returncode == 0, done.stderr
        assert not [name for name in files(share) if name in merged and name != "editions.json"], "no two shares bring the same file"
        assert (share / "index.html").exists() == (number == 1)
        merged |= files(share)
    assert merged == files(whole)
    listed = next((tmp_path / "share-2/regions").glob("*/editions.html")).read_text("utf-8")
    assert all(f"regions/{slug}/index.html" in listed for slug in region_files(FEW)), "every share knows the editions of the others"
    assert {folder.name for folder in (tmp_path / "share-2").iterdir()} <= {*OTHER_EDITIONS, "editions.json"}


@pytest.mark.parametrize("given", ["0/2", "3/2", "2", "x/y", "1/0", "1/9999"])
def test_a_share_that_is_none_is_wrong_usage(few, given):
    done = run(few, "build", "--shard", given)
    assert done.returncode == 2
    assert "write 2/8 for the second of eight" in done.stderr


def test_where_processes_cannot_be_forked_each_renders_for_itself(few, tmp_path):
    """As on Windows and macOS."""
    script = "import playbook.production as p; p.LINUX = False\nfrom playbook.__main__ import run\nif __name__ == '__main__': run()\n"
    (few / "spawned.py").write_text(script, "utf-8")
    for command, out in (("-m playbook", "forked"), ("spawned.py", "spawned")):
        done = subprocess.run([sys.executable, *command.split(), "build", "--pages-only", "--today", TODAY, "--out", str(tmp_path / out)],
                              cwd=few, text=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(few)})  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert files(tmp_path / "forked") == files(tmp_path / "spawned")
