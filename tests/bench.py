"""How long a build takes, cold; medians of three. Prints; passes and fails nothing (`make bench`)."""

import gzip
import platform
import statistics
import tempfile
import time
from pathlib import Path

from tests.project import fork, only_region, run


def seconds(project: Path) -> float:
    """Return the wall time of one whole build command."""
    start = time.perf_counter()
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - start


def main() -> None:
    """Print the time of one edition and of all, and the size of a first page with what it loads."""
    print(f"{platform.machine()}, Python {platform.python_version()}, median of 3")
    with tempfile.TemporaryDirectory() as folder:
        everything = fork(Path(folder) / "all")
        print(f"all examples: {statistics.median(seconds(everything) for _ in range(3)):.2f} s")
        small = fork(Path(folder) / "one")
        only_region(small, "lane", "region: Lane\nstage: planning\nexample: true\n")
        print(f"one region and the unlocalized edition: {statistics.median(seconds(small) for _ in range(3)):.2f} s")
        from playbook.built import BuiltPage

        page = BuiltPage(everything / "site/index.html", "index.html")
        loaded = ["index.html", *dict.fromkeys(a for a in page.loads() if not a.startswith("data:"))]
        size = sum(len(gzip.compress((everything / "site" / name).read_bytes(), mtime=0)) for name in loaded)
        print(f"first page: {len(loaded)} files, {size / 1000:.0f} KB gzip (search loads when it is opened)")


if __name__ == "__main__":
    main()
