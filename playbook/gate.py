"""The publication gate: what a preview may show but the public must not see."""

from playbook.edition import Catalog
from playbook.problem import Problem


def gate(catalog: Catalog) -> list[Problem]:
    """Return what stands in the way of publishing; example editions are exempt."""
    problems = list(catalog.warnings)
    for edition in catalog.editions:
        if edition.region and not edition.region.example and not edition.region.convener:
            problems.append(Problem(edition.source, "is required to publish: partners need to know whom to call", 0, "convener"))
    return problems
