"""A piece of a page, localized as a build does it."""

from lxml.html import HtmlElement, fragment_fromstring

from playbook.model.edition import Catalog, Edition
from playbook.model.region import Region
from playbook.model.site_config import Site
from playbook.render.localize import Localization, localized
from playbook.render.marks import locate


def localized_html(html: str, region: Region | None, site: Site | None = None) -> HtmlElement:
    """Return a fragment of the general edition's HTML as the edition of a region says it, in a <div>."""
    root = fragment_fromstring(html, create_parent="div")
    locate(root)
    edition = Edition("lane", region, "regions/lane/") if region else Edition("", None, "")
    return localized(root, Localization(Catalog(site or Site(), (edition,), ()), edition))
