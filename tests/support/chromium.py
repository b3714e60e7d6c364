"""A real Chromium for the tests: from PATH; else, as root, from Debian's packages; else the one line to type.

`python -m tests.support.chromium` finds or installs it. A test run without a browser stops; it never skips.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# No sandbox, since CI may run as root; no graphics card. Each window would bring pages of its own for the address bar, which nobody sees and every
# core draws; the rest is what Playwright itself leaves out and needs: one list takes the other's place.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    (
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,"
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,OptimizationHints"
    ),
)
TYPE_THIS = "No Chromium or Chrome found. Install one, for example:  sudo apt-get install -y chromium"


def found() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on PATH, or Chrome's usual place on a Mac."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    return next((path for name in NAMES if (path := shutil.which(name))), MAC if Path(MAC).exists() else None)


def main() -> None:
    """Make sure that there is a browser, or stop with what to do."""
    if found():
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdin": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "-qq", "update"], check=False, **quiet)
        subprocess.run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"], check=False, **quiet)
    if not found():
        sys.exit(TYPE_THIS)


if __name__ == "__main__":
    main()
