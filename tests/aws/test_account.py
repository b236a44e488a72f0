from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.aws.endpoint import refuse
from tests.aws.records import images
from tests.aws.told import listed, told
from tests.aws.world import LEGACY_SSO, MFA, PROCESS, ROLE, SSO, World
from wizard.aws.account import Account, RoleCache
from wizard.aws.at_once import AT_ONCE
from wizard.aws.catalog_refresh import ask_catalog
from wizard.aws.identity import Identity, ask_identity
from wizard.aws.images import AccountRequest, ask_images
from wizard.aws.one_image import ask_image
from wizard.aws.operations import ALLOWED, Part
from wizard.aws.profiles import read_profiles
from wizard.aws.usage import ask_usage
from wizard.model.account.listing_events import Event, Rows, Trouble
from wizard.model.account.problem import Kind, Unanswered
from wizard.model.account.usage import Looked, UsageEvent


@pytest.fixture
def world(world: World) -> World:
    world.aws.regions = {f"eu-test-{n}": {"Images": images(2)} for n in range(6)}
    return world


def account_of(name: str, code: Callable[[str], str | None] | None = None) -> Account:
    profile = read_profiles().get(name)
    assert profile is not None
    assert profile.problem is None
    return Account(profile, code)


def count(account: Account) -> int:
    events = listed(account)
    assert not [event for event in events if isinstance(event, Trouble)]
    return sum(len(event.images) for event in events if isinstance(event, Rows))


def keys_used(world: World) -> set[str]:
    return {call.key for call in world.aws.calls if call.action == "DescribeImages"}


@pytest.mark.parametrize(("config", "key"), [(SSO, "corp"), (LEGACY_SSO, "https://corp.awsapps.com/start")])
def test_both_shapes_of_single_sign_on(world: World, config: str, key: str) -> None:
    world.login(key, 1)
    assert count(account_of(world.config(config, "sso"))) == 12
    assert keys_used(world) == {"ASIASSOEXAMPLE000001"}


def test_a_login_that_renews_itself_is_renewed(world: World) -> None:
    world.login("corp", -1, refreshToken="r", clientId="c", clientSecret="s", registrationExpiresAt="2099-01-01T00:00:00Z")  # fmt: skip
    assert count(account_of(world.config(SSO, "sso"))) == 12
    assert "sso-oidc:CreateToken" in world.aws.asked()


def test_a_role_is_assumed_once(world: World) -> None:
    assert count(account_of(world.config(ROLE, "role"))) == 12
    assert keys_used(world) == {"ASIAROLEEXAMPLE00001"}
    assert sum(call.action == "AssumeRole" for call in world.aws.calls) == 1


def test_a_role_that_was_assumed_before_is_not_assumed_again(world: World) -> None:
    name = world.config(ROLE, "role")
    sessions: RoleCache = {}
    for _ in range(2):
        profile = read_profiles().get(name)
        assert profile is not None
        assert count(Account(profile, roles=sessions)) == 12
    assert sum(call.action == "AssumeRole" for call in world.aws.calls) == 1


def test_the_code_is_asked_once_however_many_wait_for_it_and_sent(world: World) -> None:
    asked: list[str] = []

    def code(device: str) -> str:
        asked.append(device)
        return " 654321 "

    assert count(account_of(world.config(MFA, "role"), code)) == 12
    assert asked == ["arn:aws:iam::123456789012:mfa/jane"]
    (call,) = [call for call in world.aws.calls if call.action == "AssumeRole"]
    assert call.parameters["TokenCode"] == "654321"


def test_while_a_code_is_waited_for_the_other_profiles_are_asked(world: World) -> None:
    others_answered, rows = threading.Event(), 0

    def code(_device: str) -> str:
        assert others_answered.wait(60)
        return "654321"

    def tell(event: Event) -> None:
        nonlocal rows
        if isinstance(event, Rows) and event.profile == "default":
            rows += len(event.images)
        if rows == 12:
            others_answered.set()

    name = world.config(MFA, "role")
    # More Regions than there are threads: each would wait for the code.
    regions = [*world.aws.regions, *(f"eu-more-{n}" for n in range(AT_ONCE - 5))]
    ask_images(
        [AccountRequest(account_of(each, code), regions, ["self"]) for each in (name, "default")], tell
    )
    assert rows == 12
    rows = 0
    others_answered.clear()
    uses: list[object] = []

    def tell_use(event: UsageEvent) -> None:
        uses.append(event)
        if sum(event.profile == "default" for event in uses if isinstance(event, Looked)) == 3:
            others_answered.set()

    many = {region: ["ami-1"] for region in regions}
    ask_usage([(account_of(name, code), many), (account_of("default"), {"eu-test-1": ["ami-1"]})], tell_use)
    assert others_answered.is_set()


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("source_profile = sso", "ASIASSOEXAMPLE000001"),
        ("source_profile = process", "AKIAPROCESS000000001"),
        ("source_profile = behind", "ASIAROLEEXAMPLE00001"),
        ("credential_source = Environment", "AKIAENVIRONMENT00001"),
    ],
)
def test_a_role_by_way_of_whatever_gives_credentials(world: World, source: str, key: str) -> None:
    (world.home / "process.py").write_text(
        'print(\'{"Version": 1, "AccessKeyId": "AKIAPROCESS000000001", "SecretAccessKey": "s"}\')'
    )
    world.login("corp", 1)
    world.monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00001")
    world.monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s")
    process = PROCESS.format(command=f"{sys.executable} {world.home / 'process.py'}")
    behind = "[profile behind]\nrole_arn = arn:aws:iam::3:role/first\nsource_profile = process\n"
    role = ROLE.replace("source_profile = default", source)
    assert count(account_of(world.config(SSO + process + behind + role, "role"))) == 12
    assert keys_used(world) == {"ASIAROLEEXAMPLE00001"}
    assert [call.key for call in world.aws.calls if call.action == "AssumeRole"][-1] == key


