"""Asks for the very image: the newest that a publisher has in a Region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wizard.aws.account import Account
from wizard.aws.faults.problem_of import Asking, explained
from wizard.aws.faults.service_faults import not_published
from wizard.aws.operations import Part
from wizard.model.account.problem import Unanswered
from wizard.model.systems.published_image import PublishedImage

_PAGE = 200


def ask_published(account: Account, region: str, wanted: PublishedImage) -> Mapping[str, object]:
    """The record of DescribeImages of the newest, by its public parameter or by its name.

    wanted: one that can be found. Where the parameter can't be read, the name does.
    Raises Unanswered, also where there is no such image.
    """
    search = _Search(account, region)
    return search.by_parameter(wanted) or search.by_name(wanted)


class _Search:
    """One Region of one account."""

    def __init__(self, account: Account, region: str) -> None:
        self._account, self._region = account, region
        self._asking = Asking(account.profile, region)

    def by_parameter(self, wanted: PublishedImage) -> Mapping[str, object] | None:
        """None without a parameter, or where it leads nowhere: not every Region has every one."""
        if wanted.ssm_parameter is None:
            return None
        names = [wanted.ssm_parameter]
        try:
            with explained(self._asking):
                reply = self._account.ask(Part.IMAGES, self._region, "ssm", "get_parameters", Names=names)
            ids = [str(parameter["Value"]) for parameter in reply.get("Parameters", ())]
            return next(iter(self._images(ImageIds=ids)), None) if ids else None
        except Unanswered as unanswered:
            # A login that fails here fails for the name, too.
            if unanswered.problem.kind.of_login:
                raise
            return None

    def by_name(self, wanted: PublishedImage) -> Mapping[str, object]:
        found = self._images(
            Owners=[wanted.owner],
            Filters=[{"Name": name, "Values": [value]} for name, value in wanted.filters.items()],
            MaxResults=_PAGE,
        )
        if not found:
            raise Unanswered(not_published(self._region))
        return max(found, key=lambda record: str(record.get("CreationDate", "")))

    def _images(self, **parameters: object) -> Sequence[Mapping[str, object]]:
        """Deprecated ones too: of an old system there may be no others."""
        parameters["IncludeDeprecated"] = True
        with explained(self._asking):
            pages = self._account.pages(Part.IMAGES, self._region, "ec2", "describe_images", **parameters)
            return [record for page in pages for record in page.get("Images", ())]
