"""A copy of this project: what it owns, how a release is made, and how the copy takes a later one."""
