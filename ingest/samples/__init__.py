"""Sample notices of an invented department, written for this project."""
