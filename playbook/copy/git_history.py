"""What the original's files ever held, as git remembers it."""

import subprocess
from pathlib import Path

from playbook.copy.git import git
from playbook.files.checksum import digest


def digests_in_history(repository: Path, ref: str) -> dict[str, list[str]]:
    """Return, by path, the digests of every version of every file up to `ref`, newest first. Links and submodules are left out."""
    raw = git(repository, "log", "--format=", "--raw", "--no-renames", "--no-abbrev", "-m", "--root", "-z", ref, "--").split("\0")
    held: dict[str, list[str]] = {}
    for meta, path in zip(raw[::2], raw[1::2], strict=False):
        _, mode, _, blob, _ = meta.strip().split(" ")
        if mode.startswith("100"):
            held.setdefault(path, []).append(blob)
    contents = _digests_of(repository, {blob for blobs in held.values() for blob in blobs})
    return {path: list(dict.fromkeys(contents[blob] for blob in blobs)) for path, blobs in held.items()}


def _digests_of(repository: Path, blobs: set[str]) -> dict[str, str]:
    """Return the digest of each blob's content (see `digest`), asked from one running git."""
    found: dict[str, str] = {}
    asked = "".join(f"{blob}\n" for blob in sorted(blobs)).encode()
    answered = subprocess.run(["git", "cat-file", "--batch"], cwd=repository, input=asked, capture_output=True, check=True).stdout
    position = 0
    while position < len(answered):
        end = answered.index(b"\n", position)
        blob, _, size = answered[position:end].decode().split(" ")
        found[blob] = digest(answered[end + 1 : end + 1 + int(size)])
        position = end + int(size) + 2
    return found
