"""The live preview of one edition in a browser."""

import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from playbook.draft import Draft

WATCHED = ("docs", "macros", "overrides", "playbook", "regions", "site.yml", "mkdocs.yml")


class Server(LiveReloadServer):
    """MkDocs' own preview server; it reloads the browser after each change."""

    def __init__(self, draft: Draft, host: str, port: int):
        super().__init__(draft.change, host, port, str(draft.folder), polling_interval=0.2)
        self.build_delay = 0.05
        self._draft = draft

    def serve_request(self, environ: dict, start_response) -> Iterable[bytes]:
        """Answer a request; a page is brought up to date first."""
        path = environ["PATH_INFO"].lstrip("/")
        url = f"{path}index.html" if path.endswith("/") or not path else path
        if url.endswith(".html"):
            self._draft.refresh(url)
        return super().serve_request(environ, start_response)


def preview(project: Path, slug: str, address: str) -> None:
    """Serve one edition ("" is the unlocalized one) until interrupted. ProblemsFound if there is no good page to begin with."""
    host, _, port = address.rpartition(":")
    logging.basicConfig(level=logging.INFO, format="%(message)s")  # MkDocs says where it serves
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        server = Server(Draft(project, slug, Path(folder)), host, int(port))
        for name in WATCHED:
            server.watch(str(project / name))
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()
