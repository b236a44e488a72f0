"""The sentence of an error, out of what a tool put around it, and the parameter that it refuses."""

from __future__ import annotations

import re

# What stands between a code and its sentence.
_BETWEEN = (
    r"(?:Exception)?\)?(?: \((?:client|server)\))?"
    r"(?: (?:occurred )?when calling the \w{3,60} operation(?: \(reached max retries: \d+\))?)?"
    r"(?:,? ?\$?\w{4,8}: client,?)?,? ?(?:[:;,-]|=>) (?:(?:error|Error)?[Mm]essage[:=] ?)?"
)
# Where a sentence ends that has no full stop, or is followed by what tools add.
_STOP = re.compile(
    r" status code[: ]| \(Service:| \(aws-error| \(SDK Attempt| \(Fog::|,? ?[Rr]equest ?[Ii][Dd]\b|, aws_request_id"
    r"| with (?:aws_|module\.|data\.)| on \S{1,80} line \d| at [\w$]{1,40}[./][\w$]| File [\w/]| Traceback | ==> | --> "
    r"| Launching EC2 instance failed|[}\]]|, (?:error|response_metadata|code|lifecycle|time|requestId|statusCode)[:=]"
    r"|; (?=[A-Z]\w+[.:])| \*+ | Build \w+ errored",
    re.IGNORECASE,
)
_AHEAD = [
    re.compile(pattern)
    for pattern in (
        r"Status Reason: (.{4,400})",
        r"(?:StatusMessage|StatusReason|statusReason|ResourceStatusReason|errorMessage|ErrorMessage)[:=] ?(.{4,400})",
        r"Resource handler returned message: (.{4,400})",
        r"(?:Exception|failed): (.{4,300}?) \(Service: \w",
        r"(?:, |: )([A-Z][^:]{4,300}?) \(aws-error-code",
        r"Exception Message from \w{3,60} API: \[(.{4,400})",
        r"\b[Mm]essage[:=] ?(.{4,400})",
    )
]
_FULL_STOP = re.compile(r"(?<=[a-z0-9)])\. (?=[A-Z])")
_LONGEST = 200
_NAME = r"([A-Za-z][\w.\[\]-]{2,60})"
_PARAMETER = [
    re.compile(pattern)
    for pattern in (
        rf"for parameter {_NAME} is invalid",
        rf"[Ii]nvalid value(?: [^ ]{{1,80}})? for (?:the )?(?:parameter )?{_NAME}",
        rf"is (?:an invalid|not a valid) value for {_NAME}",
        rf"[Uu]nknown parameter in [\w.\[\]]{{1,40}}: {_NAME}",
        rf"[Ii]nvalid type for parameter {_NAME}",
        rf"[Mm]issing required parameter in [\w.\[\]]{{1,40}}: {_NAME}",
        rf"(?:[Tt]he )?[Pp]arameter {_NAME} (?:is|must|cannot|may|should|has)\b",
        r"(?:[Tt]he )?([a-z]+[A-Z][\w.]{2,60}) (?:parameter|must|cannot|should|may)\b",
    )
]
_NO_NAMES = frozenset({"value", "parameter", "values", "the", "this", "that", "input"})


def sentence_in(words: str, code: str | None) -> str | None:
    """What stands behind the code, or where tools put EC2's words; None if nothing does.

    words: without quotation marks, one space between words.
    """
    patterns = [*_behind(code), *_AHEAD] if code else _AHEAD
    found = (_cut(match[1]) for pattern in patterns for match in pattern.finditer(words))
    return next((sentence for sentence in found if sentence and not (code and code in sentence)), None)


def _behind(code: str) -> tuple[re.Pattern[str], ...]:
    """What stands behind the code, or before it: old tools put it behind its sentence."""
    written = re.escape(code).replace(r"\.", r"(?:\.|::)")
    return (
        re.compile(rf"(?<!aws-error-code=){written}{_BETWEEN}(.{{4,400}})"),
        re.compile(rf"(?:: |^)(?!An? (?:client )?error)([A-Z][^:]{{4,300}}) \({written}\)"),
        re.compile(rf"^{written} (.{{4,400}})"),
    )


def parameter_in(sentence: str | None) -> str | None:
    """The parameter that a sentence refuses a value of."""
    for pattern in _PARAMETER:
        if (match := pattern.search(sentence or "")) and match[1].lower() not in _NO_NAMES:
            return match[1].rstrip(".]")
    return None


def _cut(words: str) -> str | None:
    sentence = _STOP.split(words, maxsplit=1)[0].strip(" .,;:")
    first, *rest = _FULL_STOP.split(sentence)
    if rest and len(sentence) > _LONGEST:
        sentence = first
    return sentence[:_LONGEST].strip() if len(sentence.split()) > 1 else None
