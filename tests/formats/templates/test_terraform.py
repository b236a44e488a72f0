from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats.shapes import WHOLE, terraform
from tests.formats.templates.places import found, short
from wizard.formats.image_record import normal

ONE, TWO = "ami-0123456789abcdef0", "ami-0fedcba9876543210"
AL2023 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"


def resource(address: str, values: Any, *, data: bool = False, **more: Any) -> dict[str, Any]:
    kind, name = address.rpartition("data.")[2].split(".")[-2:]
    name = name.partition("[")[0]
    mode = "data" if data else "managed"
    return {"address": address, "mode": mode, "type": kind, "name": name, "values": values} | more


def plan(*resources: Any, read: Any = (), configured: Any = (), modules: Any = ()) -> dict[str, Any]:
    return {
        "format_version": "1.2",
        "planned_values": {"root_module": {"resources": list(resources), "child_modules": list(modules)}},
        "prior_state": {"values": {"root_module": {"resources": list(read)}}},
        "configuration": {"root_module": {"resources": list(configured)}},
    }


def configured(address: str, expressions: Any) -> dict[str, Any]:
    return {"address": address, "type": address.partition(".")[0], "expressions": expressions}


def refers(*names: str) -> dict[str, Any]:
    return {"references": list(names)}


AMI = resource("data.aws_ami.web", terraform(WHOLE), data=True)
PARAMETER = resource("data.aws_ssm_parameter.al", {"name": AL2023, "value": TWO}, data=True)
TEMPLATE = resource(
    "aws_launch_template.t",
    {"id": "lt-1", "name": "web", "image_id": ONE, "instance_type": "t3.micro", "ebs_optimized": "true"},
)


def test_an_id_has_the_facts_of_its_data_source() -> None:
    (place,) = found(plan(resource("aws_instance.a", {"ami": ONE, "instance_type": "m5.large"}), read=[AMI]))
    assert (place.address, place.instance_type) == ("aws_instance.a", "m5.large")
    assert place.image.fields == normal(terraform(WHOLE)).fields
    (place,) = found(plan(resource("aws_instance.a", {"ami": TWO, "instance_type": "m5.large"}), read=[AMI]))
    assert (place.image.fields, list(place.image.ids)) == ({}, [("", TWO)])


def test_an_id_out_of_a_parameter_has_its_name() -> None:
    web = resource("aws_instance.a", {"ami": TWO, "instance_type": "m5.large"})
    assert found(plan(web, read=[PARAMETER]))[0].image.public_name == AL2023


@pytest.mark.parametrize(
    ("references", "public_name", "written"),
    [
        (["data.aws_ami.web.id", "data.aws_ami.web"], "", ONE),
        (
            ["data.aws_ssm_parameter.al.value", "data.aws_ssm_parameter.al"],
            AL2023,
            "data.aws_ssm_parameter.al.value",
        ),
        (["aws_ami_copy.x.id", "aws_ami_copy.x"], "", "aws_ami_copy.x.id"),
        (["var.ami"], "", "var.ami"),
    ],
)
def test_what_is_known_after_apply_only_is_what_it_refers_to(
    references: list[str], public_name: str, written: str
) -> None:
    web = resource("aws_instance.a[0]", {"instance_type": "m5.large"})
    config = configured("aws_instance.a", {"ami": refers(*references)})
    (place,) = found(plan(web, read=[AMI, PARAMETER], configured=[config]))
    assert (place.image.public_name, place.image.written) == (public_name, written)
    assert bool(place.image.fields) == (written == ONE)


def test_a_data_source_that_is_read_later_says_what_it_filters() -> None:
    later = resource(
        "data.aws_ami.later",
        {"owners": ["amazon"], "filter": [{"name": "name", "values": ["al2023-ami-*-arm64"]}]},
        data=True,
    )
    web = resource("aws_instance.a", {"instance_type": "m5.large"})
    config = configured("aws_instance.a", {"ami": refers("data.aws_ami.later.id", "data.aws_ami.later")})
    (place,) = found(plan(web, later, configured=[config]))
    assert (list(place.image.names), list(place.image.owners)) == (["al2023-ami-*-arm64"], ["amazon"])


