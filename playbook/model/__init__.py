"""The model: regions, editions, stages, audiences, and how their values read."""
