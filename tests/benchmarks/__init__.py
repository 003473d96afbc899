"""Speed as ratios against an alternative in the same run, and retrieval quality.

Each module that has a ``run()`` is one benchmark of speed; ``python -m tests.benchmarks`` runs
them all.
"""
