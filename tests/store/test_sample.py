from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from wizard.model.account.usage import Launched, Use, User
from wizard.model.assessment.assessor import ImageAssessor
from wizard.model.images.describe_images import ImageError
from wizard.model.judging.judge import judge
from wizard.model.knowledge import Knowledge
from wizard.store.resources import resources
from wizard.store.sample import SAMPLE, load_sample, load_sample_uses


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


def test_a_use_says_what_it_is_and_whether_it_runs() -> None:
    uses = {use.id: use for event in load_sample_uses() for use in event.uses}
    assert uses["i-00000000005a00016"] == Use(
        "ami-00000000005a00017",
        User.INSTANCE,
        "eu-central-1",
        "i-00000000005a00016",
        "sap",
        "running",
        Launched("r5.4xlarge", "", running=True, shared=True),
    )
    stopped = uses["i-00000000005a0000d"]
    assert (stopped.name, stopped.detail) == ("erp-archive", "stopped")
    assert stopped.launched == Launched("m4.xlarge", "", running=False, shared=True)
    template = uses["lt-00000000005a0001b"]
    assert (template.user, template.region, template.detail) == (
        User.LAUNCH_TEMPLATE,
        "ap-southeast-2",
        "1 (default, latest)",
    )
    assert template.launched is None
    assert {event.profile for event in load_sample_uses()} == {SAMPLE}


def test_what_uses_the_sample_could_really_run(knowledge: Knowledge) -> None:
    rows = {row.image_id: row for row in load_sample()}
    assessor = ImageAssessor(knowledge, datetime.date(2026, 11, 29))
    uses = [use for event in load_sample_uses() for use in event.uses]
    assert {use.user for use in uses} == {User.INSTANCE, User.LAUNCH_TEMPLATE, User.AUTO_SCALING_GROUP}
    assert len({(use.user, use.id) for use in uses}) == len(uses)
    assert any(use.indirect for use in uses)
    for use in uses:
        if use.launched is not None:
            on = knowledge.instance_type(use.launched.instance_type)
            assert on is not None
            assert use.region in on.regions
            verdict = judge(knowledge.rulebook, assessor.launch(rows[use.image_id]), on)
            assert verdict.outcome.usable, use.name
        else:
            assert use.indirect or rows[use.image_id].region == use.region
