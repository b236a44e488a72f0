from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

# The ends of real logs.
NO_NETWORK = """\
WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by
'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new
connection: [Errno -3] Temporary failure in name resolution')': /simple/boto3/
ERROR: Could not find a version that satisfies the requirement boto3==1.44.5 (from versions: none)
ERROR: No matching distribution found for boto3==1.44.5
"""
FULL_DISK = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n"
CERTIFICATE = """\
'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed
certificate in certificate chain (_ssl.c:992)'))': /simple/boto3/
ERROR: No matching distribution found for boto3==1.44.5
"""
OTHER_BYTES = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
NO_BUILD = "ERROR: No matching distribution found for pyside6-essentials==6.12.0\n"


@pytest.mark.parametrize(
    ("log", "cause", "remedy"),
    [
        (NO_NETWORK, "the package index cannot be reached", "Check the network"),
        (FULL_DISK, "the disk is full", "Free some space"),
        (CERTIFICATE, "a certificate that this machine does not trust", "PIP_CERT"),
        (OTHER_BYTES, "not the one that the lock file names", "another network"),
        (NO_BUILD, "no ready-made build", "64-bit"),
        ("ERROR: something new", "pip's reason is above", ""),
    ],
    ids=["network", "disk", "certificate", "hash", "build", "unknown"],
)
def test_reason(scripts: dict[str, ModuleType], tmp_path: Path, log: str, cause: str, remedy: str) -> None:
    file = tmp_path / "pip.log"
    file.write_text(log, encoding="utf-8")
    reason = scripts["requirements"].reason(file)
    assert cause in reason
    assert remedy in reason


def test_reason_without_a_log(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    assert scripts["requirements"].reason(tmp_path / "none") == "; pip's reason is above."
