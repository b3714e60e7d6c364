"""Checks: sources before a build, the site after it, and what must hold before it is published."""
