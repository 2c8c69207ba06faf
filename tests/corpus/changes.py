"""The tools of the corpus: changes of a folder that holds a record, and the list of records that somebody tampered with.

Each entry is a test vector (tests/vectors) and one change, with the checks that must notice it; the files beside this one make the entries. The list is data for any verifier: `make.py`
writes the folders and corpus.json. Where a tamperer would have mended the hashes that lie open, the change is followed by `mend`, so that the check that is named must notice by itself.
"""

import json
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VECTORS = os.path.join(HERE, "..", "vectors")
sys.dont_write_bytecode = True
sys.path.insert(0, VECTORS)
import make as producer  # noqa: E402  (the producer of the vectors)

PREFIX = "REHEARSAL-"
F = "files.present"

# --- Changes: functions that take a folder -----------------------------------------------------------------------------------------------


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def both(*changes):
    def change(folder):
        for one in changes:
            one(folder)
    return change


def swap(name, old, new, count=1):
    """Replaces bytes, which must stand there."""
    old, new = (x.encode() if isinstance(x, str) else x for x in (old, new))

    def change(folder):
        data = read(folder, name)
        assert old in data, "%s is not in %s of %s" % (old, name, folder)
        write(folder, name, data.replace(old, new, count))
    return change


def data(name, function):
    return lambda folder: write(folder, name, function(read(folder, name)))


def js(name, function):
    """Changes the value of a JSON file; `function` changes it in place."""
    def change(folder):
        value = json.loads(read(folder, name))
        function(value)
        write(folder, name, json.dumps(value, ensure_ascii=False, indent=1).encode())
    return change


def put(*keys_and_value):
    """Sets value[k1][k2]... = the last argument."""
    *keys, last, new = keys_and_value

    def change(value):
        for key in keys:
            value = value[key]
        value[last] = new
    return change


def drop(*names):
    return lambda folder: [os.remove(os.path.join(folder, name)) for name in names]


def fetch(name, vector):
    return lambda folder: shutil.copyfile(os.path.join(VECTORS, vector, name), os.path.join(folder, name))


def mend(folder):
    """What a tamperer would do: the hashes in setup.json, and then in commit.txt, follow the files. (Leaves and fingerprint do not.)"""
    prefix = "REHEARSAL-" if any(name.startswith("REHEARSAL-") for name in os.listdir(folder)) else ""
    digest = lambda name: producer.sha(read(folder, prefix + name))  # noqa: E731
    if os.path.exists(os.path.join(folder, prefix + "setup.json")):
        js(prefix + "setup.json", lambda value: value["files"].update({name: digest(name) for name in value["files"]}))(folder)
    if os.path.exists(os.path.join(folder, prefix + "commit.txt")):
        lines = read(folder, prefix + "commit.txt").decode().split("\n")
        for at, line in enumerate(lines):
            if line.startswith("file ") and os.path.exists(os.path.join(folder, prefix + line.split(" ")[2])):
                lines[at] = "file %s %s" % (digest(line.split(" ")[2]), line.split(" ")[2])
        write(folder, prefix + "commit.txt", "\n".join(lines).encode())


def redraw(folder):
    """result.json and the sheets follow whatever seed stands in result.json, for a vector of the pool `EIGHT`."""
    value = json.loads(read(folder, "result.json"))
    lottery = json.loads(read(folder, "lottery.json"))
    panels = [(panel["members"], panel["tickets"]) for panel in lottery["panels"]]
    commit = read(folder, "commit.txt")
    source = [line for line in commit.decode().split("\n") if line.startswith("seed ")][0][5:]
    seed = value["draw"]["seed"]
    last = "%s %s" % (source, seed) if source.startswith("beacon") else "text " + producer.text_digest(seed)
    key = producer.sha(("klero/seed/2\nfingerprint %s\n%s\n" % (producer.sha(commit), last)).encode())
    ticket = producer.ticket_of_key(bytes.fromhex(key), lottery["tickets"])
    value["fingerprint"] = producer.sha(commit)
    value["draw"].update(key=key, ticket=ticket)
    write(folder, "result.json", json.dumps(value, ensure_ascii=False).encode())
    seat(producer.panel_of_ticket(panels, ticket))(folder)


def seat(number):
    """result.json and the sheets say that this panel was drawn."""
    def change(folder):
        members = json.loads(read(folder, "lottery.json"))["panels"][number - 1]["members"]
        js("result.json", put("draw", "panel", {"members": members, "number": number}))(folder)
        if os.path.exists(os.path.join(folder, "pool.csv")):
            pool = producer.Pool(producer.EIGHT, "id")
            write(folder, "selected.csv", pool.sheet(set(members)))
            write(folder, "remaining.csv", pool.sheet(set(range(1, 9)) - set(members)))
    return change


