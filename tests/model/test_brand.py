"""A site's own name and color, a partnership's name, place and logo: where people look, and never unreadable."""

import re
import struct
import tempfile
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from lxml.html import fragment_fromstring

from macros.sheets.sheet import handout, sheet_to_say
from macros.team.invitation import letter
from macros.values.region_values import Voice
from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.files.diagnostics import ProblemsFound
from playbook.files.font_coverage import FOLDER, drawable, undrawable
from playbook.files.image_file import content_messages, pixels
from playbook.model.brand.accent_color import CLEAR, DARK_GROUND, DARK_PAGE, LIGHT_GROUND, ON_DARK_BAR, READABLE, contrast, schemes
from playbook.model.edition import Catalog, Edition
from playbook.model.region import Region
from playbook.model.site_config import Site, load_site
from playbook.model.trademark import file_is_named_so, names_owners
from playbook.paper.book import _cover
from playbook.paper.imprint import Imprint
from playbook.paper.paper_credit import edition_footer
from playbook.paper.typst_compiler import png_of, set_source
from playbook.render.localize import Localization, localized
from playbook.render.marks import locate
from tests.support.project import ROOT

POINTS = read_points(load_pages(ROOT)[0])
LANE = Region(
    region="Lane County", region_long="Lane County and its valleys", state="Oregon", industry="food", partnership="Lane Food Makers", stage="active",
    logo={"file": "lane.svg", "alt": "Lane Food Makers"},
)  # fmt: skip
BAR = '<p class="edition-bar" data-block="edition-bar" data-form="f"><span><strong></strong><span></span></span><a href="../editions.html">x</a></p>'


@pytest.mark.parametrize("color", ["#0b5563", "#7a1212", "#000", "1f4fa3", "#4B0082", "#6b4f00", "#c00", "#555555"])
def test_an_accent_color_can_be_read_in_both_schemes(tmp_path, color):
    (tmp_path / "site.yml").write_text(f'color: "{color}"\n', "utf-8")
    site, problems = load_site(tmp_path, {})
    light, dark = schemes(site.color).values()
    assert not problems
    assert min(contrast(light[name], ground) for name in light for ground in (LIGHT_GROUND, "#ffffff")) >= READABLE
    assert min(contrast(dark["--pb-pine"], DARK_GROUND), contrast(dark["--pb-pine-deep"], DARK_PAGE), contrast(dark["--pb-bar"], ON_DARK_BAR)) >= CLEAR


def test_the_grounds_are_those_of_the_stylesheet():
    light, dark = (
        dict(re.findall(r"(--pb-[\w-]+): (#\w+)", part)) for part in (ROOT / "docs/assets/stylesheets/base/tokens.css").read_text("utf-8").split("slate", 1)
    )
    assert (light["--pb-surface"], dark["--pb-surface"], dark["--pb-page"], dark["--pb-on-bar"]) == (LIGHT_GROUND, DARK_GROUND, DARK_PAGE, ON_DARK_BAR)
    assert set(schemes("#000000")["default"]) <= set(light) & set(dark)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('color: "#ffcc00"', 'contrast of 1.3 to 1 on the page, and text needs 4.5; take a darker one, like "#856a00"'), ("color: teal", "is not a color"), ("color: '#12345'", "is not a color"),
        ("color: #aa0000", "begins a comment"), ("color: url(x)", "is not a color"), ("name: Next Gen Oregon", "the material's owners"), ("name: A <b>", 'leave out " < >'), ("name: A &lt; B", "write & with"),
        (f"name: {'A' * 45}", "45 characters long; at most 44"), ("name: Osage 𐓏", "cannot print"),
    ],
)  # fmt: skip
def test_a_slip_in_the_sites_look_has_its_line_and_remedy(tmp_path, text, message):
    (tmp_path / "site.yml").write_text(f"paper: letter\n{text}\n", "utf-8")
    (problem,) = load_site(tmp_path, {})[1]
    assert (problem.line, problem.key) == (2, text.partition(":")[0]) and message in problem.message


def shown(html: str, region: Region = LANE) -> str:
    root = fragment_fromstring(html, create_parent="div")
    locate(root)
    general, edition = Edition("", None, ""), Edition("lane", region, "regions/lane/")
    root = localized(root, Localization(Catalog(Site(), (general, edition), ()), edition))
    for hidden in root.xpath(".//*[@hidden]"):
        hidden.drop_tree()
    return etree.tostring(root, encoding="unicode")


def test_the_partnership_and_its_logo_stand_on_bar_sheets_letter_cover_and_foot():
    own_letter = letter(caller=lambda: "Dear", voice=Voice(), logo=str)
    for html in (BAR, sheet_to_say("workforce", "active", points=POINTS), handout("workforce", "active", points=POINTS), own_letter):
        text = shown(str(html))
        assert re.sub(r"<[^>]+>", "", text).count("Lane Food Makers") == 1
        assert 'src="../region-logo.svg"' in text
    assert "Lane County and its valleys, Oregon" in shown(str(own_letter))
    assert "letter-head" not in shown(str(letter(head=False, caller=lambda: "Dear", voice=Voice(), logo=str)))
    edition = Edition("lane", LANE, "regions/lane/")
    cover = _cover(edition, Imprint("", "Lane", "letter", date(2027, 1, 1), region_logo=ROOT / "x.svg"), "Own Playbook", "About")
    assert cover.startswith('#title-page(("Own Playbook",), ("Lane Food Makers",), ("Lane County and its valleys, Oregon",)') and "region-logo(" in cover
    assert edition_footer(edition) == "Lane Food Makers · Lane County"
    assert edition_footer(Edition("lane", LANE.model_copy(update={"partnership": "A" * 61}), "")) == "Lane County"