def test_a_code_that_is_denied_is_asked_for_once_and_then_again_when_one_asks_again(world: World) -> None:
    codes = iter(["111111", "222222"])
    wrong = refuse("AccessDenied", "MultiFactorAuthentication failed", status=403, action="AssumeRole")
    world.aws.faults = [wrong]
    name = world.config(MFA, "role")
    events = listed(account_of(name, lambda _: next(codes)), regions=list(world.aws.regions))
    assert {event.problem.kind for event in events if isinstance(event, Trouble)} == {Kind.MFA}
    world.aws.faults = []
    assert count(account_of(name, lambda _: next(codes))) == 12


def test_a_program_gives_the_credentials(world: World) -> None:
    script = 'print(\'{"Version": 1, "AccessKeyId": "AKIAPROCESS000000001", "SecretAccessKey": "s"}\')'
    assert count(account_of(world.process(script))) == 12
    assert keys_used(world) == {"AKIAPROCESS000000001"}


def test_the_environment_counts_where_no_profile_is_named(world: World) -> None:
    world.monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT00001")
    world.monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s")
    assert count(account_of("")) == 12
    assert keys_used(world) == {"AKIAENVIRONMENT00001"}


def test_nobody_waits_for_an_instances_metadata(world: World) -> None:
    world.monkeypatch.delenv("AWS_EC2_METADATA_DISABLED")
    account = account_of(world.config("[profile empty]\nregion = eu-test-1\n", "empty"))
    events = listed(account)
    # The address of the metadata service is not of this machine: the guard of the tests would say so.
    assert isinstance(events[-1], Trouble)


def test_a_login_made_elsewhere_counts_with_the_next_question(world: World) -> None:
    name = world.config(SSO, "sso")
    assert isinstance(listed(account_of(name))[-1], Trouble)
    world.login("corp", 1)
    assert count(account_of(name)) == 12


def test_whom_the_credentials_belong_to(world: World) -> None:
    found = ask_identity(account_of("default"))
    assert found == Identity("123456789012", "arn:aws:sts::123456789012:assumed-role/Reader/jane")
    assert found.role == "Reader"
    assert Identity("1", "arn:aws:iam::1:user/jane").role is None
    assert world.aws.asked() == {operation.right for operation in ALLOWED[Part.IDENTITY]}
    world.aws.faults = [refuse("InvalidClientTokenId", "no", status=403, action="GetCallerIdentity")]
    with pytest.raises(Unanswered) as unanswered:
        ask_identity(account_of("default"))
    assert unanswered.value.problem.kind is Kind.LOGIN


def test_the_images_part_asks_what_its_policy_allows(world: World) -> None:
    count(account_of("default"))
    allowed = {operation.right for operation in ALLOWED[Part.IMAGES]}
    # The parameters are of use to those who look for an image to launch.
    assert world.aws.asked() == allowed - {"ssm:GetParameters"}


def test_the_library_is_not_imported_before_it_is_needed() -> None:
    modules = (
        "images",
        "usage",
        "catalog_refresh",
        "identity",
        "one_image",
        "profiles",
        "login",
        "operations",
    )
    code = (
        "import sys\n"
        + "".join(f"import wizard.aws.{module}\n" for module in modules)
        + "sys.exit('botocore' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_problems_that_are_in_the_file_are_told_without_asking(world: World) -> None:
    world.write_config(SSO.partition("[sso-session")[0])
    profile = read_profiles().get("sso")
    assert profile is not None
    with pytest.raises(Unanswered) as unanswered:
        ask_identity(Account(profile))
    assert unanswered.value.problem is profile.problem
    with pytest.raises(Unanswered):
        ask_image(Account(profile), "eu-test-1", "ami-1")
    (trouble,) = told(ask_catalog, Account(profile), None)
    assert isinstance(trouble, Trouble)
    assert world.aws.calls == []


def test_the_sdk_can_be_loaded_ahead() -> None:
    loaded = (
        "import sys; from wizard.aws.account import load_sdk; a = 'botocore' in sys.modules; load_sdk(); "
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded + "print(a, 'botocore' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["False", "True"]
