from __future__ import annotations

import gettext

import pytest

from tests.aws.endpoint import Endpoint, Fault, refuse
from tests.aws.records import EVERYTHING
from wizard.aws.account import Account
from wizard.aws.one_image import ask_image
from wizard.model.account.problem import Unanswered


def test_the_record_comes_whole(aws: Endpoint, account: Account) -> None:
    aws.regions = {"eu-west-1": {"Images": [EVERYTHING]}}
    assert ask_image(account, "eu-west-1", EVERYTHING["ImageId"]) == EVERYTHING
    assert aws.calls[0].parameters["IncludeDeprecated"] == "true"


@pytest.mark.parametrize("faults", [[], [refuse("InvalidAMIID.NotFound", "The image id does not exist")]])
def test_an_image_that_is_not_there(aws: Endpoint, account: Account, faults: list[Fault]) -> None:
    aws.faults = faults
    with pytest.raises(Unanswered) as unanswered:
        ask_image(account, "eu-west-1", "ami-1")
    text = unanswered.value.problem.message.render(gettext.NullTranslations())
    assert "no such AMI in eu-west-1" in text
    assert "Region" in text
