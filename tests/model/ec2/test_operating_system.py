from __future__ import annotations

import datetime

import pytest

from wizard.model.ec2.finding import Evidence
from wizard.model.ec2.operating_system import Ground, OperatingSystem

THEN, LATER = datetime.date(2024, 6, 30), datetime.date(2029, 5, 31)


@pytest.mark.parametrize(
    ("system", "title"),
    [
        (
            OperatingSystem(family="rhel", version="9", name="Red Hat Enterprise Linux"),
            "Red Hat Enterprise Linux 9",
        ),
        (OperatingSystem(family="linux", name="Linux"), "Linux"),
        (OperatingSystem(family="clear-linux", version="41120"), "clear-linux 41120"),
        (OperatingSystem(), None),
    ],
)
def test_title(system: OperatingSystem, title: str | None) -> None:
    assert system.title == title


@pytest.mark.parametrize(
    ("end", "extended", "last"), [(THEN, LATER, LATER), (THEN, None, THEN), (None, None, None)]
)
def test_the_last_support(
    end: datetime.date | None, extended: datetime.date | None, last: datetime.date | None
) -> None:
    assert OperatingSystem(end_of_life=end, extended_end=extended).last_support == last


def test_what_a_person_tells_counts_and_has_no_source() -> None:
    known = Ground(Evidence.DOCUMENTED, ())
    system = OperatingSystem(
        family="rhel",
        nvme_driver=False,
        ena_driver=False,
        grounds={"nvme_driver": known, "ena_driver": known},
    )
    told = system.told(nvme_driver=True)
    assert (told.family, told.nvme_driver, told.ena_driver) == ("rhel", True, False)
    assert told.grounds == {"ena_driver": known}
