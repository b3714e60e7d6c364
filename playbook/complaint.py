"""What is said of a value that cannot be taken: the same words in a file's messages and in the form in a browser."""

COMPLAINTS = {
    "empty": "has no value; write one or leave the key out",
    "lines": "runs over several lines; write it on one",
    "long": "is {length} characters long; at most {longest} fit on a sheet",
    "undrawable": "holds {signs}, which the sheets cannot print; leave it out or spell it",
    "zone": "is not a time zone; use a name like America/New_York, America/Chicago or America/Denver",
    "century": "is not in the years 2000 to 2099; is the year right?",
    "time-zone": "has a time but no timezone; add one like America/Chicago",
    "time-date": "has a time but no date; add one or leave the time out",
    "owner": "carries the name of the material's owners, which may not stand in titles; use the region's own name",
    "industry": "needs an industry, since its stage is {stage}; add one",
    "missing": "is required; add it",
    "choice": "is not known; use one of {choices}",
    "unknown": "unknown key",
    "number": "is not a whole number between {least} and {most}",
    "text": "must be one text",
    "keys": "must be keys and values, like {{name: …}}",
}


def complaint(key: str, **facts: object) -> str:
    """Return a message, its {places} filled."""
    return COMPLAINTS[key].format(**facts)
