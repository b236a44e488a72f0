"""The options of a launch, each once: for the command line, for a line of a batch, and for templates."""

from __future__ import annotations

from collections.abc import Callable

from wizard.model.ec2.launch import Edition, Tenancy
from wizard.model.frozen import frozen
from wizard.model.message import Message

YES_OR_NO = ("yes", "no")


@frozen
class LaunchOption:
    """One option of a launch.

    key: in a batch; name: on the command line; field: of Launch. choices: the words that the command
    line takes; empty for one that is on or off. read: makes the field's value of a word.
    """

    key: str
    help: Message
    name: str = ""
    field: str = ""
    choices: tuple[str, ...] = ()
    read: Callable[[str], object] = str

    def __post_init__(self) -> None:
        # Most are called the same everywhere.
        object.__setattr__(self, "name", self.name or self.key.replace("_", "-"))
        object.__setattr__(self, "field", self.field or self.key)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a batch takes; empty for true and false."""
        return () if self.choices == YES_OR_NO else self.choices


LAUNCH_OPTIONS = (
    LaunchOption("spot", Message("as a Spot Instance")),
    LaunchOption("hibernation", Message("with hibernation enabled")),
    LaunchOption("enclave", Message("with Nitro Enclaves enabled")),
    LaunchOption("ebs_optimized", Message("with EBS optimization asked for")),
    LaunchOption("cpu_options", Message("with CPU options")),
    LaunchOption("amd_sev_snp", Message("with AMD SEV-SNP"), name="sev-snp", field="sev_snp"),
    LaunchOption("nested_virtualization", Message("with nested virtualization")),
    LaunchOption("root_encrypted", Message("with an encrypted root volume"), name="encrypted-root"),
    LaunchOption("secure_boot", Message("under UEFI Secure Boot")),
    LaunchOption("efa", Message("with an Elastic Fabric Adapter")),
    LaunchOption("free_plan", Message("by an account on the Free Plan")),
    LaunchOption(
        "zone_offers", Message("whether the zone offers the type and its volumes"), choices=YES_OR_NO
    ),
    LaunchOption(
        "subscribed",
        Message("whether the account is subscribed to the Marketplace product"),
        choices=YES_OR_NO,
    ),
    LaunchOption("seller_allows", Message("whether the seller allows the type"), choices=YES_OR_NO),
    LaunchOption("tenancy", Message("where the host belongs to"), choices=tuple(Tenancy), read=Tenancy),
    LaunchOption("http_tokens", Message("whether IMDSv2 is required"), choices=("optional", "required")),
    LaunchOption(
        "edition", Message("whose knowledge decides HVM or PV"), choices=tuple(Edition), read=Edition
    ),
)
