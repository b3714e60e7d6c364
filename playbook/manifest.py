"""What a built folder says of itself: which editions it holds. It also marks the folder as ours to replace."""

import json
from pathlib import Path

from playbook.edition import Edition

NAME = "editions.json"


def write_manifest(folder: Path, editions: list[Edition]) -> None:
    """Write the list of editions (slug and place) into a built folder."""
    listed = [{"slug": edition.slug, "path": edition.path} for edition in editions]
    (folder / NAME).write_text(json.dumps({"editions": listed}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_manifest(folder: Path) -> dict[str, str] | None:
    """Return the places of a built folder's editions by slug ("" is the unlocalized one); None if it is no such folder."""
    try:
        listed = json.loads((folder / NAME).read_text("utf-8"))["editions"]
        return {item["slug"]: item["path"] for item in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return None
