"""Rendering: MkDocs makes the common pages once, they are finished, and each edition is a localized copy."""
