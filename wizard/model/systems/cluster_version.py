"""The version of Kubernetes that somebody names beside a system: eks:1.34, windows:2022-eks-1.34."""

from __future__ import annotations

import re

_KUBERNETES = re.compile(
    r"(?<![\d.])[-_ ]*(?:k8s|kubernetes)?[-_ ]*(?<![\d.])(1\.[1-9]\d)(?![\d.])", re.IGNORECASE
)


def kubernetes_of(said: str) -> str | None:
    """The version; None where none is named."""
    found = _KUBERNETES.search(said)
    return found[1] if found else None


def without_kubernetes(said: str) -> str:
    """The rest, which names the system and which of its images."""
    return _KUBERNETES.sub("", said).strip(" -_")


def is_of_eks(family: str, flavour: str | None) -> bool:
    """Whether such an image is one of a node of Kubernetes: of Bottlerocket all are but those for ECS."""
    service = (flavour or "").partition("-")[0]
    return service == "eks" or (family == "bottlerocket" and service != "ecs")


def titled(flavour: str | None, kubernetes: str | None) -> str | None:
    """Which of the images it is, as a title says it: for EKS (Kubernetes 1.34)."""
    return f"{flavour or ''} (Kubernetes {kubernetes})".strip() if kubernetes else flavour
