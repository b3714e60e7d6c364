"""The live preview of one edition in a browser."""

import errno
import logging
import socket
import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from playbook.cli.preview_run import Draft
from playbook.files.diagnostics import Problem, ProblemsFound

WATCHED = ("docs", "macros", "overrides", "playbook", "regions", "examples", "site.yml", "mkdocs.yml")


class Server(LiveReloadServer):
    """MkDocs' own preview server; it reloads the browser after each change."""

    def __init__(self, draft: Draft, host: str, port: int):
        super().__init__(draft.change, host, port, str(draft.folder), polling_interval=0.2)
        self.build_delay = 0.05


def preview(project: Path, slug: str, host: str, port: int) -> None:
    """Serve one edition ("" is the unlocalized one) until interrupted. ProblemsFound if there is no good page to begin with, or the address cannot be had."""
    _try_address(host, port)
    logging.basicConfig(level=logging.INFO, format="%(message)s")  # MkDocs says where it serves
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        server = Server(Draft(project, slug, Path(folder)), host, port)
        for name in WATCHED:
            server.watch(str(project / name))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
        except KeyboardInterrupt:
            server.shutdown()


def _try_address(host: str, port: int) -> None:
    """Raise ProblemsFound if nothing can be served there, before any page is made."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port that was left a moment ago is free
            tried.bind(place)
    except (OSError, UnicodeError) as error:
        messages = {
            errno.EADDRINUSE: f"port {port} is in use; end the other preview, or take another port: --address 127.0.0.1:{min(port + 1, 65535)}",
            errno.EACCES: f"port {port} is the system's; take one above 1023: --address 127.0.0.1:8000",
        }
        number, reason = (error.errno, error.strerror) if isinstance(error, OSError) else (None, None)
        why = messages.get(number or 0, f"nothing can be served there ({reason or error}); use --address 127.0.0.1:8000")
        raise ProblemsFound([Problem(f"--address {host}:{port}", why)]) from None
