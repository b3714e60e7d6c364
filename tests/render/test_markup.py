"""The theme's HTML is mended where the Nu HTML checker finds it invalid, and nothing else is touched."""

import pytest

from playbook.render.html_fixes import mended


@pytest.mark.parametrize(
    ("found", "valid"),
    [
        ('<label class="md-nav__link " for="__nav_2" tabindex="">', '<label class="md-nav__link " for="__nav_2">'),
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        ('<input checked="checked" type="radio" /><hr/>', '<input checked="checked" type="radio"><hr>'),
    ],
)
def test_what_the_theme_gets_wrong_is_mended(found, valid):
    assert mended(found) == valid


@pytest.mark.parametrize(
    "valid",
    [
        '<label class="md-nav__link" for="__nav_2" tabindex="0">',
        '<input type="checkbox" id="__toc"><label class="md-nav__link" for="__toc">',
        '<svg><rect width="3"/></svg><p>a / b, 1 &lt;br /&gt;</p>',
        '<img alt="a > b />" src="x.png">',
        "",
    ],
)
def test_what_is_valid_stays_as_it_is(valid):
    assert mended(valid) == valid


def test_every_built_page_is_mended(site):
    assert not [page.relative_to(site).as_posix() for page in site.rglob("*.html") if mended(text := page.read_text("utf-8")) != text]
