from __future__ import annotations

import contextlib

import pytest

from tests.formats.templates.places import short
from wizard.formats.loose import commands
from wizard.formats.loose.assignments import _ASSIGNED, is_settings
from wizard.formats.loose.named_pairs import as_type
from wizard.formats.templates.place import NotATemplate

ONE, TWO = "ami-0123456789abcdef0", "ami-1a2b3c4d"


def pairs(text: str) -> list[tuple[str, str]]:
    return [(image, kind) for _, image, kind in short(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'x.ami = "{ONE}"\nx.instance_type = "m5.large"\n', [(ONE, "m5.large")]),
        (f'import x\nf(ImageId="{ONE}", InstanceType="m5.large")\nf(ImageId="{TWO}", InstanceType="t1.micro")\n', [(ONE, "m5.large"), (TWO, "t1.micro")]),
        (f'import x\nsize = "m5.large"\nf(ImageId="{ONE}", InstanceType=size)\n', [(ONE, "m5.large")]),
        (f"[web]\nami = {ONE}\ninstance_type = m5.large\nfallback_instance_type = c5.large\n[db]\nami = {TWO}\ninstance_type = r5.large\n", [(ONE, "m5.large"), (ONE, "c5.large"), (TWO, "r5.large")]),
        (f"WEB_AMI={ONE}\nDB_AMI={TWO}\nDB_INSTANCE_TYPE=r5.large\nWEB_INSTANCE_TYPE=m5.large\n", [(TWO, "r5.large"), (ONE, "m5.large")]),
        (f'.withImageId("{ONE}").withInstanceType(InstanceType.M52xlarge)', [(ONE, "m5.2xlarge")]),
    ],
)  # fmt: skip
def test_image_and_type_that_belong_together_without_a_doubt(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f'import x\nOLD_IMAGE = "{ONE}"\nNEW_IMAGE = "{TWO}"\nf(InstanceType="m5.large")\n',
        f"# ami = {ONE}\ninstance_type = m5.large\nx: [\n",
        f"ami = {ONE}\ninstance_class = db.m5.large\nx: [\n",
        f"Mar  1 09:12:33 host app: ami={ONE} instance_type=m5.large\n",
    ],
)
def test_what_could_be_another_is_no_place(text: str) -> None:
    with contextlib.suppress(NotATemplate):
        assert short(text) == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("T2Micro", "t2.micro"),
        ("M52xlarge", "m5.2xlarge"),
        ("M6_G_LARGE", "m6g.large"),
        ("G4DN_12_XLARGE", "g4dn.12xlarge"),
        ("m5.large", "m5.large"),
        ("Large", "Large"),
        ("String", "String"),
    ],
)
def test_the_sdks_words_for_types(word: str, kind: str) -> None:
    assert as_type(word) == kind


def test_the_blocks_of_documentation_are_files_of_their_own() -> None:
    text = f"Text: of [a kind\n\n```sh\naws ec2 run-instances --image-id {ONE} --instance-type m5.large\n```\n\n~~~yaml\nami: {TWO}\ninstance_type: t2.micro\n~~~\n```\n{{ damaged\n```\n"
    assert pairs(text) == [(ONE, "m5.large"), (TWO, "t2.micro")]


@pytest.mark.parametrize(
    "text",
    [
        f"ami = {ONE}\n" + "a" * 400_000,
        f"ami = {ONE}\n" + "a-b." * 100_000,
        f"ami = {ONE}\n" + "\n" * 200_000 + "[a",
    ],
    ids=["one word", "many parts", "blank lines"],
)
def test_a_long_text_takes_no_more_steps_than_it_is_long(text: str) -> None:
    assert len(list(_ASSIGNED.finditer(text))) < 5
    assert not is_settings("\n" * 200_000 + "[a")
    with contextlib.suppress(NotATemplate):
        assert short(text) == []


def test_each_command_of_a_line_has_its_own_options() -> None:
    line = "aws ec2 run-instances --image-id {} --instance-type {} --key-name 'mine'"
    both = f"{line.format(ONE, 'm5.large')} && {line.format(TWO, 't2.micro')}"
    assert pairs(both) == [(ONE, "m5.large"), (TWO, "t2.micro")]


def test_a_command_s_name_in_a_value_begins_no_other() -> None:
    tags = "ResourceType=instance,Tags=[{Key=by,Value=run-instances}]"
    text = f"aws ec2 run-instances --image-id {ONE} --tag-specifications '{tags}' --instance-type m5.large\n"
    assert pairs(text) == [(ONE, "m5.large")]
    assert pairs(text.replace("Value=run", "Value=my-run")) == [(ONE, "m5.large")]


def test_many_commands_on_one_line_are_read_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def filled(value: str, _constants: object) -> str:
        looked.append(value)
        return value

    monkeypatch.setattr(commands, "filled", filled)
    assert not list(commands.commands_in("aws ec2 run-instances --image-id x " * 300))
    assert len(looked) == 300
