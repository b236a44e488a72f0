"""How EC2 names Regions and images, for whoever must tell such a name from other words."""

from __future__ import annotations

import re

REGION = re.compile(
    r"[a-z]{2,4}(?:-[a-z]{2,6})?-(?:central|(?:north|south)(?:east|west)?|east|west)-\d{1,2}", re.ASCII
)
"""us-east-1, us-gov-west-1, cn-north-1, eusc-de-east-1; also one that does not exist yet."""

IMAGE_ID = re.compile(r"ami-[0-9a-f]{8,17}", re.ASCII)
"""ami-1a2b3c4d, as up to 2016, and ami-0123456789abcdef0."""

INSTANCE_TYPE = re.compile(
    r"[a-z][a-z0-9-]{1,12}\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)", re.ASCII
)
"""m7i.large, u-6tb1.metal, c7i.metal-24xl; also one that does not exist yet."""
