"""An edition's page as it is written: put together from the pieces that editions share, or localized whole where it differs in more than values."""

from pathlib import Path

from playbook.output.cut_page import CutPage
from playbook.output.html_page import BuiltPage, serialized
from playbook.render.audience.edition_pages import AudiencePage, localized_page
from playbook.render.common_pages import CommonPage, CommonPages
from playbook.render.localization import Localization
from playbook.render.localize import localized


def built_page(page: CommonPage | AudiencePage, common: CommonPages, values: Localization, file: Path) -> BuiltPage:
    """Return a page as an edition has it, to stand in a file; where values alone differ, it is put together from the pieces that all editions share."""
    name = f"{values.edition.path}{page.url}"
    if isinstance(page, CommonPage) and _differs_in_values(page, values):
        cut = page.cut(values)
        return CutPage(file, name, localized(cut.frame, values, ()), cut)
    root = localized_page(page, common, values)
    return BuiltPage(file, name, root, serialized(root))


def _differs_in_values(page: CommonPage, values: Localization) -> bool:
    """Tell whether an edition's page says the same points as the general one, to the same audiences, and leads to the same pages."""
    own = values.own_words
    return bool(values.region and values.is_usual and not values.audiences and not (own and own.concerned & page.points) and not values.absent & page.targets)
