"""Files beside pages that an edition does without: what only those lead to, and their lines in the list for search engines."""

import gzip
from collections.abc import Collection, Iterable
from pathlib import Path

from lxml import etree

from playbook.content.page import LOCAL
from playbook.model.edition import Edition
from playbook.render.assets.asset_bundle import OF_AUDIENCES
from playbook.render.common_pages import CommonPages

SITEMAP = "sitemap.xml"


def absent_files(common: CommonPages, absent: Collection[str]) -> frozenset[str]:
    """Return the names of a copy's own files (pictures, enclosures) to which absent pages lead and no other page does."""
    led: dict[str, bool] = {}  # whether a page that is there leads to a file
    for page in common.pages:
        for name in page.targets & common.files.keys():
            led[name] = led.get(name, False) or page.url not in absent
    return frozenset(name for name, is_led in led.items() if name.startswith(LOCAL) and not is_led)


def take_idle_styles(top: Path, editions: Iterable[Edition]) -> None:
    """Take from a new site how audiences of an edition's own are drawn, if none of its editions has any."""
    if not any(edition.region and edition.region.audiences for edition in editions):
        (top / OF_AUDIENCES).unlink(missing_ok=True)


def take_from_top(top: Path, common: CommonPages, absent: Collection[str]) -> None:
    """Take from the top of a new site what the edition there does without: files, and lines of sitemap.xml."""
    for name in absent_files(common, absent):
        (top / name).unlink()
    sitemap = top / SITEMAP
    if not absent or not sitemap.is_file():
        return
    root = etree.fromstring(sitemap.read_bytes())
    base = next(iter(root.xpath("//*[local-name() = 'loc']/text()")), "").rpartition("/")[0]
    gone = {f"{base}/{url}" for url in absent}
    for entry in [loc.getparent() for loc in root.xpath("//*[local-name() = 'loc']") if loc.text in gone]:
        root.remove(entry)
    text = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    sitemap.write_bytes(text)
    (top / f"{SITEMAP}.gz").write_bytes(gzip.compress(text, mtime=0))
