from __future__ import annotations

import typing
from pathlib import Path

from tests.report.sample import make_report
from wizard.report import document
from wizard.report.markdown import render_markdown
from wizard.report.pdf import render_pdf


def test_every_kind_of_block_is_written_by_every_writer(resources: Path) -> None:
    report = make_report()
    used = {type(block) for section in report.sections for block in section.blocks}
    assert used == set(typing.get_args(document.Block))
    assert render_markdown(report)
    assert render_pdf(report, resources)
