"""What the tests of builds share."""

from pathlib import Path

import pytest


@pytest.fixture
def project(little: Path) -> Path:
    """A fork of a small playbook: how a build goes is not about its pages."""
    return little