T = {"launch_template_specification": [{"launch_template_id": "lt-1"}]}
RESOURCES: list[tuple[str, Any, list[tuple[str, str]], dict[str, Any]]] = [
    ("aws_instance", {"ami": TWO, "instance_type": "c5.large", "tenancy": "host"}, [(TWO, "c5.large")], {"tenancy": "host"}),
    ("aws_instance", {"instance_type": "c5.large", "launch_template": [{"name": "web"}]}, [(ONE, "c5.large")], {}),
    ("aws_instance", {"launch_template": [{"id": "lt-1"}]}, [(ONE, "t3.micro")], {}),
    ("aws_instance", {"launch_template": [{"id": "lt-2"}], "instance_type": "c5.large"}, [], {}),
    ("aws_spot_instance_request", {"ami": TWO, "instance_type": "c5.large"}, [(TWO, "c5.large")], {"spot": True}),
    ("aws_launch_configuration", {"image_id": TWO, "instance_type": "c5.large", "spot_price": "0.1"}, [(TWO, "c5.large")], {"spot": True}),
    ("aws_launch_template", {"image_id": TWO, "instance_type": "c5.large"}, [(TWO, "c5.large")], {}),
    ("aws_launch_template", {"image_id": TWO, "instance_type": None}, [], {}),
    ("aws_spot_fleet_request", {"launch_specification": [{"ami": TWO, "instance_type": "c5.large"}]}, [(TWO, "c5.large")], {"spot": True}),
    ("aws_spot_fleet_request", {"launch_template_config": [T | {"overrides": [{"instance_type": "c5.large"}]}]}, [(ONE, "c5.large")], {"spot": True, "ebs_optimized": True}),
    ("aws_ec2_fleet", {"launch_template_config": [T | {"override": [{"instance_type": "c5.large"}, {"instance_type": "c6g.large"}]}]}, [(ONE, "c5.large"), (ONE, "c6g.large")], {"ebs_optimized": True}),
    ("aws_autoscaling_group", {"mixed_instances_policy": [{"launch_template": [T | {"override": [{"instance_type": "c5.large"}]}]}]}, [(ONE, "c5.large")], {"ebs_optimized": True}),
    ("aws_autoscaling_group", {"launch_template": [{"id": "lt-1"}]}, [], {}),
    ("aws_eks_node_group", {"ami_type": "AL2_ARM_64", "instance_types": ["m5.large"], "capacity_type": "SPOT"}, [("AL2_ARM_64", "m5.large")], {"spot": True}),
    ("aws_eks_node_group", {"ami_type": "CUSTOM", "instance_types": ["m5.large"], "launch_template": [{"id": "lt-1"}]}, [(ONE, "m5.large")], {}),
    ("aws_batch_compute_environment", {"compute_resources": [{"image_id": TWO, "max_vcpus": 4, "instance_type": ["optimal", "c5.large"], "type": "SPOT"}]}, [(TWO, "c5.large")], {"spot": True}),
    ("aws_batch_compute_environment", {"compute_resources": [{"max_vcpus": 4, "instance_type": ["c5.large"], "launch_template": [{"launch_template_id": "lt-1"}]}]}, [(ONE, "c5.large")], {}),
    ("aws_s3_bucket", {"ami": TWO, "instance_type": "c5.large"}, [], {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "places", "options"), RESOURCES)
def test_every_resource_that_launches(
    kind: str, values: Any, places: list[tuple[str, str]], options: dict[str, Any]
) -> None:
    rest = [place for place in found(plan(resource(f"{kind}.x", values), TEMPLATE)) if ".x" in place.address]
    assert [(place.image.written, place.instance_type) for place in rest] == places
    assert all(place.options == options for place in rest)


def test_a_template_of_the_same_plan_is_found_by_what_refers_to_it() -> None:
    new = resource(
        "aws_launch_template.t[0]", {"name_prefix": "web", "image_id": ONE, "instance_type": "t3.micro"}
    )
    group = resource(
        "aws_eks_node_group.g",
        {"ami_type": "CUSTOM", "instance_types": ["c5.large"], "launch_template": [{}]},
    )
    config = configured(
        "aws_eks_node_group.g", {"launch_template": [{"id": refers("aws_launch_template.t[0].id")}]}
    )
    assert ("aws_eks_node_group.g", ONE, "c5.large") in short(plan(group, new, configured=[config]))


def test_modules() -> None:
    inner = resource("module.m.aws_instance.x", {"ami": ONE, "instance_type": "m5.large"})
    module = {"address": "module.m", "resources": [inner]}
    assert short(plan(modules=[module], read=[AMI])) == [("module.m.aws_instance.x", ONE, "m5.large")]
    later = resource("module.m.aws_instance.y", {"instance_type": "m5.large"})
    value = plan(modules=[{"address": "module.m", "resources": [later]}])
    call = {"module": {"resources": [configured("aws_instance.y", {"ami": refers("var.ami")})]}}
    value["configuration"]["root_module"]["module_calls"] = {"m": call}
    assert short(value) == [("module.m.aws_instance.y", "var.ami", "m5.large")]


def test_a_state_shown_and_the_state_file() -> None:
    web = resource("aws_instance.a", {"ami": ONE, "instance_type": "m5.large"})
    shown = {"format_version": "1.0", "values": {"root_module": {"resources": [web, AMI]}}}
    (place,) = found(shown)
    assert place.image.fields
    state = {
        "version": 4,
        "terraform_version": "1.9.0",
        "resources": [
            {"mode": "data", "type": "aws_ami", "name": "x", "instances": [{"attributes": terraform(WHOLE)}]},
            {
                "mode": "managed",
                "module": "module.m",
                "type": "aws_instance",
                "name": "a",
                "instances": [
                    {"index_key": key, "attributes": {"ami": ONE, "instance_type": "m5.large"}}
                    for key in (0, "b")
                ],
            },
        ],
    }
    assert short(state) == [
        ("module.m.aws_instance.a[0]", ONE, "m5.large"),
        ('module.m.aws_instance.a["b"]', ONE, "m5.large"),
    ]
    assert all(place.image.fields for place in found(state))


def test_what_a_plan_is_about_to_replace_is_no_place() -> None:
    old = resource("aws_instance.a", {"ami": TWO, "instance_type": "t1.micro"})
    new = resource("aws_instance.a", {"ami": ONE, "instance_type": "m5.large"})
    gone = resource("aws_instance.gone", {"ami": TWO, "instance_type": "t1.micro"})
    assert short(plan(new, read=[old, gone])) == [("aws_instance.a", ONE, "m5.large")]


@pytest.mark.parametrize(
    "value",
    [
        {"format_version": "1.2", "planned_values": 3},
        {"format_version": "1.2", "planned_values": {"root_module": {"resources": [3, {"values": 3}]}}},
        {"format_version": "1.2", "values": {"root_module": []}, "configuration": {"root_module": 3}},
        {"version": 4, "terraform_version": "1", "resources": [{"instances": 3}, {"instances": [{}]}]},
    ],
)
def test_odd_documents_have_no_place(value: Any) -> None:
    assert found(json.dumps(value)) == []


def test_an_encrypted_root_is_an_option() -> None:
    values = {"ami": ONE, "instance_type": "m5.large", "root_block_device": [{"encrypted": True}]}
    (place,) = found(plan(resource("aws_instance.a", values)))
    assert place.options == {"root_encrypted": True}
