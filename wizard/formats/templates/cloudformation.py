"""The places of a CloudFormation template, SAM and CDK's output included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wizard.formats.templates import beanstalk
from wizard.formats.templates.cfn_conditions import EVERY, Choice
from wizard.formats.templates.cfn_loops import resources_of
from wizard.formats.templates.cfn_values import Values, written
from wizard.formats.templates.image_ref import image_ref
from wizard.formats.templates.launch_data import get, launch_options, tables, words
from wizard.formats.templates.node_groups import compute_environment, node_group
from wizard.formats.templates.place import NO_IMAGE, ImageRef, Place

Table = Mapping[str, Any]
# What AWS's own templates write into a map where there is no image of a kind in a Region: NOT_SUPPORTED.
_NONE = re.compile(r"[A-Z][A-Z_ ]+")


def is_cloudformation(document: object) -> bool:
    """Whether it is such a template: its resources are AWS's."""
    return isinstance(document, Mapping) and any(
        str(get(each, "type") or "").startswith(("AWS::", "Custom::", "Alexa::"))
        for each in resources_of(document).values()
    )


def places_in(document: Table, text: str) -> Iterator[Place]:
    """Every place of such a template. text: what it was read from, for the lines."""
    template = _Template(document, text)
    seen = set()
    for name, resource in resources_of(document).items():
        for place in template.places(name, resource):
            key = (place.address, place.instance_type, place.image.written, place.image.ids, place.region)
            if key not in seen:
                seen.add(key)
                yield place


