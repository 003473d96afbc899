"""Run every benchmark of speed."""

import importlib
import pkgutil

import tests.benchmarks


def main() -> None:
    """Print the comparisons of each module with a ``run()``."""
    for module in pkgutil.iter_modules(tests.benchmarks.__path__):
        if module.name in {"__main__", "report"}:
            continue
        run = getattr(importlib.import_module(f"tests.benchmarks.{module.name}"), "run", None)
        if run is not None:
            for comparison in run():
                print(comparison, flush=True)


if __name__ == "__main__":
    main()
