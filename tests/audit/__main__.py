"""What needs more than a Chromium (`make audit`): axe-core on every page, LibreOffice, the Nu HTML checker, html-validate, Lighthouse,
and other engines.

`python -m tests.audit` does all of it; names of parts do only those; `--site DIR` takes a folder that is built already.
Whatever is missing on the machine is named first, with the line to type, and nothing is skipped.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.audit import accessibility as audit_accessibility
from tests.audit import engines as audit_engines
from tests.audit import firefox as audit_firefox
from tests.audit import html as audit_html
from tests.audit import html_validate as audit_html_validate
from tests.audit import lighthouse as audit_lighthouse
from tests.audit import needs as audit_needs
from tests.audit import office as audit_office
from tests.audit import robot as audit_robot
from tests.audit.outcome import table
from tests.support.project import fork, run

PARTS = {
    "accessibility": audit_accessibility,
    "robot": audit_robot,
    "office": audit_office,
    "html": audit_html,
    "html-validate": audit_html_validate,
    "firefox": audit_firefox,
    "engines": audit_engines,
    "lighthouse": audit_lighthouse,
}


def main() -> None:
    """Print a table and every fault; end with status 1 if there is one."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; none means all")
    parser.add_argument("--site", type=Path, help="a built folder; else everything is built anew")
    given = parser.parse_args()
    if unknown := [name for name in given.parts if name not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    parts = [PARTS[name] for name in given.parts or PARTS]
    if missing := audit_needs.missing(list(dict.fromkeys(need for part in parts for need in part.NEEDS))):
        sys.exit("\n".join(missing))
    audit_needs.install_node_packages()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site.resolve() if given.site else _built(Path(folder))
        outcomes = []
        for name, part in PARTS.items():
            if part in parts:
                start = time.perf_counter()
                outcomes += part.audit(site, Path(folder))
                print(f"  {name}: {time.perf_counter() - start:.0f} s", flush=True)
    print(f"\n{table(outcomes)}")
    sys.exit(any(outcome.faults for outcome in outcomes))


def _built(folder: Path) -> Path:
    """The whole site, built by the real command out of a copy of the project."""
    project = fork(folder / "fork")
    for command in (("build",), ("check", "site")):  # which opens every paper of every example
        done = run(project, *command)
        if done.returncode:
            sys.exit(done.stderr)
    return project / "site"


if __name__ == "__main__":
    main()
