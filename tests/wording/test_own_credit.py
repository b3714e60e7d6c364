"""Whose words a reworded point is in: never the region's alone while a part of it stands in the tool's own text. One table for a build and for the browser."""

import json
import shutil
from pathlib import Path

import pytest

from playbook.content.page import DOCS
from playbook.content.wording.wording_warnings import own_word_warnings
from playbook.model.edition import load_catalog
from tests.promises.test_twins import GENERAL, edition_pages
from tests.support.own_version import LOCALIZE, RULES, add_scripts
from tests.support.project import ROOT
from tests.wording.conftest import LANE, TODAY

CASES = json.loads(Path(__file__).with_name("own_credit.json").read_text("utf-8"))
NOTES = "//article//*[@data-point=$key]//*[contains(@class, 'own-origin')]"
BESIDE = "//article//*[@data-point=$key]/following-sibling::*[1][self::p][contains(@class, 'own-origin')]"
IN_BROWSER = """([cases, general, lane, today]) => cases.map(({ points, origins }) => Object.fromEntries(Object.keys(origins).map((url) => {
  const { values, problems } = playbook.check({ ...lane, points });
  if (problems.length) return [url, problems];
  const page = playbook.localize(new DOMParser().parseFromString(general[url], "text/html"), values, () => today);
  const [key] = Object.keys(points);
  const held = [...page.querySelectorAll(`article [data-point="${key}"]`)];
  const notes = held.flatMap((one) => [...one.querySelectorAll(".own-origin"), ...(one.nextElementSibling?.matches("p.own-origin") ? [one.nextElementSibling] : [])]);
  return [url, [[...new Set(notes.map(({ dataset }) => dataset.origin))], held.some((one) => one.textContent.trim().endsWith("*"))]];
})))"""


def expected(case: dict) -> dict[str, list]:
    """What each page of a case has to say: the origins beside the point, each once in their order, and whether the star of a letter stands."""
    return {url: [origins, case.get("starred", False)] for url, origins in case["origins"].items()}


def test_a_build_credits_the_tool_while_its_text_stands(edition):
    wrong = []
    for case in CASES:
        lane, (key,) = edition(points=case["points"]), case["points"]
        for url, promised in expected(case).items():
            root = lane.page(url).root
            origins = list(dict.fromkeys(note.get("data-origin") for note in (*root.xpath(NOTES, key=key), *root.xpath(BESIDE, key=key))))
            starred = any(said.endswith("*") for said in lane.said(url, key))
            if [origins, starred] != promised:
                wrong.append((case["why"], url, origins, starred))
    assert not wrong, "\n".join(map(str, wrong))


def test_a_readers_own_version_credits_it_alike(rendered, chrome):
    page = chrome.new_page()
    page.evaluate("window.playbook = {}")
    add_scripts(page, (*RULES, *LOCALIZE))
    general = edition_pages(rendered, GENERAL, {url for case in CASES for url in case["origins"]})
    found = page.evaluate(IN_BROWSER, [CASES, general, LANE, TODAY.isoformat()])
    page.close()
    wrong = [(case["why"], said) for case, said in zip(CASES, found, strict=True) if said != expected(case)]
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    ("own", "called"),
    [
        ('{say: "All 400 sit."}', "calls your words, where none of the tool's stand beside them, your own point"),
        ('{say: "All 400 sit.", more: "Here."}', "calls it your own point"),
    ],
)
def test_the_warning_tells_where_a_point_is_called_the_regions(tmp_path, own, called):
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "lane.yml").write_text(f"region: Lane\nstage: planning\npoints:\n  s17: {own}\n", "utf-8")
    shutil.copytree(ROOT / DOCS / "talking-points", tmp_path / DOCS / "talking-points")
    (warning,) = own_word_warnings(tmp_path, load_catalog(tmp_path, TODAY))
    assert called in warning.message and "adds “400”" in warning.message
