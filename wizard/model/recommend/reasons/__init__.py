"""Why each part of the decision is what it is: one sentence about all types that fit."""
