"""The live preview of one edition."""

import logging
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve

from playbook import rendering
from playbook.build import prepared


def preview(project: Path, slug: str, address: str) -> None:
    """Serve one edition ("" is the unlocalized one) until interrupted; every saved page is shown anew."""
    catalog = prepared(project, date.today(), examples=True)
    edition = catalog.chosen((slug,))[0] if slug else next(e for e in catalog.editions if not e.region)
    rendering.apply(rendering.environment(edition, date.today(), examples=True))
    logging.basicConfig(level=logging.INFO, format="%(message)s")  # MkDocs says what it rebuilds, and where it serves
    mkdocs_serve(str(project / "mkdocs.yml"), dev_addr=address, livereload=True)
