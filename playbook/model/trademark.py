"""The name of the material's owners, which stands in body text and credits only."""

import re

# In any of its forms. Never in titles, file names, icons or cards of ours, nor in the name of a region.
OWNERS_NAME = re.compile(r"next[\s_-]*gen(eration)?\b", re.IGNORECASE)
