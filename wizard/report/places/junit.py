"""Checked templates as JUnit's XML, which CI servers show as tests."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from wizard.flow.checked_place import CheckedFiles, CheckedPlace
from wizard.model.ec2.finding import Outcome
from wizard.model.message import Translations
from wizard.report.places.place_text import heading, what_speaks

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(checked: CheckedFiles, translations: Translations) -> str:
    """One suite for each file and one case for each place; what is not known is skipped."""
    root = ET.Element("testsuites", name="AMI Wizard")
    for file in dict.fromkeys(
        [*(place.file for place in checked.places), *(name for name, _ in checked.unread)]
    ):
        places = [place for place in checked.places if place.file == file]
        problems = [problem for name, problem in checked.unread if name == file]
        suite = ET.SubElement(
            root,
            "testsuite",
            name=_clean(file),
            tests=str(len(places) + len(problems)),
            failures=str(sum(place.fails for place in places)),
            errors=str(len(problems)),
            skipped=str(sum(place.outcome is Outcome.UNKNOWN for place in places)),
        )
        for place in places:
            _case(suite, place, translations)
        for problem in problems:
            case = ET.SubElement(suite, "testcase", name="read", classname=_clean(file))
            ET.SubElement(case, "error", message=_clean(problem.render(translations)))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: ET.Element, place: CheckedPlace, translations: Translations) -> None:
    where = f"{place.address or place.line}:"
    name = " ".join(filter(None, (where, place.image, place.instance_type, place.region)))
    case = ET.SubElement(
        suite, "testcase", name=_clean(name), classname=_clean(place.file), line=str(place.line)
    )
    said = [f"{name}: {t.render(translations)} {r.render(translations)}" for name, t, r in what_speaks(place)]
    if place.fails or place.outcome is Outcome.UNKNOWN:
        kind = "failure" if place.fails else "skipped"
        element = ET.SubElement(case, kind, message=_clean(heading(place).render(translations)))
        element.text = _clean("\n".join(said))
    elif place.outcome is Outcome.DEGRADED:
        ET.SubElement(case, "system-out").text = _clean("\n".join(said))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
