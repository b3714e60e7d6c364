"""The theme's HTML made valid: what the Nu HTML checker finds in it and no setting or block can change."""

import re
from pathlib import Path

NO_INDEX = re.compile(r'(<label\b[^>]*?) tabindex=""')
NO_CONTROL = re.compile(r'(<label\b[^>]*?) for="__toc"')
VOID = re.compile(r"<((?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*?)\s*/>")


def mended(html: str) -> str:
    """Return a built page (HTML, WHATWG Living Standard) with the theme's invalid attributes taken out; nothing else changes.

    - an empty `tabindex` on a menu's label: not a number, and means the same as none
    - a label `for="__toc"` on a page that has no such control
    - the slash at the end of void elements, which HTML ignores
    """
    html = NO_INDEX.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = NO_CONTROL.sub(r"\1", html)
    return VOID.sub(r"<\1>", html)


def mend_pages(folder: Path) -> None:
    """Mend every page of a built folder in place."""
    for page in folder.rglob("*.html"):
        page.write_text(mended(page.read_text("utf-8")), "utf-8")
