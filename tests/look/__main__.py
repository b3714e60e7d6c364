"""Take pictures of every kind of page and paper into .look/: `make look`, or `make look BASE=main` to see what differs from a commit.

Pages at 360, 768 and 1280 px, light and dark, at rest, scrolled, with menu and search open; papers as PDF and as Word files in LibreOffice.
Two editions: the general one, and one whose values are hostile and long.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.audit.host import hosted
from tests.look import contact, difference, papers, screens
from tests.same import trees
from tests.same.compare import editions
from tests.support.project import ROOT

OUT = ROOT / ".look"
HARD = "hard-name"


def main() -> None:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.look", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", metavar="BASE", nargs="?", help="a commit to compare with")
    parser.add_argument("--pages-only", action="store_true", help="no papers")
    given = parser.parse_args()
    start = time.monotonic()
    shutil.rmtree(OUT, ignore_errors=True)
    remarks: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            before, after = trees.built(given.base, Path(folder), given.pages_only, (HARD,))
        except trees.BuildFailed as failed:
            print(failed, file=sys.stderr)
            sys.exit(2)
        print(f"built in {time.monotonic() - start:.0f} s", flush=True)
        for name, site in (("after", after), ("before", before)):
            if site:
                remarks += pictures(site, OUT / name, Path(folder) / f"work-{name}", given.pages_only)
                print(f"{name}: pictures after {time.monotonic() - start:.0f} s", flush=True)
    shares: dict[str, float] = {}
    if before:
        (OUT / "index.html").write_text(contact.HEAD, "utf-8")
        with hosted(OUT) as address:
            shares = difference.shares(address, OUT / "before", OUT / "after")
        for name, share in list(shares.items())[:40]:
            print(f"{share:8.2%} {name}")
        remarks.append(f"{len(shares)} pictures differ from {given.base}")
    (OUT / "index.html").write_text(contact.page(OUT / "after", OUT / "before" if before else None, shares, remarks), "utf-8")
    print("\n".join(remarks))
    print(f"{len(list((OUT / 'after').iterdir()))} pictures in {time.monotonic() - start:.0f} s; open {OUT / 'index.html'}")


def pictures(site: Path, out: Path, work: Path, pages_only: bool) -> list[str]:
    """Take the pictures of a site into a folder; return remarks on what could not be shown."""
    out.mkdir(parents=True)
    work.mkdir()
    places = {slug: folder.relative_to(site).as_posix().removesuffix(".").rstrip("/") for slug, folder in editions(site).items()}
    chosen = {"general": "", "hard": f"{places[HARD]}/"}
    with hosted(site) as address:
        missed = screens.take(address, out, screens.wanted(site, chosen))
    without = [name for name in missed if "search" in name or ("menu" in name and "1280" not in name)]
    return [f"no picture, the page has no such state: {name}" for name in without] + ([] if pages_only else papers.take(site, chosen, out, work))


if __name__ == "__main__":
    main()
