"""Entries of the search that editions share: they stand once, among the assets, and an edition's own index names them by number."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playbook.files.checksum import digest

ENTRIES_FOLDER = "assets/search"
BEFORE = "var __entries="
KEY = "shared"  # of the entry that comes first in an index, and says where the shared ones stand


@dataclass(frozen=True)
class SharedEntries:
    """Entries in their order. The file's name holds a digest of them, which tells an index that names other entries."""

    entries: tuple[dict, ...]

    @cached_property
    def name(self) -> str:
        """The file's name from the top of the site."""
        return f"{ENTRIES_FOLDER}/entries-{digest(self._text.encode())[:8]}.js"

    def write(self, folder: Path) -> None:
        """Write the file into the folder of a site."""
        (folder / ENTRIES_FOLDER).mkdir(parents=True, exist_ok=True)
        (folder / self.name).write_text(f"{BEFORE}{self._text}\n", "utf-8", newline="\n")

    def named(self, entries: list[dict], to_top: str) -> list[dict | int]:
        """Return an edition's entries with a number in place of each that is shared; `to_top` leads from the edition to the site's top."""
        return [{KEY: to_top + self.name}, *(self._numbers.get(str(entry), entry) for entry in entries)]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {str(entry): number for number, entry in enumerate(self.entries)}

    @cached_property
    def _text(self) -> str:
        return json.dumps(self.entries, ensure_ascii=False, separators=(",", ":"))


def whole(docs: list[dict | int], place: Path) -> list[dict]:
    """Return the entries of an index that stands in the folder `place`, the shared ones put in. OSError where their file is missing."""
    if not docs or KEY not in docs[0]:
        return docs
    shared = json.loads((place / docs[0][KEY]).read_text("utf-8").removeprefix(BEFORE))
    return [shared[entry] if isinstance(entry, int) else entry for entry in docs[1:]]
