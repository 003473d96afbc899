"""Fit the constants of ``search/cutoff.py`` on judged archives, and say how far they are to trust.

    python -m tests.benchmarks.calibrate [--keep FOLDER] [--picture FILE.svg] [--more FOLDER ...]

``--more`` adds series with their gold as further archives held out. Probabilities are called
calibrated where of the passages said to be relevant with .7, seventy in a hundred are.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from search import cutoff, load_encoder
from search.fuse import WHOLE, Evidence
from search.kin import lifted
from search.language import Kind
from tests.benchmarks.kept import KeptEncoder
from tests.benchmarks.sets import HELD_OUT, JudgedSet, read_gold_set, read_sets
from tests.benchmarks.topics import set_f1

_KINDS: tuple[Kind, ...] = ("vi", "unmarked", "en")
_CUTS = (0.3, 0.35, 0.4)
_LEAST = 0.02
"""Passages less probable than this are left out of the calibration error: there are a hundred of
them for each other, and their being rightly near nought would hide what goes wrong above."""
_BINS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """One query to one archive; the arrays are ``[passages]``."""

    archive: str
    asked: str
    kind: Kind
    evidence: Evidence
    works: np.ndarray
    relevant: np.ndarray


def cases(sets: Iterable[JudgedSet], encoder: KeptEncoder) -> list[Case]:
    """Ask every query of every archive."""
    found = []
    for one in sets:
        index, works = one.index(encoder)
        ids = np.array(index.ids)
        for query in one.queries:
            reading, evidence = index.read(query.text)
            relevant = np.isin(ids, list(query.relevant))
            found.append(Case(one.name, query.kind, reading.kind, evidence, works, relevant))
        encoder.keep()
    return found


def features(evidence: Evidence) -> np.ndarray:
    """Return what the logistic regression sees. *Shape:* ``[passages, 5]``."""
    word = np.maximum(np.maximum(evidence.marked, evidence.folded), evidence.expanded)
    cover, dense = evidence.cover, evidence.dense
    return np.stack([dense, cover, word, cover - cover.max(), dense - dense.max()], axis=1)


def fit(some: Sequence[Case]) -> dict[Kind, np.ndarray]:
    """Return constant and weights for each kind of query."""
    found: dict[Kind, np.ndarray] = {}
    for kind in _KINDS:
        mine = [case for case in some if case.kind == kind]
        model = LogisticRegression(C=1, max_iter=5000).fit(
            np.concatenate([features(case.evidence) for case in mine]),
            np.concatenate([case.relevant for case in mine]),
        )
        found[kind] = np.array([model.intercept_[0], *model.coef_[0]])
    found["mixed"] = (found["unmarked"] + found["en"]) / 2
    return found


def alone(case: Case, weights: dict[Kind, np.ndarray]) -> np.ndarray:
    """Return the probabilities before kin count. *Shape:* ``[passages]``."""
    constant, *rest = weights[case.kind]
    said = 1 / (1 + np.exp(-(constant + features(case.evidence) @ np.array(rest))))
    if case.kind == "en":
        return said
    whole = (case.evidence.cover > WHOLE) & (case.evidence.dense > cutoff._NOT_FAR)
    return np.where(whole, np.maximum(said, cutoff._WHOLE_QUERY), said)


def judged(case: Case, weights: dict[Kind, np.ndarray]) -> np.ndarray:
    """Return the probabilities of a case, its kin counted. *Shape:* ``[passages]``."""
    return lifted(alone(case, weights).astype(np.float32), case.works)


def calibration(probabilities: np.ndarray, relevant: np.ndarray) -> tuple[float, list]:
    """Return the expected calibration error, and (said, true, passages) of each bin."""
    wanted = probabilities >= _LEAST
    probabilities, relevant = probabilities[wanted], relevant[wanted]
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    rows = [
        (
            float(probabilities[bins == b].mean()),
            float(relevant[bins == b].mean()),
            int((bins == b).sum()),
        )
        for b in range(_BINS)
        if (bins == b).any()
    ]
    total = sum(count for *_, count in rows)
    return sum(count * abs(said - true) for said, true, count in rows) / total, rows


def mean_f1(some: Sequence[Case], probabilities: Sequence[np.ndarray], cut: float) -> float:
    """Return the mean F1 of whole answers to queries that have one."""
    return float(
        np.mean(
            [
                set_f1(np.flatnonzero(p >= cut).tolist(), set(np.flatnonzero(c.relevant).tolist()))
                for c, p in zip(some, probabilities, strict=True)
                if c.relevant.any()
            ]
        )
    )


def main() -> None:
    """Print constants, and figures on the archives left out of the fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    encoder = KeptEncoder(load_encoder(), options.keep)
    more = [read_gold_set(folder.name, folder) for folder in options.more]
    every = cases([*read_sets(), *more], encoder)
    held = {*HELD_OUT, *(one.name for one in more)}
    fitted_on = [case for case in every if case.archive not in held]
    weights = fit(fitted_on)
    for kind, row in weights.items():
        print(f'    "{kind}": ({", ".join(f"{value:.2f}" for value in row)}),')
    print("\n| archive | cut | vi | en | unmarked | ECE |\n|---|---|---|---|---|---|")
    said = [judged(case, weights) for case in every]
    for archive in dict.fromkeys(case.archive for case in every):
        _print_archive(archive, archive in held, every, said)
    crossed, truth = _crossed(every)
    error, rows = calibration(crossed, truth)
    print(f"\nEach archive judged by a fit on all others: ECE {error:.3f} over {len(rows)} bins")
    if options.picture:
        options.picture.write_text(picture(rows, error), encoding="utf-8")


