"""A real Chromium for the tests: from PATH; else, as root, from Debian's packages; else the one line to type.

`python -m tests.support.chromium` finds or installs it. A test run without a browser stops; it never skips.
The tests prefer Debian's headless build of the same version, which has no windows to draw and takes a third less time.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Dialog, Frame

HEADLESS = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# No sandbox, since CI may run as root; no graphics card; no host but this machine. Each window would bring pages of its own for the address bar, which nobody sees and every
# core draws; the rest is what Playwright itself leaves out and needs: one list takes the other's place.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    (
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,"
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,OptimizationHints,RenderDocument"
    ),
)
# For pages that are open for a moment: they do the same, but no code is optimized (which Chrome's settings let a user ask for, too), and letters are drawn with grays alone.
BRIEF = (*ARGUMENTS, "--js-flags=--no-maglev --no-turbofan", "--disable-lcd-text")
TYPE_THIS = "No Chromium or Chrome found. Install one, for example:  sudo apt-get install -y chromium"

WINDOW = {"width": 1280, "height": 900}
OWN = ("http://127.0.0.1:", "file:", "data:", "blob:")  # all that a page may ask


class Tab:
    """A browser page that tests use one after another, for a new one takes as long as a test: what one did is taken back before the next."""

    def __init__(self, browser: Browser) -> None:
        """`faults` grows with each request to another host (none is found), script error and console error."""
        self.faults: list[str] = []
        self.origins = {"file://"}
        self.context = browser.new_context(viewport=WINDOW, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.context.on("requestfailed", lambda request: None if request.url.startswith(OWN) else self.faults.append(f"foreign request: {request.url}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}") if message.type == "error" else None)
        self.page.on("framenavigated", self._remember)
        self.page.set_default_timeout(20_000)
        self._undo: list[Callable[[], None]] = []
        self._on = self.page.on
        for name in ("add_init_script", "expose_function"):
            setattr(self.page, name, self._undone(getattr(self.page, name)))
        for of in (self.page, self.context):
            of.route = self._undone(of.route, partial(of.unroute_all, behavior="ignoreErrors"))
        self.context.grant_permissions = self._undone(self.context.grant_permissions, self.context.clear_permissions)
        self.page.on = self._listening

    def _undone(self, adding: Callable, undo: Callable[[], None] | None = None) -> Callable:
        """Return a method that adds something, so that it is taken out again before the next test: by `undo`, or by what the method returns."""

        def added(*arguments: object, **named: object) -> None:
            done = adding(*arguments, **named)
            self._undo.append(undo or done.close)

        return added

    def _listening(self, event: str, handler: Callable[..., object]) -> None:
        self._on(event, handler)
        self._undo.append(partial(self.page.remove_listener, event, handler))

    def _remember(self, frame: Frame) -> None:
        scheme, host, *_ = urlsplit(frame.url)
        self.origins |= {f"http://{host}"} if scheme == "http" else set()

    def renew(self) -> None:
        """Take back what a test did: its storage, history, permissions, routes, scripts, listeners, further pages, window and the media it emulates."""

        def leave(dialog: Dialog) -> None:
            dialog.accept()  # a form with unsaved words asks

        for other in self.context.pages:
            if other != self.page:
                other.close()
        while self._undo:
            self._undo.pop()()
        self._on("dialog", leave)
        self.page.goto("about:blank")
        self.page.remove_listener("dialog", leave)
        self.page.set_viewport_size(WINDOW)
        self.page.mouse.move(0, 0)
        cdp = self.context.new_cdp_session(self.page)
        for origin in self.origins:
            cdp.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        cdp.send("Page.resetNavigationHistory")
        cdp.detach()
        self.page.emulate_media(media="null", color_scheme="light", reduced_motion="reduce", forced_colors="none")  # last: the session ended what was emulated
        self.faults.clear()


def headless() -> str | None:
    """Return the path of the browser without windows: $CHROMIUM, the headless build, or else a whole one."""
    return os.environ.get("CHROMIUM") or shutil.which(HEADLESS) or found()


def found() -> str | None:
    """Return the path of a whole Chromium: $CHROMIUM, one on PATH, or Chrome's usual place on a Mac."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    return next((path for name in NAMES if (path := shutil.which(name))), MAC if Path(MAC).exists() else None)


def main() -> None:
    """Make sure that there is a browser, or stop with what to do."""
    missing = [] if found() else ["chromium"]
    missing += [] if headless() != found() else [HEADLESS]
    if missing and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdin": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "-qq", "update"], check=False, **quiet)
        for package in missing:  # apart: where there is no headless build, the whole one does
            subprocess.run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", package], check=False, **quiet)
    if not found():
        sys.exit(TYPE_THIS)


if __name__ == "__main__":
    main()
