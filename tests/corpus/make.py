#!/usr/bin/env python3
"""python3 make.py OUT writes the corpus of tamper.py: OUT/<name>/ are records, OUT/<name>.receipt.json receipts, and OUT/corpus.json is a list of

    {"name": …, "dir": …, "receipt": file or null, "records": null, "last": null, "expect": {"<check>": "FAIL" | "PASS" | "NOT CHECKED", …}, "verified": true or false}

`expect` holds the checks that must come out so (others may be anything); paths are relative to OUT. Where `records` is a list of names instead, the
records are the folders with these names in `dir`, and are given together in this order; `expect` then names checks as "<record>/<check>", and
`verified` is whether they are VERIFIED TOGETHER, and `last` may be the last line that must be said of them. All is as a verifier must say that can check
the signature of a beacon.
"""

import json
import os
import shutil
import sys

sys.dont_write_bytecode = True
import tamper  # noqa: E402
import follow  # noqa: E402, F401  (adds to the corpus)
import rivals  # noqa: E402, F401  (too)


def write_entry(entry, out):
    folder = os.path.join(out, entry["name"])
    shutil.copytree(os.path.join(tamper.VECTORS, entry["base"]), folder)
    entry["change"](folder)
    receipt = None
    if entry["receipt"] is not None:
        record, number, change = entry["receipt"]
        with open(os.path.join(tamper.VECTORS, "receipts", record, "%d.json" % number), encoding="utf-8") as file:
            value = json.load(file)
        change(value)
        receipt = entry["name"] + ".receipt.json"
        with open(os.path.join(out, receipt), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
    records = sorted(os.listdir(folder)) if entry["chain"] else None
    return {"dir": entry["name"], "expect": entry["expect"], "last": entry["last"], "name": entry["name"], "receipt": receipt, "records": records, "verified": entry["verified"]}


def write_corpus(out):
    """Writes the corpus into a folder that is empty or does not exist; returns what corpus.json holds."""
    os.makedirs(out, exist_ok=True)
    if os.listdir(out):
        raise SystemExit("%s is not empty" % out)
    names = [entry["name"] for entry in tamper.CORPUS]
    assert len(set(names)) == len(names), sorted(name for name in set(names) if names.count(name) > 1)
    written = [write_entry(entry, out) for entry in tamper.CORPUS]
    with open(os.path.join(out, "corpus.json"), "w", encoding="utf-8") as file:
        json.dump(written, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return written


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python3 make.py OUT")
    print("%d records in %s" % (len(write_corpus(sys.argv[1])), sys.argv[1]))
