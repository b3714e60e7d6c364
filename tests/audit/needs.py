"""What `make audit` needs beside Python and a Chromium, and the line to type for whatever is missing."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support import chromium as browser

NODE_FOLDER = Path(__file__).parent / "node"
NODE_MODULES = NODE_FOLDER / "node_modules"
VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True)
class Need:
    """A program, the names it goes by on PATH, what to type where it is missing, and its smallest major version."""

    name: str
    commands: tuple[str, ...]
    type_this: str
    oldest: int = 0

    @property
    def found(self) -> str | None:
        """Its path: a variable named as the program (JAVA, NODE, SOFFICE, FIREFOX, CHROMIUM), else one of its names on PATH."""
        return os.environ.get(self.commands[0].upper()) or next((path for name in self.commands if (path := shutil.which(name))), None)

    @property
    def lacking(self) -> str:
        """What is wrong with it on this machine; empty if nothing."""
        path = self.found
        if not path or not shutil.which(path):
            return "is missing"
        if self.oldest and (version := _major(path)) < self.oldest:
            return f"is version {version}, and {self.oldest} or newer is needed"
        return ""


LIBREOFFICE = Need("LibreOffice Writer", ("soffice", "libreoffice"), "sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui")
JAVA = Need("Java", ("java",), "sudo apt-get install -y --no-install-recommends default-jre-headless", oldest=11)
NODE = Need("Node.js", ("node",), "sudo apt-get install -y nodejs npm    (20 or newer; older systems: https://nodejs.org)", oldest=20)
NPM = Need("npm", ("npm",), "sudo apt-get install -y npm")
FIREFOX = Need("Firefox", ("firefox", "firefox-esr"), "sudo apt-get install -y --no-install-recommends firefox-esr")
WEBKIT = Need("WebKit", ("WebKitWebDriver",), "sudo apt-get install -y --no-install-recommends webkit2gtk-driver")
XVFB = Need("Xvfb", ("xvfb-run",), "sudo apt-get install -y --no-install-recommends xvfb xauth")
CHROMIUM = Need("Chromium", (*browser.NAMES, browser.MAC), "sudo apt-get install -y chromium")


def missing(needs: list[Need]) -> list[str]:
    """Return a line for each program that is not there: what it is and what to type."""
    return [f"{need.name} {lacking}. Install it, for example:  {need.type_this}" for need in needs if (lacking := need.lacking)]


def install_node_packages() -> None:
    """Install what tests/audit/node/package-lock.json names, each with its checksum, unless it is there; stop with npm's own words if that fails."""
    lock, done = NODE_FOLDER / "package-lock.json", NODE_MODULES / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime and VNU.exists():
        return
    print("Installing the packages of tests/audit/node …", flush=True)
    npm = subprocess.run(
        [NPM.found, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=NODE_FOLDER, text=True, capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if npm.returncode or not VNU.exists():
        sys.exit(f"npm could not install the packages of tests/audit/node. It says:\n{npm.stderr.strip() or npm.stdout.strip()}")
    done.touch()


def old_chromium(package: str) -> str:
    """Return the path of the old Chromium that a package of tests/audit/node brings packed, unpacked beside it."""
    packed = NODE_MODULES / package / "bin" / "chromium.br"
    path = packed.with_suffix("")
    unpack = (
        "const fs = require('fs'); fs.writeFileSync(process.argv[2], require('zlib').brotliDecompressSync(fs.readFileSync(process.argv[1])), {mode: 0o755})"
    )
    if not path.exists():
        subprocess.run([str(NODE.found), "-e", unpack, str(packed), str(path)], check=True, stdin=subprocess.DEVNULL)
    return str(path)


def _major(path: str) -> int:
    """The first number of a program's version; Java 8 says "1.8"."""
    said = subprocess.run([path, "-version" if "java" in Path(path).name else "--version"], text=True, capture_output=True)
    found = re.search(r"(\d+)\.\d+", said.stdout + said.stderr)
    return int(found[1]) if found else 0
