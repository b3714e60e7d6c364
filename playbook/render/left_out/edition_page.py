"""A common page as one edition has it: localized, and without what leads to pages that the edition does without."""

from lxml.html import HtmlElement

from playbook.render.common_pages import CommonPage
from playbook.render.left_out.links import take_links
from playbook.render.left_out.menu import Menu, take_entries
from playbook.render.localize import Localization, localized


def edition_page(page: CommonPage, values: Localization) -> HtmlElement:
    """Return a common page as the edition of `values` has it."""
    root = localized(page.root, values, page.points)
    if values.absent:
        take_entries(root, page.url, Menu(values.menu, values.absent), values.edition.to_top)
        if page.targets & values.absent:
            take_links(root, page.url, values.absent)
    return root
