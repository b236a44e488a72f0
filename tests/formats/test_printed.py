"""What programs print for people is read as what it says, and nothing that it does not say."""

from __future__ import annotations

import pytest

from wizard.formats.image_text import ImageText
from wizard.formats.other_forms import rows_in
from wizard.formats.printed.python_text import python_value
from wizard.formats.templates.template import places_in
from wizard.model.images.describe_images import image_from

ID, OTHER = "ami-0123456789abcdef0", "ami-1a2b3c4d"


def facts(text: str) -> list[tuple[str, str, str, bool | None]]:
    found = []
    for record in ImageText(text, "f").records():
        image = image_from(record.fields, record.where, record.silent)
        said = (str(image.architecture), str(image.virtualization_type), image.ena_support)
        found.append((image.image_id, *said))
    return found


def launches(text: str) -> list[tuple[int, str, str]]:
    return [(place.line, place.image.written, place.instance_type) for place in places_in(text)]


def test_a_reply_as_python_prints_it_with_its_dates() -> None:
    text = (
        f"{{'Images': [{{'ImageId': '{ID}', 'Architecture': 'arm64', 'At': datetime.datetime(2024, 1, 2)}}]}}"
    )
    assert facts(text) == [(ID, "arm64", "None", None)]
    assert python_value(text) == {
        "Images": [{"ImageId": ID, "Architecture": "arm64", "At": "datetime.datetime(2024, 1, 2)"}]
    }


def test_what_stands_in_a_description_is_never_taken_for_the_reply() -> None:
    inner = f'{{"Images": [{{"ImageId": "{OTHER}", "Architecture": "i386"}}]}}'
    text = f"{{'Images': [{{'ImageId': '{ID}', 'Architecture': 'arm64', 'Description': '{inner}'}}]}}"
    assert facts(text) == [(ID, "arm64", "None", None)]


@pytest.mark.parametrize(
    "text",
    [
        "{'a': " * 5000,
        "[" * 5000 + "{'a': 1}" + "]" * 5000,
        "{'a': 1",
        "{'a': 1} {'b': 2}",
        "{'a\0': 1}",
        "{'a': \ud800}",
        "{ '$metadata': 1, Images: [] }",
        "{**{'a': 1}}",
        '{"a": 1}',
        "",
    ],
)
def test_what_python_did_not_print_is_no_value(text: str) -> None:
    assert python_value(text) is None


def test_nothing_printed_is_run() -> None:
    value = python_value("{'a': __import__('os').abort(), 'b': -1, 'c': 10 ** 10 ** 10, 'd': b'x', 'e': ...}")
    assert value == {"a": "__import__('os').abort()", "b": None, "c": None, "d": None, "e": None}


def test_each_box_of_the_aws_cli_is_an_image_and_its_disks_are_none() -> None:
    text = f"""
-----------------------------------------
|            DescribeImages             |
+---------------------------------------+
||               Images                ||
|+-------------------+-----------------+|
||  Architecture     |  x86_64         ||
||  ImageId          |  {ID} ||
||  KernelId         |                 ||
||  State            |  available      ||
||  RootDeviceType   |  ebs            ||
||  VirtualizationType|  paravirtual   ||
|+-------------------+-----------------+|
|||        BlockDeviceMappings        |||
||+-------------------+---------------+||
|||  DeviceName       |  /dev/sda1    |||
||+-------------------+---------------+||
||               Images                ||
||  Architecture     |  arm64          ||
||  ImageId          |  {OTHER}        ||
||  EnaSupport       |  True           ||
"""
    assert facts(text) == [(ID, "x86_64", "paravirtual", False), (OTHER, "arm64", "None", True)]


