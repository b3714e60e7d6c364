"""Browsers that are driven alike for the table of features: WebKit over WebDriver, Firefox over Marionette, Chromium over Playwright."""

import base64
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Playwright

from tests.support.webdriver import ELEMENT, PATIENCE, Driver


class Firefox(Driver):
    """A window of Firefox, over its own remote protocol (Marionette): WebDriver's commands without a program between."""

    def __init__(self, port: int) -> None:
        """Open a session at a port where Firefox listens."""
        self.wire = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._answer()  # its greeting
        made = self._ask("NewSession", "", {})
        self.version = f"Firefox {made['capabilities']['browserVersion']}"

    def go(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self._ask("Navigate", "", {"url": url})

    def size(self, width: int, height: int) -> None:
        """Set the window's size."""
        self._ask("SetWindowRect", "", {"width": width, "height": height})

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script on the page; return what it returns."""
        return self._ask("ExecuteScript", "", {"script": script, "args": list(arguments)})["value"]

    def rest(self) -> None:
        """Wait until the page has been drawn sixty times."""
        wait = "const done = arguments[0]; let left = 60; const next = () => left-- ? requestAnimationFrame(next) : done(); next()"
        self._ask("ExecuteAsyncScript", "", {"script": wait, "args": []})

    def click(self, selector: str) -> None:
        """Click the first element that a selector fits, as a person would."""
        self._ask("ElementClick", "", {"id": self._find(selector)})

    def type(self, selector: str, text: str) -> None:
        """Type text into an element."""
        self._ask("ElementSendKeys", "", {"id": self._find(selector), "text": text})

    def pdf(self) -> bytes:
        """Print the page as the browser's own menu does."""
        return base64.b64decode(self._ask("Print", "", {"background": False})["value"])

    def close(self) -> None:
        """End Firefox."""
        self.wire.close()

    def _find(self, selector: str) -> str:
        return str(self._ask("FindElement", "", {"using": "css selector", "value": selector})["value"][ELEMENT])

    def _ask(self, method: str, path: str, body: object) -> Any:
        sent = json.dumps([0, 1, f"WebDriver:{method}", body])
        self.wire.sendall(f"{len(sent.encode())}:{sent}".encode())
        _, _, error, value = self._answer()
        if error:
            raise RuntimeError(error["message"])
        return value

    def _answer(self) -> Any:
        """Read one message: its length, a colon, JSON."""
        head = b""
        while not head.endswith(b":"):
            head += self.wire.recv(1) or b":"
        left, parts = int(head[:-1]), []
        while left:
            parts.append(self.wire.recv(min(left, 65536)))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))


@contextmanager
def firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """Yield a window of Firefox with a fresh profile in a folder."""
    profile.mkdir()
    (profile / "user.js").write_text('user_pref("marionette.port", 0);\nuser_pref("browser.shell.checkDefaultBrowser", false);\n', "utf-8")
    command = [path, "--marionette", "--headless", "--no-remote", "--profile", str(profile)]
    running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        chosen, deadline = profile / "MarionetteActivePort", time.monotonic() + PATIENCE
        while not (chosen.exists() and chosen.read_text("utf-8").strip()) and time.monotonic() < deadline:
            time.sleep(0.05)
        driver = Firefox(int(chosen.read_text("utf-8")))
        yield driver
        driver.close()
    finally:
        running.terminate()
        running.wait()


class Chromium(Driver):
    """A window of Chromium."""

    def __init__(self, playwright: Playwright, path: str, arguments: list[str]) -> None:
        """Open a window of the Chromium at a path."""
        self.browser = playwright.chromium.launch(executable_path=path, args=arguments)
        self.version = f"Chromium {self.browser.version.partition('.')[0]}"
        self.page = self.browser.new_context().new_page()

    def go(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self.page.goto(url)

    def size(self, width: int, height: int) -> None:
        """Set the window's size."""
        self.page.set_viewport_size({"width": width, "height": height})

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script on the page; return what it returns."""
        return self.page.evaluate(f"(function (...given) {{ return (function () {{ {script} }}).apply(null, given[0]) }})", list(arguments))

    def rest(self) -> None:
        """Wait until the page has been drawn sixty times."""
        self.page.evaluate("new Promise(done => { let left = 60; const next = () => left-- ? requestAnimationFrame(next) : done(); next() })")

    def click(self, selector: str) -> None:
        """Click the first element that a selector fits, as a person would."""
        self._do(self.page.locator(selector).first.click)

    def type(self, selector: str, text: str) -> None:
        """Type text into an element."""
        self._do(lambda: self.page.locator(selector).first.press("Escape") if text == "\ue00c" else self.page.locator(selector).first.press_sequentially(text))

    def pdf(self) -> bytes:
        """Print the page as the browser's own menu does."""
        return self.page.pdf()

    def close(self) -> None:
        """End Chromium."""
        self.browser.close()

    def _do(self, act: Any) -> None:
        try:
            act()
        except Error as error:
            raise RuntimeError(str(error).partition("\n")[0]) from None
