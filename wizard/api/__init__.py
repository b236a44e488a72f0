"""The judge for other programs: one launch, a table, or a stream of Arrow record batches.

Stable: names, arguments and the keys of what comes back change only with a new major version. Works
without Qt, botocore and typst, offline; `judge_batches` alone needs pyarrow.

    from wizard.api import judge
    judge({"Architecture": "arm64", "VirtualizationType": "hvm", "RootDeviceType": "ebs"}, "m5.large")["outcome"]
"""

from wizard.api.arrow import judge_batches
from wizard.api.launch import judge
from wizard.api.rows import RowVerdict, TableJudge, judge_rows

__all__ = ["RowVerdict", "TableJudge", "judge", "judge_batches", "judge_rows"]
