"""One rule: its identity card, and how it answers for an image, a type, or all types at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from wizard.model.ec2.fact import how_to_supply, reader, to_ask, wording
from wizard.model.ec2.finding import Evidence, Finding, Outcome, Reason, Source, Unknown, weakest
from wizard.model.ec2.instance_type import InstanceType
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import Ground
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.rules.example import Examples, read_examples
from wizard.model.rules.predicates import Clause

Missing = tuple[str, ...]
HOLDS: Missing = ()


@frozen
class Rule:
    """Broken where every clause of `when` is true and `must` is false.

    A rule whose outcome is "works" is advice.
    title: what holds where the rule is kept. text, remedy, ec2_error: templates whose placeholders
    are fact paths. older_errors: other words in which EC2 has said the same, as templates.
    disputed: where sources disagree, what each says and which one the rule follows.
    example_text: the TOML of the examples, which are the rule's tests and its documentation.
    of_many: the text where it speaks of several types at once, "they"; None where the text names none.
    """

    id: str
    title: str
    reason: Reason
    outcome: Outcome
    evidence: Evidence
    when: tuple[Clause, ...]
    must: Clause
    text: str
    remedy: str
    ec2_error: str | None
    ec2_error_code: str | None
    older_errors: tuple[str, ...]
    disputed: str | None
    sources: tuple[Source, ...]
    example_text: str
    of_many: str | None = None

    @cached_property
    def examples(self) -> Examples:
        """Read when first asked for: judging does not need them. Raises ExampleError."""
        return read_examples(self.example_text)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that decides this rule."""
        return frozenset(path for clause in (*self.when, self.must) for path in clause.facts)

    @cached_property
    def launch_facts(self) -> tuple[str, ...]:
        """The facts of the launch that it reads."""
        return tuple(sorted(path for path in self.facts if not path.startswith("type.")))

    @cached_property
    def type_facts(self) -> tuple[str, ...]:
        """The facts of the type that it reads."""
        return tuple(sorted(path for path in self.facts if path.startswith("type.")))

    @cached_property
    def os_facts(self) -> tuple[str, ...]:
        """The names of those that are about the operating system."""
        return tuple(path.removeprefix("os.") for path in sorted(self.facts) if path.startswith("os."))

    def when_of(self, facts: Collection[str]) -> tuple[Clause, ...]:
        """The conditions under which it applies that read no other facts than these."""
        return tuple(clause for clause in self.when if all(path in facts for path in clause.facts))

    def ask(self, values: Mapping[str, Any], *, guessed: bool = False) -> Missing | None:
        """None if broken, HOLDS if it holds, else the facts that would have to be known to say.

        guessed: nobody named the operating system. What would break the rule then is not certain,
        and the system itself is what would have to be known.

        An unknown clause only matters if the others leave the question open, and if there is
        something to lose: advice that cannot be given leaves no question.
        """
        missing: list[str] = []
        for clause in self.when:
            answer = clause.ask(values)
            if answer is False:
                return HOLDS
            if answer is None:
                missing += [path for path in clause.facts if values[path] is None]
        answer = self.must.ask(values)
        if answer:
            return HOLDS
        if answer is None:
            missing += [path for path in self.must.facts if values[path] is None]
        if missing and self.outcome is Outcome.WORKS:
            return HOLDS
        if not missing and guessed and self.os_facts and self.outcome is not Outcome.WORKS:
            return ("os.family",)
        return tuple(dict.fromkeys(missing)) or None

    def check(self, launch: Launch, instance_type: InstanceType) -> Missing | None:
        """`ask` for one image and one type."""
        values = dict(zip(self.launch_facts, self._read_launch(launch), strict=True))
        values.update(zip(self.type_facts, self._read_type(instance_type), strict=True))
        return self.ask(values, guessed=launch.os.guess is not None)

    @cached_property
    def _read_launch(self) -> Any:
        return reader(self.launch_facts)

    @cached_property
    def _read_type(self) -> Any:
        return reader(self.type_facts)

    def finding(self, launch: Launch, instance_type: InstanceType) -> Finding:
        """What the rule says where it is broken, with the real values filled in."""
        error = (
            Message(self.ec2_error, _fill(self.ec2_error, launch, instance_type)) if self.ec2_error else None
        )
        grounds = self._grounds(launch)
        found = (source for ground in grounds for source in ground.sources)
        return Finding(
            rule=self.id,
            reason=self.reason,
            outcome=self.outcome,
            evidence=weakest(self.evidence, *(ground.evidence for ground in grounds)),
            text=self._as_it_seems(launch, instance_type)
            if self._is_guessed(launch)
            else self._text(launch, instance_type),
            remedy=Message(self.remedy, _fill(self.remedy, launch, instance_type)),
            ec2_error=error,
            ec2_error_code=self.ec2_error_code,
            sources=tuple(dict.fromkeys((*self.sources, *found))),
        )

    def said_of(self, launch: Launch, types: Sequence[InstanceType], example: InstanceType) -> Message:
        """What the rule says where it is broken on all of these types. example: one of them."""
        text = self.of_many if self.of_many is not None and len(types) > 1 else self.text
        return Message(text, _fill(text, launch, example))

    def _grounds(self, launch: Launch) -> tuple[Ground, ...]:
        """How the facts about the operating system are known."""
        grounds = tuple(launch.os.grounds[name] for name in self.os_facts if name in launch.os.grounds)
        return (*grounds, Ground(Evidence.INFERRED, ())) if self.os_facts and launch.os.guess else grounds

    def unknown(self, path: str, launch: Launch, instance_type: InstanceType) -> Unknown:
        """Why a fact that nobody gave matters: because this must hold, and may not."""
        if path == "os.family" and launch.os.guess is not None:
            return Unknown(
                path,
                self._as_it_seems(launch, instance_type),
                Message(
                    "{ground} Confirm it, or name the operating system and its version.",
                    {"ground": launch.os.guess},
                ),
            )
        if path == "launch.region" and launch.other_region:
            return Unknown(
                path,
                self._must_hold(launch, instance_type),
                Message(
                    "The catalogue has no offerings of {region}: ask describe-instance-type-offerings there, or "
                    "refresh the catalogue with an account that has this Region.",
                    {"region": launch.other_region},
                ),
            )
        fact = to_ask(path, launch)
        return Unknown(
            fact,
            self._must_hold(launch, instance_type),
            how_to_supply(fact, launch.os.kind),
        )

    def _text(self, launch: Launch, instance_type: InstanceType) -> Message:
        return Message(self.text, _fill(self.text, launch, instance_type))

    def _as_it_seems(self, launch: Launch, instance_type: InstanceType) -> Message:
        """The text of a system that nobody named."""
        return Message(
            "If it is {os}, as it seems: {text}",
            {"os": launch.os.title, "text": self._text(launch, instance_type)},
        )

    def _is_guessed(self, launch: Launch) -> bool:
        """Whether what it says is about a system that is only guessed."""
        return bool(self.os_facts) and launch.os.guess is not None and launch.os.title is not None

    def _must_hold(self, launch: Launch, instance_type: InstanceType) -> Message:
        """The title as a sentence: what stands beside it is one, too."""
        title = Message(self.title, _fill(self.title, launch, instance_type))
        return Message("{sentence}.", {"sentence": title})


def _fill(template: str, launch: Launch, instance_type: InstanceType) -> dict[str, object]:
    filled: dict[str, object] = {}
    for path in Message(template).placeholders:
        holder = instance_type if path.startswith("type.") else launch
        value = reader((path,))(holder)[0]
        filled[path] = _UNNAMED.get(path, "…") if value == "" else wording(value)
    return filled


_UNNAMED = {"image.image_id": "ami-…"}
