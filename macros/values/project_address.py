"""Where the project's files are, for people who want a copy of it."""

from markupsafe import Markup

from macros.values.components import component
from playbook.model.site_config import Site


def project_address(*, site: Site) -> Markup:
    """Return a sentence with the repository's address as a link; it says so where site.yml names none."""
    return component("project-address", repository=site.repository)
