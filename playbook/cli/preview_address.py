"""The address at which a preview is served."""

import click


def address_of(given: str) -> tuple[str, int]:
    """Return the host and port of HOST:PORT or [HOST]:PORT, or of a port alone, which is of this machine only. BadParameter for anything else."""
    host, _, port = given.rpartition(":")
    host = host[1:-1] if host.startswith("[") and host.endswith("]") else "[" if ":" in host else host
    if not (port.isascii() and port.isdecimal() and 1 <= int(port[:6]) <= 65535) or "[" in host or "]" in host:
        raise click.BadParameter(f'"{given}" is no address; write a host and a port (1 to 65535), like 127.0.0.1:8000 or [::1]:8000.')
    return host or "127.0.0.1", int(port)
