from __future__ import annotations

import json
from pathlib import Path

import pytest

from wizard.model.images.describe_images import ImageError
from wizard.store.resources import resources
from wizard.store.sample import SAMPLE, load_sample


def test_the_sample_account_has_images_of_many_kinds_in_several_regions() -> None:
    rows = load_sample()
    assert {row.profile for row in rows} == {SAMPLE}
    assert len({row.region for row in rows}) >= 3
    kinds = {
        (image.architecture, image.virtualization_type, image.boot_mode, image.state, image.marketplace)
        for image in (row.image for row in rows)
    }
    assert len(kinds) >= 12
    assert len({row.image_id for row in rows}) == len(rows)


def test_it_says_that_it_is_made_up() -> None:
    account = json.loads((resources() / "sample" / "account.json").read_text(encoding="utf-8"))
    assert account["sample"] is True
    assert "made-up" in account["about"]


def test_a_damaged_account_is_named(tmp_path: Path) -> None:
    file = tmp_path / "account.json"
    file.write_text(json.dumps({"regions": {"eu-west-1": {"Images": [{"Name": "x", "BootMode": "steam"}]}}}))
    with pytest.raises(ImageError, match=r"account.json: BootMode"):
        load_sample(file)
