from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run
from wizard.flow.steps import QUESTIONS
from wizard.model.knowledge import Knowledge
from wizard.store.answers_file import load_answers
from wizard.store.resources import resources

SAMPLE = resources() / "sample" / "sample.amiwizard"


@pytest.mark.parametrize(
    ("arguments", "virtualization"),
    [
        ("--os windows", "hvm"),
        ("--os linux", "hvm"),
        ("--edition 2014 --os linux", "paravirtual"),
        ("--edition 2014 --os windows", "hvm"),
        ("--edition 2014 --os custom", "paravirtual"),
        ("--edition 2014 --os custom --guest xen-pv-kernel=no", "hvm"),
        ("--edition 2014 --os custom --guest pv-drivers=no", "hvm"),
        ("--edition 2014 --os linux --guest host-vt=no", "paravirtual"),
        ("--os linux --type t1.micro", "paravirtual"),
        ("--os linux --type t1.micro --edition 2014", "paravirtual"),
        ("--os windows --type t1.micro", "hvm"),
        ("--os linux --family m1", "paravirtual"),
    ],
)
def test_the_decisions(run: Run, arguments: str, virtualization: str) -> None:
    result = run("recommend", "--json", *arguments.split())
    assert (result.status, result.err) == (0, "")
    assert result.json["decision"]["virtualization"] == virtualization
    assert result.json["relax"] == []


@pytest.mark.parametrize(
    ("arguments", "answers"),
    [
        ("--os linux --family m1 --region eu-central-1", {"family", "region"}),
        ("--os windows --arch arm64", {"os", "arch"}),
        ("--need tpm --without tpm", {"need", "without"}),
    ],
)
def test_where_nothing_is_left_it_says_what_to_relax(run: Run, arguments: str, answers: set[str]) -> None:
    result = run("recommend", "--json", *arguments.split())
    assert result.status == 0
    assert result.json["decision"]["virtualization"] is None
    assert {relaxed["answer"] for relaxed in result.json["relax"]} == answers
    assert all(relaxed["count"] > 0 for relaxed in result.json["relax"])


def test_the_count_of_the_contract(run: Run) -> None:
    arguments = "--arch x86_64 --vcpus 4 --memory-gib 16 --hypervisor nitro"
    result = run("recommend", "--json", *arguments.split())
    assert result.json["types"]["count"] == 685


def test_tpm_leads_to_uefi_without_metal(run: Run, knowledge: Knowledge) -> None:
    document = run("recommend", "--need", "tpm", "--json").json
    assert document["decision"]["boot_mode"] == "uefi"
    types = [knowledge.catalog.get(row["instance_type"]) for row in document["types"]["ranked"]]
    assert types
    assert not any(kind is None or kind.bare_metal for kind in types)


def test_every_option_becomes_the_answer_of_the_same_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.amiwizard"
    arguments = (
        "--os ubuntu:22.04 --arch x86_64 --vcpus 4..8 --memory-gib 16.5 --gpu 1 --local-storage-gb 100 "
        "--network-gbps 12.5 --need ena --need efa --without burstable --hypervisor nitro --generation current "
        "--region eu-central-1 --family m5,c5 --virtualization hvm --edition 2014"
    )
    run("recommend", *arguments.split(), "--type", "m5.large, c5.large", "--save-answers", path)
    assert load_answers(path) == {
        "os": "ubuntu",
        "os-version": "22.04",
        "arch": "x86_64",
        "vcpus": {"minimum": 4, "maximum": 8},
        "memory-gib": {"minimum": 16.5},
        "gpu": 1,
        "local-storage-gb": 100,
        "network-gbps": 12.5,
        "need": ["ena", "efa"],
        "without": ["burstable"],
        "hypervisor": "nitro",
        "generation": "current",
        "region": "eu-central-1",
        "family": ["m5", "c5"],
        "type": ["m5.large", "c5.large"],
        "virtualization": "hvm",
        "edition": "2014",
    }


