"""What people and programs touch: the command line, the page, the endpoints."""
