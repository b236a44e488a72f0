"""The places of a Terraform plan or state: what its resources launch, with what its data sources know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wizard.formats.image_record import is_image, normal
from wizard.formats.templates.beanstalk import environment
from wizard.formats.templates.image_filter import found_by, name_of
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import (
    described_options,
    first,
    get,
    launch_options,
    tables,
    words,
)
from wizard.formats.templates.node_groups import compute_environment, node_group
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place
from wizard.formats.templates.terraform_json import Resource, resources
from wizard.formats.templates.terraform_regions import ProviderRegions
from wizard.model.frozen import replace

_LINE = 1  # the JSON that Terraform writes is one line; the address says where


def places_in(document: Mapping[str, Any]) -> Iterator[Place]:
    """Every place of a document that `terraform_json.is_terraform` knows."""
    plan = TerraformPlan(resources(document))
    regions = ProviderRegions(document)
    for resource in plan.resources:
        if not resource.data:
            region = regions.of(resource)
            yield from (replace(place, region=region) for place in plan.places(resource))


class TerraformPlan:
    """The resources of a plan, a state or a source, found by address and by ID."""

    def __init__(self, found: list[Resource]) -> None:
        self.resources = found
        self._images: dict[str, Resource] = {}
        self._parameters: dict[str, str] = {}
        self._by_address = {resource.address: resource for resource in found}
        self._templates: dict[str, Resource] = {}
        for resource in found:
            self._learn(resource)

    def _learn(self, resource: Resource) -> None:
        values = resource.values
        if resource.kind.startswith("aws_ami") and is_image(values):
            self._images.setdefault(str(values.get("id") or values.get("image_id")), resource)
        elif resource.kind == "aws_ssm_parameter":
            name = values.get("name")
            for key in ("value", "insecure_value"):
                if isinstance(held := values.get(key), str) and isinstance(name, str):
                    self._parameters.setdefault(held, name)
        elif resource.kind in ("aws_launch_template", "aws_launch_configuration"):
            for key in ("id", "name"):
                if isinstance(named := values.get(key), str):
                    self._templates[named] = resource

    def places(self, resource: Resource) -> Iterator[Place]:
        """What one resource launches."""
        values, address = resource.values, resource.address
        match resource.kind:
            case (
                "aws_instance"
                | "aws_spot_instance_request"
                | "aws_launch_template"
                | "aws_launch_configuration"
            ):
                yield from self._launch(resource)
            case "aws_spot_fleet_request":
                for number, each in enumerate(tables(values.get("launch_specification"))):
                    image = self._image(each.get("ami"), resource)
                    where = f"{address}.launch_specification[{number}]"
                    yield from _typed(
                        where, image, words(each.get("instance_type")), launch_options(each) | {"spot": True}
                    )
                yield from self._overrides(
                    resource, values.get("launch_template_config"), "overrides", {"spot": True}
                )
            case "aws_autoscaling_group":
                yield from self._overrides(
                    resource, get(values, "mixedinstancespolicy", "launchtemplate"), "override", {}
                )
            case "aws_ec2_fleet":
                yield from self._overrides(resource, values.get("launch_template_config"), "override", {})
            case "aws_elastic_beanstalk_environment" | "aws_elastic_beanstalk_configuration_template":
                yield from environment(values.get("setting"), address, _LINE)
            case "aws_eks_node_group":
                yield from node_group(
                    values, address, _LINE, self._template(values.get("launch_template"), resource)
                )
            case "aws_batch_compute_environment":
                for each in tables(values.get("compute_resources")):
                    template = self._template(each.get("launch_template"), resource)
                    yield from compute_environment(each, f"{address}.compute_resources", _LINE, template)
            case _:
                return

    def _launch(self, resource: Resource) -> Iterator[Place]:
        values = resource.values
        attribute = "ami" if resource.kind in ("aws_instance", "aws_spot_instance_request") else "image_id"
        image = self._image(values.get(attribute), resource, attribute)
        template = values.get("launch_template") if attribute == "ami" else None
        types = words(values.get("instance_type"))
        if template:
            held = self._held(template, resource)
            image = image if image is not NO_IMAGE else self._template(template, resource)
            types = types or words(held.values.get("instance_type") if held else None)
        # A state says of each instance how many cores it has; only a configuration asks for them.
        asked = not values.get("arn") or resource.expressions.keys() & {"cpu_options", "cpu_core_count"}
        options = launch_options(values) if asked else described_options(values)
        if resource.kind == "aws_spot_instance_request":
            options["spot"] = True
        yield from _typed(resource.address, image, types, options)

    def _overrides(
        self, resource: Resource, configs: Any, key: str, options: dict[str, object]
    ) -> Iterator[Place]:
        """The types that stand beside a launch template, in a fleet or a group of mixed instances."""
        for config in tables(configs):
            held = self._held(config.get("launch_template_specification"), resource)
            given = options | (launch_options(held.values) if held else {})
            for number, each in enumerate(tables(config.get(key))):
                own = first(each, "launchtemplatespecification")
                template = self._template(own or config.get("launch_template_specification"), resource)
                where = f"{resource.address}.{key}[{number}]"
                yield from _typed(where, template, words(each.get("instance_type")), given)

    def image_of(self, references: list[str]) -> ImageRef:
        """The image that the first of these stands for which is looked up; none if that is not known."""
        held = ((self._by_address.get(name), name) for name in references)
        return next((self._referred(source, name) for source, name in held if source), NO_IMAGE)

    def _image(self, written: Any, resource: Resource, attribute: str = "") -> ImageRef:
        """What an attribute says of the image: an ID whose data source is known, or what it refers to."""
        if isinstance(written, str) and written:
            held = self._images.get(written)
            if held is not None:
                return _known(held, written)
            if written in self._parameters:
                return ImageRef(written, ids=(("", written),), public_name=self._parameters[written])
            return image_ref(written)
        for name in resource.refers(attribute) if attribute else ():
            source = self._by_address.get(
                f"{resource.module}{name.removesuffix('.id').removesuffix('.value')}"
            )
            if source is not None:
                return self._referred(source, name)
        return (
            ImageRef(next(iter(resource.refers(attribute)), ""))
            if attribute and resource.refers(attribute)
            else NO_IMAGE
        )

    def _referred(self, source: Resource, name: str) -> ImageRef:
        if is_image(source.values):
            return _known(source, str(source.values.get("id") or name))
        parameter = source.values.get("name")
        if source.kind == "aws_ssm_parameter" and isinstance(parameter, str):
            return ImageRef(name, public_name=parameter)
        filters = {
            str(each.get("name")): values[0] if len(values) == 1 else values
            for each in tables(source.values.get("filter"))
            if (values := words(each.get("values")))
        }
        if "name" not in filters and (name_regex := name_of(str(source.values.get("name_regex") or ""))):
            filters["name"] = name_regex
        return found_by(filters, words(source.values.get("owners")), name)

    def _template(self, specification: Any, resource: Resource) -> ImageRef:
        held = self._held(specification, resource)
        return self._image(held.values.get("image_id"), held, "image_id") if held else NO_IMAGE

    def _held(self, specification: Any, resource: Resource) -> Resource | None:
        """The launch template that a block names, by ID or name, or by what the configuration refers to."""
        for each in tables(specification):
            for key in ("id", "launch_template_id", "name", "launch_template_name"):
                if isinstance(named := each.get(key), str) and named in self._templates:
                    return self._templates[named]
        if not tables(specification):
            return None
        for reference in resource.references(
            "aws_launch_template.", f"{resource.module}aws_launch_template."
        ):
            address = ".".join(reference.removeprefix(resource.module).split(".")[:2])
            for full, held in self._by_address.items():
                if (
                    full.partition("[")[0] == f"{resource.module}{address}"
                    or full == f"{resource.module}{address}"
                ):
                    return held
        return None


def _known(held: Resource, written: str) -> ImageRef:
    said = normal(held.values)
    return ImageRef(written, ids=(("", written),), fields=said.fields, silent=said.silent)


def _typed(address: str, image: ImageRef, types: list[str], options: Mapping[str, object]) -> Iterator[Place]:
    if image is NO_IMAGE:
        return
    for instance_type in types:
        yield Place(_LINE, address, image, instance_type, options)
