"""Commands: what `python -m playbook` takes, asks and prints."""
