"""Where the project's files are, for people who want a copy of it."""

from macros.values.escape import escape_text
from playbook.model.site_config import Site


def project_address(*, site: Site) -> str:
    """Return a sentence with the repository's address as a link; it says so where site.yml names none."""
    if not site.repository:
        return "Ask the person who gave you this page for the address of the project on GitHub; this copy does not name it."
    return f'The project is kept at <a href="{escape_text(site.repository)}">{escape_text(site.repository)}</a>.'