class _Template:
    """The resources of a template, with its parameters and mappings."""

    def __init__(self, document: Table, text: str) -> None:
        self._document = document
        self._resources: Table = resources_of(document)
        self._values = Values(document)
        self._text = text
        # The choice in which the resource in hand exists.
        self._when = EVERY

    def places(self, name: str, resource: Any) -> Iterator[Place]:
        """What one resource launches."""
        data = get(resource, "properties")
        reader = _READERS.get(str(get(resource, "type")))
        condition = get(resource, "condition")
        when = EVERY if condition is None else self._values.conditions.choice(condition, EVERY, True)
        if isinstance(data, Mapping) and reader is not None and when is not None:
            self._when = when
            yield from reader(self, name, data)

    def instance(self, name: str, data: Table) -> Iterator[Place]:
        """An instance, which may have image, type and options from a launch template."""
        merged = {**self._template_of(data.get("LaunchTemplate")), **data}
        yield from self._launch(name, merged, launch_options(merged))

    def launch_template(self, name: str, data: Table) -> Iterator[Place]:
        """What a launch template holds."""
        for each in tables(get(data, "launchtemplatedata")):
            yield from self.launch(name, each)

    def launch(self, name: str, data: Table) -> Iterator[Place]:
        """What names image and type itself."""
        yield from self._launch(name, data, launch_options(data))

    def group(self, name: str, data: Table) -> Iterator[Place]:
        """An Auto Scaling group of several types."""
        yield from self._configs(name, tables(get(data, "mixedinstancespolicy", "launchtemplate")), {})

    def fleet(self, name: str, data: Table) -> Iterator[Place]:
        """An EC2 Fleet."""
        yield from self._configs(name, tables(data.get("LaunchTemplateConfigs")), {})

    def spot_fleet(self, name: str, data: Table) -> Iterator[Place]:
        """A Spot Fleet."""
        config = get(data, "spotfleetrequestconfigdata")
        for each in tables(get(config, "launchspecifications")):
            yield from self._launch(name, each, launch_options(each) | {"spot": True})
        yield from self._configs(name, tables(get(config, "launchtemplateconfigs")), {"spot": True})

    def _launch(self, name: str, data: Table, options: Mapping[str, object]) -> Iterator[Place]:
        if data.get("ImageId") is None or data.get("InstanceType") is None:
            return
        for instance_type, choice in self._values.of(data["InstanceType"], self._when):
            for image, where in self._images(data["ImageId"], choice):
                yield self._place(name, "InstanceType", image, instance_type, options, where)

    def _configs(self, name: str, configs: list[Table], options: Mapping[str, object]) -> Iterator[Place]:
        """Overrides beside a launch template."""
        for config in configs:
            shared = self._template_of(config.get("LaunchTemplateSpecification"))
            for each in tables(config.get("Overrides")):
                own = self._template_of(each.get("LaunchTemplateSpecification")) or shared
                if own.get("ImageId") is not None and each.get("InstanceType") is not None:
                    merged = {**own, "InstanceType": each["InstanceType"]}
                    yield from self._launch(name, merged, {**launch_options(own), **options})

    def environment(self, name: str, data: Table) -> Iterator[Place]:
        """An environment of Elastic Beanstalk that names an image of its own."""
        options = beanstalk.settings(data.get("OptionSettings"))
        line = self._line(name, "OptionSettings")
        for kind in beanstalk.TYPES if beanstalk.IMAGE in options else ():
            for listed, choice in self._values.of(options.get(kind), self._when):
                for instance_type in beanstalk.types_in(listed):
                    for image, where in self._images(options[beanstalk.IMAGE], choice):
                        yield Place(line, name, image, instance_type, {}, where.region)

    def node_group(self, name: str, data: Table) -> Iterator[Place]:
        """A managed node group of EKS."""
        template = self._template_of(data.get("LaunchTemplate"))
        images = [(NO_IMAGE, EVERY)]
        if template.get("ImageId"):
            images = self._images(template["ImageId"], self._when)
        types = data.get("InstanceTypes") or template.get("InstanceType")
        for ami, choice in self._values.of(data.get("AmiType"), self._when):
            for listed in self._listed(types, choice):
                for image, _ in images:
                    known = {**data, "AmiType": ami, "InstanceTypes": listed}
                    yield from node_group(known, name, self._line(name, "InstanceTypes"), image)

    def compute(self, name: str, data: Table) -> Iterator[Place]:
        """A compute environment of Batch."""
        for each in tables(data.get("ComputeResources")):
            held = self._template_of(each.get("LaunchTemplate"))
            known = {**each, "InstanceTypes": next(self._listed(each.get("InstanceTypes"), self._when), [])}
            images = [(NO_IMAGE, EVERY)]
            if held.get("ImageId"):
                images = self._images(held["ImageId"], self._when)
            if each.get("ImageId") is not None:
                images = self._images(each["ImageId"], self._when)
                known.pop("ImageId")
            for image, _ in images:
                yield from compute_environment(known, name, self._line(name, "InstanceTypes"), image)

    def _listed(self, types: Any, choice: Choice) -> Iterator[list[str]]:
        """Lists of types that a property may be."""
        if isinstance(types, list):
            options = [[word for word, _ in self._values.of(each, choice)] for each in types]
            yield words([word for each in options for word in each])
            return
        for value, _ in self._values.of(types, choice):
            yield [word.strip() for word in value.split(",")] if isinstance(value, str) else words(value)

    def _images(self, value: Any, choice: Choice) -> list[tuple[ImageRef, Choice]]:
        """The images that a property may name; AMIs of a map by Region are one image with many IDs."""
        shown = written(value)
        mapped = isinstance(value, Mapping) and "Fn::FindInMap" in value
        left_out = False
        found: list[tuple[ImageRef, Choice]] = []
        ids: list[tuple[str, str]] = []
        for word, held in self._values.of(value, choice):
            if isinstance(word, Mapping):
                found.append((ImageRef(shown), held))
                continue
            if mapped and isinstance(word, str) and _NONE.fullmatch(word):
                left_out = True
                continue
            image = self._parameter(value, word) or image_ref(word, held.region)
            if image.ids:
                ids += image.ids
            elif image.written:
                found.append((image, held))
        if ids:
            found.append((ImageRef(shown, ids=tuple(dict.fromkeys(ids))), choice))
        return found if found or left_out else [(ImageRef(shown), choice)]

    def _parameter(self, value: Any, word: Any) -> ImageRef | None:
        """The parameter of Systems Manager whose name a template's parameter of that kind holds."""
        name = value.get("Ref") if isinstance(value, Mapping) else None
        if isinstance(name, str) and isinstance(word, str) and self._values.is_parameter_name(name):
            return ImageRef(word, public_name=word)
        return None

    def _template_of(self, specification: Any) -> Table:
        """The data of the launch template that a block refers to, in this template."""
        for key in ("LaunchTemplateId", "LaunchTemplateName", "Id", "Name"):
            named = specification.get(key) if isinstance(specification, Mapping) else None
            name = named.get("Ref") if isinstance(named, Mapping) else named
            found = self._resources.get(name) if isinstance(name, str) else None
            for each in self._resources.values() if found is None and isinstance(name, str) else ():
                if name == get(each, "properties", "launchtemplatename"):
                    found = each
            data = get(found, "properties", "launchtemplatedata")
            if isinstance(data, Mapping):
                return data
        return {}

    def _place(
        self,
        name: str,
        key: str,
        image: ImageRef,
        instance_type: Any,
        options: Mapping[str, object],
        choice: Choice,
    ) -> Place:
        shown = instance_type if isinstance(instance_type, str) else written(instance_type)
        return Place(self._line(name, key), name, image, shown, options, choice.region)

    def _line(self, name: str, key: str) -> int:
        """Where the property stands in the resource, or the resource itself."""
        lines = getattr(self._document["Resources"], "lines", None)
        if lines is not None:
            inner = get(self._resources.get(name), "properties")
            return _line_within(inner, key) or int(lines.get(name, 1))
        at = self._text.find(f'"{name}"', max(self._text.find('"Resources"'), 0))
        return self._text.count("\n", 0, at) + 1 if at >= 0 else 1


_Reader = Callable[[_Template, str, Table], Iterator[Place]]
_READERS: Mapping[str, _Reader] = {
    "AWS::EC2::Instance": _Template.instance,
    "AWS::EC2::LaunchTemplate": _Template.launch_template,
    "AWS::AutoScaling::LaunchConfiguration": _Template.launch,
    "AWS::Cloud9::EnvironmentEC2": _Template.launch,
    "AWS::AutoScaling::AutoScalingGroup": _Template.group,
    "AWS::EC2::EC2Fleet": _Template.fleet,
    "AWS::EC2::SpotFleet": _Template.spot_fleet,
    "AWS::EKS::Nodegroup": _Template.node_group,
    "AWS::Batch::ComputeEnvironment": _Template.compute,
    "AWS::ElasticBeanstalk::Environment": _Template.environment,
    "AWS::ElasticBeanstalk::ConfigurationTemplate": _Template.environment,
}


def _line_within(value: Any, key: str) -> int:
    lines = getattr(value, "lines", {})
    if key in lines:
        return int(lines[key])
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return next((line for each in inner if (line := _line_within(each, key))), 0)
