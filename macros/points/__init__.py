"""The tool's points in a page: quoted, put together, and in tabs."""
