from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices

from wizard.gui.widgets.link import open_address


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://docs.aws.amazon.com/a", True),
        ("http://docs.aws.amazon.com/a", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("", False),
    ],
)
def test_only_https_is_opened(monkeypatch: pytest.MonkeyPatch, url: str, opened: bool) -> None:
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda address: seen.append(address.toString()) or True)
    assert open_address(url) is opened
    assert bool(seen) is opened
