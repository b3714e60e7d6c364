"""What leads to pages that an edition does without, taken out of its pages."""

from collections.abc import Collection

from lxml.html import HtmlElement

from playbook.render.left_out.links import take_links
from playbook.render.left_out.menu import Menu, take_entries
from playbook.render.localization import Localization


def take_absent(root: HtmlElement, url: str, targets: Collection[str], values: Localization) -> None:
    """Take out of an edition's page what leads to pages that the edition does without; `targets`: the pages to which its text leads."""
    if values.absent:
        take_entries(root, url, Menu(values.menu, values.absent), values.edition.to_top)
        if values.absent.intersection(targets):
            take_links(root, url, values.absent)
