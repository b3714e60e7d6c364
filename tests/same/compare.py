"""Compare two built sites: their files, pages, search entries, papers and calendar files."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.same.canonical import Token
from tests.same.changes import Change, changes, gathered
from tests.same.contents import READERS, files
from tests.same.renames import Renames
from tests.same.search import entries

KINDS = {".html": "pages", ".pdf": "PDF files", ".docx": "Word files", ".ics": "calendar files", "search": "search entries"}
NONE = Renames()


def differences(before: Path, after: Path, renames: Renames) -> Iterator[tuple[str, str, Change]]:
    """Yield what differs as (kind, place, change)."""
    old, new = files(before, renames), files(after, NONE)
    for path in sorted(old.keys() - new.keys()):
        yield "file list", path, Change((Token("text", path),), ())
    for path in sorted(new.keys() - old.keys()):
        yield "file list", path, Change((), (Token("text", path),))
    for path in sorted(old.keys() & new.keys()):
        read = READERS.get(Path(path).suffix)
        if not read or path.startswith("assets/") or (not renames and old[path].read_bytes() == new[path].read_bytes()):
            continue
        for change in changes(read(old[path], renames), read(new[path], NONE)):
            yield KINDS.get(Path(path).suffix, "other files"), path, change
    was_at, now_at = editions(before), editions(after)
    for slug in sorted(was_at.keys() & now_at.keys()):
        was, now = entries(was_at[slug], renames), entries(now_at[slug], NONE)
        gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
        for sides in (((one,), ()) for one in gone):
            yield "search entries", slug or "the general edition", Change(*sides)
        for sides in (((), (one,)) for one in come):
            yield "search entries", slug or "the general edition", Change(*sides)


def editions(site: Path) -> dict[str, Path]:
    """Return the folder of each edition of a site by its slug; the general one has none."""
    listed = json.loads((site / "editions.json").read_text("utf-8"))["editions"]
    return {edition["slug"]: site / edition["path"] for edition in listed}


def report(found: list[tuple[str, str, Change]], shown: int) -> list[str]:
    """Return what differs as lines: each kind's count, then its changes, each once, with the places it was seen in."""
    lines = []
    for kind in dict.fromkeys(kind for kind, _, _ in found):
        of_kind = [(place, change) for other, place, change in found if other == kind]
        each = gathered(of_kind)
        sorts = Counter(change.kind for change, _ in each)
        lines.append(
            f"\n{kind}: {len({place for place, _ in of_kind})} differ, by {len(each)} changes ({', '.join(f'{count} {sort}' for sort, count in sorts.items())})"
        )
        for change, places in each[:shown]:
            more = f" and {len(places) - 3} more" if len(places) > 3 else ""
            lines += [f"  {', '.join(dict.fromkeys(places[:3]))}{more}", *change.told()]
        lines += [f"  … {len(each) - shown} more changes; --all shows them"] * (len(each) > shown)
    return lines
