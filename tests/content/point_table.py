"""Every point in numbers: `python -m tests.content.point_table [SITE]` prints its words, its grade and which of its terms are there; decisions/0023 judges them."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playbook.content.point_spec import point_specs
from playbook.model.edition import load_catalog
from playbook.output.html_page import BuiltPage, plain
from playbook.render import mkdocs_build as rendering
from tests.content.reading_grade import Reading
from tests.support.project import ROOT
from tests.support.sentences import sentences


def rows(site: Path) -> Iterator[tuple[str, int, float, list[str], list[str]]]:
    """Yield each point of the tool with its words, its grade, and its terms: all but those that follow the edition, and those that are missing."""
    pages = {spec.page: BuiltPage(site / f"{spec.page}.html", spec.page) for spec in point_specs().values()}
    for key, spec in point_specs().items():
        if spec.origin == "toolkit":
            element = pages[spec.page].root.get_element_by_id(key)
            reading, text = Reading(sentences(element)), plain(element.text_content()).casefold()
            wanted = [term for term in spec.keep if not term.startswith("<")]
            yield key, len(reading.words), reading.grade, wanted, [term for term in wanted if term.casefold() not in text]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        if len(sys.argv) < 2:
            rendering.render(ROOT, load_catalog(ROOT, date.today(), examples=True).site, site, date.today())
        print("point  words  grade  terms")
        for key, count, grade, wanted, missing in rows(site):
            print(f"{key.upper():<5}  {count:>5}  {grade:>5}  {len(wanted) - len(missing)}/{len(wanted)}{' lacks ' + ', '.join(missing) if missing else ''}")


if __name__ == "__main__":
    main()
