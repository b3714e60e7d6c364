"""Zensical makes the same general edition of the same files as MkDocs, but for what ACCEPTED lists.

Both are compared as `mkdocs build` and `zensical build` leave them in one copy, before anything of ours finishes the pages.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import pytest

from playbook.content import attribution
from playbook.content.navigation import menu_entries
from playbook.content.page import load_pages
from playbook.output.html_page import BuiltPage
from tests.support.engines import COMMANDS, PARTS, make
from tests.support.project import ROOT, fork

LOCAL = "local/our-way.html"
LOCAL_PAGE = """\
---
title: Our way
description: How we meet in our region.
origin: local
keywords: [meeting]
reviewed: 2026-11-23
---

# Our way

{{ region }} has its own way; {{ term("support partner", "our partners") }} know {{ point("s25") }}.
"""


@dataclass(frozen=True)
class Accepted:
    """One difference that stays, and why: what of a part only MkDocs has (`lost`) or only Zensical (`more`).

    `pages`: these alone; none means every page that is made from docs/.
    """

    part: str
    reason: str
    lost: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    def covers(self, part: str, page: str) -> bool:
        """Tell whether the difference belongs there."""
        return part == self.part and (page in self.pages if self.pages else page != "404.html")


SKIP = "The theme's link past the header aims at a mark in the article, no longer at the first heading."
MENU = "Zensical has read the menu before macros run: a page in docs/local/ is made, but has no entry."
EXCLUDED = "Zensical's search obeys this attribute and takes it out of the page; our own search does without."
NOT_FOUND = "A page without a source sees `extra` as mkdocs.yml has it, without what macros put there: neither credit nor region."
MISSING = ("404.html",)
OWN_LINE, OWN_FOOT = attribution.line("playbook"), attribution.foot("playbook")

PLACE = "The hook that gives a page outside of the menu its place there is of mkdocs-macros; Zensical calls none, and shows the menu's first rank alone."


def _outside() -> Iterator[Accepted]:
    """Yield, for each page that the menu does not name, the entries beside the one that it belongs to."""
    pages, below = load_pages(ROOT)[0], {}
    for section in menu_entries(ROOT, pages):
        below.update({entry.url: section for entry in section.inner})
    for page in pages:
        section = below.get(f"{page.url.rpartition('/')[0]}/index.html")
        if section and page.url not in below:
            yield Accepted("menu", PLACE, lost=tuple(entry.title for entry in section.inner if not entry.is_index), pages=(page.url,))


ACCEPTED = (
    *_outside(),
    Accepted("anchors", SKIP, more=("__skip",)),
    Accepted("markup", SKIP, more=("a tabindex=-1",)),
    Accepted("menu", MENU, lost=("In our region",)),
    Accepted("menu", MENU, lost=("Our way",), pages=(LOCAL,)),  # on others the menu holds what is around them
    *(
        Accepted("markup", EXCLUDED, lost=(f"{element} data-search-exclude={rest}",), more=(f"{element}{rest}",), pages=(page,))
        for page, element, rest in (
            ("localize/your-words.html", "section aria-label=How it reads class=form-preview", " tabindex=-1"),
            ("localize/your-words.html", "dl class=form-answers", ""),
            ("my-sheet.html", "div class=my-store without-scripts", ""),
            ("talking-points/what-they-are.html", "div class=ours local data-local=priorities", " hidden="),
            ("team/slides.html", "div class=ours local data-local=priorities", " hidden="),
            ("talking-points/what-they-are.html", "div class=ours local data-local=results", " hidden="),
        )
    ),
    Accepted("credits", NOT_FOUND, pages=MISSING, lost=(f"playbook: {OWN_LINE}", f"playbook: {OWN_FOOT}")),
    Accepted("text", NOT_FOUND, pages=MISSING, lost=(OWN_LINE,)),
    Accepted("markup", NOT_FOUND, pages=MISSING, lost=("p class=origin-line small data-origin=playbook",)),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, Path]:
    """The folder of each engine, made of one copy that has a page of its own."""
    folder = tmp_path_factory.mktemp("engines")
    project = fork(folder / "fork")
    (project / "docs" / LOCAL).with_suffix(".md").write_text(LOCAL_PAGE, "utf-8")
    places = {}
    for engine in COMMANDS:
        done = make(engine, project)
        assert done.returncode == 0, done.stdout + done.stderr
        assert not (project / "site").exists(), "what is built stays alone"
        places[engine] = (project / ".preview").rename(folder / engine)
    return places


def pages(made: dict[str, Path]) -> Iterator[tuple[str, BuiltPage, BuiltPage]]:
    """Yield name and both engines' page, for every page of MkDocs'."""
    theirs, its = made["mkdocs"], made["zensical"]
    for file in sorted(theirs.rglob("*.html")):
        page = file.relative_to(theirs).as_posix()
        yield page, BuiltPage(file, page), BuiltPage(its / page, page)


def test_plain_mkdocs_previews_the_general_edition(made):
    assert "General edition" in (made["mkdocs"] / "index.html").read_text("utf-8")


def test_zensical_makes_every_page_and_no_other(made):
    files = [{file.relative_to(made[engine]) for file in made[engine].rglob("*.html")} for engine in COMMANDS]
    assert not sorted(files[0] ^ files[1])
    assert len(files[0]) > 60


def without(items: list[str], gone: Counter[str]) -> list[str]:
    """Return a list without items that are gone, as often as they are."""
    left = []
    for item in items:
        if gone[item]:
            gone[item] -= 1
        else:
            left.append(item)
    return left


@pytest.mark.parametrize("part", PARTS)
def test_what_zensical_makes_of_a_page_is_what_mkdocs_makes(made, part):
    unlisted = []
    for page, theirs, its in pages(made):
        rows = [row for row in ACCEPTED if row.covers(part, page)]
        before = without(PARTS[part](theirs), Counter(item for row in rows for item in row.lost))
        after = without(PARTS[part](its), Counter(item for row in rows for item in row.more))
        if before != after:
            changes = [line for line in unified_diff(before, after, "MkDocs", "Zensical", n=0, lineterm="") if not line.startswith("@@")]
            unlisted.append("\n".join([f"{page}", *changes]))
    assert not unlisted, "\n".join(unlisted)


def test_every_accepted_difference_still_occurs_on_every_page_it_names(made):
    gone = []
    for page, theirs, its in pages(made):
        for row in ACCEPTED:
            if row.covers(row.part, page):
                before, after = Counter(PARTS[row.part](theirs)), Counter(PARTS[row.part](its))
                both = [*(Counter(row.lost) - (before - after)), *(Counter(row.more) - (after - before))]
                gone += [f"{page}: {row.part}: {item}" for item in both]
    assert not gone, "\n".join(gone)


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ('{{ term("labour shed") }}', 'term "labour shed" is not known'),
        ("[there](../about/no-such-page.md)", "page does not exist"),
    ],
)
def test_zensical_stops_at_a_mistake_in_a_page(little, mistake, said):
    (little / "docs" / LOCAL).with_suffix(".md").write_text(LOCAL_PAGE + mistake, "utf-8")
    done = make("zensical", little)
    assert done.returncode != 0
    # It renders pages side by side: now and then it misses the page that failed before it says why, and stops for that.
    assert said in done.stdout + done.stderr or "page does not exist" in done.stdout
