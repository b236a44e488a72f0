"""What the support is called that goes on after the regular one, and whether it costs."""

from __future__ import annotations

from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.message import Message

_LONGER = {
    "amazon-linux": Message("its maintenance phase"),
    "ubuntu": Message("Ubuntu Pro"),
    "windows-client": Message("the Extended Security Updates program (for pay)"),
    "windows": Message("the Extended Security Updates program (for pay)"),
    "sql-server": Message("the Extended Security Updates program (for pay)"),
    "debian": Message("Debian LTS (by volunteers)"),
    "rhel": Message("Extended Life Cycle Support (for pay)"),
    "sles": Message("LTSS (for pay)"),
    "rhel-sap": Message("Extended Life Cycle Support (for pay)"),
    "rhel-ha": Message("Extended Life Cycle Support (for pay)"),
    # Bundled with it: https://www.suse.com/support/policy-products/, read 2026-11-29.
    "sles-sap": Message("ESPOS (included in SLES for SAP)"),
    "oracle-linux": Message("Extended Support (for pay)"),
}
_ANY = Message("longer support (mostly for pay)")


def longer_support(system: OperatingSystem) -> Message:
    """By its name where it is well known."""
    return _LONGER.get(system.family or "", _ANY)
