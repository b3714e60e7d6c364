"""Say what differs between a commit and the working tree: `make same BASE=main`, or `python -m tests.same main --pages-only`.

Five editions (the general one and four of tests/same/regions/) are built by each version's own code, and compared in a canonical form.
What was renamed on purpose stands in tests/same/renames.yml. Ends with status 1 where anything differs, 2 where one did not build.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.same import compare, renames, trees


def main() -> None:
    """Print what differs, and end with a status that says whether anything does."""
    parser = argparse.ArgumentParser(prog="python -m tests.same", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", metavar="BASE", help="a commit, branch or tag to compare the working tree with")
    parser.add_argument("--pages-only", action="store_true", help="leave out PDF and Word files")
    parser.add_argument("--all", action="store_true", help="show every change, not the ten most frequent of each kind")
    parser.add_argument("--renames", type=Path, default=renames.FILE, help="another map of what was renamed")
    given = parser.parse_args()
    start, map = time.monotonic(), renames.read(given.renames)
    with tempfile.TemporaryDirectory() as folder:
        try:
            before, after = trees.built(given.base, Path(folder), given.pages_only)
        except trees.BuildFailed as failed:
            print(failed, file=sys.stderr)
            sys.exit(2)
        assert before
        built = time.monotonic() - start
        found = list(compare.differences(before, after, map))
        for line in compare.report(found, 100_000 if given.all else 10):
            print(line)
    for line in map.unused:
        print(f"renames.yml: nothing is called {line.partition(': ')[2]} any more ({line.partition(':')[0]})")
    print(f"\n{len(found)} differences; built in {built:.0f} s, compared in {time.monotonic() - start - built:.0f} s")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
