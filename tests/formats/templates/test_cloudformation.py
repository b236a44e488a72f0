from __future__ import annotations

import json
import textwrap
from typing import Any

import pytest

from tests.formats.templates.places import found, short
from wizard.formats.templates.place import NotATemplate

AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
ONE, TWO = "ami-0123456789abcdef0", "ami-0fedcba9876543210"


def template(resources: str, head: str = "") -> str:
    return f"{textwrap.dedent(head).strip()}\nResources:\n{textwrap.indent(textwrap.dedent(resources).strip(), '  ')}\n"


INSTANCE = "A:\n  Type: AWS::EC2::Instance\n  Properties:\n    ImageId: {image}\n    InstanceType: {type}\n"


def instance(image: str, kind: str = "m5.large", head: str = "") -> str:
    return template(INSTANCE.format(image=image, type=kind), head)


def test_an_instance_with_its_line() -> None:
    (place,) = found(instance(ONE))
    assert (place.address, place.line, place.instance_type) == ("A", 7, "m5.large")
    assert (place.image.written, list(place.image.ids)) == (ONE, [("", ONE)])


@pytest.mark.parametrize(
    "image",
    [
        f"'{{{{resolve:ssm:{AL2023}}}}}'",
        f"'{{{{resolve:ssm:{AL2023}:3}}}}'",
        f"resolve:ssm:{AL2023}",
        AL2023,
        f"!Sub '{{{{resolve:ssm:{AL2023}}}}}'",
        "!Ref Ami",
        "{Ref: Ami}",
        "{'Fn::If': [X, !Ref Ami, !Ref 'AWS::NoValue']}",
    ],
)
def test_a_public_parameter_in_any_spelling(image: str) -> None:
    head = f"""
    Parameters:
      Ami:
        Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
        Default: {AL2023}
    """
    assert found(instance(image, head=head))[0].image.public_name == AL2023


@pytest.mark.parametrize(
    ("image", "written"),
    [
        ("!Ref Ami", "!Ref Ami"),
        ("{Ref: Ami}", "!Ref Ami"),
        ("!GetAtt Lookup.Id", "!GetAtt Lookup.Id"),
        ("!ImportValue shared-ami", "!ImportValue shared-ami"),
        ("!FindInMap [Amis, !Ref 'AWS::Region', Id]", "!FindInMap [Amis, !Ref AWS::Region, Id]"),
        ("!Sub '${Prefix}-x'", "${Prefix}-x"),
    ],
)
def test_what_cannot_be_worked_out_is_shown_as_written(image: str, written: str) -> None:
    (place,) = found(instance(image))
    assert (place.image.written, place.image.ids, place.image.public_name) == (written, (), "")


@pytest.mark.parametrize("kind", ["AWS::EC2::Image::Id", "String"])
@pytest.mark.parametrize("name", [AL2023, "/golden/web", "golden-web"])
def test_the_name_of_an_ssm_parameter_is_the_name_of_no_image(kind: str, name: str) -> None:
    head = f"Parameters: {{Image: {{Type: 'AWS::SSM::Parameter::Value<{kind}>', Default: {name}}}}}"
    (place,) = found(instance("!Ref Image", head=head))
    assert (place.image.public_name, place.image.ids) == (name, ())


def test_a_parameters_default_comes_first_and_each_allowed_value_after_it() -> None:
    head = """
    Parameters:
      Kind: {Type: String, Default: m5.large, AllowedValues: [t3.micro, m5.large, m6g.large]}
    """
    assert [kind for _, _, kind in short(instance(ONE, "!Ref Kind", head))] == [
        "m5.large",
        "t3.micro",
        "m6g.large",
    ]
    head = "Parameters: {Kind: {Type: String}}"
    assert [kind for _, _, kind in short(instance(ONE, "!Ref Kind", head))] == ["!Ref Kind"]


MAPS = f"""
Parameters:
  Kind: {{Type: String, Default: m5.large, AllowedValues: [m5.large, m6g.large]}}
Mappings:
  Arch:
    m5.large: {{Word: X86}}
    m6g.large: {{Word: ARM}}
  Amis:
    us-east-1: {{X86: {ONE}, ARM: {TWO}}}
    eu-west-1: {{X86: ami-00000000000000001, ARM: ami-00000000000000002}}
"""


