"""What a change does to the whole site: two versions of the project are built from the same regions and compared in a canonical form."""
