"""The rulebook: rules, the words they are written in, and the changes a migration is made of."""
