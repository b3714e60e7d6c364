"""Slides: the page docs/team/slides.md is read into a deck for a stage, and the deck is written for PowerPoint."""