def test_a_map_by_type_goes_with_the_type_and_one_by_region_with_all_regions() -> None:
    image = "!FindInMap [Amis, !Ref 'AWS::Region', !FindInMap [Arch, !Ref Kind, Word]]"
    first, second = found(instance(image, "!Ref Kind", MAPS))
    assert first.instance_type == "m5.large"
    assert list(first.image.ids) == [("us-east-1", ONE), ("eu-west-1", "ami-00000000000000001")]
    assert second.instance_type == "m6g.large"
    assert list(second.image.ids) == [("us-east-1", TWO), ("eu-west-1", "ami-00000000000000002")]


CONDITIONS = """
Parameters:
  Arch: {Type: String, Default: x86_64, AllowedValues: [x86_64, arm64]}
  Other: {Type: String}
Conditions:
  Arm: !Equals [!Ref Arch, arm64]
  NotArm: !Not [!Condition Arm]
  Else: !Equals [!Ref Other, !Ref Arch]
  Where: !Equals [eu-west-1, !Ref AWS::Region]
  Odd: !Equals 5
  Three: !Equals [!Ref Arch, arm64, !Ref Other]
"""
PAIRS = [(ONE, "m6g.large"), (TWO, "m5.large")]


@pytest.mark.parametrize(
    ("image", "kind", "pairs"),
    [
        (f"!If [Arm, {ONE}, {TWO}]", "!If [Arm, m6g.large, m5.large]", PAIRS),
        (f"!If [Else, {ONE}, {TWO}]", "!If [Else, m6g.large, m5.large]", PAIRS),
        (f"!If [Nowhere, {ONE}, {TWO}]", "!If [Nowhere, m6g.large, m5.large]", PAIRS),
        (f"!If [NotArm, {TWO}, {ONE}]", "!If [Arm, m6g.large, m5.large]", PAIRS),
        (f"!If [Where, {ONE}, {TWO}]", "!If [Where, m6g.large, m5.large]", PAIRS),
        (f"!If [Odd, {ONE}, {TWO}]", "!If [Odd, m6g.large, m5.large]", PAIRS),
        (f"!If [Three, {ONE}, {TWO}]", "!If [Three, m6g.large, m5.large]", PAIRS),
    ],
)
def test_a_condition_is_one_way_in_one_place(image: str, kind: str, pairs: list[tuple[str, str]]) -> None:
    places = found(instance(image, kind, CONDITIONS))
    assert [(place.image.ids[0][1], place.instance_type) for place in places] == pairs


@pytest.mark.parametrize("inner", [5, None, [], {}, "ab", True, [{"Ref": "P"}, "a", 5]])
def test_a_condition_that_compares_nothing_has_both_ways(inner: Any) -> None:
    image = {"Fn::If": ["Odd", ONE, TWO]}
    value = {
        "Parameters": {"P": {"Type": "String", "Default": "a"}},
        "Conditions": {"Odd": {"Fn::Equals": inner}},
        "Resources": {
            "A": {"Type": "AWS::EC2::Instance", "Properties": {"ImageId": image, "InstanceType": "m5.large"}}
        },
    }
    assert [id for place in found(value) for _, id in place.image.ids] == [ONE, TWO]


def test_a_condition_goes_with_the_parameter_that_it_compares() -> None:
    head = (
        CONDITIONS
        + f"""
Mappings:
  Amis:
    x86_64: {{Id: {TWO}}}
    arm64: {{Id: {ONE}}}
"""
    )
    places = found(instance("!FindInMap [Amis, !Ref Arch, Id]", "!If [Arm, m6g.large, m5.large]", head))
    assert [([id for _, id in place.image.ids], place.instance_type) for place in places] == [
        ([ONE], "m6g.large"),
        ([TWO], "m5.large"),
    ]


def test_options_of_the_launch() -> None:
    (place,) = found(
        template(f"""
        A:
          Type: AWS::EC2::Instance
          Properties:
            ImageId: {ONE}
            InstanceType: m5.large
            EbsOptimized: true
            Tenancy: dedicated
            HibernationOptions: {{Configured: true}}
            EnclaveOptions: {{Enabled: true}}
            MetadataOptions: {{HttpTokens: required}}
            CpuOptions: {{CoreCount: 2, AmdSevSnp: enabled}}
        """)
    )
    assert place.options == {
        "ebs_optimized": True,
        "tenancy": "dedicated",
        "hibernation": True,
        "enclave": True,
        "http_tokens": "required",
        "cpu_options": True,
        "amd_sev_snp": True,
    }


