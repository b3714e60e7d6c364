"""Files that nobody reads: what lies in regions/ and is no part of it, and region files that lie elsewhere. Left alone, their words would be missing in silence."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from playbook.files.diagnostics import Problem
from playbook.files.editor_files import is_dropping
from playbook.files.file_guard import FACTS
from playbook.files.yaml_file import read_yaml
from playbook.model.folder.region_files import is_common_like, is_region_folder
from playbook.model.folder.stray_in_folders import misplaced_common, placing_problems, unread_problems
from playbook.model.region_file import EXAMPLES_FOLDER, REGIONS_FOLDER, slug_is_good
from playbook.model.site_config import SITE_FILE as SITE

PAGES = "docs"
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif")
UNNAMED = "no region file names this picture; name it there (logo: {file: …, alt: …}), or delete it"
READ = "only files ending in .yml, pictures that one of them names, and README.md belong here"
REGION_LIKE = (re.compile(r"^[\"'“”]?region[\"'“”]?\s*[:：]", re.MULTILINE), re.compile(r"^[\"'“”]?stage[\"'“”]?\s*[:：]", re.MULTILINE))
JSON_LIKE = re.compile(r'^\s*\{.*"region"\s*:\s*".*"stage"\s*:\s*"', re.DOTALL)
OTHER_TEXT = (".md", ".html", ".py", ".js", ".css", ".svg", ".lock", ".typ")  # files whose text is about something else, such as a guide
SETTINGS_LIKE = re.compile(r"(copyof)?sites?(copy|old|new|backup|bak|\d)*(ya?ml.*|txt|json)")  # a name in small letters, without signs
PAGE_START, PAGE_OF_ONES_OWN = re.compile(r"---[ \t]*\r?\n"), re.compile(r"^origin:[ \t]*[\"']?local\b", re.MULTILINE)
PASSED_OVER = ("__pycache__", "node_modules", "site-packages")


def folder_problems(project: Path) -> Iterator[Problem]:
    """Yield what lies in regions/ and examples/ that nothing reads, but for region files with a wrong name, which their reader names, and pictures."""
    yield from (problem for problem in _unread(project) if problem.message != UNNAMED)


def unnamed_pictures(project: Path) -> Iterator[Problem]:
    """Yield a warning for each picture that no region file names yet: in the web editor it comes alone, before the line that names it."""
    yield from (problem for problem in _unread(project) if problem.message == UNNAMED)


def _unread(project: Path) -> Iterator[Problem]:
    for name in (REGIONS_FOLDER, EXAMPLES_FOLDER):
        if (project / name).is_symlink():  # its reader names it
            continue
        if (project / name).is_dir():
            yield from _in_regions(project, project / name)
        elif (project / name).exists():
            yield Problem(name, "is a file, where a folder of region files is expected; move it elsewhere")
    yield from placing_problems(project)


def settings_problems(project: Path) -> Iterator[Problem]:
    """Yield files at a project's top that seem to be site.yml under another name: what they set would be lost."""
    for path in sorted(project.iterdir()):
        if path.name != SITE and SETTINGS_LIKE.fullmatch(re.sub(r"[\W_]+", "", path.name.lower())) and path.is_file() and not is_dropping(path):
            yield Problem(path.name, f'is not read, as the settings stand in "{SITE}"; rename it to that, or delete it if it is an old copy')


def _in_regions(project: Path, folder: Path) -> Iterator[Problem]:
    entries = sorted(folder.iterdir())
    pictures = _named_pictures(project, entries)
    for path in entries:
        name = path.relative_to(project).as_posix()
        if (path.suffix.lower() in (".yml", ".yaml") and not path.name.startswith(".")) or path.name == "README.md" or is_common_like(path):
            continue
        if path.is_dir():
            yield from _in_regions(project, path) if folder.parent == project and is_region_folder(path) else unread_problems(project, path)
        elif path.name not in pictures and not is_dropping(path):
            yield Problem(name, _remedy(path, pictures))


