"""A file becomes a Notice: read, mend, find the structure, match the facts."""
