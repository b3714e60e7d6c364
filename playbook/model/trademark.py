"""The name of the material's owners, which stands in body text and credits only."""

import re

# In any of its forms. Never in titles, file names, icons or cards of ours, nor in the name of a region.
OWNERS_NAME = re.compile(r"next[\s_-]*gen(eration)?\b", re.IGNORECASE)
FILE_NAMED_SO = "carries the name of the material's owners, which may not stand in file names; rename it"


def file_is_named_so(name: str) -> bool:
    """Tell whether a file's or folder's name carries the owners' name, with whatever signs between its words."""
    return OWNERS_NAME.search(re.sub(r"[^A-Za-z0-9]+", " ", name)) is not None
