"""Under which licenses others' work comes to us: LICENSES.md, made from what the installed packages say. `python -m playbook.cli.third_party_licenses` (`make lock` runs it)."""

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

LICENSES_FILE = Path("LICENSES.md")
LOCKS = (("requirements.txt", "The site is made with"), ("requirements-test.txt", "Only the tests use"))
PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
ROW = re.compile(r"^\| (?P<name>[\w.-]+) \| (?P<version>\d\S*) \| (?P<license>.+) \|$", re.MULTILINE)
MIT = "Permission is hereby granted, free of charge"
HEAD = """\
# Licenses of what others made

Made by `make lock` from what the packages themselves say; do not edit it. The terms of the talking points, and of our own work, stand in [NOTICE.md](NOTICE.md).

## In the published site

The packages below make the site; only this of them is in it, and so in everything that you publish or hand over:

| what | from | license |
| --- | --- | --- |
| the theme's templates and styles (parts of `playbook.css`) | Material for MkDocs, Martin Donath | MIT |
| icons | Material Design Icons, Pictogrammers and Google | Apache-2.0 |
| Public Sans, on paper and in every PDF (`assets/fonts/`) | The Public Sans Project Authors | OFL-1.1 (`assets/fonts/OFL.txt`) |
| parts of Noto Sans and Noto Sans Cherokee, for letters of names that Public Sans lacks (`assets/fonts/`) | The Noto Project Authors | OFL-1.1 (`assets/fonts/OFL-Noto.txt`) |

Word and PowerPoint files name Arial and hold no font. Nothing is fetched from elsewhere.
"""


def license_of(name: str) -> str:
    """Return what an installed package says of its license: an expression, a name, or what its license file begins with. PackageNotFoundError."""
    said = metadata.metadata(name)
    expression, named = _said(said, "License-Expression"), _said(said, "License").strip()
    if expression:
        return expression
    if named and "\n" not in named and named != "UNKNOWN" and len(named) <= 80:
        return named
    kinds = [kind.rpartition(" :: ")[2] for kind in said.get_all("Classifier") or () if kind.startswith("License ::")]
    if kinds:
        return ", ".join(kinds)
    texts = [file.read_text("utf-8") for file in metadata.files(name) or () if re.search(r"dist-info/(licenses/)?LICEN[CS]E", str(file))]
    return "MIT (by its license file)" if any(MIT in text for text in texts) else "not stated"


def _said(package: metadata.PackageMetadata, key: str) -> str:
    return str(package[key]) if key in package else ""


def locked(project: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each part's title and its packages with their versions; a package of the site does not come again among the tests'."""
    before: set[str] = set()
    for lock, title in LOCKS:
        found = {name: version for name, version in PINNED.findall((project / lock).read_text("utf-8")) if name not in before}
        before |= found.keys()
        yield title, found


def licenses(project: Path) -> str:
    """Return LICENSES.md as it should be. What is locked for other systems only keeps what the file says of it already."""
    file = project / LICENSES_FILE
    known = {row["name"]: row["license"] for row in ROW.finditer(file.read_text("utf-8"))} if file.is_file() else {}
    parts = [HEAD]
    for title, packages in locked(project):
        rows = [f"| {name} | {version} | {_license(name, known)} |" for name, version in packages.items()]
        parts.append("\n".join([f"## {title}", "", "| package | version | license |", "| --- | --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def _license(name: str, known: dict[str, str]) -> str:
    try:
        return license_of(name).replace("|", "/")
    except metadata.PackageNotFoundError:
        return known.get(name, "not installed on the system that made this list")


if __name__ == "__main__":
    LICENSES_FILE.write_text(licenses(Path()), "utf-8", newline="\n")
