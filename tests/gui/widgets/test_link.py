from __future__ import annotations

import pytest

from wizard.gui.widgets.link import open_address


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://docs.aws.amazon.com/a", True),
        ("http://docs.aws.amazon.com/a", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("", False),
    ],
)
def test_only_https_is_opened(opened: list[str], url: str, taken: bool) -> None:
    assert open_address(url) is taken
    assert bool(opened) is taken
