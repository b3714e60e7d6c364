"""Files put together in one archive."""

import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path


def write_archive(files: Iterable[Path], archive: Path, today: date) -> None:
    """Put files into one zip archive, the same bytes for the same files and day."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(files):
            info = zipfile.ZipInfo(file.name, (max(today.year, 1980), today.month, today.day, 0, 0, 0))
            info.external_attr = 0o644 << 16
            target.writestr(info, file.read_bytes(), zipfile.ZIP_DEFLATED if file.suffix == ".pdf" else zipfile.ZIP_STORED)
