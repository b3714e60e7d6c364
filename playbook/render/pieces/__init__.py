"""Common pages cut at their marks, so that an edition makes anew only what differs."""
