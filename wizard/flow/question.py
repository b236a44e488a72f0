"""A question as a record: what is asked, why, which answers fit, and how an answer reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from wizard.flow.answer_error import AnswerError, unknown_word
from wizard.flow.kind import QuestionKind, Value, misfit, plain
from wizard.model.frozen import frozen, replace
from wizard.model.knowledge import Knowledge
from wizard.model.message import Figure, Message
from wizard.model.prices.amount import money

Answers = Mapping[str, Value]


_SPOKEN = 4


@frozen
class Option:
    """One answer to choose. value is what an answers file holds."""

    value: str
    label: Message
    help: Message = Message("")


Options = tuple[Option, ...]


YES_NO_UNKNOWN: Options = (
    Option("yes", Message("Yes")),
    Option("no", Message("No")),
    Option("unknown", Message("Not known")),
)


@frozen
class Condition:
    """When a question is asked, given the answers before it.

    otherwise: what to say of an answer where the question is not asked. Its placeholders are filled by
    whoever knows how an answer is given: {option} is the question itself, {answers} a file of answers,
    any other the id of a question, with underscores.
    """

    holds: Callable[[Knowledge, Answers], bool]
    otherwise: Message

    def __call__(self, knowledge: Knowledge, before: Answers) -> bool:
        return self.holds(knowledge, before)


ALWAYS = Condition(lambda _knowledge, _before: True, Message(""))
HAS_IMAGE = Condition(
    lambda _knowledge, before: before.get("start") in ("image", "instance"),
    Message("belongs to an image that one has; expected {answers} with one"),
)


@frozen
class Question:
    """One question. It sees the answers before it, never those after.

    options: what to choose from, or how to find it. label_of: the label of a word that is an
    answer, where that is wider or quicker than looking through the options. example: what an answer
    looks like, where there are too many to name. asked: False if the answers before make it idle. default: what an unanswered question means, for a window to show.
    misfit: what is wrong with an answer that has the right shape; None if nothing is. amiss: what is wrong with
    a word that is no answer, where more can be said than that it is not known.
    required: a recommendation without this answer says too little. unit: behind a number. money: an amount, to the cent. whole:
    only whole numbers fit. limit: the number is the most, not the least. group: questions of the same
    group stand under one heading. brief: how the step list words an answer, with a {value}.
    term: the word of the field that it is about, by its id in resources/terms.
    """

    id: str
    kind: QuestionKind
    label: Message
    help: Message
    options: Options | Callable[[Knowledge, Answers], Options] = ()
    label_of: Callable[[Knowledge, Answers, str], Message | None] | None = None
    example: str = ""
    asked: Condition = ALWAYS
    default: Value | None = None
    misfit: Callable[[Answers, Value], Message | None] | None = None
    amiss: Callable[[Knowledge, Answers, str], Message | None] | None = None
    required: bool = False
    unit: Message | None = None
    money: bool = False
    whole: bool = False
    limit: bool = False
    group: Message | None = None
    brief: Message = Message("{value}")
    term: str = ""

    def offered(self, knowledge: Knowledge, before: Answers) -> Options:
        """The options, given the answers before this question."""
        return self.options if isinstance(self.options, tuple) else self.options(knowledge, before)

    def says_more(self, value: Value | None) -> bool:
        """Whether an answer says anything else than what counts unsaid."""
        return value not in ([], self.default)

    def check_shape(self, value: object) -> None:
        """Raises AnswerError if the value can never be an answer to this question."""
        if problem := misfit(self.kind, value, self.whole):
            raise AnswerError(self.id, problem)

    def check(self, value: Value, knowledge: Knowledge, before: Answers) -> None:
        """Raises AnswerError if the value is no answer, given the answers before this question."""
        self.check_shape(value)
        if self.misfit and (problem := self.misfit(before, value)):
            raise AnswerError(self.id, problem)
        for word in self._choices(value):
            self._check_choice(word, knowledge, before)

    def spoken(self, value: Value, knowledge: Knowledge, before: Answers) -> Message:
        """An answer in words: "Ubuntu", "4 to 8 vCPUs", "EFA, NitroTPM"."""
        match value:
            case bool():
                return Message("yes") if value else Message("no")
            case int() | float():
                least = Message("at most {number}") if self.limit else Message("at least {number}")
                return self._measured(Message(least.template, {"number": self._plain(value)}))
            case Mapping() if self.kind is QuestionKind.IMAGE:
                return verbatim(value.get("ImageId") or value.get("Name") or "DescribeImages")
            case Mapping():
                return self._measured(_spoken_range(value))
        if not self._chooses:
            return verbatim(value)
        words = self._choices(value)
        return _listed([self._label(word, knowledge, before) or verbatim(word) for word in words])

    def summed_up(self, value: Value, knowledge: Knowledge, before: Answers) -> Message:
        """The answer as the step list shows it: "without EFA"."""
        return Message(self.brief.template, {"value": self.spoken(value, knowledge, before)})

    def _plain(self, value: float) -> Figure:
        return money(Decimal(str(value))) if self.money else plain(value)

    def _measured(self, number: Message) -> Message:
        """With its unit, where the question has one."""
        return Message("{number} {unit}", {"number": number, "unit": self.unit}) if self.unit else number

    @property
    def _chooses(self) -> bool:
        return self.kind in (QuestionKind.ONE_OF, QuestionKind.MANY_OF)

    def _choices(self, value: Value) -> Sequence[str]:
        """The words of a choice; none for a question that does not let one choose."""
        if not self._chooses or not isinstance(value, Sequence):
            return ()
        return (value,) if isinstance(value, str) else value

    def _check_choice(self, word: str, knowledge: Knowledge, before: Answers) -> None:
        if self._label(word, knowledge, before) is None:
            if self.amiss and (problem := self.amiss(knowledge, before, word)):
                raise AnswerError(self.id, problem)
            known = [option.value for option in self.offered(knowledge, before)]
            raise AnswerError(self.id, unknown_word(word, known))

    def _label(self, word: str, knowledge: Knowledge, before: Answers) -> Message | None:
        if self.label_of:
            return self.label_of(knowledge, before, word)
        return next((o.label for o in self.offered(knowledge, before) if o.value == word), None)


def yes_or_no(id: str, label: Message, why: Message, brief: Message, asked: Condition = ALWAYS) -> Question:
    """A question that one may not know the answer to."""
    return Question(
        id, QuestionKind.ONE_OF, label, why, YES_NO_UNKNOWN, asked=asked, default="unknown", brief=brief
    )


def switch(id: str, label: Message, why: Message, brief: Message) -> Question:
    """A question that is off unless somebody says otherwise."""
    return Question(id, QuestionKind.SWITCH, label, why, default=False, brief=brief)


def about(terms: Mapping[str, str], questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The same questions, each with the word that it is about. terms: by the ids of the questions."""
    return tuple(replace(question, term=terms.get(question.id, "")) for question in questions)


def in_group(heading: Message, *questions: Question) -> tuple[Question, ...]:
    """The same questions under one heading."""
    return tuple(replace(question, group=heading) for question in questions)


def verbatim(value: object) -> Message:
    """A text that is said as it is in every language: a name, a number."""
    return Message("{value}", {"value": value})


def _spoken_range(value: Mapping[str, object]) -> Message:
    bounds = {name: plain(bound) for name, bound in value.items()}
    if len(bounds) < 2:
        template = Message("at least {minimum}") if "minimum" in bounds else Message("at most {maximum}")
        return Message(template.template, bounds)
    if bounds["minimum"] == bounds["maximum"]:
        return verbatim(bounds["minimum"])
    return Message("{minimum} to {maximum}", bounds)


def _listed(items: Sequence[Message]) -> Message:
    """The first few of a list, and how many more there are."""
    shown = {f"n{place}": item for place, item in enumerate(items[:_SPOKEN])}
    row = Message(", ".join(f"{{{name}}}" for name in shown), shown)
    rest = len(items) - len(shown)
    if not rest:
        return row
    values = {"row": row, "rest": rest}
    return Message("{row} and {rest} more", values, plural="{row} and {rest} more", count=rest)