def _print_archive(
    archive: str, held: bool, every: Sequence[Case], said: Sequence[np.ndarray]
) -> None:
    mine = [n for n, case in enumerate(every) if case.archive == archive]
    error, _ = calibration(
        np.concatenate([said[n] for n in mine]), np.concatenate([every[n].relevant for n in mine])
    )
    for cut in _CUTS:
        figures = []
        for asked in ("vi", "en", "unmarked"):
            some = [n for n in mine if every[n].asked == asked]
            value = mean_f1([every[n] for n in some], [said[n] for n in some], cut)
            figures.append(f"{value:.3f}")
        name = f"{archive} (held out)" if held else archive
        print(f"| {name} | {cut} | {' | '.join(figures)} | {error:.3f} |", flush=True)


def _crossed(every: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    said, truth = [], []
    for archive in dict.fromkeys(case.archive for case in every):
        others = [case for case in every if case.archive != archive]
        weights = fit(others)
        for case in every:
            if case.archive == archive:
                said.append(judged(case, weights))
                truth.append(case.relevant)
    return np.concatenate(said), np.concatenate(truth)


def picture(rows: Sequence[tuple[float, float, int]], error: float) -> str:
    """Draw said against true relevance as SVG; a dot's area is its number of passages."""
    size, edge = 320, 44
    x = lambda value: edge + value * size  # noqa: E731
    y = lambda value: edge / 2 + (1 - value) * size  # noqa: E731
    most = max(count for *_, count in rows)
    dots = "".join(
        f'<circle cx="{x(said):.1f}" cy="{y(true):.1f}" r="{3 + 9 * (count / most) ** 0.5:.1f}"'
        f' fill="#1d6fa5" fill-opacity=".7"><title>{said:.2f} said, {true:.2f} true,'
        f" {count} passages</title></circle>"
        for said, true, count in rows
    )
    ticks = "".join(
        f'<text x="{x(v):.0f}" y="{y(0) + 16:.0f}" text-anchor="middle">{v:g}</text>'
        f'<text x="{x(0) - 8:.0f}" y="{y(v) + 4:.0f}" text-anchor="end">{v:g}</text>'
        for v in (0, 0.25, 0.5, 0.75, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 1.5 * edge:.0f} '
        f'{size + 2 * edge}" font-family="sans-serif" font-size="11" fill="#333">\n'
        f'<rect x="{edge}" y="{edge / 2}" width="{size}" height="{size}" fill="#fafafa" '
        f'stroke="#bbb"/>\n<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#bbb" '
        f'stroke-dasharray="4"/>\n{dots}\n{ticks}\n<text x="{x(0.5)}" y="{y(0) + 36}" '
        f'text-anchor="middle">relevance said (calibration error {error:.3f})</text>\n'
        f'<text transform="translate(12 {y(0.5)}) rotate(-90)" text-anchor="middle">share truly '
        "relevant</text>\n</svg>\n"
    )


if __name__ == "__main__":
    main()
