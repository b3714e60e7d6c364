"""The press: one process that turns out editions. It keeps MkDocs open, and the plates that editions share."""

import shutil
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from playbook.model import edition as editions
from playbook.render.asset_bundle import Joined
from playbook.content.ical import write_calendars
from playbook.model.edition import Catalog, Edition
from playbook.render.engine import Engine
from playbook.render.postprocess import finished
from playbook.render.html_fixes import mended
from playbook.content.page import load_pages
from playbook.content.plate import Answers, Plate
from playbook.build.printing import Printing
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.render.mkdocs_build import add_logos, speaking_plainly
from playbook.search.search_index import Index, write_index
from playbook.search.shared_entries import SharedEntries
from playbook.content.watch import slot
from playbook.content.watched import take_facts, watching


@slot
def path_of(edition: Edition) -> str:
    """Return where an edition stands, for its pages' addresses."""
    return edition.path


@dataclass
class Press:
    """What all editions have in common. `index` is the theme's search index as it left it: its settings, and the pages that want to be found; `shared` are entries of any edition's."""

    project: Path
    catalog: Catalog
    today: date
    engine: Engine
    joined: Joined
    index: Index
    shared: SharedEntries
    plates: dict[str, list[Printing]] = field(default_factory=dict)

    def turn_out(self, edition: Edition, place: Path) -> list[str]:
        """Write the pages, the search index and the calendar files of an edition into the folder `place`.

        Return the names of the pages that no other edition had in this form before. ProblemsFound for what cannot be rendered.
        """
        answers = Answers(edition)
        printed = {file.url: self._fitting(file.url, answers) for file in self.engine.pages()}
        missing = [url for url, found in printed.items() if not found]
        if missing:
            printed |= self._made(edition, missing)
        for folder in {(place / url).parent for url in printed}:
            folder.mkdir(parents=True, exist_ok=True)
        for url, printing in printed.items():
            (place / url).write_text(printing.plate.filled(answers), "utf-8", newline="\n")
        for file in self._own_files:
            (place / file.dest_uri).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.abs_src_path, place / file.dest_uri)
        entries = [found for url in self.index.urls for found in printed[url].entries(answers)]
        write_index(place, self.index.config, self.shared.named(entries, edition.to_top))
        write_calendars(edition, place, self.today)
        add_logos(self.project, self.catalog.site, edition, place)
        return missing

    def _fitting(self, url: str, answers: Answers) -> Printing | None:
        return next((printing for printing in self.plates.get(url, ()) if printing.plate.fits(answers)), None) if answers.edition.region else None

    def _made(self, edition: Edition, urls: list[str]) -> dict[str, Printing]:
        """Return pages made for an edition; if it has a region, others may share them."""
        files = {file.url: file for file in self.engine.pages() if file.url in urls}
        made, problems = {}, []
        with watching(edition) as seen:
            editions.stand(self.catalog, seen)
            with speaking_plainly(self.project, edition):
                self.engine.define()
            path, common = path_of(seen), take_facts()
            for url, file in files.items():
                with speaking_plainly(self.project, edition):
                    html = self.engine.render(file, path)
                try:
                    made[url] = Printing(Plate(finished(mended(html), edition, self.joined), tuple((common | take_facts()).items())), url, self.sources[url])
                except ValueError as error:
                    problems.append(Problem(f"{edition.path}{url}", str(error)))
            editions.stand(None, None)
        if problems:
            raise ProblemsFound(problems)
        if edition.region:
            for url, printing in made.items():
                self.plates.setdefault(url, []).append(printing)
        return made

    @cached_property
    def _own_files(self) -> list:
        return list(self.engine.own_files(self.project))

    @cached_property
    def sources(self) -> dict:
        """Every page's source by its address."""
        return {page.url: page for page in load_pages(self.project)[0]}
