"""The Python that publishes the playbook: regions, points, stages, credits, the build and its checks."""
