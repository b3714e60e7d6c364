"""The digest of a file, or of what becomes one, the same on every system."""

import hashlib


def digest(content: bytes) -> str:
    """Return the name that git gives a file's content (its blob id); the line ends of text do not count, since git on Windows changes them."""
    text = b"\0" not in content[:8000]  # as git tells text from binary
    content = content.replace(b"\r\n", b"\n") if text else content
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
