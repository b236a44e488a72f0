"""Knowledge and judgement: instance types, images, rules, verdicts. Standard library only."""