def misplaced_problems(project: Path) -> Iterator[Problem]:
    """Yield every region file that lies anywhere in a project but in regions/, and every page of a copy's own outside docs/."""
    for path in _walked(project):
        if message := misplaced_common(path) or (misplaced(path, project) if region_like(path) else ""):
            yield Problem(path.relative_to(project).as_posix(), message)
        elif (at := path.relative_to(project)).parts[0] != PAGES and (page_like(path) or (at.parts[0].lower() == "local" and path.suffix.lower() == ".md")):
            yield Problem(
                at.as_posix(), f"looks like a page of your own, but is read in {PAGES}/local/ only; move it to {PAGES}/local/{path.name.split('.')[0]}.md"
            )


def page_like(path: Path) -> bool:
    """Tell whether a file's text is that of a page of a copy's own, whatever its name."""
    text = _text(path)
    return PAGE_START.match(text) is not None and PAGE_OF_ONES_OWN.search(text) is not None


def misplaced(path: Path, project: Path) -> str:
    """Return the remedy for a region file that lies elsewhere: never to put it over another."""
    name = f"{REGIONS_FOLDER}/{_slug(path)}.yml"
    if (project / name).exists():
        return f"looks like a region file, but is read in {REGIONS_FOLDER}/ only, where {name} is already; delete it if it is an old copy, or move it out of the project"
    return f"looks like a region file, but is read in {REGIONS_FOLDER}/ only; move it to {REGIONS_FOLDER}/{_slug(path)}.yml, or out of the project"


def region_like(path: Path) -> bool:
    """Tell whether a file's text is that of a region file, whatever its name."""
    text = "" if path.suffix.lower() in OTHER_TEXT else _text(path)
    needed = REGION_LIKE[:1] if path.suffix.lower() in (".yml", ".yaml") else REGION_LIKE
    return all(pattern.search(text) for pattern in needed) or bool(JSON_LIKE.match(text))


def _text(path: Path) -> str:
    """Return a file's text; empty for a link, for what is no text, and for what is too large to be a file of facts."""
    try:
        return path.read_text("utf-8-sig") if not path.is_symlink() and path.is_file() and 0 < path.stat().st_size <= FACTS else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _walked(project: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(project):
        at_top = Path(folder) == project
        away = (*PASSED_OVER, *((REGIONS_FOLDER, EXAMPLES_FOLDER, "site", "tests") if at_top else ()))
        folders[:] = sorted(
            name for name in folders
            if name not in away and not name.startswith(".") and not any((Path(folder) / name / sign).exists() for sign in ("pyvenv.cfg", "editions.json", "mkdocs.yml"))
        )  # fmt: skip
        yield from (Path(folder) / name for name in sorted(files))


def _named_pictures(project: Path, entries: list[Path]) -> set[str]:
    """Return the pictures that region files and site.yml name, be these otherwise right or not."""
    files = [(path, path.relative_to(project).as_posix(), "logo") for path in entries if path.suffix == ".yml"]
    named = set()
    at_top = [(project / SITE, SITE, "official_logo")] if entries and entries[0].parent.parent == project else []
    for path, name, key in [*files, *at_top]:
        data = read_yaml(path, name)[0].data if path.is_file() and not path.is_symlink() else {}
        logo = data.get(key)
        file = logo.get("file") if isinstance(logo, dict) else logo
        named |= {file} if isinstance(file, str) else set()
    return named


def _remedy(path: Path, pictures: set[str]) -> str:
    if path.suffix.lower() in PICTURES:
        near = next((name for name in pictures if name.lower() == path.name.lower()), None)
        if near:
            return f'a region file calls it "{near}"; write both names alike, capital letters too'
        return UNNAMED
    if path.name.lower() == "readme.md":
        return 'rename it to "README.md"'
    if re.search(r"\.ya?ml[._~-]", path.name, re.IGNORECASE) and not path.name.lower().endswith((".txt", ".json")):
        return f'is not read, as its name does not end in .yml; delete it if it is an old copy, or rename it to "{_slug(path)}.yml"'
    if region_like(path) or re.search(r"\.ya?ml\b", path.name, re.IGNORECASE) or not path.suffix or path.suffix.lower() in (".txt", ".json"):
        return f'is not read, as its name does not end in .yml; rename it to "{_slug(path)}.yml", or move it out of this folder'
    return f"is not read; {READ}; move it elsewhere"


def _slug(path: Path) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", re.split(r"[.,](?=[A-Za-z])", path.name.lstrip("._#~").lower())[0]).strip("-")[:60].strip("-")
    return slug if slug_is_good(slug) else "your-region"
