"""Asks for the very image: the newest that a publisher has in a Region."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Any

from wizard.aws.account import Account
from wizard.aws.cancel import Cancel, Cancelled
from wizard.aws.faults.problem_of import Asking, problem_of
from wizard.aws.faults.service_faults import not_published
from wizard.aws.operations import NotAllowed, Part
from wizard.aws.retries import PATIENT, RetryingClient, RetryPolicy
from wizard.model.account.problem import Unanswered
from wizard.model.systems.published_image import PublishedImage

_PAGE = 200


def ask_published(
    account: Account, region: str, wanted: PublishedImage, cancel: Cancel, patience: RetryPolicy = PATIENT
) -> Mapping[str, object]:
    """The record of DescribeImages of the newest, by its public parameter or by its name.

    wanted: one that can be found. Where the parameter can't be read, the name does.
    Raises Unanswered, also where there is no such image; Cancelled.
    """
    if account.profile.problem is not None:
        raise Unanswered(account.profile.problem)
    search = _Search(account, region, cancel, patience)
    try:
        return search.by_parameter(wanted) or search.by_name(wanted)
    except (Cancelled, NotAllowed, Unanswered):
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told to the person
        raise Unanswered(problem_of(error, Asking(account.profile, region))) from None


class _Search:
    """One Region of one account."""

    def __init__(self, account: Account, region: str, cancel: Cancel, patience: RetryPolicy) -> None:
        self._account, self._region, self._cancel, self._patience = account, region, cancel, patience

    def by_parameter(self, wanted: PublishedImage) -> Mapping[str, object] | None:
        """None without a parameter, or where it leads nowhere: not every Region has every one."""
        if wanted.ssm_parameter is None:
            return None
        try:
            reply = self._with(
                "ssm", lambda client: client.ask("get_parameters", Names=[wanted.ssm_parameter])
            )
            ids = [str(parameter["Value"]) for parameter in reply.get("Parameters", ())]
            return next(iter(self._images(ImageIds=ids)), None) if ids else None
        except (Cancelled, NotAllowed):
            raise
        except Exception as error:  # noqa: BLE001  # a login that fails here fails for the name, too
            problem = problem_of(error, Asking(self._account.profile, self._region))
            if problem.kind.of_login:
                raise Unanswered(problem) from None
            return None

    def by_name(self, wanted: PublishedImage) -> Mapping[str, object]:
        found = self._images(
            Owners=[wanted.owner],
            Filters=[{"Name": name, "Values": [value]} for name, value in wanted.filters.items()],
            MaxResults=_PAGE,
        )
        if not found:
            raise Unanswered(not_published(self._region))
        return max(found, key=lambda record: str(record.get(wanted.newest_by, "")))

    def _images(self, **parameters: object) -> Sequence[Mapping[str, object]]:
        """Deprecated ones too: of an old system there may be no others."""

        def ask(client: RetryingClient) -> list[Mapping[str, object]]:
            pages = client.pages("describe_images", IncludeDeprecated=True, **parameters)
            return [record for page in pages for record in page.get("Images", ())]

        found: Sequence[Mapping[str, object]] = self._with("ec2", ask)
        return found

    def _with(self, service: str, ask: Callable[[RetryingClient], Any]) -> Any:
        with self._cancel.current():
            client = self._account.client(Part.IMAGES, service, self._region)
        with closing(client):
            return ask(RetryingClient(client, self._cancel, self._patience))
