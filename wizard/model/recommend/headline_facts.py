"""What the headline speaks of."""

from __future__ import annotations

from wizard.model.ec2.instance_type import Architecture
from wizard.model.frozen import frozen
from wizard.model.message import Message
from wizard.model.recommend.lifecycle.system_support import SystemSupport
from wizard.model.recommend.moving.nearly import Nearer
from wizard.model.recommend.needs import Needs
from wizard.model.recommend.ranked import Ranked
from wizard.model.recommend.recommendation import ImageProfile, ImageResult


@frozen
class HeadlineFacts:
    """What the headline speaks of. reach: for each architecture left open, how many types fit.

    nearly: the type that has almost what today's has, where what has all of it is far larger. less: what
    one may do without to take a smaller one. newer: the type after a move to the system that follows one out of support.
    clash: the answers that no type meets together. unpriced: why a limit of the price was left aside.
    unbuilt: that nobody publishes the paravirtual AMI that was asked for. on_arm: the type to take there,
    where Arm is left open and the price decides. unmet: what was asked for and the system cannot do.
    """

    needs: Needs
    profile: ImageProfile | None
    ranked: tuple[Ranked, ...]
    support: SystemSupport | None
    own: ImageResult | None
    reach: tuple[tuple[Architecture, int], ...]
    nearly: Nearer | None = None
    less: Message | None = None
    newer: Message | None = None
    clash: Message | None = None
    unpriced: Message | None = None
    unbuilt: Message | None = None
    on_arm: Message | None = None
    unmet: tuple[Message, ...] = ()
