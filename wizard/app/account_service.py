"""The logins of a person, and what an account says of its machines and of the images it may use."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wizard.app.aws_worker_client import AwsWorkerClient
from wizard.gui.aws_service import AskCode, FoundEvent, KnownLogin, Task
from wizard.model.knowledge import Knowledge

if TYPE_CHECKING:
    from wizard.model.account.machine import MachineEvent
    from wizard.model.account.usage import UsageEvent
    from wizard.model.recommend.recommendation import Recommendation


class AccountService:
    """knowledge: by which an image that was found is judged."""

    def __init__(self, knowledge: Knowledge, worker: AwsWorkerClient) -> None:
        self._knowledge = knowledge
        self._worker = worker

    def logins(self) -> Sequence[KnownLogin]:
        from wizard.app.known_logins import known_logins

        # Who looks at profiles is about to ask one.
        self._worker.start()
        return known_logins()

    @staticmethod
    def stamp() -> object:
        from wizard.aws.login import stamp

        return stamp()

    @staticmethod
    def regions() -> Mapping[str, str]:
        from wizard.aws.regions import titles

        return titles()

    def ask_usage(
        self, images: Mapping[str, Mapping[str, Sequence[str]]], ask_code: AskCode
    ) -> Task[UsageEvent]:
        from wizard.app.worker_messages import AskUsage

        return self._worker.task(AskUsage(images), ask_code)

    def list_machines(
        self, profile: str, regions: Sequence[str] | None, ask_code: AskCode
    ) -> Task[MachineEvent]:
        from wizard.app.worker_messages import AskMachines

        named = None if regions is None else tuple(regions)
        return self._worker.task(AskMachines(profile, named), ask_code)

    def find_image(
        self, profile: str, region: str | None, recommendation: Recommendation, ask_code: AskCode
    ) -> Task[FoundEvent]:
        from wizard.app.published_image import find_image

        return find_image(self._worker, self._knowledge, profile, region, recommendation, ask_code)

    @staticmethod
    def policy(part: str) -> str:
        from wizard.aws.operations import Part, policy

        return json.dumps(policy(Part(part) if part else None), indent=2)
