"""`check` on a machine that has neither Qt nor botocore nor typst."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[3]
# What is not there cannot be imported; what check needs can.
WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "botocore", "typst"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
import pytest

from wizard.__main__ import main
sys.exit(main())
"""
TEMPLATE = """
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
      InstanceType: m6g.large
"""
PACKER = (
    'source "amazon-ebs" "w" {\n  source_ami = "ami-0123456789abcdef0"\n  instance_type = "m5.large"\n}\n'
)
IMAGE = {"Architecture": "x86_64", "VirtualizationType": "hvm", "RootDeviceType": "ebs", "EnaSupport": True}


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


def test_templates_are_checked(tmp_path: Path) -> None:
    (tmp_path / "stack.yaml").write_text(TEMPLATE)
    (tmp_path / "web.pkr.hcl").write_text(PACKER)
    ran = run("check", str(tmp_path / "stack.yaml"), str(tmp_path / "web.pkr.hcl"), "--format", "json")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert [place["outcome"] for place in json.loads(ran.stdout)["places"]] == ["refused", "unknown"]


def test_an_image_and_saved_replies_are_judged() -> None:
    ran = run("check", "--image", "-", "--type", "m6g.large", stdin=json.dumps(IMAGE))
    assert (ran.returncode, ran.stderr) == (1, "")
    ran = run("images", "--from", "-", stdin=json.dumps([IMAGE | {"ImageId": "ami-0123456789abcdef0"}]))
    assert (ran.returncode, ran.stderr) == (0, "")


def test_other_programs_judge_too() -> None:
    code = (
        WITHOUT.partition("from wizard.__main__")[0]
        + "from wizard.api import judge; print(judge(%r, 'm6g.large')['outcome'])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code % IMAGE], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("refused\n", "")


def test_the_hook_for_pre_commit_is_one() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"] == "ami-wizard check"
    assert {"id", "name", "language", "files"} <= hook.keys()