def only_solved(folder):
    drop("keys.json", "pool.leaves", "commit.txt", "result.json", "selected.csv", "remaining.csv")(folder)


def reroot(folder):
    """commit.txt follows pool.leaves, root and hash; then the draw follows, where there is one."""
    hashes = [bytes.fromhex(line) for line in read(folder, "pool.leaves").decode().split()]
    lines = read(folder, "commit.txt").decode().split("\n")
    lines = ["pool " + producer.root(hashes).hex() if line.startswith("pool ") else line for line in lines]
    write(folder, "commit.txt", "\n".join(lines).encode())
    mend(folder)


def beacon_of(signature, number):
    randomness = producer.sha(bytes.fromhex(signature))

    def change(folder):
        js("beacon.json", lambda value: value.update(signature=signature, randomness=randomness, round=number))(folder)
        js("result.json", put("draw", "seed", randomness))(folder)
        redraw(folder)
    return change


def panel(number, members=None, tickets=None):
    def change(value):
        held = value["panels"][number - 1]
        held["members"] = held["members"] if members is None else members
        held["tickets"] = held["tickets"] if tickets is None else held["tickets"] + tickets
    return change


def lines(name, function):
    def change(folder):
        found = read(folder, name).decode().split("\n")[:-1]
        function(found)
        write(folder, name, "".join(line + "\n" for line in found).encode())
    return change


def exchange(one, other):
    def change(found):
        found[one], found[other] = found[other], found[one]
    return change


def symlink(name):
    def change(folder):
        os.rename(os.path.join(folder, name), os.path.join(folder, "elsewhere"))
        os.symlink("elsewhere", os.path.join(folder, name))
    return change


def directory(name):
    return both(drop(name), lambda folder: os.mkdir(os.path.join(folder, name)))


def sparse(name, size):
    return lambda folder: os.truncate(os.path.join(folder, name), size)


def deep_branches(levels):
    """Cut 2 of `solved_cuts` already has one branch; below its `low` come more, all but the last of which have an empty half."""
    def change(value):
        proof = value["cuts"][1]["proof"]
        for _ in range(levels - 1):
            proof["low"] = {"at": "0", "high": {"multipliers": {}, "scale": "0"}, "low": proof["low"], "type": 1}
            proof = proof["low"]
    return change


def far_tickets(folder):
    """A thousand million tickets go from panel 1 to panel 2, and the probabilities follow: the lottery is not the fairest any more."""
    js("lottery.json", lambda value: (panel(1, tickets=-10**10)(value), panel(2, tickets=10**10)(value)))(folder)
    held = {"1": -10**10, "2": -10**10, "3": 10**10, "5": 10**10}

    def rows(found):
        for at, line in enumerate(found[1:], 1):
            number, identifier, _, tickets = line.split(",")
            tickets = int(tickets) + held.get(number, 0)
            found[at] = "%s,%s,0.%012d,%d" % (number, identifier, tickets, tickets)
    lines("probabilities.csv", rows)(folder)


# --- The corpus ----------------------------------------------------------------------------------------------------------------------------

CORPUS = []


def tamper(name, base, change, *failing, **other):
    """`failing` are the checks that must FAIL; what `expect` maps to None must not be listed. `receipt`: a function that gives the value of a receipt. `chain`: the folder holds
    records, in folders, that are given together; then checks are named <folder>/<check>, `verified` is that of all together, `last` may be the last line, and
    `verdicts` those of single records, by their folders."""
    expect = {identifier: "FAIL" for identifier in failing}
    expect.update(other.get("expect", {}))
    CORPUS.append({"name": name, "base": base, "change": change, "expect": expect, "receipt": other.get("receipt"), "verified": other.get("verified", False),
                   "chain": other.get("chain", False), "last": other.get("last"), "verdicts": other.get("verdicts", {})})


def nothing(_):
    pass


def of_vector(record, number, change=nothing):
    """The receipt of a member of a vector, and a change of it."""
    def make():
        with open(os.path.join(VECTORS, "receipts", record, "%d.json" % number), encoding="utf-8") as file:
            value = json.load(file)
        change(value)
        return value
    return make


def receipt(name, number, change, *failing, base="public_drawn_beacon", of="drawn_beacon", **other):
    tamper("receipt_" + name, base, nothing, *failing, receipt=of_vector(of, number, change), **other)
