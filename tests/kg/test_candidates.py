"""What is compared, and that it comes out the same to the last bit whatever the order of a set."""

from random import Random

import numpy as np

from kg.candidates import shared_words


def test_shared_words_weigh_the_same_in_any_order() -> None:
    rng = Random(7)
    weights = {f"word {n}": rng.random() for n in range(200)}
    rows = [rng.sample(list(weights), 150) for _ in range(20)]
    shuffled = [rng.sample(row, len(row)) for row in rows]
    codes = np.array([one * 20 + other for one in range(20) for other in range(one + 1, 20)])

    shared, heaviest = shared_words(rows, weights, codes)
    for again, before in zip(
        shared_words(shuffled, weights, codes), (shared, heaviest), strict=True
    ):
        assert again.tolist() == before.tolist()
    both = set(rows[0]) & set(rows[1])
    assert np.isclose(shared[0], sum(weights[word] for word in both))
    assert np.isclose(heaviest[0], max(weights[word] for word in both))
