"""What stands where on a screen: a point's tools in one place, tables that fit or show that they scroll, nothing that jumps."""

from pathlib import Path

import lxml.html

from playbook.output.html_page import parsed, serialized

TABLES = (
    "team/agenda-planning.html",
    "team/agenda-launch.html",
    "team/roles.html",
    "team/roster.html",
    "team/champions.html",
    "team/who-asks.html",
    "team/offers.html",
    "team/notes.html",
    "team/money.html",
    "team/handover.html",
    "about/what-this-site-stores.html",
)
PLACES = """() => [...document.querySelectorAll("article li[id]:has(.point-pick)")].filter((point) => point.offsetParent).flatMap((point) => {
  const at = (tool) => { const [box, own] = [tool, point].map((one) => one.getBoundingClientRect()); return [%s].map((side) => Math.round(side / 6)).join(); };   // without fractions
  return [...point.querySelectorAll(".point-pick, .link-copy")].map((tool) => `${tool.className} ${at(tool)}`);
})"""


WIDTHS = (360, 768, 1280)


def test_the_tools_of_every_point_stand_in_one_place(page, address):
    wrong = {}
    for name in ("what-are-you-up-to", "what-they-are", "what-is-in-it", "next-steps"):
        page.goto(f"{address}/talking-points/{name}.html")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            edge = "box.left - own.left, own.bottom - box.bottom" if width < 720 else "own.right - box.right, box.top - own.top"
            places = set(page.evaluate(PLACES % edge))
            if len(places) != 2:
                wrong[name, width] = sorted(places)
    assert not wrong


CUT = """() => [...document.querySelectorAll("article table")].filter((table) => table.offsetParent).flatMap((table) => {
    const wrap = table.closest(".md-typeset__scrollwrap") || table.parentElement;
    if (wrap.scrollWidth <= wrap.clientWidth + 1) return [];
    const cut = innerWidth >= 1024 ? ["cut on a wide screen"] : [];
    return [...cut, ...(wrap.tabIndex === 0 ? [] : ["no tab stop"]), ...(getComputedStyle(wrap).backgroundImage.includes("gradient") ? [] : ["no shade"])]
      .map((said) => `${table.closest("[data-from]").dataset.from} at ${innerWidth}: ${said}`);
})"""


def in_one(site: Path, names: tuple[str, ...]) -> str:
    """Return the first of these pages with the articles of all in the place of its own."""
    first, *others = (parsed((site / name).read_text("utf-8")) for name in names)
    (article,) = first.xpath("//article")
    for name, page in zip(names, (first, *others), strict=True):
        part = lxml.html.Element("div", {"data-from": name})
        part.extend(page.xpath("//article")[0])
        article.append(part)
    return serialized(first)


def test_a_table_fits_its_page_or_is_one_that_scrolls_by_keyboard_with_a_shade(page, address, site):
    """Of the same template, all stand on one page here."""
    html = in_one(site, TABLES)
    page.route(f"**/{TABLES[0]}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.goto(f"{address}/{TABLES[0]}")
    assert set(page.locator("article [data-from]:has(table)").evaluate_all("all => all.map((one) => one.dataset.from)")) == set(TABLES)
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wrong += page.evaluate(CUT)
    assert not wrong


def test_no_button_moves_when_the_other_stages_open(page, address):
    page.goto(f"{address}/sheets/educators-launch.html")
    places = "[...document.querySelectorAll('.sheet-tools .tool')].map((tool) => Math.round(tool.getBoundingClientRect().top + scrollY))"
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        before = page.evaluate(places)
        page.locator(".sheet-others > summary").click()
        assert page.evaluate(places) == before, width
        page.locator(".sheet-others > summary").click()


BARE = '//div[contains(@class, "stacked")]//tbody/tr/*[1][number(.) = number(.) and not(@data-label)]'


def test_a_figure_that_begins_a_block_of_a_table_says_what_it_counts(site):
    """On a phone the heads of the columns are out of sight: "10" alone is ten of what?"""
    bare = {name: [cell.text_content() for cell in parsed((site / name).read_text("utf-8")).xpath(BARE)] for name in TABLES}
    assert not {name: cells for name, cells in bare.items() if cells}