def test_a_custom_system_is_described_by_its_facts(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "custom.amiwizard"
    facts = [id.removeprefix("guest-") for id in QUESTIONS if id.startswith("guest-")]
    guest = [word for fact in facts for word in ("--guest", f"{fact}=yes")]
    assert run("recommend", "--os", "custom", *guest, "--save-answers", path).status == 0
    assert load_answers(path) == {"os": "custom", **{f"guest-{fact}": "yes" for fact in facts}}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--vcpus 8..2", "--vcpus: 8 to 2 does not fit; the smaller number comes first"),
        ("--vcpus 2.5", "--vcpus: 2.5 does not fit; expected a whole number"),
        ("--vcpus nan", "--vcpus: 'nan' does not fit; expected MIN or MIN..MAX, numbers from 0"),
        ("--vcpus ..8", "--vcpus: '..8' does not fit; expected MIN or MIN..MAX"),
        ("--vcpus 4..", "--vcpus: '4..' does not fit; expected MIN or MIN..MAX"),
        ("--vcpus=-1", "--vcpus: '-1' does not fit"),
        ("--memory-gib 1e400", "--memory-gib: '1e400' does not fit"),
        ("--gpu inf", "--gpu: 'inf' does not fit; expected a number from 0"),
        ("--gpu 0.5", "--gpu: 0.5 does not fit; expected a whole number"),
        ("--gpu " + "9" * 5000, "--gpu: '99999"),
        ("--network-gbps 9999999999", "--network-gbps: 9999999999 does not fit; expected a number from 0 to"),
        ("--os ubunto", "--os: 'ubunto' is not known; expected one of the"),
        (
            "--os ubuntu:99",
            "--os: '99' is not known; expected one of the [0-9]+ in the catalogue, such as any, 26.10",
        ),
        ("--os linux:5", "--os: no versions of this family are known; expected --os FAMILY alone"),
        ("--arch x86", "--arch: 'x86' is not known; expected one of any, x86_64, arm64"),
        ("--need tmp", "--need: 'tmp' is not known; expected one of efa, ena"),
        ("--without TPM", "--without: 'TPM' is not known; .* the nearest is tpm"),
        ("--hypervisor kvm", "--hypervisor: 'kvm' is not known; expected one of any, nitro, xen"),
        ("--generation old", "--generation: 'old' is not known"),
        ("--region eu-centrall-1", "--region: 'eu-centrall-1' is not known; .* the nearest is eu-central-1"),
        ("--family m5,m5x", "--family: 'm5x' is not known"),
        ("--family=", "--family: '' is not known"),
        ("--type m5.largee", "--type: 'm5.largee' is not known; .* the nearest is m5.large"),
        ("--virtualization pv", "--virtualization: 'pv' is not known"),
        ("--edition 2013", "--edition: '2013' is not known; expected one of current, 2014"),
        ("--guest ena-driver=yes", "--guest: describes a system that is not listed; expected --os custom or"),
        ("--os ubuntu --guest ena-driver=no", "--guest: describes a system that is not listed"),
        (
            "--os custom --guest ena-driver",
            "--guest: 'ena-driver' does not fit; expected FACT=yes or FACT=no",
        ),
        ("--os custom --guest ena-driver=maybe", "--guest: 'ena-driver=maybe' does not fit"),
        (
            "--os custom --guest ena-drive=yes",
            "--guest: 'ena-drive' is not known; .* the nearest is ena-driver",
        ),
        ("--answers /nowhere.amiwizard", "'/nowhere.amiwizard': not read: no such file or folder"),
    ],
)
def test_an_option_that_cannot_be(run: Run, arguments: str, said: str) -> None:
    import re

    assert re.match(said.replace("..8", r"\.\.8"), run("recommend", *arguments.split()).refused())


def test_options_override_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.amiwizard"
    path.write_text(
        '{"schema": 1, "answers": {"os": "ubuntu", "os-version": "22.04", "region": "us-east-1"}}'
    )
    document = run("recommend", "--answers", path, "--json").json
    assert document["answers"] == {"os": "ubuntu", "os-version": "22.04", "region": "us-east-1"}
    document = run("recommend", "--answers", path, "--os", "debian", "--json").json
    assert document["answers"] == {"os": "debian", "region": "us-east-1"}


