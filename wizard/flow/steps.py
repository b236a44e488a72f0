"""The steps of the conversation, in order, and the questions that each one asks."""

from __future__ import annotations

from wizard.flow import features, place, request, size, start, system
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Option, Question, about
from wizard.model.frozen import frozen
from wizard.model.message import Message


@frozen
class Step:
    """One page. questions: what a generic page asks.

    own_questions: what a hand-made page asks in its own way.
    """

    id: str
    title: Message
    explanation: Message
    questions: tuple[Question, ...] = ()
    own_questions: tuple[Question, ...] = ()


EDITION = Question(
    id="edition",
    kind=QuestionKind.ONE_OF,
    label=Message("Which year's knowledge decides the virtualization type?"),
    help=Message(
        "In 2014 paravirtual images were usually the faster choice for Linux. Switch to see what the advice of that "
        "year would have been for the same answers; everything else stays as it is today."
    ),
    options=(Option("current", Message("Today")), Option("2014", Message("2014"))),
    default="current",
)

_TERMS = {
    "image": "ami",
    "image-virtualization": "virtualization",
    "image-architecture": "architecture",
    "image-boot-mode": "boot-mode",
    "image-ena": "ena",
    "image-root-device": "root-device",
    "image-tpm": "nitrotpm",
    "image-platform": "platform",
    "guest-xen-pv-kernel": "pv-kernel",
    "guest-pv-drivers": "xen-drivers",
    "guest-ena-driver": "ena",
    "guest-nvme-driver": "initramfs",
    "guest-uefi-boot": "boot-mode",
    "arch": "architecture",
    "vcpus": "vcpu",
    "local-storage-gb": "instance-store",
    "network-gbps": "network",
    "hypervisor": "hypervisor",
    "generation": "generation",
    "virtualization": "virtualization",
}
"""The word that a question is about, where there is one."""

STEPS: tuple[Step, ...] = (
    Step(
        "start",
        Message("Starting point"),
        Message(
            "Which Amazon Machine Image, on which EC2 instance types, and why – before EC2 answers with an error. It works "
            "offline and without an account."
        ),
        about(_TERMS, start.QUESTIONS),
    ),
    Step(
        "system",
        Message("Operating system"),
        Message(
            "The system inside the image decides which virtualization, boot modes and drivers are possible."
        ),
        about(_TERMS, system.QUESTIONS),
    ),
    Step(
        "size",
        Message("Hardware size"),
        Message("How large the machine must be. What you leave empty stays open."),
        about(_TERMS, size.QUESTIONS),
    ),
    Step(
        "features",
        Message("Hardware features"),
        Message("What the machine must be able to do, and what it must not have."),
        about(_TERMS, features.QUESTIONS),
    ),
    Step(
        "place",
        Message("Region and family"),
        Message("Where it shall run. Not every type is offered everywhere."),
        (*place.QUESTIONS, *request.QUESTIONS),
    ),
    Step(
        "account",
        Message("Your images"),
        Message("Which images of an AWS account fit the answers so far. You can leave this out: press Next."),
    ),
    Step(
        "results",
        Message("Results"),
        Message("Which kind of image to use, on which types it runs, and why."),
        own_questions=(EDITION,),
    ),
    Step(
        "review",
        Message("Review and save"),
        Message("The report as it will print."),
    ),
)

QUESTIONS: dict[str, Question] = {
    question.id: question for step in STEPS for question in (*step.questions, *step.own_questions)
}


def step_named(id: str) -> Step:
    """Raises ValueError if there is no such step."""
    for step in STEPS:
        if step.id == id:
            return step
    raise ValueError(f"no step {id!r}; expected one of {', '.join(step.id for step in STEPS)}")


def step_of(question: str) -> Step:
    """The step that asks a question. Raises ValueError if none does."""
    for step in STEPS:
        if any(each.id == question for each in (*step.questions, *step.own_questions)):
            return step
    raise ValueError(f"no step asks {question!r}")
