"""A small playbook: the real project with a third of its pages and one audience's sheets, which builds in a fraction of the time. For what is not about the content."""

import re
from pathlib import Path

from tests.support.project import fork

PAGES = (
    "index.md", "editions.md", "everything.md", "talking-points/*.md", "sheets/index.md", "sheets/educators*.md", "team/index.md", "team/invite.md",
    "localize/index.md", "localize/fork.md", "localize/your-words.md", "about/*.md", "local/*.md",
)  # fmt: skip
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<path>[\w./-]+\.md)(#[\w-]+)?\)")
MENU_ENTRY = re.compile(r"^ +- (?:.+: )?(?P<path>[\w/.-]+\.md)\n", re.MULTILINE)
PICKS = re.compile(r"^ +'class=\"picks\"': .*\n", re.MULTILINE)  # of the list of all sheets, which one audience's have no need of
SOURCE = re.compile(r"^(?=[a-z][\w-]+:$)", re.MULTILINE)


def small(folder: Path, *more: str) -> Path:
    """Fork the project into a folder and leave a few pages in it, and `more`; return it."""
    return shrunk(fork(folder), *more)


def shrunk(project: Path, *more: str) -> Path:
    """Leave a few pages in a fork, with the entries of the menu and the sources that they name; links to others become plain words."""
    docs = project / "docs"
    for page in {*docs.rglob("*.md")} - {page for pattern in (*PAGES, *more) for page in docs.glob(pattern)}:
        page.unlink()
    texts = "".join(_without_lost_links(page) for page in docs.rglob("*.md"))
    menu, sources = project / "mkdocs.yml", project / "playbook/content/sources.yml"
    (docs / "assets/stylesheets/pages/sheet-index.css").unlink()
    settings = PICKS.sub("", menu.read_text("utf-8"))
    menu.write_text(MENU_ENTRY.sub(lambda entry: entry[0] if (docs / entry["path"]).exists() else "", settings), "utf-8")
    head, *entries = SOURCE.split(sources.read_text("utf-8"))
    sources.write_text(head + "".join(entry for entry in entries if f'"{entry.partition(":")[0]}"' in texts), "utf-8")
    return project


def _without_lost_links(page: Path) -> str:
    """Turn a page's links to pages that left into plain words; return its text."""
    text = LINK.sub(lambda link: link[0] if (page.parent / link["path"]).exists() else link["words"], page.read_text("utf-8"))
    page.write_text(text.replace("{{ sheet_index() }}", "[Educators](educators.md)"), "utf-8")
    return text
