from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import hcl2
import pytest
import yaml

from tests.report.aws_calls import options
from wizard.model.catalog.purpose import Purpose
from wizard.model.ec2.feature import Feature
from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
from wizard.model.ec2.launch import Launch, Tenancy
from wizard.model.frozen import replace
from wizard.model.knowledge import Knowledge
from wizard.model.launching.request import LaunchRequest, launch_request
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.recommendation import ImageProfile
from wizard.report.document import Command
from wizard.report.launch.cloudformation import cloudformation
from wizard.report.launch.packer import packer
from wizard.report.launch.terraform import terraform
from wizard.report.launch.type_commands import dry_run
from wizard.report.report_writer import ReportWriter

KIND = ImageProfile(
    VirtualizationType.HVM, Architecture.X86_64, BootMode.LEGACY_BIOS, True, RootDeviceType.EBS
)
MAC = replace(KIND, architecture=Architecture.ARM64_MAC, boot_mode=BootMode.UNSET)
Ask = Callable[..., LaunchRequest]


@pytest.fixture
def ask(knowledge: Knowledge) -> Ask:
    """A launch of this type and system, with these features."""

    def asked(
        name: str,
        *features: Feature,
        os: str = "amazon-linux:2023",
        kind: ImageProfile = KIND,
        own: str | None = None,
        region: str | None = "eu-west-1",
        purpose: Purpose | None = None,
        **options: Any,
    ) -> LaunchRequest:
        instance_type = knowledge.catalog.get(name)
        assert instance_type
        family, _, version = os.partition(":")
        system = knowledge.os_catalog.resolve(family, version or None)
        needs = Needs(
            os=system, features=frozenset(features), region=region, purpose=purpose, request=Launch(**options)
        )
        published = knowledge.publishers.newest(system, kind, region)
        return launch_request(instance_type, needs, kind, published, own)

    return asked


def tried(request: LaunchRequest, writer: ReportWriter) -> tuple[dict[str, list[str]], Command]:
    command = dry_run(request, writer)
    return options(command), command


