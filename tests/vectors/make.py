#!/usr/bin/env python3
"""Writes the test vectors of docs/record.md: a record of each kind and form, receipts, and README.md with every number on the way.

    python3 make.py            writes them beside this file
    python3 make.py --check    says whether the files beside this one are what it would write; exit code 1 if not

Standard library only. Written from docs/record.md and docs/certificate.md alone; it shares no code with klero or with any verifier.
It solves nothing: the lotteries and certificates of these small pools were made by hand, and stand below.
"""

import hashlib
import hmac
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# The 25 characters of Unicode's property White_Space.
WHITE_SPACE = "".join(map(chr, [9, 10, 11, 12, 13, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]))

# Real rounds of drand's quicknet chain: round -> signature.
ROUNDS = {
    123: "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92",
    1000: "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
    657413: "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
}

MASTER = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
PERSONAL = (
    "pool.csv", "setup.json", "probabilities.csv", "certificate.json", "keys.json", "selected.csv", "remaining.csv", "alternates.json", "panels.csv",
    "new.csv", "alternates.csv")


# --- Small tools ----------------------------------------------------------------------------------------------------------------


def trim(text):
    return text.strip(WHITE_SPACE)


def sha(data):
    return hashlib.sha256(data).hexdigest()


def compact(value):
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def pretty(value):
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def csv_cell(cell):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\n\r') else cell


def csv_text(rows):
    return "".join(",".join(map(csv_cell, row)) + "\n" for row in rows).encode()


# --- Members (section "Members and their numbers") --------------------------------------------------------------------------------


class Pool:
    """A pool as it was made here: `lines` is what stands in the file, one list of cells a row; the first is the header."""

    def __init__(self, lines, id_column):
        self.lines, self.header = lines, lines[0]
        rows = [row for row in lines[1:] if any(trim(cell) for cell in row)]
        if id_column is not None:
            rows = [row for at, row in enumerate(rows) if row not in rows[:at]]
        self.rows = rows  # in the order of the file, blank and repeated ones left out
        place = None if id_column is None else self.header.index(id_column)
        ids = [str(at) if place is None else trim(row[place]) for at, row in enumerate(rows, 1)]
        order = sorted(range(len(rows)), key=lambda at: ids[at].encode())
        self.ids = [ids[at] for at in order]
        self.members = [rows[at] for at in order]  # member i at i - 1
        self.number_of_row = {at: number for number, at in enumerate(order, 1)}

    def cells(self, number, columns):
        return [trim(self.members[number - 1][self.header.index(column)]) for column in columns]

    def sheet(self, numbers):
        """selected.csv, remaining.csv or new.csv: the rows of these members, in the order of the pool."""
        return csv_text([self.header] + [row for at, row in enumerate(self.rows) if self.number_of_row[at] in numbers])

    def sheet_in_order(self, column, firsts_and_numbers):
        """panels.csv or alternates.csv: the rows of these members in this order, with one more cell in front."""
        return csv_text([[column] + self.header] + [[first] + self.members[number - 1] for first, number in firsts_and_numbers])

    def order(self, number):
        """Where the pool has the row of this member."""
        return next(at for at, known in self.number_of_row.items() if known == number)


# --- The leaves (section "keys.json, salts and leaves") -----------------------------------------------------------------------------


def salt(number):
    return hmac.new(bytes.fromhex(MASTER), b"klero/salt/1 %d" % number, hashlib.sha256).hexdigest()


def json_string(text):
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(short.get(c) or ("\\u%04x" % ord(c) if c < " " else c) for c in text) + '"'


def json_list(items):
    return "[" + ",".join(items) + "]"


def member_leaf(features, household, identifier, name, number):
    pairs = [json_list([json_string(column), json_string(cell)]) for column, cell in features]
    return '{"features":%s,"household":%s,"id":%s,"name":%s,"number":%d,"salt":"%s"}' % (
        json_list(pairs), json_list(map(json_string, household)), json_string(identifier), json_list(map(json_string, name)), number, salt(number))


def leaf_hash(leaf):
    return hashlib.sha256(b"\x00" + leaf.encode()).digest()


def split(count):
    """The largest power of two below count."""
    p = 1
    while 2 * p < count:
        p *= 2
    return p


def root(hashes):
    if len(hashes) == 1:
        return hashes[0]
    p = split(len(hashes))
    return hashlib.sha256(b"\x01" + root(hashes[:p]) + root(hashes[p:])).digest()


def path(place, hashes):
    if len(hashes) == 1:
        return []
    p = split(len(hashes))
    if place < p:
        return path(place, hashes[:p]) + [root(hashes[p:])]
    return path(place - p, hashes[p:]) + [root(hashes[:p])]


# --- The ticket (section "The seed and the ticket") ----------------------------------------------------------------------------------


def quarter(s, a, b, c, d):
    for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[x] = (s[x] + s[y]) & 0xFFFFFFFF
        mixed = s[z] ^ s[x]
        s[z] = (mixed << turn | mixed >> (32 - turn)) & 0xFFFFFFFF


def chacha20_block(key, counter):
    words = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
    words += [int.from_bytes(key[at:at + 4], "little") for at in range(0, 32, 4)]
    words += [counter & 0xFFFFFFFF, counter >> 32, 0, 0]
    state = list(words)
    for _ in range(10):
        for at in range(4):
            quarter(state, at, at + 4, at + 8, at + 12)
        for at in range(4):
            quarter(state, at, 4 + (at + 1) % 4, 8 + (at + 2) % 4, 12 + (at + 3) % 4)
    return b"".join(((x + y) & 0xFFFFFFFF).to_bytes(4, "little") for x, y in zip(state, words))


