"""The digest of a file, or of what becomes one, the same on every system."""

import hashlib


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file; the line ends of text do not count, since git on Windows changes them."""
    text = b"\0" not in content[:8000]  # as git tells text from binary
    return hashlib.sha256(content.replace(b"\r\n", b"\n") if text else content).hexdigest()
