"""What goes wrong with a file, said for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.gui.user_error import UserError
from wizard.model.message import Translations
from wizard.store.text_file import NotRead
from wizard.store.whole_file import NotWritten


@contextmanager
def reading(path: Path, next_step: str, translations: Translations) -> Iterator[None]:
    """While inside, what is wrong with this file is raised as UserError: the file, the key, what was expected."""
    from wizard.flow.answers import AnswersError
    from wizard.model.images.describe_images import ImageError

    title = translations.gettext("Unable to use {file}.").replace("{file}", path.name)
    try:
        yield
    except (AnswersError, ImageError) as error:
        said = error.located if isinstance(error, AnswersError) else error.message
        line = said.render(translations)
        raise UserError(title, line, next_step, f"{path}\n{error!r}") from None
    except NotRead as error:
        raise UserError(title, error.message.render(translations), next_step, f"{path}\n{error!r}") from None


@contextmanager
def writing(next_step: str, translations: Translations) -> Iterator[None]:
    """While inside, a file that cannot be written is raised as UserError."""
    try:
        yield
    except NotWritten as error:
        raise UserError(
            translations.gettext("Unable to write the file."),
            error.message.render(translations),
            next_step,
            repr(error),
        ) from None
