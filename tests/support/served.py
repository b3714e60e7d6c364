"""A folder served on this machine: plain files, and silence about readers who leave before an answer is whole."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Plain(http.server.SimpleHTTPRequestHandler):
    """Static files, without a line for each request."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a browser left the page: nobody's fault
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, handler: type[http.server.SimpleHTTPRequestHandler] = Plain) -> Iterator[str]:
    """Yield the address at which a folder is served."""
    with _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
