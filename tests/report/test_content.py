from __future__ import annotations

import datetime
import gettext
import io
from gettext import GNUTranslations, NullTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.report.conftest import Recommend, Reporter
from tests.report.sample import NOTHING_LEFT, OLD_IMAGE, TPM, UBUNTU, WINDOWS_INSTANCE
from wizard.flow.answer_error import AnswerError
from wizard.flow.kind import Value
from wizard.model.ec2.image import Image
from wizard.model.ec2.instance_type import Architecture
from wizard.model.knowledge import Knowledge
from wizard.model.recommend.found_image import judged
from wizard.report.content import Parties, build_report
from wizard.report.document import Command, NamedValue, Paragraph, Procedure

MAIN = ["answers", "reasons", "next", "types", "prices"]
ANNEX = ["alternatives", "then-and-now", "excluded", "errors", "templates", "origin"]


def test_report_of_a_decision(report_of: Reporter) -> None:
    report = report_of(UBUNTU)
    assert report.title.startswith("Use an HVM AMI for x86_64")
    assert report.language == "en"
    assert report.created == datetime.date(2026, 11, 23)
    assert [section.key for section in report.sections if not section.annex] == MAIN
    assert [section.key for section in report.sections if section.annex] == ANNEX
    assert (report.band, report.notices, report.transfer) == ("", (), ())
    assert report.lead
    assert NamedValue("Virtualization type", "HVM") in report.decision
    assert NamedValue("Architecture", "x86_64") in report.decision
    assert NamedValue("Enhanced networking (ENA)", "yes") in report.decision
    assert NamedValue("NitroTPM", "no") in report.decision


def test_report_of_a_decision_with_tpm(report_of: Reporter) -> None:
    decision = report_of(TPM).decision
    assert NamedValue("Boot mode", "uefi") in decision
    assert NamedValue("NitroTPM", "yes") in decision


def test_report_without_a_decision_says_what_to_change_at_once(report_of: Reporter) -> None:
    report = report_of(NOTHING_LEFT)
    assert report.decision == ()
    keys = [section.key for section in report.sections]
    assert keys[:2] == ["answers", "changes"]
    assert {"excluded", "next", "origin"} <= set(keys)
    assert "types" not in keys


def test_report_without_a_decision_may_have_no_command(report_of: Reporter) -> None:
    report = report_of({"os": "windows", "arch": "arm64"})
    (step,) = next(section for section in report.sections if section.key == "next").blocks
    assert not isinstance(step, Command)


def test_the_image_that_aws_has_is_named_among_the_next_steps(
    recommend: Recommend, knowledge: Knowledge
) -> None:
    image = Image(image_id="ami-0123456789abcdef0", name="ubuntu-noble", architecture=Architecture.X86_64)
    recommendation = recommend(UBUNTU)
    found = judged(knowledge, recommendation, image)
    report = build_report(
        recommendation, knowledge, UBUNTU, NullTranslations(), datetime.date(2026, 11, 23), found
    )
    steps = next(section for section in report.sections if section.key == "next").blocks
    said = [block.text for block in steps if isinstance(block, Paragraph)]
    assert any(text.startswith("AWS has ubuntu-noble, ami-0123456789abcdef0") for text in said)


def test_report_for_an_image_tells_how_it_stands(report_of: Reporter) -> None:
    assert "standing" in [section.key for section in report_of(OLD_IMAGE).sections]


@pytest.mark.parametrize(
    ("answers", "titles"),
    [
        (OLD_IMAGE, ["From paravirtual to HVM"]),
        (WINDOWS_INSTANCE, ["From Xen to Nitro, Windows"]),
        ({"start": "image", "image-virtualization": "hvm"}, []),
    ],
)
def test_the_way_on_from_what_one_has(
    report_of: Reporter, answers: dict[str, Value], titles: list[str]
) -> None:
    sections = {section.key: section for section in report_of(answers).sections}
    assert next(iter(sections)) == "migration", "a move answers the move"
    assert sections["answers"].annex
    blocks = sections["migration"].blocks
    assert [block.title for block in blocks if isinstance(block, Procedure)] == titles
    assert "migration" not in [section.key for section in report_of(UBUNTU).sections]


def test_sources_of_a_change_are_among_the_references(report_of: Reporter) -> None:
    report = report_of(WINDOWS_INSTANCE)
    (change,) = (
        block for section in report.sections for block in section.blocks if isinstance(block, Procedure)
    )
    cited = [report.references[number - 1].url for number in change.sources]
    assert [url for url in cited if url.endswith("automation-awssupport-upgradewindowsawsdrivers.html")]


def test_commands_are_numbered(report_of: Reporter) -> None:
    steps = next(section for section in report_of(UBUNTU).sections if section.key == "next").blocks
    purposes = [step.purpose for step in steps if isinstance(step, Command)]
    assert [purpose[:2] for purpose in purposes] == ["1.", "2.", "3.", "4.", "5."]


