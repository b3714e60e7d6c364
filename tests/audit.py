"""What needs more than a browser: LibreOffice opens every Word file, and its own export carries the credit (`make audit`).

Needs LibreOffice Writer (`soffice` on PATH). Stops with what to install where it is missing; it never skips.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from playbook import attribution
from playbook.paper_check import pdf_messages
from tests.project import fork, run

EDITIONS = ("", "regions/nine-rivers", "regions/rio-verde")


def main() -> None:
    """Print each fault and end with status 1 if there is one."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        sys.exit("LibreOffice is missing. Install it, for example:  sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui")
    faults, pages = [], 0
    with tempfile.TemporaryDirectory() as folder:
        project = fork(Path(folder) / "fork")
        done = run(project, "build")
        if done.returncode:
            sys.exit(done.stderr)
        for edition in EDITIONS:
            words = sorted((project / "site" / edition / "sheets").glob("*.docx"))
            out = Path(folder) / f"export-{EDITIONS.index(edition)}"
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, words)],
                check=True, capture_output=True, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            for word in words:
                export = out / f"{word.stem}.pdf"
                sides = len(PdfReader(export).pages)
                pages += sides
                wanted = 1 if word.stem.endswith("-leave") else 2
                if sides != wanted:
                    faults.append(f"{edition or 'unlocalized'}/{word.name}: {sides} pages in LibreOffice, {wanted} are right")
                lacking = [m for m in pdf_messages(export, attribution.foot("toolkit")) if "credit" in m]
                faults += [f"{edition or 'unlocalized'}/{word.name}: {message}" for message in lacking]
    print("\n".join(faults) or f"LibreOffice shows the credit on all {pages} pages of {len(EDITIONS)} editions.")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
