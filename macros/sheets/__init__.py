"""Sheets, and what belongs to one."""
