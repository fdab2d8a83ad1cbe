"""What the machine reaches alone, beside other methods: ``python -m tests.bench.themes_table IDEAS.csv …``.

Each CSV has `text` and `gold`, perhaps `area` (grouped one by one) and `second` (a second reader). Beside it:
character n-grams with Ward, the plain encoder with Ward, both given 1.15·√n themes, and the steps of BERTopic
(UMAP to five dimensions, HDBSCAN) on the encoder's plain vectors. Needs the extra `bench-themes`; where UMAP
is missing its line says so.
"""

from __future__ import annotations

import importlib.util
import os
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import click

from facilitation.themes import IdeaText, suggest
from facilitation.themes.encoders import ENCODERS, Encoder, KeptVectors, encoder_called
from tests.bench.themes_moves import Material, agreement, moves, predicted, read

Method = Callable[[Sequence[IdeaText], Encoder], list[str]]
SMALLEST_CLUSTER = 4
INSTALL = "pip install 'obrus[bench-themes]'"


def ours(ideas: Sequence[IdeaText], encoder: Encoder) -> list[str]:
    """What suggest() says in the middle of its slider."""
    return predicted(suggest(ideas, encoder=encoder), ideas)


def letters_ward(ideas: Sequence[IdeaText], encoder: Encoder) -> list[str]:
    """Character n-grams of 2 to 5, weighed by rarity, and Ward's method."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    return _ward(grams.fit_transform([idea.text.lower() for idea in ideas]).toarray())


def plain_ward(ideas: Sequence[IdeaText], encoder: Encoder) -> list[str]:
    """The encoder's vectors as they are, and Ward's method."""
    return _ward(encoder.encode([idea.text for idea in ideas]))


def bertopic_steps(ideas: Sequence[IdeaText], encoder: Encoder) -> list[str]:
    """UMAP and HDBSCAN with BERTopic's settings, but themes of SMALLEST_CLUSTER and more."""
    import umap
    from sklearn.cluster import HDBSCAN

    vectors = encoder.encode([idea.text for idea in ideas])
    fewer = umap.UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=42)
    labels = HDBSCAN(min_cluster_size=SMALLEST_CLUSTER).fit_predict(fewer.fit_transform(vectors))
    return ["" if label < 0 else str(label) for label in labels]


def _ward(vectors: object) -> list[str]:
    from sklearn.cluster import AgglomerativeClustering

    count = round(1.15 * len(vectors) ** 0.5)  # type: ignore[arg-type]
    return [str(label) for label in AgglomerativeClustering(n_clusters=count).fit_predict(vectors)]


METHODS: dict[str, Method] = {
    "obrus": ours,
    "n-grams, Ward": letters_ward,
    "plain, Ward": plain_ward,
    "BERTopic's steps": bertopic_steps,
}


def line(material: Material, name: str, encoder: Encoder) -> str:
    """One line of the table."""
    start = time.perf_counter()
    found = METHODS[name](material.ideas, encoder)
    took = time.perf_counter() - start
    per_100 = 100 / len(found)
    v, ari = agreement(material.gold, found)
    second = moves(material.second, found) * per_100
    themes = len({*found} - {""})
    return (
        f"{material.name[:24]:25}{name:18}{moves(material.gold, found) * per_100:7.1f}{second:8.1f}"
        f"{v:7.2f}{ari:6.2f}{themes:8}{len({*material.gold} - {''}):6}{took:9.2f}"
    )


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--encoder", "name", default="use", type=click.Choice(list(ENCODERS)))
def main(paths: tuple[Path, ...], name: str) -> None:
    """Print moves per 100 against `gold` and `second`, V-measure, ARI, themes found and right, seconds."""
    if importlib.util.find_spec("sklearn") is None:
        raise click.ClickException(f"scikit-learn is not installed: {INSTALL}")
    warnings.filterwarnings("ignore")
    encoder = KeptVectors(encoder_called(name))
    encoder.encode(["warm"])
    head = ("moves", "second", "V", "ARI", "themes", "right", "seconds")
    click.echo(f"{'':25}{'':18}" + "{:>7}{:>8}{:>7}{:>6}{:>8}{:>6}{:>9}".format(*head))
    for path in paths:
        for material in read(path):
            for method in METHODS:
                if method == "BERTopic's steps" and importlib.util.find_spec("umap") is None:
                    click.echo(f"{material.name:25}{method}: UMAP is not installed: {INSTALL}")
                else:
                    click.echo(line(material, method, encoder))


if __name__ == "__main__":
    main()
