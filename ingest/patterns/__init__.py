"""One module a kind of fact: the grammar of its wording."""
