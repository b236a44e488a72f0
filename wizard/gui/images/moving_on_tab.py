"""From an image as it is to what is recommended today for the same system."""

from __future__ import annotations

from wizard.gui.label import Style
from wizard.gui.results.plan_view import PlanView
from wizard.model.assessment.judged_image import JudgedImage
from wizard.model.knowledge import Knowledge
from wizard.model.migration.plan import plan_of
from wizard.model.recommend.advise import advise
from wizard.model.recommend.needs import Needs


class MovingOnTab(PlanView):
    """The plan for an image without further needs, in the Region where it is."""

    def show_image(self, image: JudgedImage, knowledge: Knowledge) -> None:
        region = image.row.region if image.row.region in knowledge.catalog.regions else None
        needs = Needs(os=image.system, image=image.row.image, region=region)
        recommendation = advise(knowledge, needs)
        plan = plan_of(knowledge, recommendation)
        self.clear()
        self.tell(recommendation.summary, Style.STRONG)
        if plan is not None:
            self.add_plan(plan)
        self.done()
