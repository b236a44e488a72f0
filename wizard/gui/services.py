"""What the window asks of the rest of the program: plain callables, so that a test can hand in its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.model.frozen import frozen

if TYPE_CHECKING:
    from wizard.flow.question import Answers
    from wizard.formats.public_images import PublicImages
    from wizard.gui.aws_service import AwsService
    from wizard.model.recommend.recommendation import Recommendation
    from wizard.report.document import Report


# Nobody compares or prints callables, and what makes those methods takes a third of a millisecond of the start.
@frozen(eq=False)
class Services:
    """Files, preferences and the report. Every callable may raise UserError, said for a person.

    read_answers, write_answers: an answers file. read_text: a file's text, whatever wrote it. read_images: the images in a file that holds
    DescribeImages' JSON, each as its JSON object. write_file: whole or not at all;
    write_private: and readable by its owner only.
    save_draft, discard_draft: keep the unsaved answers where a killed program finds them again, or no longer.
    draft, delete_draft: the answers that an earlier run left behind, or None; and wiping them.
    preference, remember: a value by name; None where nothing is remembered.
    report: the report on a recommendation. pages: its pages as PNG, at so many pixels per point.
    cloud: what may be asked of AWS; made when it is first needed.
    public_images: what the names of public images say.
    """

    read_answers: Callable[[Path], Answers]
    write_answers: Callable[[Path, Answers], None]
    read_text: Callable[[Path], str]
    read_images: Callable[[Path], Sequence[Mapping[str, object]]]
    write_file: Callable[[Path, bytes], None]
    write_private: Callable[[Path, bytes], None]
    save_draft: Callable[[Answers], None]
    discard_draft: Callable[[], None]
    draft: Callable[[], Answers | None]
    delete_draft: Callable[[], None]
    preference: Callable[[str], object]
    remember: Callable[[str, object], None]
    report: Callable[[Recommendation, Answers], Report]
    pages: Callable[[Report, float], list[bytes]]
    pdf: Callable[[Report], bytes]
    markdown: Callable[[Report], str]
    cloud: Callable[[], AwsService]
    public_images: Callable[[], PublicImages]
