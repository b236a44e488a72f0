"""The schemas of the TOML files, by what the files are about."""
