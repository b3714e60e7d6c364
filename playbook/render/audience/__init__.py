"""An audience of an edition's own: its tabs, entries and pages, made from those of the audience that it is like."""