@pytest.mark.parametrize(
    "text",
    [
        f"| image_id | type |\n|---|---|\n| {ID} | m5.large |\n| {OTHER} | t2.micro |\n",
        f" image_id | instance_type \n----------+-----\n {ID} | m5.large\n {OTHER} | t2.micro\n(2 rows)\n",
        f"┌──────┬──────┐\n│ ami  │ Typ  │\n├──────┼──────┤\n│ {ID} │ m5.large │\n│ {OTHER} │ t2.micro │\n└──────┴──────┘\n",
        f"x\n\nImageId               Type\n-------               ----\n{ID} m5.large\n{OTHER}          t2.micro\n\n{ID} c5.large\n",
        f"+-----+-----+\n|  {ID} |  m5.large |\n|  {OTHER} |  t2.micro |\n+-----+-----+\n",
    ],
)
def test_tables_of_any_drawing(text: str) -> None:
    assert [place[1:] for place in launches(text)] == [(ID, "m5.large"), (OTHER, "t2.micro")]


def test_a_list_of_powershell_has_an_object_between_blank_lines() -> None:
    text = f"""PS C:\\> Get-EC2Instance
Architecture        : x86_64
BlockDeviceMappings : {{/dev/sda1}}
EnaSupport          : False
ImageId             : {ID}
InstanceType        : m4.large
State               : Amazon.EC2.Model.InstanceState
Description         : long words that
                      go on : with a colon

Architecture : arm64
ImageId      : {OTHER}
InstanceType : t4g.small
ImageId      : {ID}
InstanceType : t4g.large
Architecture : arm64"""
    assert launches(text) == [(2, ID, "m4.large"), (11, OTHER, "t4g.small"), (14, ID, "t4g.large")]


def test_a_property_that_is_empty_says_no_and_one_that_is_not_there_nothing() -> None:
    text = f"ImageId : {ID}\nArchitecture : x86_64\nVirtualizationType : hvm\n"
    assert facts(text) == [(ID, "x86_64", "hvm", None)]
    assert facts(text + "EnaSupport : False\n") == [(ID, "x86_64", "hvm", False)]


@pytest.mark.parametrize("text", [f"a : {ID}\nb : x86_64\n", f"note: {ID}\n", "x | y\n", f"| {ID} |\n"])
def test_other_words_around_an_id_are_no_rows(text: str) -> None:
    assert rows_in(text) == []


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_heading_in_any_language(sign: str) -> None:
    head = sign.join(["名前", "Instanz", "Typ", "Bild", "Région"])
    row = sign.join(["web", "i-0123456789abcdef0", "m3.large", ID, "-"])
    assert launches(f"{head}\n{row}\n") == [(2, ID, "m3.large")]


def test_what_the_words_say_counts_more_than_the_heading() -> None:
    assert launches(f"AMI,id,Type\n{ID},7,m5.large\n") == [(2, ID, "m5.large")]
    assert launches(f"id,AMI,Type\ni-0123456789abcdef0,{ID},m5.large\n") == [(2, ID, "m5.large")]


def test_of_two_columns_of_images_none_is_guessed() -> None:
    assert rows_in(f"old,new,Type\n{ID},{OTHER},m5.large\n") == []
    assert launches(f"old,AMI,Type\n{ID},{OTHER},m5.large\n") == [(2, OTHER, "m5.large")]


def test_text_columns_without_a_heading() -> None:
    text = f"IMAGES\tx86_64\t{ID}\tweb\tebs\thvm\nEBS\tTrue\tFalse\t8\nIMAGES\tarm64\t{OTHER}\tdb\tebs\thvm\n"
    assert facts(text) == [(ID, "x86_64", "hvm", None), (OTHER, "arm64", "hvm", None)]


@pytest.mark.parametrize(
    ("word", "ena"), [("WAHR", True), ("Vrai", True), ("FALSCH", False), ("FALSO", False), ("t", True)]
)
def test_yes_and_no_as_spreadsheets_write_them(word: str, ena: bool) -> None:
    assert facts(f"ImageId;Architecture;EnaSupport\n{ID};x86_64;{word}\n") == [(ID, "x86_64", "None", ena)]
