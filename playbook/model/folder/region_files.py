"""Where region files lie: in regions/ and examples/ themselves, or in one folder there, whose `_all.yml` holds what all its files begin with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOTS = ("regions", "examples")
COMMON_FILE = "_all.yml"
PICTURES = (".svg", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True)
class RegionFile:
    """A file that makes an edition. `name` is relative to the project, with slashes."""

    name: str

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def folder(self) -> str:
        """Where the file and its picture lie: `regions`, or `regions/lane`."""
        return self.name.rpartition("/")[0]

    @property
    def common_file(self) -> str:
        """The file that may hold what the folder's files begin with; empty for a file that lies in no folder."""
        return f"{self.folder}/{COMMON_FILE}" if self.folder.rpartition("/")[0] in ROOTS else ""


def region_files(project: Path) -> list[RegionFile]:
    """Return every file that is read as a region's, in the order of names; one slug may stand there several times."""
    return [RegionFile(path.relative_to(project).as_posix()) for path in candidates(project) if path.suffix == ".yml"]


def candidates(project: Path) -> Iterator[Path]:
    """Yield every file that is one of a region by its ending, in capitals or not; links to folders are not followed."""
    for folder in folders(project):
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in (".yml", ".yaml") and not path.name.startswith(".") and not is_common_like(path):
                yield path


def folders(project: Path) -> Iterator[Path]:
    """Yield the two folders in which region files lie, where they are, and each folder in them."""
    for root in (project / name for name in ROOTS):
        if root.is_dir() and not root.is_symlink():
            yield root
            yield from (path for path in sorted(root.iterdir()) if is_region_folder(path))


def is_region_folder(path: Path) -> bool:
    """Tell whether something in regions/ is a folder that may hold region files."""
    return path.is_dir() and not path.is_symlink() and not path.name.startswith(".") and path.suffix.lower() not in (".yml", ".yaml")


def is_common_like(path: Path) -> bool:
    """Tell whether a file is `_all.yml`, or would be under its right name: `_All.yml`, `_all.yaml`, `_all.yml.txt`."""
    return path.name.lower().startswith("_all") and not path.name[4:5].isalnum() and path.suffix.lower() not in PICTURES


def common_files(project: Path) -> list[str]:
    """Return every `_all.yml` that is read, relative to the project."""
    return [
        f"{name}/{COMMON_FILE}"
        for name in (folder.relative_to(project).as_posix() for folder in folders(project))
        if name not in ROOTS and holds(project / name, COMMON_FILE)
    ]


def holds(folder: Path, name: str) -> bool:
    """Tell whether a folder has an entry of exactly this name, capital letters too, on any disk."""
    return folder.is_dir() and any(entry.name == name for entry in folder.iterdir())


def name_of(path: Path) -> tuple[Path, str]:
    """Return the project that a region file lies in, and the file's name there."""
    up = 2 if path.parent.parent.name in ROOTS and path.parent.name not in ROOTS else 1
    project = path.parents[up]
    return project, path.relative_to(project).as_posix()
