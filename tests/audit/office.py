"""LibreOffice opens every Word file and every deck; its own export has the right number of pages and the credit on each; it may save the template."""

import subprocess
from pathlib import Path

from pptx import Presentation
from pypdf import PdfReader

from playbook.content import attribution
from playbook.paper.docx.template import TEMPLATE, template_problems
from playbook.paper.paper_validation import book_messages
from tests.audit.needs import LIBREOFFICE
from tests.audit.outcome import Outcome

NEEDS = [LIBREOFFICE]
EDITIONS = ("", "regions/nine-rivers", "regions/rio-verde")


def audit(site: Path, work: Path) -> list[Outcome]:
    """Export the Word files of three editions and look at every page."""
    faults, pages = [], 0
    for edition in EDITIONS:
        words = [*sorted((site / edition / "sheets").glob("*.docx")), *sorted((site / edition / "team").glob("*.pptx"))]
        out = work / f"export-{EDITIONS.index(edition)}"
        _convert("pdf", words, out, work)
        for word in words:
            name, export = f"{edition or 'unlocalized'}/{word.name}", out / f"{word.stem}.pdf"
            if not export.exists():
                faults.append(f"{name}: LibreOffice cannot open it")
                continue
            sides = len(PdfReader(export).pages)
            pages += sides
            wanted = len(Presentation(str(word)).slides) if word.suffix == ".pptx" else 1 if word.stem.endswith("-handout") else 2
            if sides != wanted:
                faults.append(f"{name}: {sides} pages in LibreOffice, {wanted} are right")
            feet = [attribution.foot("mixed"), attribution.foot("playbook")] if word.suffix == ".pptx" else [attribution.foot("toolkit")]
            faults += [f"{name}: {message}" for message in book_messages(export, feet, form=True) if "credit" in message]
    saved = work / "saved"
    _convert("docx", [TEMPLATE], saved, work)
    faults += [f"{TEMPLATE.name}, saved by LibreOffice: {problem}" for problem in template_problems(saved / TEMPLATE.name)]
    return [Outcome("Word files and slides in LibreOffice", f"credit on {pages} pages of {len(EDITIONS)} editions", tuple(faults))]


def _convert(kind: str, files: list[Path], out: Path, work: Path) -> None:
    """Open files in LibreOffice and save them as another kind."""
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    subprocess.run(
        [LIBREOFFICE.found, profile, "--headless", "--convert-to", kind, "--outdir", str(out), *map(str, files)],
        check=True, capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
