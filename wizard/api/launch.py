"""One image on one type, as `ami-wizard check --json` answers."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from wizard.flow.answer_error import AnswerError
from wizard.flow.launch import verdict_on
from wizard.formats.image_text import image_given
from wizard.model.knowledge import Knowledge
from wizard.report.as_json.to_json import verdict_json
from wizard.store.resources import load_knowledge


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """What the program knows, read once. Raises OSError or ValueError for a damaged installation."""
    return load_knowledge()


def judge(
    image: Mapping[str, object],
    instance_type: str,
    *,
    os: tuple[str, str | None] | None = None,
    region: str | None = None,
    options: Mapping[str, object] | None = None,
) -> dict[str, Any]:
    """What becomes of a launch: the document of `check --json`, with outcome, findings and unknowns.

    image: a record of DescribeImages, or the same in another tool's spelling; what it does not say is not
    known. os: family and version, such as ("ubuntu", "24.04"); guessed from the image if not given.
    options: as a line of `check --batch` names them, such as {"spot": True, "tenancy": "host"}.

    Raises ValueError with one line that names the key and what was expected.
    """
    spoken = gettext.NullTranslations()
    family, version = os or (None, None)
    record = {
        "instance_type": instance_type,
        "os": {"family": family, "version": version},
        "region": region,
        "options": options,
    }
    found = image_given(image, "image")
    try:
        name, verdict = verdict_on(record, found, knowledge())
    except AnswerError as problem:
        raise ValueError(problem.line(spoken)) from None
    return verdict_json(verdict, found, name, spoken)