def key_stream_words(key, count):
    stream = b"".join(chacha20_block(key, block) for block in range((count + 7) // 8))
    return [int.from_bytes(stream[at:at + 8], "little") for at in range(0, 8 * count, 8)]


def ticket_of_key(key, tickets):
    limit = 2**64 // tickets * tickets
    return next(word for word in key_stream_words(key, 64) if word < limit) % tickets


def panel_of_ticket(panels, ticket):
    """The number of the panel that holds the ticket."""
    for number, (_, tickets) in enumerate(panels, 1):
        if ticket < tickets:
            return number
        ticket -= tickets
    raise ValueError("no such ticket")


def text_digest(text):
    return sha(text.encode())


# --- A record ---------------------------------------------------------------------------------------------------------------------


class Record:
    """Makes the files of a record, step by step; `files` maps their names to their bytes, `notes` are the lines of README.md.

    `split` says who sits on which of several panels, one list for each panel of the lottery; `before` is what setup.json says of the record that it
    follows; `wanted` is what alternates.json says otherwise than `asked_for`. In a rehearsal, the pool and the quotas come as they are, and get their first column here."""

    def __init__(self, pool, quotas, panels, certificate, size, id_column, features, rules=None, pool_bytes=None, split=None, before=None, wanted=None,
                 rehearsal=False):
        self.rehearsal = rehearsal
        if rehearsal:
            pool = Pool([["REHEARSAL"] + row for row in [pool.header] + pool.rows], id_column)
            quotas = [["REHEARSAL"] + row for row in quotas]
        self.pool, self.panels, self.size, self.features = pool, panels, size, features
        self.split, self.before = split, before
        self.together = max(map(max, split)) if split else None
        self.tickets = sum(tickets for _, tickets in panels)
        self.rules = rules or {"apart": [], "exclude": [], "household_columns": [], "household_limit": 1, "include": []}
        self.notes, self.leaves, self.fingerprint, self.objective = [], [], None, "leximin" if certificate else "maximin"
        by_member = [sum(w for members, w in panels if number in members) for number in range(1, len(pool.members) + 1)]
        self.by_member = by_member
        self.files = {
            "quotas.csv": csv_text(quotas),
            "pool.csv": pool_bytes or csv_text(pool.lines),
            "lottery.json": compact({
                "format": self.format("lottery/1"),
                "panels": [{"members": members, "tickets": w} for members, w in panels],
                "size": size,
                "tickets": self.tickets,
            }),
            "probabilities.csv": csv_text([[*self.mark(), "number", "id", "probability", "tickets"]] + [
                [*self.mark(), str(number), pool.ids[number - 1], self.decimal(w), str(w)] for number, w in enumerate(by_member, 1)]),
        }
        if certificate:
            self.files["certificate.json"] = pretty({**certificate, "format": self.format("certificate/1")})
        if split:
            self.files["split.json"] = compact({"format": self.format("split/1"), "panels": split})
        if before and before["step"].startswith("alternates"):
            asked = asked_for(size, len(pool.members) - len(self.rules["exclude"]), before["result"])
            self.files["alternates.json"] = pretty({**asked, "format": self.format("alternates/1"), **(wanted or {})})
        self.files["setup.json"] = pretty({
            **({"before": before} if before else {}),
            "files": {name: sha(data) for name, data in self.files.items()},
            "format": self.format("setup/1"),
            "id_column": id_column,
            "members": len(pool.members),
            "objective": self.objective,
            **({"panels": self.together} if split else {}),
            "rules": self.rules,
            "size": size,
            "tickets": self.tickets,
        })

    def format(self, name):
        return ("klero/rehearsal/" if self.rehearsal else "klero/") + name

    def mark(self):
        return ["REHEARSAL"] if self.rehearsal else []

    def decimal(self, tickets):
        """tickets/M with 12 digits after the point, rounded half up."""
        scaled = (2 * tickets * 10**12 + self.tickets) // (2 * self.tickets)
        return "%d.%012d" % divmod(scaled, 10**12)

    def note(self, name, value):
        self.notes.append("%s: `%s`" % (name, value))

    def commit(self, seed, published, name_columns, draw=1, previous=()):
        count = len(self.pool.members)
        self.leaves = ['{"number":0,"salt":"%s","setup":"%s"}' % (salt(0), sha(self.files["setup.json"]))]
        for number in range(1, count + 1):
            features = list(zip(self.features, self.pool.cells(number, self.features)))
            household = self.pool.cells(number, self.rules["household_columns"])
            self.leaves.append(member_leaf(features, household, self.pool.ids[number - 1], self.pool.cells(number, name_columns), number))
        self.hashes = [leaf_hash(leaf) for leaf in self.leaves]
        self.files["keys.json"] = compact({"format": self.format("keys/1"), "master": MASTER, "name_columns": name_columns})
        self.files["pool.leaves"] = "".join(h.hex() + "\n" for h in self.hashes).encode()
        lines = [self.format("commit/1"), "assembly Bürgerrat Beispielstadt", "draw %d" % draw, "attempt %d" % (len(previous) + 1)]
        lines += ["previous " + fingerprint for fingerprint in previous]
        if self.before:
            lines.append("before %s %s %s" % (self.before["step"], self.before["fingerprint"] or "none", self.before["result"]))
        lines += ["published " + published, "members %d" % count, "size %d" % self.size]
        lines += ["panels %d" % self.together] if self.split else []
        lines += ["tickets %d" % self.tickets]
        lines += ["objective " + self.objective, "pool " + root(self.hashes).hex(), "seed " + seed]
        fixed = [name for name in ("certificate.json", "lottery.json", "pool.leaves", "quotas.csv", "split.json") if name in self.files]
        lines += ["file %s %s" % (sha(self.files[name]), name) for name in fixed]
        self.files["commit.txt"] = "".join(line + "\n" for line in lines).encode()
        self.fingerprint, self.seed = sha(self.files["commit.txt"]), seed
        same_pool = self.before and self.before["step"] != "rotate"  # then README.md has the leaves already
        for number, leaf in enumerate(self.leaves[:1] if same_pool else self.leaves):
            self.note("salt %d" % number, salt(number))
            self.note("leaf %d" % number, leaf)
            self.note("SHA-256 of 0x00 and leaf %d" % number, self.hashes[number].hex())
        self.note("pool root", root(self.hashes).hex())
        self.note("fingerprint", self.fingerprint)
        return self

    def lines_at_once(self, said):
        """The lines of the key without a commitment."""
        fixed = [name for name in ("lottery.json", "probabilities.csv", "quotas.csv", "split.json") if name in self.files]
        return [self.format("seed/1"), *("%s %s" % (name.split(".")[0], sha(self.files[name])) for name in fixed), "text " + text_digest(said)]

    def draw(self, said=None):
        """From what was committed to; `said` is the phrase or the digits. Without a commitment, from the seed text `said`."""
        if self.fingerprint is None:
            lines, seed = self.lines_at_once(said), said
        else:
            source = self.seed.split(" ")
            lines = [self.format("seed/2"), "fingerprint " + self.fingerprint]
            if source[0] == "digits":
                lines, seed = None, said
            elif source[0] == "phrase":
                lines.append("text " + text_digest(said))
                seed = said
            else:
                number = int(source[2])
                seed = sha(bytes.fromhex(ROUNDS[number]))
                self.files["beacon.json"] = compact({
                    "chain": "drand:quicknet", "format": self.format("beacon/1"), "randomness": seed, "round": number, "signature": ROUNDS[number]})
                lines.append("beacon drand:quicknet %d %s" % (number, seed))
        self.note("seed", seed)
        if lines is None:
            key, ticket = None, int(seed)
        else:
            for line in lines:
                self.note("line of the key", line)
            key = sha("".join(line + "\n" for line in lines).encode())
            self.note("key", key)
            for at, word in enumerate(key_stream_words(bytes.fromhex(key), 4), 1):
                self.note("word %d of the key stream" % at, word)
            self.note("L, the largest multiple of M = %d that is at most 2^64" % self.tickets, 2**64 // self.tickets * self.tickets)
            ticket = ticket_of_key(bytes.fromhex(key), self.tickets)
        number = panel_of_ticket(self.panels, ticket)
        members = self.panels[number - 1][0]
        self.note("ticket", ticket)
        self.note("panel", "%d, members %s" % (number, " ".join(map(str, members))))
        self.files["result.json"] = pretty({
            "draw": {"key": key, "panel": {"members": members, "number": number}, "seed": seed, "ticket": ticket},
            "fingerprint": self.fingerprint,
            "format": self.format("result/2"),
        })
        self.files["selected.csv"] = self.pool.sheet(set(members))
        self.files["remaining.csv"] = self.pool.sheet(set(range(1, len(self.pool.members) + 1)) - set(members))
        self.drawn = members
        if self.split:
            seats = sorted((seat, self.pool.order(member), member) for seat, member in zip(self.split[number - 1], members))
            self.files["panels.csv"] = self.pool.sheet_in_order("panel", [(str(seat), member) for seat, _, member in seats])
        step = self.before["step"].split("/")[0] if self.before else None
        if step in ("replace", "rotate"):
            self.files["new.csv"] = self.pool.sheet(set(members) - set(self.rules["include"]))
        if step == "alternates":
            source = "digits " + seed if key is None else "key " + key
            rank = {member: sha(("%s\n%s\nmember %d\n" % (self.format("order/1"), source, member)).encode()) for member in members}
            for member in members:
                self.note("SHA-256 for the order of member %d" % member, rank[member])
            called = sorted(members, key=rank.get)
            self.files["alternates.csv"] = self.pool.sheet_in_order("order", [(str(at), member) for at, member in enumerate(called, 1)])
        return self

    def written(self, public=False):
        """The files as they lie in the folder."""
        prefix = "REHEARSAL-" if self.rehearsal else ""
        return {prefix + name: data for name, data in self.files.items() if not (public and name in PERSONAL)}

    def followed(self, step, alternates=None, former=()):
        """What the setup.json of a record says that follows this one."""
        result_of = lambda record: sha(record.files["result.json"])  # noqa: E731
        return {
            "alternates": alternates and result_of(alternates),
            "fingerprint": self.fingerprint,
            "former": sorted(map(result_of, former)),
            "result": result_of(self),
            "step": step,
        }

    def receipt(self, number):
        return pretty({
            "fingerprint": self.fingerprint,
            "format": self.format("receipt/1"),
            "leaf": self.leaves[number],
            "path": [h.hex() for h in path(number, self.hashes)],
            "tickets": self.by_member[number - 1],
        })


def asked_for(alternates, candidates, result):
    """alternates.json as docs/alternates.md has it, for a panel of three of whom one in five drops out. No format says what these figures must be."""
    decimals = lambda figure: "%.6f" % figure  # noqa: E731
    left = [(0.671333, 0.671458, 0.512, 0.50875), (0.298667, 0.300292, 0.896, 0.7685), (0.033333, 0.032292, 0.992, 0.96125), (0, 0, 1, 1)]
    names = ("chosen", "deviation", "filled", "kept", "whole")
    none_left = {"deviation": decimals(0), "kept": decimals(1), "whole": decimals(1)}
    return {
        "alternates": alternates,
        "candidates": candidates,
        "chosen_on": 1000,
        "drop_outs": {"expected": decimals(0.6), "members": [{"members": 3, "probability": "1/5"}], "of": "everybody"},
        "key": sha(("klero/alternates/1\nresult %s\n" % result).encode()),
        "kinds": [{"alternates": 1, "features": {"age": "30+", "gender": "female"}}, {"alternates": 2, "features": {"age": "30+", "gender": "male"}}],
        "lottery": {"best": none_left, "drawn": none_left},
        "over_recruit": 3,
        "panel": 3,
        "table": [{**{name: decimals(figure) for name, figure in zip(names, (*held, held[-1]))}, "alternates": at, "settled": True}
                  for at, held in enumerate(left)],
        "told_on": 4000,
        "way": "by-quotas",
    }


# --- The pool of eight ---------------------------------------------------------------------------------------------------------------

# Numbered by the bytes of their identifiers: 10, 9, B, a1, a2, z, z9, é1. Cells keep their white space, quotation marks, accents in two
# characters (Nil Ç) and numbers with leading zeros; one row is blank, and one stands twice.
EIGHT = [
    ["id", "name", "Gender", "age", "phone"],
    ["z", "Ada", "female", "30+", "0123"],
    ["10", 'Ben "Bo" Lee', "male", "30+", "0456"],
    ["9", "C\u0327elik, Nil", "Female", "16-29", ""],
    ["", " ", "", "", ""],
    ["é1", "Dov\\\tTab", "male", "16-29", "=1+2"],
    [" B ", "Eve", "FEMALE ", "16-29", "\u00a007"],
    ["a1", "Fay 😀", "male", "16\u002d29", "0789"],
    ["10", 'Ben "Bo" Lee', "male", "30+", "0456"],
    ["z9", "Gil\nof two lines", " female", "30+", "0"],
    ["a2", "", "Male", "30+", "+44 1"],
]
TWO_BY_TWO = [
    ["feature", "value", "min", "max"],
    ["gender", "female", "1", "1"],
    ["gender", "male", "1", "1"],
    ["age", "16-29", "1", "1"],
    ["age", "30+", "1", "1"],
]
# The pairs of a young woman and an older man are [1, 2], [1, 3], [2, 5], [3, 5], those of an older woman and a young man the others.
PAIRS = [[1, 2], [3, 5], [4, 6], [4, 7], [6, 8], [7, 8]]


def shares(*tickets):
    return [(members, w) for members, w in zip(PAIRS, tickets) if w]


def one_stage(types):
    """Everybody has 2/8: the size of the panel says so."""
    return {
        "cuts": [],
        "format": "klero/certificate/1",
        "objective": "leximin",
        "stages": [{"multipliers": {"size": "1"}, "types": list(range(1, types + 1)), "value": "1/4"}],
        "types": types,
    }


def eight(tickets=10**12, certified=True, rehearsal=False):
    panels = shares(*(tickets * eighths // 8 for eighths in (2, 2, 1, 1, 1, 1)))
    return Record(Pool(EIGHT, "id"), TWO_BY_TWO, panels, one_stage(4) if certified else None, 2, "id", ["Gender", "age"], rehearsal=rehearsal)


# The same kinds of people without identifiers: known by the numbers of their rows. Two of them (4 and 8) are alike in every cell. The file has
# a byte-order mark and CRLF line ends, and its last line does not end.
ROWS = [
    ["name", "gender", "age"],
    ["Ada", "male", "30+"],
    ["Ben", "female", "16-29"],
    ["", "", ""],
    ["Cas", "female", "16-29"],
    ["Dov", "male", "16-29"],
    ["Eve", "male", "30+"],
    ["Fay", "female", "30+"],
    ["Gil", "female", "30+"],
    ["Dov", "male", "16-29"],
]


def rows():
    text = b"\xef\xbb\xbf" + csv_text(ROWS).replace(b"\n", b"\r\n")[:-2]
    quotas = [["max", "category", "name", "min", "note"]] + [[row[3], row[0], row[1], row[2] + ".0", ""] for row in TWO_BY_TWO[1:]]
    return Record(Pool(ROWS, None), quotas, shares(2, 2, 1, 1, 0, 1), one_stage(4), 2, None, ["gender", "age"], pool_bytes=text)


# Three seats with rules. p1 sits always and p2 never; p3 and p5, p6 and p7, p2 and p8 live together; p4 and p8 are kept apart.
RULED = [
    ["id", "name", "gender", "age", "street", "town"],
    ["p1", "Ada", "female", "30+", "1 High Street", "Ely"],
    ["p2", "Ben", "male", "30+", "Élan 3", "Ely"],
    ["p3", "Cas", "female", "16-29", "12a, Mill Lane", "Ely"],
    ["p4", "Dov", "male", "30+", "", " "],
    ["p5", "Eve", "male", "16-29", "12A mill-lane", " ELY"],
    ["p6", "Fay", "female", "16-29", "12a, Mill Lane", "Bath"],
    ["p7", "Gil", "male", "16-29", "12 a Mill\u00a0Lane", "bath."],
    ["p8", "Hal", "female", "30+", "E\u0301lan 3", "ely"],
]
RULED_QUOTAS = [
    ["feature", "value", "min", "max", "min_flex", "max_flex"],
    ["gender", "female", "1", "2", "0", "3"],
    ["gender=female & age=16-29", "", "0", "1", "", ""],
    ["gender", "male", "1", "2", "", ""],
    ["age", "16-29", "1", "2", "", ""],
    ["", "", "", "", "", ""],
    ["age", "30+", "1", "2", "", ""],
    ["age & gender", "30+ & male", "0", "1", "", ""],
]
RULES = {"apart": [[4, 8]], "exclude": [2], "household_columns": ["street", "town"], "household_limit": 1, "include": [1]}
# Types: 1 {p1}, 2 {p2}, 3 {p3, p6}, 4 {p4}, 5 {p5, p7}, 6 {p8}.
RULED_CERTIFICATE = {
    "cuts": [],
    "format": "klero/certificate/1",
    "objective": "leximin",
    "stages": [
        {"multipliers": {"exclude 2": "1"}, "types": [2], "value": "0"},
        {"multipliers": {"include 1": "-1", "size": "1"}, "types": [3, 4, 5, 6], "value": "1/3"},
        {"multipliers": {}, "types": [1], "value": "1"},
    ],
    "types": 6,
}


def ruled():
    panels = [([1, 3, 4], 333333333333), ([1, 5, 6], 333333333333), ([1, 7, 8], 333333333334)]
    return Record(Pool(RULED, "id"), RULED_QUOTAS, panels, RULED_CERTIFICATE, 3, "id", ["gender", "age"], RULES)


# The example of docs/certificate.md: five volunteers, of whom only 000 and 111 can sit together.
FIVE = [["id", "x", "y", "z"]] + [[bits, *bits] for bits in ("000", "011", "101", "110", "111")]
FIVE_QUOTAS = [["feature", "value", "min", "max"]] + [[feature, value, "1", "1"] for feature in "xyz" for value in "01"]
FIVE_CERTIFICATE = {
    "cuts": [
        {
            "most": "0",
            "proof": {"multipliers": {"quota 1": "2", "quota 2": "1", "quota 3": "-1", "quota 5": "-1"}, "scale": "2"},
            "weights": {"2": "1"},
        },
        {
            "most": "0",
            "proof": {
                "at": "0",
                "high": {"multipliers": {"quota 3": "1"}, "scale": "1"},
                "low": {"multipliers": {"quota 2": "1", "quota 3": "-1", "quota 5": "-1"}, "scale": "0"},
                "type": 1,
            },
            "weights": {"3": "1"},
        },
        {
            "most": "0",
            "proof": {"multipliers": {"cut 1": "1", "quota 1": "-1", "quota 5": "1"}, "scale": "1"},
            "weights": {"4": "1"},
        },
    ],
    "format": "klero/certificate/1",
    "objective": "leximin",
    "stages": [
        {"multipliers": {"cut 1": "1", "cut 2": "1", "cut 3": "1"}, "types": [2, 3, 4], "value": "0"},
        {"multipliers": {}, "types": [1, 5], "value": "1"},
    ],
    "types": 5,
}


def five():
    return Record(Pool(FIVE, "id"), FIVE_QUOTAS, [([1, 5], 1000)], FIVE_CERTIFICATE, 2, "id", ["x", "y", "z"])


# --- The pool of twelve: several panels, and records that follow others ---------------------------------------------------------------

# Numbered m1 to m9 (1 to 9), then w1 to w3 (10 to 12). One woman and two men sit on a panel, at most one young man.
TWELVE = [
    ["id", "name", "gender", "age"],
    ["w2", "Pia", "female", "16-29"],
    ["m9", "Uwe", "male", "30+"],
    ["m1", "Lou, jr.", "male", "16-29"],
    ["m5", "Max", "male", "30+"],
    ["w3", "Rut", "female", "30+"],
    ["m2", "Ned", "male", "30+"],
    ["m8", "Ole", "male", "30+"],
    ["m4", "Per", "male", "16-29"],
    ["m3", "Rex", "male", "30+"],
    ["w1", "Sue", "female", "30+"],
    ["m7", "Tim", "male", "16-29"],
    ["m6", "Ulf", "male", "30+"],
]
ONE_AND_TWO = [
    ["feature", "value", "min", "max"],
    ["gender", "female", "1", "1"],
    ["gender", "male", "2", "2"],
    ["age", "16-29", "0", "2"],
    ["age", "30+", "1", "3"],
    ["gender & age", "male & 16-29", "0", "1"],
]
FEATURES = ["gender", "age"]
MEN, WOMEN, YOUNG_MEN = range(1, 10), range(10, 13), {1, 4, 7}


def twelve(panels, certificate=None, **more):
    return Record(Pool(TWELVE, "id"), ONE_AND_TWO, panels, certificate, len(panels[0][0]), "id", FEATURES, **more)


def bare(**some):
    """Rules on single members."""
    return {"apart": [], "exclude": [], "household_columns": [], "household_limit": 1, "include": [], **some}


def men_then_women(men, women):
    """Nine tickets: men have 2/9 each on one panel, 4/9 on two; women 1/3 and 2/3. Types: 1 and 2 are men, 3 and 4 women."""
    return {
        "cuts": [],
        "format": "klero/certificate/1",
        "objective": "leximin",
        "stages": [
            {"multipliers": {"quota 2": "1"}, "types": [1, 2], "value": men},
            {"multipliers": {"quota 1": "1"}, "types": [3, 4], "value": women},
        ],
        "types": 4,
    }


def next_men(first, count):
    return [(first + at - 1) % 9 + 1 for at in range(count)]


def one_panel(certified=True):
    """The first draw: man i with the one after him, and the women in turn."""
    panels = sorted((sorted(next_men(i, 2) + [10 + i % 3]), 1) for i in range(1, 10))
    return twelve(panels, men_then_women("2/9", "1/3") if certified else None)


def two_panels(tickets=9):
    """Two panels of three at once: four men in a row, and two of the three women. With 10 tickets, the first has two (and no certificate)."""
    panels = sorted((sorted(next_men(i, 4) + [w for w in WOMEN if w != 10 + i % 3]), 1) for i in range(1, 10))
    panels[0] = (panels[0][0], tickets - 8)
    return twelve(panels, men_then_women("4/9", "2/3") if tickets == 9 else None, split=[seats_on_two(members) for members, _ in panels])


def seats_on_two(members):
    """One woman and two men on each panel, the young men apart: the one named first on panel 1."""
    men = sorted((m for m in members if m in MEN), key=lambda m: (m not in YOUNG_MEN, m))
    women = [w for w in members if w in WOMEN]
    first = {men[0], men[3], women[1]}
    return [1 if member in first else 2 for member in members]


def replaced(before, named, stay, gone, others=(), alternates=None, certified=False, tickets=None, **more):
    """Whoever stays sits; a man fills the place that is left. `before` is the record, `others` sit on its other panels."""
    exclude = sorted([*gone, *others])
    free = [m for m in MEN if m not in stay and m not in exclude]
    each, rest = divmod(tickets or len(free), len(free))
    panels = [(sorted([*stay, m]), each + (at < rest)) for at, m in enumerate(free)]
    panels.sort()
    rules = bare(exclude=exclude, include=sorted(stay))
    certificate = replaced_certificate(rules, len(free)) if certified else None
    return twelve(panels, certificate, rules=rules, before=before.followed(named, alternates), **more)


def replaced_certificate(rules, free):
    """One man and one woman stay; one man has dropped out. The place of the man who is missing is shared by all others."""
    types, type_of = {}, {}
    young = lambda m: m in YOUNG_MEN or m == 11  # noqa: E731
    for number in range(1, 13):
        kind = (number in MEN, young(number), "in" if number in rules["include"] else "out" if number in rules["exclude"] else "open")
        type_of[number] = types.setdefault(kind, len(types) + 1)
    (man, woman), (gone,) = rules["include"], rules["exclude"]
    assert man in MEN and woman in WOMEN and gone in MEN
    still_open = lambda some: sorted({type_of[n] for n in some if n not in rules["include"] and n != gone})  # noqa: E731
    return {
        "cuts": [],
        "format": "klero/certificate/1",
        "objective": "leximin",
        "stages": [
            {"multipliers": {"exclude %d" % type_of[gone]: "1"}, "types": [type_of[gone]], "value": "0"},
            {"multipliers": {"include %d" % type_of[woman]: "-1", "quota 1": "1"}, "types": still_open(WOMEN), "value": "0"},
            {"multipliers": {"include %d" % type_of[man]: "-1", "quota 2": "1"}, "types": still_open(MEN), "value": "1/%d" % free},
            {"multipliers": {}, "types": sorted([type_of[man], type_of[woman]]), "value": "1"},
        ],
        "types": len(types),
    }


def man_drops_out(members):
    """Who stays and who is gone when a man drops out; it is the young one, if there is one, so that the other may be joined by anybody."""
    men = [m for m in members if m in MEN]
    gone = next((m for m in men if m in YOUNG_MEN), men[0])
    return [m for m in members if m != gone], gone


def alternates_after(before, named, exclude, tickets=3, **more):
    """One woman and two men, from those who do not sit."""
    women, men = ([n for n in some if n not in exclude] for some in (WOMEN, MEN))
    old = [m for m in men if m not in YOUNG_MEN]
    panels = sorted((sorted([women[at % len(women)], men[at], next(m for m in old if m > men[at])]), 1) for at in range(2))
    panels[0] = (panels[0][0], tickets - 1)
    return twelve(panels, rules=bare(exclude=sorted(exclude)), before=before.followed(named), **more)


def new_term(before, gone_before):
    """A rotation: the woman and one man of the panel stay, the other man is not in the new pool, and `gone_before`, who sat earlier, rests."""
    man, leaves = [m for m in before.drawn if m in MEN]
    woman = next(w for w in before.drawn if w in WOMEN)
    held = {row[0]: row for row in TWELVE[1:]}
    known = [before.pool.ids[n - 1] for n in (man, woman, gone_before)]
    some = [row for row in TWELVE[1:] if row[0] not in known and row[0] != before.pool.ids[leaves - 1]]
    new = [["n1", "Zoe", "female", "30+"], ["a5", "Abe", "male", "30+"], ["zz", "Zac", "male", "30+"]]
    lines = [["id", "name", "gender", "age", "since"]] + [row + ["2"] for row in new] + [held[name] + ["1"] for name in known] + [row + ["1"] for row in some[:4]]
    pool = Pool(lines, "id")
    number = {name: at for at, name in enumerate(pool.ids, 1)}
    include, exclude = sorted(number[name] for name in known[:2]), [number[known[2]]]
    may = [n for n in number.values() if n not in include + exclude and pool.cells(n, ["gender", "age"]) == ["male", "30+"]]
    panels = sorted((sorted([*include, n]), 5) for n in may)
    return lambda former: Record(pool, ONE_AND_TWO, panels, None, 3, "id", FEATURES, rules=bare(exclude=exclude, include=include),
                                 before=before.followed("rotate", former=former))


def chain_replace():
    """Both from beacons, both certified."""
    first = one_panel().commit("beacon drand:quicknet 1000", "2023-08-23T12:00:00Z", ["name"]).draw()
    stay, gone = man_drops_out(first.drawn)
    second = replaced(first, "replace", stay, [gone], certified=True)
    return [
        ("Drawn from the beacon's round 1000: one woman and two men of twelve.", first),
        ("A man of that panel has dropped out; another one is drawn from the beacon's round 657413.",
         second.commit("beacon drand:quicknet 657413", "2023-09-10T09:00:00Z", ["name"], draw=2).draw()),
    ]


def chain_alternates():
    day = "2024-05-02T10:00:00Z"
    first = one_panel().commit("phrase", day, ["name"]).draw("rain on the roof")
    second = alternates_after(first, "alternates", first.drawn).commit("phrase", day, ["name"], draw=2).draw("a yellow bicycle")
    woman = next(m for m in second.drawn if m in WOMEN)
    stay, gone = man_drops_out(first.drawn)
    (man,), (lost,) = ([m for m in stay if m in some] for some in (MEN, WOMEN))
    third = replaced(first, "replace", [man, woman], [gone, lost], alternates=second)
    return [
        ("Drawn from a phrase.", first),
        ("Three alternates for that panel, drawn from a phrase.", second),
        ("A woman and a man have dropped out. A woman of the alternates has been called in; the man's place is drawn.",
         third.commit("phrase", "2024-06-03T10:00:00Z", ["name"], draw=3).draw("seven swans")),
    ]


def chain_rotate():
    day = "2025-01-07T18:30:00Z"
    first = one_panel().commit("phrase", day, ["name"]).draw("bread and butter")
    stay, gone = man_drops_out(first.drawn)
    second = replaced(first, "replace", stay, [gone], certified=True).commit("phrase", day, ["name"], draw=2).draw("salt and pepper")
    third = new_term(second, gone)([first]).commit("phrase", "2026-01-07T18:30:00Z", ["name"], draw=3)
    return [
        ("Drawn from a phrase.", first),
        ("A man has dropped out, another one is drawn.", second),
        ("A new term, from another pool: two members stay, one who sits is not in the pool, and the man who had dropped out rests.",
         third.draw("fish and chips")),
    ]


def chain_panels():
    day = "2024-09-01T08:00:00Z"
    first = two_panels(10).commit("digits 1", day, ["name"]).draw("4")
    number = json.loads(first.files["result.json"])["draw"]["panel"]["number"]
    on = {j: [m for m, seat in zip(first.drawn, first.split[number - 1]) if seat == j] for j in (1, 2)}
    stay, gone = man_drops_out(on[2])
    second = replaced(first, "replace/2", stay, [gone], on[1], tickets=10).commit("digits 1", day, ["name"], draw=2).draw("7")
    third = alternates_after(first, "alternates/1", first.drawn, tickets=10).commit("digits 1", day, ["name"], draw=3).draw("9")
    stay, gone = man_drops_out(on[1])
    fourth = replaced(first, "replace/1", stay, [gone], {*on[2], *second.drawn}, alternates=third, tickets=10)
    return [
        ("Two panels, drawn together with one digit.", first),
        ("A man of panel 2 has dropped out, another one is drawn.", second),
        ("Three alternates for panel 1, drawn with one digit.", third),
        ("A man of panel 1 has dropped out, another one is drawn; no alternate has been called in, though some were drawn.",
         fourth.commit("digits 1", day, ["name"], draw=4).draw("0")),
    ]


def chain_at_once():
    first = one_panel(certified=False).draw("spring")
    stay, gone = man_drops_out(first.drawn)
    second = replaced(first, "replace", stay, [gone]).draw("summer")
    third = alternates_after(second, "alternates", sorted({*second.drawn, gone})).commit("phrase", "2024-05-02T10:00:00Z", [])
    return [
        ("Drawn at once.", first),
        ("A man has dropped out; another one is drawn at once.", second),
        ("Alternates for the new panel, committed to a phrase: the record that they follow has no fingerprint.", third.draw("autumn")),
    ]


def chain_rehearsal():
    first = one_panel(certified=False).commit("phrase", "2024-05-02T10:00:00Z", ["name"]).draw("monday")
    stay, gone = man_drops_out(first.drawn)
    second = replaced(first, "replace", stay, [gone], rehearsal=True).commit("phrase", "2024-05-03T10:00:00Z", ["name"], draw=2).draw("tuesday")
    third = alternates_after(second, "alternates", sorted({*second.drawn, gone}), rehearsal=True)
    return [
        ("Drawn from a phrase; no rehearsal.", first),
        ("A man has dropped out; a rehearsal of drawing another one.", second),
        ("A rehearsal of drawing alternates for the panel of the rehearsal, at once.", third.draw("wednesday")),
    ]


# --- The vectors ------------------------------------------------------------------------------------------------------------------------

PHRASE = "Straße 7, vier Kätzchen"


def vectors():
    """Name of the vector -> (what it is, files, notes, receipts)."""
    made = {}

    def put(name, what, record, receipts=False, public=False):
        made[name] = (what, record.written(), record.notes, record)
        if public:
            made["public_" + name] = ("The public form of `%s`." % name, record.written(public=True), [], None)
        if receipts:
            for number in range(1, len(record.leaves)):
                data = record.receipt(number)
                receipts_made["receipts/%s/%d.json" % (name, number)] = data

    receipts_made = {}
    put("solved", "A lottery; nothing was drawn and nothing is fixed.", eight())
    put("solved_maximin", "The same with another objective than leximin: there is no certificate.", eight(certified=False))
    put("solved_cuts", "The example of certificate.md: a lottery of one panel, whose certificate has cuts.", five())
    put("at_once", "Drawn at once, from a seed text.", eight().draw(PHRASE))
    put("at_once_rows", "Drawn at once; the pool has no identifier column, and M = 7.", rows().draw("Zug 42 → Wien"))
    for kind, seed, tickets, said in (
        ("beacon", "beacon drand:quicknet 1000", 10**12, None),
        ("digits", "digits 3", 1000, "042"),
        ("phrase", "phrase", 10**12, PHRASE),
    ):
        what = {"beacon": "the beacon's round 1000", "digits": "three digits, and M = 1000", "phrase": "a phrase"}[kind]
        day = "2023-08-23T12:00:00Z"
        put("committed_" + kind, "Committed to %s; not drawn yet." % what, eight(tickets).commit(seed, day, ["name"]), public=True)
        drawn = eight(tickets).commit(seed, day, ["name"]).draw(said)
        put("drawn_" + kind, "Committed to %s, and drawn." % what, drawn, receipts=kind == "beacon", public=True)
    earlier = [made["committed_phrase"][3].fingerprint, made["committed_beacon"][3].fingerprint]
    record = ruled().commit("phrase", "2024-02-29T23:59:59Z", ["name"], draw=2, previous=earlier).draw("two words")
    put("drawn_rules", "With households, included, excluded and separated members and quotas on two values; the third attempt at a second draw.",
        record, receipts=True, public=True)
    record = rows().commit("beacon drand:quicknet 657413", "2023-09-15T09:30:00Z", []).draw()
    put("drawn_rows", "Drawn from a beacon; the pool has no identifier column, no column is a name, and M = 7.", record, public=True)
    put("rehearsal_solved", "A rehearsal: every file says so. Nothing was drawn.", eight(rehearsal=True))
    put("rehearsal_at_once", "A rehearsal, drawn at once, with the seed text of `at_once`: another ticket.", eight(rehearsal=True).draw(PHRASE))
    record = eight(rehearsal=True).commit("beacon drand:quicknet 1000", "2023-08-23T12:00:00Z", ["name"]).draw()
    put("rehearsal_beacon", "A rehearsal, committed to the beacon's round 1000, and drawn.", record, receipts=True, public=True)
    record = eight(1000, rehearsal=True).commit("digits 3", "2023-08-23T12:00:00Z", ["name"]).draw("042")
    put("rehearsal_digits", "A rehearsal with three digits, and drawn.", record, public=True)
    put("panels_solved", "Two panels of three from twelve, drawn together; nothing was drawn yet.", two_panels())
    put("panels_at_once", "The same, drawn at once.", two_panels().draw(PHRASE))
    record = two_panels().commit("beacon drand:quicknet 1000", "2023-08-23T12:00:00Z", ["name"])
    put("panels_committed", "The same, committed to the beacon's round 1000; not drawn yet.", record, public=True)
    record = two_panels().commit("phrase", "2023-08-23T12:00:00Z", ["name"]).draw(PHRASE)
    put("panels_drawn", "The same, committed to a phrase, and drawn.", record, receipts=True, public=True)
    for chain in (chain_replace, chain_alternates, chain_rotate, chain_panels, chain_at_once, chain_rehearsal):
        for at, (what, record) in enumerate(chain(), 1):
            put("%s/%d" % (chain.__name__, at), what, record, public=chain in (chain_replace, chain_alternates, chain_rotate, chain_panels))
    return made, receipts_made


INTRODUCTION = """# Test vectors

Written by `make.py` beside this file, from docs/record.md alone; `python3 tests/vectors/make.py --check` says whether they still are what it
writes. Each folder is a record, or, where its name begins with `chain` or `public_chain`, a chain of records that follow one another, which verify
together; `receipts/<record>/<number>.json` are receipts for the members of one. All of them verify (those with another objective than leximin without a
certificate). The master secret is `%s` throughout.

The beacons are real: `randomness` is the SHA-256 of the signature.

| round | comes at second of Unix time | signature | randomness |
|---|---|---|---|
"""


def readme(made):
    text = INTRODUCTION % MASTER
    for number, signature in ROUNDS.items():
        text += "| %d | %d | `%s` | `%s` |\n" % (number, 1692803367 + 3 * (number - 1), signature, sha(bytes.fromhex(signature)))
    for name, (what, files, notes, _) in made.items():
        text += "\n## %s\n\n%s\n\n" % (name, what)
        if not notes and name.startswith("public_"):
            continue
        for file in sorted(files):
            text += "- SHA-256 of %s: `%s`\n" % (file, sha(files[file]))
        text += "".join("- %s\n" % note for note in notes)
    return text.encode()


def everything():
    """Path below this folder -> bytes."""
    made, receipts = vectors()
    files = {"%s/%s" % (name, file): data for name, (_, held, _, _) in made.items() for file, data in held.items()}
    files.update(receipts)
    files["README.md"] = readme(made)
    files[".gitattributes"] = b"* -text\n"  # git must not change a byte of them
    return files


def on_disk():
    found = {}
    for folder, _, names in os.walk(HERE):
        for name in names:
            place = os.path.relpath(os.path.join(folder, name), HERE).replace(os.sep, "/")
            if place != "make.py" and "__pycache__" not in place:
                with open(os.path.join(HERE, place), "rb") as file:
                    found[place] = file.read()
    return found


def main(arguments):
    files = everything()
    if arguments == ["--check"]:
        held = on_disk()
        wrong = ["missing: " + p for p in files if p not in held] + ["not written by make.py: " + p for p in held if p not in files]
        wrong += ["differs: " + p for p in files if p in held and files[p] != held[p]]
        print("\n".join(wrong) if wrong else "%d files are as make.py writes them" % len(files))
        return 1 if wrong else 0
    for place, data in files.items():
        os.makedirs(os.path.dirname(os.path.join(HERE, place)), exist_ok=True)
        with open(os.path.join(HERE, place), "wb") as file:
            file.write(data)
    print("wrote %d files" % len(files))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
