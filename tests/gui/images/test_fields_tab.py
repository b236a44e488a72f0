from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from tests.aws.records import EVERYTHING
from tests.gui.images.looking import texts
from wizard.gui.images.details_tabs import FieldsTab


@pytest.fixture
def tab(show: Callable[..., None]) -> FieldsTab:
    tab = FieldsTab()
    show(tab)
    return tab


def said(tab: FieldsTab) -> dict[str, str]:
    """Path and value of each field."""

    def below(item: QTreeWidgetItem, path: str) -> Iterator[tuple[str, str]]:
        for place in range(item.childCount()):
            child = item.child(place)
            assert child
            here = f"{path}/{child.text(0)}".strip("/")
            yield here, child.text(1)
            yield from below(child, here)

    tree = tab.findChildren(QTreeWidget)[0]
    return dict(below(tree.invisibleRootItem(), ""))


def test_every_field_stands_there_by_name_and_fields_inside_fields_below_them(tab: FieldsTab) -> None:
    tab.show_record(EVERYTHING)
    fields = said(tab)
    top = [path for path in fields if "/" not in path]
    assert top == sorted(EVERYTHING)
    assert fields["EnaSupport"] == "true"
    assert fields["BlockDeviceMappings/1/Ebs/VolumeSize"] == "8"
    assert fields["BlockDeviceMappings"] == ""
    assert fields["InstanceTypeSpecification/SupportedInstanceTypes/1/InstanceType"] == "m5.*"
    assert texts(tab) == []


def test_values_are_shown_letter_by_letter(tab: FieldsTab) -> None:
    hidden = {"Description": "<b>bold</b> &amp; \u202eevil\n", "Tags": [{"Key": "\u200b", "Value": None}]}
    tab.show_record(hidden)
    assert said(tab) == {
        "Description": "<b>bold</b> &amp; U+202EevilU+000A",
        "Tags": "",
        "Tags/1": "",
        "Tags/1/Key": "U+200B",
        "Tags/1/Value": "null",
    }


def test_a_tip_shows_markup_as_letters_too(tab: FieldsTab) -> None:
    tab.show_record({"Description": "<b>bold</b> & more"})
    item = tab.findChildren(QTreeWidget)[0].topLevelItem(0)
    assert item
    tip = item.toolTip(1)
    assert "bold" in tip
    assert not Qt.mightBeRichText(tip) or "&lt;b&gt;bold&lt;/b&gt; &amp; more" in tip


def test_another_image_takes_the_place_of_the_last_and_none_says_so(tab: FieldsTab) -> None:
    tab.show_record({"Name": "one"})
    tab.show_record({"ImageId": "two"})
    assert said(tab) == {"ImageId": "two"}
    tab.show_record(None)
    assert said(tab) == {}
    assert texts(tab) == ["The fields of this image are not at hand."]
    tab.show_record({"Name": "one"})
    assert texts(tab) == []