@pytest.mark.parametrize(
    "config",
    [
        "{LaunchSpecifications: [{ImageId: ONE, InstanceType: c5.large, EbsOptimized: true}]}",
        "{LaunchTemplateConfigs: [{LaunchTemplateSpecification: WEB, Overrides: [{InstanceType: c5.large}]}]}",
    ],
)
def test_what_a_spot_fleet_launches_is_spot(config: str) -> None:
    config = config.replace("ONE", ONE).replace("WEB", "{LaunchTemplateName: web}")
    held = f"{{LaunchTemplateName: web, LaunchTemplateData: {{ImageId: {ONE}, EbsOptimized: true}}}}"
    resources = (
        f"T: {{Type: 'AWS::EC2::LaunchTemplate', Properties: {held}}}\n"
        f"F: {{Type: 'AWS::EC2::SpotFleet', Properties: {{SpotFleetRequestConfigData: {config}}}}}"
    )
    (place,) = found(template(resources))
    assert place.options == {"ebs_optimized": True, "spot": True}


LAUNCH_TEMPLATE = f"""
T:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateName: web
    LaunchTemplateData:
      ImageId: {ONE}
      InstanceType: t3.micro
      InstanceMarketOptions: {{MarketType: spot}}
"""
# A resource's type, its properties, and the places that it adds to the template's.
RESOURCES = """
AWS::AutoScaling::LaunchConfiguration | {ImageId: ONE, InstanceType: c5.large} | ONE c5.large
AWS::Cloud9::EnvironmentEC2 | {ImageId: ONE, InstanceType: c5.large} | ONE c5.large
AWS::EC2::Instance | {LaunchTemplate: {LaunchTemplateId: !Ref T}} | ONE t3.micro
AWS::EC2::Instance | {InstanceType: c5.large, LaunchTemplate: {LaunchTemplateName: web}} | ONE c5.large
AWS::EC2::Instance | {InstanceType: c5.large, LaunchTemplate: {LaunchTemplateName: other}} |
AWS::EC2::Instance | {InstanceType: c5.large} |
AWS::EC2::Instance | 3 |
AWS::AutoScaling::AutoScalingGroup | {MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: \
{LaunchTemplateId: !Ref T}, Overrides: [{InstanceType: c5.large}, {InstanceType: m6g.large}]}}} | ONE c5.large, ONE m6g.large
AWS::EC2::EC2Fleet | {LaunchTemplateConfigs: [{LaunchTemplateSpecification: {LaunchTemplateId: {Ref: T}}, \
Overrides: [{InstanceType: c5.large}]}]} | ONE c5.large
AWS::EC2::SpotFleet | {SpotFleetRequestConfigData: {LaunchSpecifications: [{ImageId: TWO, InstanceType: c5.large}]}} | TWO c5.large
AWS::EC2::SpotFleet | {SpotFleetRequestConfigData: {LaunchTemplateConfigs: [{LaunchTemplateSpecification: \
{LaunchTemplateId: !Ref T}, Overrides: [{InstanceType: c5.large}]}]}} | ONE c5.large
AWS::EKS::Nodegroup | {AmiType: AL2_ARM_64, InstanceTypes: [m6g.large, m7g.large]} | AL2_ARM_64 m6g.large, AL2_ARM_64 m7g.large
AWS::EKS::Nodegroup | {AmiType: AL2_x86_64, NodeRole: x} | AL2_x86_64 t3.medium
AWS::EKS::Nodegroup | {AmiType: CUSTOM, InstanceTypes: [m6g.large], LaunchTemplate: {Id: !Ref T}} | ONE m6g.large
AWS::Batch::ComputeEnvironment | {ComputeResources: {MaxvCpus: 4, Type: SPOT, InstanceTypes: [optimal, c5, c5.large], \
Ec2Configuration: [{ImageType: ECS_AL2, ImageIdOverride: TWO}]}} | TWO c5.large
AWS::Batch::ComputeEnvironment | {ComputeResources: {MaxvCpus: 4, ImageId: TWO, InstanceTypes: [c5.large]}} | TWO c5.large
AWS::Batch::ComputeEnvironment | {ComputeResources: {MaxvCpus: 4, InstanceTypes: [c5.large]}} |
AWS::S3::Bucket | {ImageId: ONE, InstanceType: c5.large} |
"""


