"""all-MiniLM-L6-v2 (Wang et al., "MiniLM", 2020; Reimers & Gurevych, "Sentence-BERT", 2019): sentences to directions."""

import json
import re
import unicodedata
from pathlib import Path

import numpy as np
import torch

HEADS, WIDTH, LAYERS = 12, 384, 6
BEGIN, END = 101, 102
F = torch.nn.functional


class SentenceEncoder:
    def __init__(self, model: Path):
        weights = _read_safetensors(model / "model.fp16.safetensors")
        prefix = next(name for name in weights if name.endswith("embeddings.word_embeddings.weight"))
        self._prefix = prefix[: -len("embeddings.word_embeddings.weight")]
        self._weights = weights
        self._vocabulary = json.loads((model / "tokenizer.json").read_text())["model"]["vocab"]

    @torch.no_grad()
    def encode(self, texts: list[str], longest: int, batch: int) -> np.ndarray:
        """Directions of length 1. `longest` in word pieces."""
        ids = [[BEGIN] + self._pieces(text)[: longest - 2] + [END] for text in texts]
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        result = np.zeros((len(ids), WIDTH), np.float32)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            for row, direction in zip(chosen, self._forward([ids[at] for at in chosen])):
                result[row] = direction.numpy()
        return result

    def _forward(self, ids: list[list[int]]) -> torch.Tensor:
        length = max(len(one) for one in ids)
        pieces = torch.zeros(len(ids), length, dtype=torch.long)
        mask = torch.zeros(len(ids), length)
        for row, one in enumerate(ids):
            pieces[row, : len(one)] = torch.tensor(one)
            mask[row, : len(one)] = 1
        hidden = self._norm(
            F.embedding(pieces, self._get("embeddings.word_embeddings.weight"))
            + self._get("embeddings.position_embeddings.weight")[:length]
            + self._get("embeddings.token_type_embeddings.weight")[0],
            "embeddings.LayerNorm",
        )
        hide = (1 - mask)[:, None, None, :] * -1e9
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(hidden, at + "attention.self." + name)
                .view(len(ids), length, HEADS, WIDTH // HEADS)
                .transpose(1, 2)
                for name in ("query", "key", "value")
            )
            attention = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + hide, -1) @ value
            attention = attention.transpose(1, 2).reshape(len(ids), length, WIDTH)
            attention = self._linear(attention, at + "attention.output.dense")
            hidden = self._norm(hidden + attention, at + "attention.output.LayerNorm")
            forward = F.gelu(self._linear(hidden, at + "intermediate.dense"))
            forward = self._linear(forward, at + "output.dense")
            hidden = self._norm(hidden + forward, at + "output.LayerNorm")
        mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(mean, dim=1)

    def _get(self, name: str) -> torch.Tensor:
        return self._weights[self._prefix + name]

    def _linear(self, values: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(values, self._get(name + ".weight"), self._get(name + ".bias"))

    def _norm(self, values: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(values, (WIDTH,), self._get(name + ".weight"), self._get(name + ".bias"), 1e-12)

    def _pieces(self, text: str) -> list[int]:
        """WordPiece: the longest known beginning of what is left of a word, again and again."""
        text = unicodedata.normalize("NFD", text.lower())
        text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
        pieces = []
        for word in re.findall(r"\w+|[^\w\s]", text.replace("_", " _ ")):
            start, found = 0, []
            while start < len(word):
                end = len(word)
                while end > start and ("##" if start else "") + word[start:end] not in self._vocabulary:
                    end -= 1
                if end == start:
                    found = ["[UNK]"]
                    break
                found.append(("##" if start else "") + word[start:end])
                start = end
            pieces += found
        return [self._vocabulary[piece] for piece in pieces]


def _read_safetensors(path: Path) -> dict[str, torch.Tensor]:
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] not in ("F16", "F32"):
            continue
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        kind = {"F16": np.float16, "F32": np.float32}[entry["dtype"]]
        values = np.frombuffer(data[start:end], dtype=kind).reshape(entry["shape"])
        tensors[name] = torch.tensor(values.astype(np.float32))
    return tensors