def test_a_wrong_answer_in_a_file_names_file_and_question(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.amiwizard"
    path.write_text('{"schema": 1, "answers": {"region": "mars-1"}}')
    assert run("recommend", "--answers", path).refused().startswith(f"{path}: region: 'mars-1' is not known")
    path.write_text('{"schema": 1, "answers": {"vcpu": 4}}')
    assert run("recommend", "--answers", path).refused().startswith(f"{path}: 'vcpu': no such question")
    assert run("recommend", "--answers", path, "--os", "linux").refused().startswith(f"{path}: 'vcpu'")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary())
def test_any_bytes_as_an_answers_file_are_one_line(
    run: Run, tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.amiwizard"
    path.write_bytes(data)
    assert "any.amiwizard" in run("recommend", "--answers", path).refused()


def test_the_summary_says_the_decision_and_the_best_types(run: Run) -> None:
    out = run("recommend", "--answers", SAMPLE).out
    assert out.startswith("Use an HVM AMI for x86_64")
    for word in (
        "m8a.xlarge",
        "Not offered in eu-central-1",
        "2014: ",
        "Today: ",
        "Instance types as of 2026-10-27",
    ):
        assert word in out


def test_the_summary_says_what_to_relax(run: Run) -> None:
    out = run("recommend", "--os", "windows", "--arch", "arm64").out
    assert "  Take back “64-bit Arm, AWS Graviton (arm64)” (without --arch): Without this answer" in out


def test_the_files_are_written_and_standard_output_stays_clean(run: Run, tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("a.pdf", "a.md", "a.amiwizard")}
    arguments = ("--pdf", files["a.pdf"], "--markdown", files["a.md"], "--save-answers", files["a.amiwizard"])
    result = run("recommend", "--answers", SAMPLE, *arguments)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert files["a.pdf"].read_bytes().startswith(b"%PDF-")
    assert "Use an HVM AMI for x86_64" in files["a.md"].read_text()
    assert load_answers(files["a.amiwizard"]) == load_answers(SAMPLE)


def test_json_comes_beside_a_file(run: Run, tmp_path: Path) -> None:
    assert run("recommend", "--json", "--markdown", tmp_path / "a.md").json["schema"] == 1


def test_the_same_answers_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(
            "recommend",
            "--answers",
            SAMPLE,
            "--pdf",
            tmp_path / f"{name}.pdf",
            "--markdown",
            tmp_path / f"{name}.md",
        )
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_a_file_that_cannot_be_written_loses_nothing_else(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "a.pdf"
    result = run("recommend", "--json", "--pdf", missing, "--save-answers", tmp_path / "a.amiwizard")
    assert result.status == 2
    expected = "not written: no such file or folder; expected a file in a folder that can be written to"
    assert result.err == f"ami-wizard: '{missing}': {expected}\n"
    assert result.json["schema"] == 1
    assert (tmp_path / "a.amiwizard").exists()


NASTY = "x" * 2**20 + "\u202e<b>#set page()</b> `$(rm)` \x1b[31m\x00 \ud800 💾 =cmd()"


def test_an_image_full_of_nasty_text_gives_a_report(run: Run, tmp_path: Path) -> None:
    image = {"ImageId": "ami-1", "Name": NASTY[-60:], "Description": NASTY, "Architecture": "x86_64"}
    path = tmp_path / "nasty.amiwizard"
    path.write_text(json.dumps({"schema": 1, "answers": {"start": "image", "image": image}}))
    result = run("recommend", "--answers", path, "--pdf", tmp_path / "a.pdf", "--markdown", tmp_path / "a.md")
    assert (result.status, result.err) == (0, "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "\x1b" not in (tmp_path / "a.md").read_text()
    out = run("recommend", "--answers", path).out
    assert out.isprintable() or set(out) - {"\n"} == {c for c in out if c.isprintable()}
    assert run("recommend", "--answers", path, "--json", "--save-answers", tmp_path / "again").status == 0
    assert load_answers(tmp_path / "again")["image"] == image


def test_a_report_says_for_whom_and_by_whom_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    assert run("recommend", "--for", "Billing", "--by", "Anna", "--markdown", str(file)).status == 0
    assert "For: Billing, By: Anna" in file.read_text(encoding="utf-8")
    assert run("recommend", "--markdown", str(file)).status == 0
    assert "By:" not in file.read_text(encoding="utf-8")
