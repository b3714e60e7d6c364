"""What stands in a built folder: pages, the manifest with its digests, what is kept from one build to the next."""
