"""Passages become ranked hits: encode, match words, fuse, cut off."""
