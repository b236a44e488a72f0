from __future__ import annotations

import gettext
import re
from collections.abc import Callable

import pytest

from wizard.cli.console import Refusal
from wizard.cli.options import answers, window_parser
from wizard.cli.options.answers import answers_from, option_of
from wizard.cli.options.knowledge import catalog_parser
from wizard.cli.options.launch import check_parser, recommend_parser
from wizard.cli.options.verbs import VERBS
from wizard.cli.parser import Parser, Say
from wizard.flow.steps import QUESTIONS
from wizard.model.message import Message

CONTRACT: dict[Callable[[Say], Parser], str] = {
    recommend_parser: (
        "--os --arch --vcpus --memory-gib --gpu --local-storage-gb --network-gbps --max-price --need --without --hypervisor "
        "--generation --region --family --type --virtualization --guest --edition --profile --answers --save-answers --json "
        "--current-type --same-size --os-after --purpose "
        "--pdf --markdown --for --by --lang --tenancy --zone --free-plan --http-tokens --cpu-options --ebs-optimized "
        "--encrypted-root --zone-offers --subscribed --seller-allows"
    ),
    check_parser: (
        "--image --image-id --profile --type --os --region --spot --tenancy --hibernation --enclave --ebs-optimized --cpu-options "
        "--sev-snp --nested-virtualization --http-tokens --encrypted-root --secure-boot --efa --zone --free-plan "
        "--zone-offers --subscribed --seller-allows --edition --batch --json --lang --format --images --strict"
    ),
    catalog_parser: "--profile --region --json --lang",
    window_parser: "--smoke --version --lang",
}


@pytest.mark.parametrize("make", CONTRACT)
def test_the_options_are_those_of_the_contract(make: Callable[[Say], Parser]) -> None:
    parser = make(say)
    options = {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}
    of_questions = {option_of(id) for id in QUESTIONS} if make is recommend_parser else set()
    assert options - of_questions == set(CONTRACT[make].split()) - of_questions
    assert options >= set(CONTRACT[make].split())


def test_every_word_of_help_can_be_translated() -> None:
    for make in (recommend_parser, check_parser, catalog_parser, window_parser):
        parser = make(lambda message: f"«{message.template}»")
        for action in parser._actions:
            if (
                isinstance(action.help, str)
                and re.search(r"\w \w", action.help)
                and action.dest not in ("help", "version")
            ):
                assert "«" in action.help or re.fullmatch(r"[\w, -]+", action.help)


def test_the_help_of_the_window_names_the_verbs() -> None:
    said = window_parser(say).format_help()
    assert all(
        re.search(rf"^  {verb}  +{re.escape(say(text))}$", said, re.MULTILINE) for verb, text in VERBS.items()
    )


def say(message: Message) -> str:
    return message.template


def test_a_percent_sign_or_brace_breaks_no_help() -> None:
    parser = recommend_parser(say)
    assert isinstance(parser, Parser)
    assert "MIN[..MAX]" in parser.format_help()


def test_every_question_has_its_option_but_the_facts_of_an_image() -> None:
    options = {name for action in recommend_parser(say)._actions for name in action.option_strings}
    without = {id for id in QUESTIONS if option_of(id) not in options}
    assert without == {"image"} | {id for id in QUESTIONS if id.startswith("image-")}


def test_the_help_of_an_option_is_its_question_and_how_to_answer_it() -> None:
    helps = {
        name: action.help for action in recommend_parser(rendered)._actions for name in action.option_strings
    }
    assert helps["--vcpus"] == "How many vCPUs? In vCPUs, inclusive"
    assert helps["--gpu"] == "How many GPUs at least?"
    assert helps["--virtualization"] == "Do you insist on a virtualization type? any, hvm, paravirtual"
    assert helps["--type"] == (
        "Only some instance types? as in t3.micro,t1.micro; repeatable, or separated by commas"
    )
    assert "nvme-driver" in (helps["--guest"] or "")


def rendered(message: Message) -> str:
    return message.render(gettext.NullTranslations())


def given(*words: str) -> dict[str, object]:
    return dict(answers_from(recommend_parser(say).parse_args(["--os", "ubuntu", *words])))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("--arch", "AMD64"), {"arch": "x86_64"}),
        (("--arch", "arm64"), {"arch": "arm64"}),
        (("--need", "metal, snp"), {"need": ["bare-metal", "sev-snp"]}),
        (("--without", "nitrotpm"), {"without": ["tpm"]}),
        (("--purpose", "db"), {"purpose": "database"}),
        (("--memory-gib", "16GB..32 gib"), {"memory-gib": {"minimum": 16, "maximum": 32}}),
        (("--free-plan",), {"free-plan": True}),
        # What is no answer is told as it was written.
        (("--arch", "Sparc"), {"arch": "Sparc"}),
    ],
)
def test_what_people_call_an_answer_is_understood(words: tuple[str, ...], answer: dict[str, object]) -> None:
    assert given(*words) == {"os": "ubuntu", **answer}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # A megabyte is no gibibyte.
        (("--memory-gib", "16MB"), "'16MB' does not fit"),
        (("--need", "gpu"), "--need: 'gpu' has an option of its own, --gpu"),
    ],
)
def test_what_another_measure_or_option_is_for_is_refused(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Refusal) as caught:
        given(*words)
    assert said in rendered(caught.value.message)


def test_every_word_for_an_answer_stands_for_one() -> None:
    for id, called in answers._CALLED.items():
        options = QUESTIONS[id].options
        assert isinstance(options, tuple)
        known = {option.value for option in options}
        assert set(called.values()) <= known
        assert not known & set(called)


@pytest.mark.parametrize(
    ("make", "words", "said"),
    [
        (recommend_parser, ("--os", "a", "--os", "b"), "--os is given twice, a and b; expected one value"),
        (recommend_parser, ("--os=a", "--region", "r", "--os=b"), "--os is given twice, a and b"),
        (recommend_parser, ("--encrypted-root", "--encrypted-root", "no"), "--encrypted-root is given twice, yes and no"),
        (check_parser, ("--type", "m5.large", "--type", "m6g.large"), "--type is given twice"),
        (check_parser, ("--format", "text", "--format", "json"), "--format is given twice, text and json"),
    ],
)  # fmt: skip
def test_of_two_values_the_last_is_not_taken_in_silence(
    make: Callable[[Say], Parser], words: tuple[str, ...], said: str
) -> None:
    with pytest.raises(Refusal) as refused:
        make(_english).parse_args(words)
    assert said in refused.value.message.render(gettext.NullTranslations())


def test_what_may_be_repeated_and_what_says_the_same_twice_is_taken() -> None:
    words = (
        "--need",
        "ena",
        "--need",
        "tpm",
        "--type",
        "m5.large",
        "--type",
        "m6i.large",
        "--os",
        "a",
        "--os",
        "a",
    )
    given = recommend_parser(_english).parse_args(words)
    assert (given.need, given.type, given.os) == (["ena", "tpm"], ["m5.large", "m6i.large"], "a")


def _english(message: Message) -> str:
    return message.render(gettext.NullTranslations())
