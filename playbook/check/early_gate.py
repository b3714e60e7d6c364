"""What may not be published of region files and pages, told although something else is wrong in them: one round, not two."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from playbook.check.publish_check import convener_problems, page_problems, text_problems, texts_of, values_of_examples
from playbook.files.diagnostics import Problem
from playbook.model.folder.read_region import RegionReader, is_example
from playbook.model.folder.region_files import region_files
from playbook.model.site_config import load_site


def early_problems(project: Path, today: date, told: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what the publication gate refuses of what can be read, but for values of which something was `told` already."""
    reader, shown, site = RegionReader(project), values_of_examples(project, today), load_site(project)[0]
    marred = {(problem.file, problem.key) for problem in told}
    for file in region_files(project):
        source, _ = reader.read(file.name)
        texts = [(place, text) for place, text in texts_of(source.data) if (source.file(place), source.key(place)) not in marred]
        if not is_example(source, file.name):
            yield from text_problems(source, texts, shown)
            yield from convener_problems(source, file.name, site)
    yield from page_problems(project)
