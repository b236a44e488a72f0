from __future__ import annotations

import pytest

from tests.formats.templates.places import short
from wizard.formats.loose.xml_tree import NotXml, xml_value

ONE, TWO = "ami-0123456789abcdef0", "ami-1a2b3c4d"


def test_elements_become_tables_and_what_stands_twice_a_list() -> None:
    value = xml_value('<a x="1"><b>one</b><c xmlns="urn:n"><d>2</d></c><b>two</b><e/></a>')
    assert value == {"b": ["one", "two"], "c": {"d": "2"}, "e": ""}


@pytest.mark.parametrize(
    "text",
    [
        "<a>",
        "<a></b>",
        "no xml",
        '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "<a>" * 100 + "</a>" * 100,
    ],
)
def test_damaged_nested_and_growing_xml_is_refused(text: str) -> None:
    with pytest.raises(NotXml):
        xml_value(text)


def test_agents_of_jenkins_are_places() -> None:
    agent = "<Template><ami>{0}</ami>\n<type>{1}</type></Template>"
    text = f"<?xml version='1.1' encoding='UTF-8'?><clouds>{agent.format(ONE, 'M5Xlarge')}{agent.format(TWO, 't2.micro')}</clouds>"
    assert [(image, kind) for _, image, kind in short(text)] == [(ONE, "m5.xlarge"), (TWO, "t2.micro")]


def test_an_encoding_that_nobody_knows_is_no_matter_for_a_text() -> None:
    assert xml_value('<?xml version="1.0" encoding="U9F-8"?><a>\u00fc</a>') == "\u00fc"