def terraformed(request: LaunchRequest) -> dict[str, object]:
    read = json.loads(json.dumps(hcl2.loads(terraform(request))).replace('\\"', ""))
    (instance,) = (r["aws_instance"]["this"] for r in read["resource"] if "aws_instance" in r)
    assert isinstance(instance, dict)
    return instance


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML ships no types
    """Takes !Ref and !GetAtt as words, without the mark."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: f"{tag} {loader.construct_scalar(node)}")


def stacked(request: LaunchRequest) -> dict[str, Any]:
    read = yaml.load(cloudformation(request), _Loader)  # it is a SafeLoader
    data = read["Resources"]["Template"]["Properties"]["LaunchTemplateData"]
    assert isinstance(data, dict)
    return data | {"Parameters": read["Parameters"]}


def test_an_image_with_a_parameter_needs_no_id(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large")
    parameter = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
    read, command = tried(request, writer)
    assert read["image-id"] == [f"resolve:ssm:{parameter}"]
    assert read["dry-run"] == []
    assert "needs no ID" in command.note
    assert terraformed(request)["ami"] == "${data.aws_ssm_parameter.image.insecure_value}"
    assert f'name = "{parameter}"' in terraform(request)
    image = stacked(request)["Parameters"]["ImageId"]
    assert image == {"Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": parameter}


def test_an_image_without_a_parameter_is_looked_up(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", os="rocky:9")
    read, command = tried(request, writer)
    assert read["image-id"] == ["IMAGE_ID"]
    assert "in place of IMAGE_ID" in command.note
    assert terraformed(request)["ami"] == "${data.aws_ami.image.id}"
    assert 'values = ["Rocky-9-EC2-Base-9.*-*.x86_64"]' in terraform(request)
    assert 'owners      = ["792107900819"]' in terraform(request)
    assert 'name                = "Rocky-9-EC2-Base-9.*-*.x86_64"' in packer(request)
    image = stacked(request)["Parameters"]["ImageId"]
    assert "792107900819" in image["Description"]


def test_the_image_one_has_is_kept(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", own="ami-0123456789abcdef0")
    read, command = tried(request, writer)
    assert read["image-id"] == ["ami-0123456789abcdef0"]
    assert "IMAGE_ID" not in command.note
    assert terraformed(request)["ami"] == "ami-0123456789abcdef0"
    assert "data " not in terraform(request)
    assert 'source_ami    = "ami-0123456789abcdef0"' in packer(request)
    assert stacked(request)["Parameters"]["ImageId"]["Default"] == "ami-0123456789abcdef0"


@pytest.mark.parametrize(("os", "own"), [("custom", None), ("ubuntu:24.04", "")])
def test_an_image_that_nobody_can_name_is_a_variable(
    ask: Ask, writer: ReportWriter, os: str, own: str | None
) -> None:
    request = ask("m8a.large", os=os, own=own)
    assert tried(request, writer)[0]["image-id"] == ["IMAGE_ID"]
    assert terraformed(request)["ami"] == "${var.ami}"
    assert 'variable "source_ami"' in packer(request)
    assert stacked(request)["Parameters"]["ImageId"] == {"Type": "AWS::EC2::Image::Id"}


def test_spot(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", Feature.SPOT)
    assert tried(request, writer)[0]["instance-market-options"] == ["MarketType=spot"]
    assert 'market_type = "spot"' in terraform(request)
    assert stacked(request)["InstanceMarketOptions"] == {"MarketType": "spot"}


def test_a_spot_instance_that_hibernates_has_a_persistent_request(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", Feature.SPOT, Feature.HIBERNATION)
    kept = {"SpotInstanceType": "persistent", "InstanceInterruptionBehavior": "hibernate"}
    assert stacked(request)["InstanceMarketOptions"] == {"MarketType": "spot", "SpotOptions": kept}
    assert tried(request, writer)[0]["instance-market-options"] == [
        "MarketType=spot,SpotOptions={SpotInstanceType=persistent,InstanceInterruptionBehavior=hibernate}"
    ]
    assert re.search(
        r'market_type = "spot"\s+spot_options \{\s+spot_instance_type +'
        r'= "persistent"\s+instance_interruption_behavior = "hibernate"\s+\}\s+\}',
        terraform(request),
    )
    assert terraformed(request)


@pytest.mark.parametrize(
    "features",
    [(), (Feature.SPOT,), (Feature.SPOT, Feature.HIBERNATION), (Feature.ENCLAVES,), (Feature.SEV_SNP,)],
)
def test_terraform_fmt_has_nothing_to_move(ask: Ask, features: tuple[Feature, ...]) -> None:
    depth = 0
    for line in filter(None, terraform(ask("m6a.large", *features)).splitlines()):
        depth -= line.lstrip().startswith(("}", "]"))
        assert len(line) - len(line.lstrip()) == 2 * depth, line
        depth += line.endswith(("{", "["))
    assert depth == 0


def test_enclaves(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.xlarge", Feature.ENCLAVES)
    assert tried(request, writer)[0]["enclave-options"] == ["Enabled=true"]
    assert "enabled = true" in terraform(request)
    assert stacked(request)["EnclaveOptions"] == {"Enabled": True}


def test_two_cpu_options_are_one_argument(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m6a.large", Feature.SEV_SNP, Feature.NESTED_VIRTUALIZATION)
    assert tried(request, writer)[0]["cpu-options"] == ["AmdSevSnp=enabled,NestedVirtualization=enabled"]
    assert 'amd_sev_snp           = "enabled"' in terraform(request)
    assert 'nested_virtualization = "enabled"' in terraform(request)
    assert stacked(request)["CpuOptions"] == {"AmdSevSnp": "enabled", "NestedVirtualization": "enabled"}


@pytest.mark.parametrize(
    ("os", "features", "asks"),
    [
        ("ubuntu:24.04", (), True),
        ("windows:2022", (), True),
        ("ubuntu:24.04", (Feature.HIBERNATION,), True),
        # With it Windows would not hibernate, which was asked for by name.
        ("windows:2022", (Feature.HIBERNATION,), False),
    ],
)
def test_a_purpose_that_runs_virtual_machines_is_launched_so(
    ask: Ask, writer: ReportWriter, os: str, features: tuple[Feature, ...], asks: bool
) -> None:
    request = ask("m8i.large", *features, os=os, purpose=Purpose.VIRTUAL_MACHINES)
    asked = tried(request, writer)[0].get("cpu-options")
    assert asked == (["NestedVirtualization=enabled"] if asks else None)
    assert ("nested_virtualization" in terraform(request)) is asks


@pytest.mark.parametrize("name", ["m5.metal", "m5.large"])
def test_of_a_type_without_the_option_no_purpose_asks_for_it(
    ask: Ask, writer: ReportWriter, name: str
) -> None:
    assert "cpu-options" not in tried(ask(name, purpose=Purpose.VIRTUAL_MACHINES), writer)[0]


def test_bare_metal_virtualizes_without_being_told(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m5.metal", Feature.BARE_METAL, Feature.NESTED_VIRTUALIZATION)
    assert "cpu-options" not in tried(request, writer)[0]


def test_hibernation_has_an_encrypted_root_that_takes_in_the_memory(ask: Ask, writer: ReportWriter) -> None:
    """Without it EC2 refuses the very launch that is printed."""
    request = ask("m8a.xlarge", Feature.HIBERNATION)
    read, _ = tried(request, writer)
    assert read["hibernation-options"] == ["Configured=true"]
    assert read["block-device-mappings"] == [
        "DeviceName=/dev/xvda,Ebs={VolumeSize=24,VolumeType=gp3,Encrypted=true}"
    ]
    instance = terraformed(request)
    assert instance["hibernation"] is True
    assert "encrypted   = true" in terraform(request)
    assert "volume_size = 24" in terraform(request)
    (volume,) = stacked(request)["BlockDeviceMappings"]
    assert volume == {
        "DeviceName": "/dev/xvda",
        "Ebs": {"VolumeSize": 24, "VolumeType": "gp3", "Encrypted": True},
    }
    assert "encrypt_boot = true" in packer(request)


def test_windows_needs_more_room_beside_the_memory(ask: Ask) -> None:
    (volume,) = ask("m8a.large", Feature.HIBERNATION, os="windows:2022").parameters["BlockDeviceMappings"]
    assert volume["Ebs"]["VolumeSize"] == 8 + 30
    (own,) = ask("m8a.large", Feature.HIBERNATION, os="windows:2022", own="").parameters[
        "BlockDeviceMappings"
    ]
    assert own["Ebs"]["VolumeSize"] == 8 + 30


def test_a_root_device_that_is_not_known_is_asked_for(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", Feature.HIBERNATION, own="ami-0123456789abcdef0")
    read, command = tried(request, writer)
    assert read["block-device-mappings"][0].startswith("DeviceName=ROOT_DEVICE_NAME,")
    assert "RootDeviceName" in command.note
    (volume,) = stacked(request)["BlockDeviceMappings"]
    assert volume["DeviceName"] == "Ref RootDeviceName"
    assert "RootDeviceName" in stacked(request)["Parameters"]


def test_efa_has_its_interface(ask: Ask, writer: ReportWriter) -> None:
    request = ask("c5n.18xlarge", Feature.EFA)
    read, command = tried(request, writer)
    assert read["network-interfaces"] == ["DeviceIndex=0,InterfaceType=efa"]
    assert "security group" in command.note
    assert 'interface_type = "efa"' in terraform(request)
    assert stacked(request)["NetworkInterfaces"] == [{"DeviceIndex": 0, "InterfaceType": "efa"}]


@pytest.mark.parametrize(
    ("name", "count"),
    [("p5.48xlarge", 32), ("hpc8a.96xlarge", 2), ("p6-b300.48xlarge", 16), ("i7ie.48xlarge", 1)],
)
def test_of_many_network_cards_it_says_how_many_interfaces_there_are(
    ask: Ask, writer: ReportWriter, name: str, count: int
) -> None:
    _, command = tried(ask(name, Feature.EFA), writer)
    assert (f"{name} takes {count} EFA interfaces, one on each network card" in command.note) is (count > 1)


def test_a_mac_needs_a_host(ask: Ask, writer: ReportWriter) -> None:
    request = ask("mac2.metal", os="macos:15", kind=MAC)
    read, command = tried(request, writer)
    assert read["placement"] == ["Tenancy=host"]
    assert "Allocate a Dedicated Host" in command.note
    assert terraformed(request)["tenancy"] == "host"
    assert stacked(request)["Placement"] == {"Tenancy": "host"}
    assert 'tenancy = "host"' in packer(request)


@pytest.mark.parametrize("tenancy", [Tenancy.DEDICATED, Tenancy.HOST])
def test_tenancy(ask: Ask, writer: ReportWriter, tenancy: Tenancy) -> None:
    request = ask("m8a.large", tenancy=tenancy)
    read, command = tried(request, writer)
    assert read["placement"] == [f"Tenancy={tenancy.value}"]
    assert terraformed(request)["tenancy"] == tenancy.value
    assert stacked(request)["Placement"] == {"Tenancy": tenancy.value}
    assert ("Allocate a Dedicated Host" in command.note) is (tenancy is Tenancy.HOST)


def test_a_zone_by_its_name_and_by_its_id(ask: Ask, writer: ReportWriter) -> None:
    by_name, by_id = ask("m8a.large", zone="eu-west-1a"), ask("m8a.large", zone="euw1-az1")
    assert tried(by_name, writer)[0]["placement"] == ["AvailabilityZone=eu-west-1a"]
    assert tried(by_id, writer)[0]["placement"] == ["AvailabilityZoneId=euw1-az1"]
    assert terraformed(by_name)["availability_zone"] == "eu-west-1a"
    assert terraformed(by_id)["availability_zone"] == "${data.aws_availability_zone.zone.name}"
    assert 'zone_id = "euw1-az1"' in terraform(by_id)
    assert stacked(by_name)["Placement"] == {"AvailabilityZone": "Ref Zone"}
    assert stacked(by_name)["Parameters"]["Zone"]["Default"] == "eu-west-1a"


@pytest.mark.parametrize("zone", ["us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1", "usw2-lax1-az1"])
def test_a_launch_beyond_the_region_names_a_subnet(ask: Ask, writer: ReportWriter, zone: str) -> None:
    """The default VPC has none there, so that the zone's name alone is refused."""
    request = ask("t3.medium", zone=zone)
    read, command = tried(request, writer)
    assert read["subnet-id"] == ["SUBNET_ID"]
    assert "placement" not in read
    assert "in place of SUBNET_ID" in command.note
    assert terraformed(request)["subnet_id"] == "${var.subnet_id}"
    assert 'variable "subnet_id"' in terraform(request)
    assert stacked(request)["Parameters"]["SubnetId"] == {"Type": "AWS::EC2::Subnet::Id"}
    assert "SubnetId: !Ref SubnetId" in cloudformation(request)
    assert "SubnetId" not in stacked(request)
    with_efa = ask("m5n.24xlarge", Feature.EFA, zone=zone)
    assert tried(with_efa, writer)[0]["network-interfaces"] == [
        "DeviceIndex=0,InterfaceType=efa,SubnetId=SUBNET_ID"
    ]
    assert stacked(with_efa)["NetworkInterfaces"][0]["SubnetId"] == "Ref SubnetId"


