"""A browser driven over WebDriver (W3C), for engines that Playwright does not drive: WebKitGTK's own driver."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE = 30  # seconds, for a machine under load


class Driver:
    """A session with a browser."""

    def __init__(self, address: str, capabilities: dict[str, Any]) -> None:
        """Open a window at the driver that listens at an address."""
        self.address = address
        made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = f"/session/{made['sessionId']}"
        self.version = f"{made['capabilities'].get('browserName')} {made['capabilities'].get('browserVersion')}"

    def go(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self._ask("POST", f"{self.session}/url", {"url": url})

    def size(self, width: int, height: int) -> None:
        """Set the window's size."""
        self._ask("POST", f"{self.session}/window/rect", {"width": width, "height": height})

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script on the page; return what it returns."""
        return self._ask("POST", f"{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def rest(self) -> None:
        """Wait until the page has been drawn sixty times: whatever a script or the browser still moved has moved."""
        wait = "const done = arguments[0]; let left = 60; const next = () => left-- ? requestAnimationFrame(next) : done(); next()"
        self._ask("POST", f"{self.session}/execute/async", {"script": wait, "args": []})

    def comes_true(self, expression: str) -> bool:
        """Wait until an expression is true on the page; tell whether it came true."""
        deadline = time.monotonic() + PATIENCE
        while not (found := self.run(f"return Boolean({expression})")) and time.monotonic() < deadline:
            pass
        return bool(found)

    def click(self, selector: str) -> None:
        """Click the first element that a selector fits, as a person would."""
        self._ask("POST", f"{self.session}/element/{self._find(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        """Type text into an element."""
        self._ask("POST", f"{self.session}/element/{self._find(selector)}/value", {"text": text})

    def close(self) -> None:
        """Close the window."""
        self._ask("DELETE", self.session, None)

    def _find(self, selector: str) -> str:
        return self._ask("POST", f"{self.session}/element", {"using": "css selector", "value": selector})[ELEMENT]

    def _ask(self, method: str, path: str, body: object) -> Any:
        data = None if body is None else json.dumps(body).encode()
        try:
            with urlopen(Request(self.address + path, data, {"Content-Type": "application/json"}, method=method), timeout=120) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise RuntimeError(json.loads(error.read())["value"].get("message", "the driver refused")) from None


@contextmanager
def webkit() -> Iterator[Driver]:
    """Yield a window of WebKitGTK, on a screen that nobody sees."""
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", str(shutil.which("WebKitWebDriver")), f"--port={port}"]
    running = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"},
    )  # fmt: skip
    try:
        _listening(port)
        driver = Driver(
            f"http://127.0.0.1:{port}", {"browserName": "MiniBrowser", "webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        )
        yield driver
        driver.close()
    finally:
        os.killpg(running.pid, 15)
        running.wait()


def _listening(port: int) -> None:
    """Wait until somebody listens at a port. TimeoutError where nobody does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
    raise TimeoutError("the WebDriver of WebKit does not listen")
