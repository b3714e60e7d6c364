"""A robot that uses a page as a person does: it scrolls, opens menu and search, presses every control, and goes through with the keyboard."""
