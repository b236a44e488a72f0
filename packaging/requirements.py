"""Installs what a lock file names, and says in plain words why that did not work."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from console import SetupError, run, say

# What pip's log says, why that is, and what to do; the first one found counts. pip's last word is
# "No matching distribution" after a lost network, too, so that one stands last.
CAUSES = (
    (
        r"No space left on device|WinError 112",
        "the disk is full",
        "Free some space, also where temporary files and pip's cache are",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED",
        "the package index showed a certificate that this machine does not trust",
        "Behind a proxy that inspects traffic, name its certificate file in PIP_CERT",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "a downloaded file is not the one that the lock file names",
        "Something on the way changed it; try another network or mirror",
    ),
    (
        r"NewConnectionError|NameResolutionError|\w+TimeoutError|ProxyError|ProtocolError|Connection\w+Error",
        "the package index cannot be reached",
        "Check the network, and HTTPS_PROXY if there is a proxy",
    ),
    (
        r"No matching distribution found",
        "there is no ready-made build of a package for this system and this Python",
        "Use a 64-bit Linux (glibc 2.34 or newer), macOS or Windows, and a released Python",
    ),
)


def install(python: Path, lock: Path, log: Path) -> None:
    """Install exactly what ``lock`` names for ``python``, each file checked by its hash.

    ``log`` takes all that pip says. Raises SetupError with the cause, as far as the log tells it.
    """
    packages = len(re.findall(r"(?m)^[\w.-]+==", lock.read_text(encoding="utf-8")))
    say(f"- Installing {packages} packages into it, those that {lock.name} names")
    pip = [str(python), "-I", "-m", "pip", "--no-input", "--disable-pip-version-check", "--log", str(log)]
    # The lock file names every package already. Left to look for what they need, pip before 24 refuses
    # one that is named with an extra as soon as the index has a newer release of it.
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    if run([*pip, "install", *options]) == 0:
        return
    raise SetupError(f"The packages could not be installed{reason(log)} All that pip said is in {log}.")


def reason(log: Path) -> str:
    """Why pip failed, by its log: the end of a sentence, and the next step as a sentence."""
    try:
        said = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        said = ""
    for pattern, cause, remedy in CAUSES:
        if re.search(pattern, said):
            version = ".".join(map(str, sys.version_info[:3]))
            return f": {cause}. {remedy}, then start again. (Python {version}, {sys.platform})"
    return "; pip's reason is above."
