"""What the tests of papers share: the site that has its papers, in place of the one of pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.served import served


@pytest.fixture(scope="session")
def site(printed: Path) -> Path:
    """The site with its papers."""
    return printed


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The same over http, on this machine only."""
    with served(site) as here:
        yield here