def test_without_a_partnership_and_a_logo_nothing_stands_in_their_place():
    bare = Region(region="Lane", stage="planning")
    assert 'class="letter-head"' not in shown(str(letter(caller=lambda: "Dear", voice=Voice(), logo=str)), bare)
    assert "<img" not in shown(BAR + str(sheet_to_say("workforce", "planning", points=POINTS)), bare)


def test_an_svg_logo_becomes_a_sharp_picture_for_word():
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><rect width="3" height="1"/></svg>'
    width, height = pixels(png_of(drawing, "x.svg"))
    assert height >= 280 and abs(width / height - 3) < 0.02


@pytest.mark.parametrize("kind", [0xC3, 0xC9])  # lossless and arithmetic JPEG: whole, and drawn by few
def test_a_picture_that_paper_cannot_draw_is_named_by_its_own_file(kind):
    picture = b"\xff\xd8" + bytes((0xFF, kind)) + struct.pack(">HBHHB", 17, 8, 200, 300, 3) + b"\1\x11\0" * 3 + b"\xff\xd9"
    with tempfile.TemporaryDirectory(prefix=".site.", dir=ROOT) as folder:  # papers read pictures of the project alone
        logo = Path(folder) / "lane.jpg"
        logo.write_bytes(picture)
        assert list(content_messages(logo)) == []
        with pytest.raises(ProblemsFound) as found:
            set_source(f'#image("/{logo.relative_to(ROOT).as_posix()}", height: 9mm)', "the page")
    (problem,) = found.value.problems
    assert problem.file == logo.relative_to(ROOT).as_posix() and "cannot be drawn on paper" in problem.message and "save it again as PNG" in problem.message


NAMES = {
    "Lakota": "Lakȟóta Oyáte, Čhaŋkpé, ǧí, Šiyóša", "Lushootseed": "dxʷləšucid ʔəsʔistəʔ ƛ̕uʔ x̌ʷ q̓ʷ gʷədᶻ", "Squamish": "Sḵwx̱wú7mesh Úxwumixw", "Cherokee": "ᏣᎳᎩ ꭰꮿꮅ",  # noqa: RUF001 (letters of these languages)
    "Hawaiian": "Hawaiʻi Kaʻū", "Navajo": "Diné bizaad ą́ Į́ ǫ́ ł", "Salish": "Séliš u Ql̓ispé", "Tlingit": "Lingít X̱ʼatukwei G̱unaax̱oo", "Makah": "qʷi·qʷi·diččaq",  # noqa: RUF001 (as above)
}  # fmt: skip


def test_names_of_this_countrys_languages_can_be_printed_and_shown():
    assert not {language: bad for language, name in NAMES.items() if (bad := undrawable(name))}
    assert undrawable("𐓏") == ["“𐓏” (U+104CF OSAGE CAPITAL LETTER WA)"]


def test_a_letter_that_public_sans_lacks_is_in_the_range_for_which_a_browser_fetches_the_other_font():
    with TTFont(FOLDER / "PublicSans-Regular.ttf") as font:
        lacking = {point for point in drawable() - set(font.getBestCmap()) if chr(point).isalpha() or 0x300 <= point < 0x370}
    css = (ROOT / "docs/assets/stylesheets/base/fonts.css").read_text("utf-8")
    ranges = [(int(low, 16), int(high or low, 16)) for low, high in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", css)]
    assert len(lacking) > 500 and not [hex(point) for point in lacking if not any(low <= point <= high for low, high in ranges)]


NAMED = (
    *(f"Next{sign}Gen Valley" for sign in " -_\u00ad\u00a0\u00b7\u02bc\u1680\u2009\u200b\u200d\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u202f\u2043\u2060\u2212\u3000\u3164\ufe63\ufeff\uff0d./+"),
    "N\u0435xt Gen", "Next G\u0435n", "\u039dext Gen", "\uff2e\uff25\uff38\uff34 \uff27\uff25\uff2e", "Ne\u0445t Gen", "next G\u00e9n", "N\u13acxt \u13c0\u13acN", "\u0274\u1d07x\u1d1b gen",
    "N\u0332ext Gen", "Next \u2013 Generation", "NextGenerations", "Next Gen_Sector_Partnerships", "\U0001d40dext Gen",
)  # fmt: skip
NOT_NAMED = ("What comes next? Gen Z", "Who is next (Gen Z)?", "next genre", "Next Genesis", "Next: general education", "text gen", "Neighbors next, Gen X")


def test_the_owners_name_is_known_through_other_dashes_unseen_signs_accents_and_letters_that_look_alike():
    assert not [name for name in NAMED if not names_owners(name)]
    assert not [name for name in NOT_NAMED if names_owners(name)]
    assert not [name for name in ("n\u0435xt-gen.md", "Next G\u00e9n.png", "next\u2011gen.pdf", "next%gen.md", "next(gen).md") if not file_is_named_so(name)]
