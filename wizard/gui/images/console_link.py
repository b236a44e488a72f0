"""Where the AWS console shows an image."""

from __future__ import annotations

import re

from wizard.model.images.image_row import ImageRow

_REGION = re.compile(r"[a-z]{2,8}(-[a-z]{2,16}){1,3}-\d{1,2}", re.ASCII)
_IMAGE = re.compile(r"ami-[0-9a-f]{8,17}", re.ASCII)
# The console's hosts by partition, as in the AWS General Reference; other partitions have none to open.
_HOSTS = (("us-gov-", "console.amazonaws-us-gov.com"), ("cn-", "console.amazonaws.cn"))
_USUAL = "console.aws.amazon.com"


def console_address(row: ImageRow) -> str | None:
    """The address of the image's page; None where the Region or the id is not one of AWS's form."""
    if not (_REGION.fullmatch(row.region) and _IMAGE.fullmatch(row.image_id)):
        return None
    host = next((host for prefix, host in _HOSTS if row.region.startswith(prefix)), _USUAL)
    region = row.region
    return f"https://{host}/ec2/home?region={region}#ImageDetails:imageId={row.image_id}"
