"""The commands of ``chidao``, a module for each use of it."""
