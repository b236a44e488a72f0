"""Templates checked: the same places as JSON, SARIF, JUnit or lines, for scripts and for pull requests."""