def test_efa_goes_with_a_cluster_placement_group(ask: Ask, writer: ReportWriter) -> None:
    request = ask("c5n.18xlarge", Feature.EFA, zone="eu-west-1a")
    read, command = tried(request, writer)
    assert read["placement"] == ["GroupName=PLACEMENT_GROUP,AvailabilityZone=eu-west-1a"]
    assert "in place of PLACEMENT_GROUP" in command.note
    assert "EFA installer" in command.note
    assert terraformed(request)["placement_group"] == "${aws_placement_group.cluster.name}"
    assert 'strategy = "cluster"' in terraform(request)
    assert stacked(request)["Placement"] == {"GroupName": "Ref Cluster", "AvailabilityZone": "Ref Zone"}
    assert "AWS::EC2::PlacementGroup" in cloudformation(request)
    on_a_host = ask("c5n.18xlarge", Feature.EFA, tenancy=Tenancy.HOST)
    assert tried(on_a_host, writer)[0]["placement"] == ["Tenancy=host"]


def test_metadata_with_a_token(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", http_tokens="required")
    assert tried(request, writer)[0]["metadata-options"] == ["HttpTokens=required"]
    assert 'http_tokens = "required"' in terraform(request)
    assert stacked(request)["MetadataOptions"] == {"HttpTokens": "required"}


def test_ebs_optimized_is_a_flag(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m4.large", ebs_optimized=True)
    assert tried(request, writer)[0]["ebs-optimized"] == []
    assert terraformed(request)["ebs_optimized"] is True
    assert stacked(request)["EbsOptimized"] is True


def test_cores_and_threads_go_together(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m5.4xlarge", cpu_options=True)
    read, command = tried(request, writer)
    assert read["cpu-options"] == ["CoreCount=8,ThreadsPerCore=1"]
    assert "your own numbers" in command.note
    assert "threads_per_core = 1" in terraform(request)


def test_an_encrypted_root_alone_keeps_its_size(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", os="ubuntu:24.04", root_encrypted=True)
    assert tried(request, writer)[0]["block-device-mappings"] == ["DeviceName=/dev/sda1,Ebs={Encrypted=true}"]
    assert "encrypt_boot = true" in packer(request)
    assert "launch_block_device_mappings" not in packer(request)


@pytest.mark.parametrize("zone", ["us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1"])
def test_a_root_beyond_the_region_is_of_the_type_that_each_zone_has(
    ask: Ask, writer: ReportWriter, zone: str
) -> None:
    """Not every Local Zone has gp3, which images ask for, and no Wavelength Zone; an Availability Zone gets what the image says."""
    for encrypted, more in ((None, ""), (True, ",Encrypted=true")):
        request = ask("r5.2xlarge", os="ubuntu:24.04", zone=zone, root_encrypted=encrypted)
        assert tried(request, writer)[0]["block-device-mappings"] == [
            f"DeviceName=/dev/sda1,Ebs={{VolumeType=gp2{more}}}"
        ]
    assert (
        "block-device-mappings" not in tried(ask("m5.large", os="ubuntu:24.04", zone="us-west-2a"), writer)[0]
    )


def test_a_region_that_the_catalogue_lacks_is_named_all_the_same(ask: Ask, writer: ReportWriter) -> None:
    request = ask("m8a.large", os="ubuntu:24.04", region=None, other_region="us-gov-west-1")
    assert tried(request, writer)[0]["region"] == ["us-gov-west-1"]


def test_the_region_is_named_where_one_was(ask: Ask) -> None:
    assert 'region = "eu-west-1"' in terraform(ask("m8a.large"))
    assert 'region        = "eu-west-1"' in packer(ask("m8a.large"))
    for region in (None, 'eu"\n}', "${file}"):
        assert "region" not in terraform(ask("m8a.large", region=region)).replace("aws_region", "")
        assert "region" not in packer(ask("m8a.large", region=region))


def test_packer_logs_in_as_the_image_wants_it(ask: Ask) -> None:
    assert 'ssh_username = "ubuntu"' in packer(ask("m8a.large", os="ubuntu:24.04"))
    assert 'winrm_username = "Administrator"' in packer(ask("m8a.large", os="windows:2022"))
    assert 'ssh_username = "ec2-user"' in packer(ask("m8a.large", os="custom"))


def test_nothing_in_a_name_is_an_expression(ask: Ask) -> None:
    request = ask("m8a.large", os="rocky:9")
    assert request.published
    odd = replace(request, published=replace(request.published, name_pattern='a"${file("x")}%{if}\n'))
    written = terraform(odd)
    assert r'values = ["a\"$${file(\"x\")}%%{if}\n"]' in written
    hcl2.loads(written)
