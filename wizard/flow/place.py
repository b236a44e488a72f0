"""Where it shall run, and on which types or families."""

from __future__ import annotations

from wizard.flow.catalog_options import family_label, family_options, region_options, type_label, type_options
from wizard.flow.kind import QuestionKind
from wizard.flow.question import Question
from wizard.model.message import Message

REGION = Question(
    id="region",
    kind=QuestionKind.ONE_OF,
    label=Message("In which Region?"),
    help=Message("No Region offers every type, and paravirtual types exist in a few old Regions only."),
    options=region_options,
    example="eu-west-1",
    default="any",
)

FAMILY = Question(
    id="family",
    kind=QuestionKind.MANY_OF,
    label=Message("Only some instance families?"),
    help=Message(
        "Choose families if a licence, a reservation or a benchmark binds you to them; otherwise leave it open."
    ),
    options=family_options,
    label_of=family_label,
    example="m5,c6g",
    brief=Message("family {value}"),
)

TYPE = Question(
    id="type",
    kind=QuestionKind.MANY_OF,
    label=Message("Only some instance types?"),
    help=Message("Choose types to have just these judged. Families and types together: both must fit."),
    options=type_options,
    label_of=type_label,
    example="t3.micro,t1.micro",
    brief=Message("type {value}"),
)

QUESTIONS = (REGION, FAMILY, TYPE)
