"""The written map of what was renamed on purpose (renames.yml), applied to the older of two versions before they are compared."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("renames.yml")
KINDS = ("classes", "attributes", "ids", "files", "urls")


@dataclass(frozen=True)
class Renames:
    """Old names and new ones, by kind. `used` remembers which old names were met."""

    classes: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def name(self, kind: str, old: str) -> str:
        """Return the new name of a class, an attribute or an id; the name itself where it was not renamed."""
        names: dict[str, str] = getattr(self, kind)
        if old in names:
            self.used.add(f"{kind}: {old}")
        return names.get(old, old)

    def path(self, old: str) -> str:
        """Return the new path of a file or of a link to one: a script or stylesheet by its whole name, a page by each piece that was renamed."""
        for kind, names in (("files", self.files), ("urls", self.urls)):
            for was, now in names.items():
                if was in old:
                    self.used.add(f"{kind}: {was}")
                    old = old.replace(was, now)
        return old

    @property
    def unused(self) -> list[str]:
        """The old names that were met nowhere."""
        return [line for kind in KINDS for old in getattr(self, kind) if (line := f"{kind}: {old}") not in self.used]

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)


def read(file: Path = FILE) -> Renames:
    """Return the map in a file. ValueError names a kind that there is not."""
    given = yaml.safe_load(file.read_text("utf-8")) or {}
    if unknown := sorted(set(given) - set(KINDS)):
        raise ValueError(f"{file.name}: there is no kind {', '.join(unknown)}; write {', '.join(KINDS)}")
    return Renames(**{kind: {str(old): str(new) for old, new in (given.get(kind) or {}).items()} for kind in KINDS})
