"""What own words cost: 32 editions that each say a point their own way, leave one out and add one, beside the same 32 without (`make bench`).

Both are built in turns, pages alone, so that a busy machine slows both alike. `python -m tests.bench.own_words 8` takes another number of editions.
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.editions import cost, many, playbook

COUNT = 32
TURNS = 3
AIM = 1.3  # times the cost without own words
OWN_WORDS = """\
points:
  s12: {say: "We each knock on the same doors.", more: "In [region] that means 400 plants."}
  s35: {leave_out: true, because: "we show our own figures"}
  n01: {after: s47, for: [workforce], sheets: [front, back], say: "Your hours count.", more: "The state pays for them."}
"""


def main(count: int = COUNT) -> None:
    """Print the seconds of all processors of each turn, and the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        without, own = many(Path(folder) / "without", count), many(Path(folder) / "own", count)
        for file in (own / "regions").glob("*.yml"):
            file.write_text(file.read_text("utf-8") + OWN_WORDS, "utf-8")
        seconds: dict[Path, list[float]] = {without: [], own: []}
        for _ in range(TURNS):
            for project, times in seconds.items():
                shutil.rmtree(project / "site", ignore_errors=True)
                times.append(cost(project, [playbook()]).cpu)
        plain, worded = map(statistics.median, seconds.values())
        turns = ", ".join(f"{one:.1f} and {other:.1f}" for one, other in zip(*seconds.values(), strict=True))
        print(f"{count} editions without and with own words: {turns} s of CPU; {worded / plain:.2f} times (aim: at most {AIM})")


if __name__ == "__main__":
    main(*(int(given) for given in sys.argv[1:]))
