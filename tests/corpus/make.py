#!/usr/bin/env python3
"""python3 make.py OUT writes the corpus that the files beside this one make: OUT/<name>/ are records, OUT/<name>.receipt.json receipts, and OUT/corpus.json is a list of

    {"name": …, "dir": …, "receipt": file or null, "records": null, "last": null, "verdicts": {}, "expect": {"<check>": "FAIL" | "PASS" | "NOT CHECKED" | null, …},
     "verified": true or false}

`expect` holds the checks that must come out so (others may be anything); those with null must not be listed. Paths are relative to OUT. Where `records` is a list of names
instead, the records are the folders with these names in `dir`, and are given together in this order; `expect` then names checks as "<record>/<check>", `verified` is
whether they are VERIFIED TOGETHER, `last` may be the last line that must be said of them, and `verdicts` has the verdicts that must be said of single records. All is as a
verifier must say that can check the signature of a beacon.
"""

import json
import os
import shutil
import sys

sys.dont_write_bytecode = True
import changes  # noqa: E402
import solved, drawn, rehearsals, panels  # noqa: E401, E402, F401  (single records)
import follow, reserves, parts, terms, rivals  # noqa: E401, E402, F401  (records that follow others)
import line, carried, barred, times, forms  # noqa: E401, E402, F401
import together, notes, fairness  # noqa: E401, E402, F401  (what verdicts say)


def write_entry(entry, out):
    folder = os.path.join(out, entry["name"])
    shutil.copytree(os.path.join(changes.VECTORS, entry["base"]), folder)
    entry["change"](folder)
    receipt = None
    if entry["receipt"] is not None:
        receipt = entry["name"] + ".receipt.json"
        with open(os.path.join(out, receipt), "w", encoding="utf-8") as file:
            json.dump(entry["receipt"](), file, ensure_ascii=False, indent=1)
    records = sorted(os.listdir(folder)) if entry["chain"] else None
    return {**{key: entry[key] for key in ("expect", "last", "name", "verdicts", "verified")}, "dir": entry["name"], "receipt": receipt, "records": records}


def write_corpus(out):
    """Writes the corpus into a folder that is empty or does not exist; returns what corpus.json holds."""
    os.makedirs(out, exist_ok=True)
    if os.listdir(out):
        raise SystemExit("%s is not empty" % out)
    names = [entry["name"] for entry in changes.CORPUS]
    assert len(set(names)) == len(names), sorted(name for name in set(names) if names.count(name) > 1)
    written = [write_entry(entry, out) for entry in changes.CORPUS]
    with open(os.path.join(out, "corpus.json"), "w", encoding="utf-8") as file:
        json.dump(written, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return written


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python3 make.py OUT")
    print("%d records in %s" % (len(write_corpus(sys.argv[1])), sys.argv[1]))