@pytest.mark.parametrize("line", RESOURCES.replace("\\\n", "").strip().splitlines())
def test_every_resource_that_launches(line: str) -> None:
    kind, properties, expected = line.replace("ONE", ONE).replace("TWO", TWO).split(" |")
    places = [("B", *each.split(" ")) for each in expected.strip().split(", ") if each]
    resources = f"{LAUNCH_TEMPLATE}B: {{Type: '{kind}', Properties: {properties}}}\n"
    assert short(template(resources)) == [("T", ONE, "t3.micro"), *places]


def test_json_and_cdks_output_are_the_same() -> None:
    value: Any = {
        "Parameters": {"P": {"Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": AL2023}},
        "Resources": {
            "Other": {"Type": "AWS::S3::Bucket"},
            "Web1234ABCD": {
                "Type": "AWS::EC2::Instance",
                "Properties": {"ImageId": {"Ref": "P"}, "InstanceType": "t4g.micro"},
                "Metadata": {"aws:cdk:path": "Stack/Web/Resource"},
            },
        },
    }
    (place,) = found(json.dumps(value, indent=1))
    assert (place.address, place.image.public_name, place.line) == ("Web1234ABCD", AL2023, 12)
    (place,) = found(value)
    assert place.line == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Resources:\n  A: [\n", "line 3: no valid YAML"),
        ("", "empty"),
        (" \n", "empty"),
        ("hello", "no template that is known; expected a template, a plan or a request"),
        ("a: &a [*a]\nb: " + "[" * 200 + "]" * 200, "nested too deeply"),
        ("a: " + "x" * 5_000_000, "too large"),
        ("- " * 200_000, "nested too deeply"),
        ("a: " + "{a: " * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_template_is_one_line(text: str, says: str) -> None:
    with pytest.raises(NotATemplate, match=says):
        found(text)


def test_aliases_without_end_end() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(NotATemplate):
        found("\n".join(rows))


def test_yaml_of_other_kinds_has_no_place() -> None:
    assert short("kind: Pod\n---\nkind: Service\n") == []


def test_nothing_but_texts_comes_of_yaml() -> None:
    text = instance("!!python/object/apply:os.system ['true']")
    assert len(found(text)) <= 1


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (f"!Join ['', [ami-, {ONE.removeprefix('ami-')}]]", ONE),
        ("!Join ['-', [ami, !Ref Rest]]", "ami-${Rest}"),
        ("!Join ['-', [ami, !GetAtt Maker.Id, 7, [a]]]", "ami-!GetAtt Maker.Id-7-[a]"),
        (f"!Select [1, [{TWO}, {ONE}]]", ONE),
        (f"!Select [7, [{TWO}, {ONE}]]", f"!Select [7, [{TWO}, {ONE}]]"),
        ("!Sub ['${A}-x', {A: b}]", "!Sub [${A}-x, {A: b}]"),
        ("!Sub 'ami-${Id}'", ONE),
    ],
)
def test_words_put_together(image: str, expected: str) -> None:
    head = f"Parameters: {{Id: {{Type: String, Default: {ONE.removeprefix('ami-')}}}}}"
    (place,) = found(instance(image, head=head))
    assert expected in (place.image.written, *(id for _, id in place.image.ids))


def test_ever_so_many_values_end() -> None:
    words = ", ".join(f"m{n}.large" for n in range(1000))
    head = f"Parameters: {{Kind: {{Type: String, AllowedValues: [{words}]}}}}"
    assert len(found(instance(ONE, "!Ref Kind", head))) == 400


def test_a_map_says_where_there_is_no_image() -> None:
    head = f"""
    Parameters:
      Kind: {{Type: String, Default: m5.large, AllowedValues: [m5.large, g2.2xlarge]}}
    Mappings:
      Arch: {{m5.large: {{A: HVM64}}, g2.2xlarge: {{A: HVMG2}}}}
      Amis:
        us-east-1: {{HVM64: {ONE}, HVMG2: NOT_SUPPORTED}}
        eu-west-1: {{HVM64: {TWO}, HVMG2: NOT_SUPPORTED}}
    """
    text = instance(
        "!FindInMap [Amis, !Ref 'AWS::Region', !FindInMap [Arch, !Ref Kind, A]]", "!Ref Kind", head
    )
    assert [place.instance_type for place in found(text)] == ["m5.large"]
    assert (
        short(instance("!Ref Ami", head="Parameters: {Ami: {Type: String, Default: CHANGE_ME}}"))[0][1]
        == "CHANGE_ME"
    )
