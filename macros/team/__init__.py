"""Parts of the team's worksheets."""