def test_each_source_stands_once_and_numbers_have_no_gap(report_of: Reporter) -> None:
    references = report_of(UBUNTU).references
    assert [reference.number for reference in references] == list(range(1, len(references) + 1))
    assert len({reference.url for reference in references}) == len(references)
    assert all(reference.url.startswith("https://") for reference in references)


def test_same_answers_give_the_same_report(report_of: Reporter) -> None:
    assert report_of(UBUNTU) == report_of(dict(reversed(UBUNTU.items())))


def test_reader_s_language(knowledge: Knowledge, recommend: Recommend) -> None:
    catalog = Catalog(locale="de_AT")
    catalog.add("What you asked for", "Gefragt")
    file = io.BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    created = datetime.date(2026, 11, 23)
    report = build_report(recommend(UBUNTU), knowledge, UBUNTU, GNUTranslations(file), created)
    assert report.language == "de-AT"
    assert report.sections[0].title == "Gefragt"


@pytest.mark.parametrize("name", ["", "German", "de; echo", "../de"])
def test_a_language_that_is_no_tag(knowledge: Knowledge, recommend: Recommend, name: str) -> None:
    translations = NullTranslations()
    translations.info()["language"] = name
    report = build_report(recommend(UBUNTU), knowledge, UBUNTU, translations, datetime.date(2026, 11, 23))
    assert report.language == "en"


def test_translations_that_do_not_name_their_language(knowledge: Knowledge, recommend: Recommend) -> None:
    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return (msgid1 if n == 1 else msgid2).upper()

    report = build_report(recommend(UBUNTU), knowledge, UBUNTU, Shouting(), datetime.date(2026, 11, 23))
    assert report.language == "en"
    assert report.sections[0].title == "WHAT YOU ASKED FOR"


def test_an_answer_that_cannot_be_is_refused(knowledge: Knowledge, recommend: Recommend) -> None:
    with pytest.raises(AnswerError):
        build_report(
            recommend(UBUNTU), knowledge, {"os": "beos"}, NullTranslations(), datetime.date(2026, 11, 23)
        )


@pytest.mark.parametrize(("answers", "exception"), [(UBUNTU, False), ({}, True)])
def test_the_one_command_that_changes_something_is_named_where_there_is_one(
    report_of: Reporter, answers: dict[str, Value], exception: bool
) -> None:
    section = next(section for section in report_of(answers).sections if section.key == "next")
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    (told,) = (text for text in texts if "They change nothing in your account" in text)
    assert told.endswith("except the one that registers an image.") is exception


def test_what_ended_is_said_before_the_decision(report_of: Reporter) -> None:
    report = report_of({"os": "windows", "os-version": "2012"})
    (notice,) = report.notices
    assert notice.text.startswith("Support for Windows Server 2012 ended on 2026-10-13")
    assert notice.sources == (1,)


def test_what_2014_would_have_said_bears_a_band(report_of: Reporter) -> None:
    report = report_of({"os": "linux", "edition": "2014"})
    assert report.band == "HISTORICAL: advice of June 2014. Do not launch by this."
    assert report.notices[0].sources == ()


def test_a_move_opens_with_from_and_to(report_of: Reporter) -> None:
    report = report_of({**WINDOWS_INSTANCE, "current-type": "m3.medium", "hypervisor": "any"})
    today, afterwards = report.transfer
    assert (today.title, today.value) == ("Today", "m3.medium")
    assert today.text.startswith("1 vCPU, 3.75 GiB, 4 GB of local disks. HVM; the AMI runs on ")
    assert afterwards.title == "Afterwards"
    assert " types fit." in afterwards.text
    mac = {"start": "instance", "current-type": "mac2.metal", "os": "macos", "os-version": "15"}
    assert report_of({**mac, "arch": "x86_64_mac"}).transfer[1].text.endswith("; 1 type fits.")
    unknown = report_of({"start": "instance", "current-type": "m3.medium", "os": "linux"})
    assert unknown.transfer[0].text == "1 vCPU, 3.75 GiB, 4 GB of local disks."


def test_it_is_for_whom_and_by_whom_somebody_said(recommend: Recommend, knowledge: Knowledge) -> None:
    def parties(reader: str, author: str) -> list[tuple[str, str]]:
        day, words = datetime.date(2026, 11, 23), NullTranslations()
        said = Parties(reader, author)
        report = build_report(recommend(UBUNTU), knowledge, UBUNTU, words, day, parties=said)
        return [(party.label, party.value) for party in report.parties]

    assert parties("", " ") == []
    assert parties("Anna\u202e", "") == [("For", "AnnaU+202E")]
    assert parties("Anna", "Platform team") == [("For", "Anna"), ("By", "Platform team")]
