"""Records that somebody tampered with: each is a test vector (tests/vectors) and one change, with the checks that must notice it.

`follow.py` beside it adds rehearsals, several panels drawn together, and records that follow others.
`rivals.py` adds those of which several follow the same one. This list is data for any verifier: `make.py` beside it writes the folders and corpus.json. Where a tamperer would have mended the hashes that lie
open, the change is followed by `mend`, so that the check that is named here must notice by itself.
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
    """`failing` are the checks that must FAIL. `receipt`: (record and number of the vector's receipt, change of its value, or of its bytes). `chain`: the
    folder holds records, in folders, that are given together; then checks are named <folder>/<check>, `verified` is that of all together, and `last`
    may be the last line."""
    expect = {identifier: "FAIL" for identifier in failing}
    expect.update(other.get("expect", {}))
    CORPUS.append({"name": name, "base": base, "change": change, "expect": expect, "receipt": other.get("receipt"), "verified": other.get("verified", False),
                   "chain": other.get("chain", False), "last": other.get("last")})


def nothing(_):
    pass


# Nobody tampered with these.
for vector in sorted(os.listdir(VECTORS)):
    if os.path.exists(os.path.join(VECTORS, vector, "lottery.json")):
        passing = {"files.present": "PASS", "files.hashes": "PASS", "lottery.form": "PASS"}
        if os.path.exists(os.path.join(VECTORS, vector, "beacon.json")):
            passing["beacon.signature"] = "PASS"
        tamper("clean_" + vector, vector, nothing, verified=True, expect=passing)

# lottery.json
lottery, L = (lambda function: both(js("lottery.json", function), mend)), "lottery.form"
tamper("ticket_moved", "solved", lottery(lambda v: (panel(1, tickets=1)(v), panel(2, tickets=-1)(v))), "probabilities.tickets")
tamper("ticket_added", "solved", lottery(panel(1, tickets=1)), "lottery.tickets")
tamper("ticket_moved_openly", "public_drawn_digits", js("lottery.json", lambda v: (panel(1, tickets=1)(v), panel(2, tickets=-1)(v))), "files.hashes")
tamper("panel_without_tickets", "solved", lottery(lambda v: v["panels"].insert(1, {"members": [1, 3], "tickets": 0})), "lottery.tickets")
tamper("panel_member", "solved", lottery(panel(1, [1, 6])), "lottery.quotas")
tamper("panel_too_small", "solved", lottery(panel(1, [1])), "lottery.size")
tamper("panel_too_large", "solved", lottery(panel(1, [1, 2, 3])), "lottery.size")
tamper("panel_empty", "solved", lottery(panel(1, [])), "lottery.size")
tamper("panels_reordered", "solved", lottery(lambda v: v["panels"].reverse()), L)
tamper("panels_swapped", "solved", lottery(lambda v: exchange(0, 1)(v["panels"])), L)
tamper("panel_twice", "solved", lottery(lambda v: v["panels"].insert(1, dict(v["panels"][0]))), L)
tamper("member_above_n", "solved", lottery(panel(6, [7, 9])), L)
tamper("member_zero", "solved", lottery(panel(1, [0, 2])), L)
tamper("members_descend", "solved", lottery(panel(1, [2, 1])), L)
tamper("member_twice", "solved", lottery(panel(2, [3, 3])), L)
tamper("lottery_other_size", "solved", lottery(put("size", 3)), L)
tamper("lottery_other_total", "public_committed_phrase", lottery(put("tickets", 999999999999)), L)
tamper("lottery_other_format", "solved", lottery(put("format", "klero/lottery/2")), L)
tamper("lottery_unknown_key", "solved", lottery(put("note", 1)), L)
tamper("lottery_missing_key", "solved", lottery(lambda v: v.pop("size")), L)
tamper("panel_unknown_key", "solved", lottery(put("panels", 0, "name", "A")), L)
tamper("lottery_true", "solved", lottery(panel(1, [True, 2])), L)
tamper("lottery_text_number", "solved", lottery(put("panels", 0, "tickets", "250000000000")), L)
tamper("lottery_is_a_list", "solved", both(data("lottery.json", lambda _: b"[]\n"), mend), L)
for name, old, new in (
    ("float", '"tickets":250000000000', '"tickets":250000000000.0'),
    ("exponent", '"tickets":250000000000', '"tickets":25e10'),
    ("minus_zero", '"tickets":250000000000', '"tickets":-0'),
    ("negative", '"tickets":250000000000', '"tickets":-250000000000'),
    ("above_2_53", '"tickets":250000000000', '"tickets":9007199254740993'),
    ("at_2_53", '"tickets":250000000000', '"tickets":9007199254740992'),
    ("huge", '"tickets":250000000000', '"tickets":' + "9" * 5000),
    ("leading_zero", '"tickets":250000000000', '"tickets":0250000000000'),
    ("nan", '"tickets":250000000000', '"tickets":NaN'),
    ("infinity", '"tickets":250000000000', '"tickets":Infinity'),
    ("null", '"tickets":250000000000', '"tickets":null'),
    ("doubled_key", '"size":2', '"size":2,"size":2'),
    ("doubled_key_escaped", '"size":2', '"size":2,"\\u0073ize":3'),
    ("doubled_key_in_panel", '"members":[1,2]', '"members":[1,3],"members":[1,2]'),
    ("trailing_comma", '"size":2', '"size":2,'),
    ("comment", '"size":2', '/* two */"size":2'),
    ("no_break_space", '"size":2', '"size":\u00a02'),
    ("control_character", '"klero/lottery/1"', '"klero/lottery/1\n"'),
    ("single_quotes", '"size"', "'size'"),
):
    tamper("lottery_" + name, "solved", both(swap("lottery.json", old, new), mend), L)
tamper("lottery_truncated", "solved", both(data("lottery.json", lambda d: d[:-20]), mend), L)
tamper("lottery_empty", "solved", both(data("lottery.json", lambda d: b""), mend), L)
tamper("lottery_then_more", "solved", both(data("lottery.json", lambda d: d + b"{}"), mend), L)
tamper("lottery_bom", "solved", both(data("lottery.json", lambda d: b"\xef\xbb\xbf" + d), mend), L)
tamper("lottery_utf16", "solved", both(data("lottery.json", lambda d: d.decode().encode("utf-16")), mend), L)
tamper("lottery_not_utf8", "solved", both(swap("lottery.json", "klero/lottery/1", b"klero/lottery/1\xff"), mend), L)
tamper("lottery_deep", "solved", both(data("lottery.json", lambda d: b"[" * 200000), mend), L)
tamper("lottery_deep_closed", "solved", both(swap("lottery.json", "[1,2]", "[" * 50000 + "]" * 50000), mend), L)

# Files
F = "files.present"
tamper("lottery_symlink", "solved", symlink("lottery.json"), F)
tamper("pool_symlink", "drawn_phrase", symlink("pool.csv"), F)
tamper("result_directory", "drawn_phrase", directory("result.json"), F)
tamper("commit_directory", "public_drawn_phrase", directory("commit.txt"), F)
tamper("commit_too_large", "public_drawn_phrase", sparse("commit.txt", 2**20 + 1), F)
tamper("result_too_large", "drawn_phrase", sparse("result.json", 2**20 + 1), F)
tamper("remaining_missing", "drawn_phrase", drop("remaining.csv"), F)
tamper("result_missing", "drawn_phrase", drop("result.json"), F)
tamper("result_missing_in_public", "public_drawn_beacon", drop("result.json"), F)
tamper("quotas_missing_in_public", "public_drawn_phrase", drop("quotas.csv"), F)
tamper("leaves_missing_in_public", "public_drawn_phrase", drop("pool.leaves"), F)
tamper("setup_missing", "solved", drop("setup.json"), F)
tamper("certificate_missing", "solved", drop("certificate.json"), F)
tamper("keys_missing", "drawn_phrase", drop("keys.json"), F)
tamper("commit_missing", "drawn_phrase", drop("commit.txt"), F)
tamper("commitment_taken_away", "drawn_phrase", drop("commit.txt", "pool.leaves", "keys.json"), F)
tamper("beacon_in_phrase", "drawn_phrase", fetch("beacon.json", "drawn_beacon"), F)
tamper("beacon_in_committed", "committed_phrase", fetch("beacon.json", "drawn_beacon"), F)
tamper("beacon_in_at_once", "at_once", fetch("beacon.json", "drawn_beacon"), F)
tamper("certificate_in_public", "public_drawn_phrase", fetch("certificate.json", "drawn_phrase"), F)
tamper("keys_in_public", "public_drawn_phrase", fetch("keys.json", "drawn_phrase"), F)
tamper("certificate_in_maximin", "solved_maximin", fetch("certificate.json", "solved"), F)
tamper("other_files_do_not_count", "drawn_phrase", lambda folder: write(folder, "notes.txt", b"\xff"), verified=True)

# setup.json
setup, S = (lambda function: js("setup.json", function)), "setup.form"
tamper("setup_other_format", "solved", setup(put("format", "klero/setup/2")), S)
tamper("setup_unknown_key", "solved", setup(put("note", "x")), S)
tamper("setup_missing_key", "solved", setup(lambda v: v.pop("id_column")), S)
tamper("setup_unknown_rule", "solved", setup(put("rules", "prefer", [])), S)
tamper("setup_both_in_and_out", "drawn_rules", both(only_solved, setup(put("rules", "include", [1, 2]))), S)
tamper("setup_include_descends", "drawn_rules", both(only_solved, setup(put("rules", "include", [3, 1]))), S)
tamper("setup_include_above_n", "drawn_rules", both(only_solved, setup(put("rules", "include", [1, 9]))), S)
tamper("setup_apart_alone", "drawn_rules", both(only_solved, setup(put("rules", "apart", [[4]]))), S)
tamper("setup_apart_twice", "drawn_rules", both(only_solved, setup(put("rules", "apart", [[4, 8], [4, 8]]))), S)
tamper("setup_apart_descends", "drawn_rules", both(only_solved, setup(put("rules", "apart", [[4, 8], [3, 4]]))), S)
tamper("setup_household_limit_0", "drawn_rules", both(only_solved, setup(put("rules", "household_limit", 0))), S)
tamper("setup_limit_without_columns", "solved", setup(put("rules", "household_limit", 2)), S)
tamper("setup_column_twice", "drawn_rules", both(only_solved, setup(put("rules", "household_columns", ["street", "street"]))), S)
tamper("setup_half_a_surrogate", "solved", swap("setup.json", '"leximin"', '"\\ud800"'), S)
tamper("setup_bom", "solved", data("setup.json", lambda d: b"\xef\xbb\xbf" + d), S)
tamper("setup_doubled_key", "solved", swap("setup.json", '"members": 8', '"members": 8, "members": 8'), S)
tamper("setup_short_hash", "solved", setup(lambda v: v["files"].update({"pool.csv": "00"})), S)
tamper("setup_upper_hash", "solved", setup(lambda v: v["files"].update({"pool.csv": v["files"]["pool.csv"].upper()})), S)
tamper("setup_names_too_many", "solved", setup(lambda v: v["files"].update({"keys.json": "00" * 32})), "files.hashes")
tamper("setup_names_too_few", "solved", setup(lambda v: v["files"].pop("quotas.csv")), "files.hashes")
tamper("setup_other_hash", "solved", setup(lambda v: v["files"].update({"pool.csv": "00" * 32})), "files.hashes")
tamper("setup_fewer_members", "solved", setup(put("members", 7)), "pool.form")
tamper("setup_more_members", "solved", setup(put("members", 9)), "pool.form")
tamper("setup_other_tickets", "solved", setup(put("tickets", 10**11)), L)
tamper("setup_id_not_named", "solved", setup(put("id_column", None)), "pool.form")
tamper("setup_id_otherwise_spelled", "solved", setup(put("id_column", "ID")), "pool.form")
tamper("setup_no_such_column", "drawn_rules", both(only_solved, setup(put("rules", "household_columns", ["street", "city"]))), "pool.form")

# settings.toml
SETTINGS = b"size = 2\n"


def settings(folder):
    """A settings file that belongs to the record."""
    write(folder, "settings.toml", SETTINGS)
    js("setup.json", put("files", "settings.toml", producer.sha(SETTINGS)))(folder)


tamper("settings_clean", "solved", settings, verified=True, expect={"files.present": "PASS", "files.hashes": "PASS", "setup.form": "PASS"})
tamper("settings_clean_at_once", "at_once", settings, verified=True, expect={"files.present": "PASS"})
tamper("settings_missing", "solved", both(settings, drop("settings.toml")), F)
tamper("settings_changed", "solved", both(settings, data("settings.toml", lambda d: d + b"#\n")), "files.hashes")
tamper("settings_unnamed", "solved", lambda folder: write(folder, "settings.toml", SETTINGS), F)
tamper("settings_in_public", "public_drawn_phrase", lambda folder: write(folder, "settings.toml", SETTINGS), F)
tamper("settings_too_large", "solved", both(settings, sparse("settings.toml", 2**20 + 1)), F)
tamper("settings_symlink", "solved", both(settings, symlink("settings.toml")), F)
tamper("settings_named_in_commit", "public_committed_digits", swap("commit.txt", " quotas.csv", " settings.toml"), "files.hashes")
tamper("setup_other_objective", "solved", setup(put("objective", "maximin")), F)
tamper("setup_respaced_after_commitment", "committed_phrase", data("setup.json", lambda d: d + b"\n"), "commit.leaves")

# pool.csv and quotas.csv
pool, P = (lambda old, new: both(swap("pool.csv", old, new), mend)), "pool.form"
tamper("pool_cell_openly", "drawn_phrase", swap("pool.csv", "0789", "0780"), "files.hashes")
tamper("pool_cell_mended", "drawn_phrase", pool("0789", "0780"), "commit.leaves", "draw.selected")
tamper("pool_other_value", "solved", pool("a1,Fay 😀,male", "a1,Fay 😀,female"), "lottery.quotas")
tamper("pool_unknown_value", "solved", pool("a1,Fay 😀,male", "a1,Fay 😀,mail"), P)
tamper("pool_long_dash", "solved", pool("male,16-29,0789", "male,16–29,0789"), P)
tamper("pool_blank_value", "solved", pool("a1,Fay 😀,male", "a1,Fay 😀, "), P)
tamper("pool_unclosed_quote", "solved", pool('"Ben ""Bo"" Lee"', '"Ben ""Bo"" Lee'), P)
tamper("pool_text_after_quote", "solved", pool('"Ben ""Bo"" Lee"', '"Ben" ""Bo"" Lee'), P)
tamper("pool_ragged_row", "solved", pool("z,Ada,female,30+,0123", "z,Ada,female,30+"), P)
tamper("pool_nul", "solved", pool("Ada", "A\0da"), P)
tamper("pool_latin1", "solved", pool("é1", b"\xe91"), P)
tamper("pool_utf16", "solved", both(data("pool.csv", lambda d: d.decode().encode("utf-16")), mend), P)
tamper("pool_empty", "solved", both(data("pool.csv", lambda d: b""), mend), P)
tamper("pool_header_only", "solved", both(data("pool.csv", lambda d: d[:25]), mend), P)
tamper("pool_id_twice", "solved", pool("z9,", "z,"), P)
tamper("pool_id_blank", "solved", pool("z9,", " ,"), P)
tamper("pool_column_twice", "solved", pool("age,phone", "age,AGE"), P)
tamper("pool_column_missing", "solved", pool("Gender", "Sex"), P)
tamper("pool_row_more", "solved", both(data("pool.csv", lambda d: d + b"zz,Zoe,female,30+,\n"), mend), P)
tamper("pool_repeated_row_differs", "solved", pool('10,"Ben ""Bo"" Lee",male,30+,0456\nz9', '10,"Ben ""Bo"" Lee",male,30+,0457\nz9'), P)
tamper("pool_twins_swapped", "drawn_phrase", both(swap("pool.csv", "\n9,", "\nQ,"), swap("pool.csv", "\n B ,", "\n9,"), swap("pool.csv", "\nQ,", "\nB,"), mend), "commit.leaves")
tamper("pool_rows_reordered", "drawn_rules", both(lines("pool.csv", exchange(3, 6)), mend), "draw.selected", "commit.leaves")
tamper("pool_rows_numbered_reordered", "at_once_rows", both(swap("pool.csv", "Ada,male,30+", "Q"), swap("pool.csv", "Fay,female,30+", "Ada,male,30+"),
       swap("pool.csv", "Q", "Fay,female,30+"), mend), "lottery.quotas")
tamper("quotas_openly", "public_drawn_phrase", swap("quotas.csv", "female,1,1", "female,0,1"), "files.hashes")
tamper("quotas_mended", "at_once", both(swap("quotas.csv", "female,1,1", "female,0,1"), mend), "draw.key")
tamper("quotas_minimum_too_high", "solved", both(swap("quotas.csv", "female,1,1", "female,2,2"), mend), P)
tamper("quotas_half_a_seat", "solved", both(swap("quotas.csv", "female,1,1", "female,1,1.5"), mend), P)
tamper("quotas_upside_down", "solved", both(swap("quotas.csv", "female,1,1", "female,1,0"), mend), P)
tamper("quotas_value_twice", "solved", both(swap("quotas.csv", "gender,male", "Gender, FEMALE"), mend), P)
tamper("quotas_two_headers", "solved", both(data("quotas.csv", lambda d: d.replace(b"feature,value,min", b"feature,value,category,min").replace(b",1,1", b",x,1,1")), mend), P)
tamper("quotas_value_missing", "solved", both(swap("quotas.csv", "age,30+,1,1\n", ""), swap("quotas.csv", "16-29,1,1", "16-29,1,2"), mend), P)
tamper("quotas_flex_inside", "drawn_rules", both(only_solved, swap("quotas.csv", "female,1,2,0,3", "female,1,2,0,1"), mend), P)
tamper("combination_tighter", "drawn_rules", both(only_solved, swap("quotas.csv", "age=16-29,,0,1", "age=16-29,,0,0"), mend), "lottery.quotas")
tamper("combination_apart_tighter", "drawn_rules", both(only_solved, swap("quotas.csv", "30+ & male,0,1", "30+ & male,0,0"), mend), "lottery.quotas")
tamper("combination_twice", "drawn_rules", both(only_solved, swap("quotas.csv", "age & gender,30+ & male", ",age=16-29&gender=female"), mend), P)
tamper("combination_unknown", "drawn_rules", both(only_solved, swap("quotas.csv", "age=16-29,,0,1", "age=16-30,,0,1"), mend), P)

# The rules on single members
ruled = lambda number, members: both(only_solved, lottery(panel(number, members)))  # noqa: E731
tamper("housemates_together", "drawn_rules", ruled(1, [1, 3, 5]), "lottery.rules")
tamper("apart_together", "drawn_rules", ruled(1, [1, 4, 8]), "lottery.rules")
tamper("excluded_seated", "drawn_rules", ruled(1, [1, 2, 3]), "lottery.rules")
tamper("included_not_seated", "drawn_rules", ruled(3, [3, 4, 7]), "lottery.rules")
tamper("exclusion_dropped", "drawn_rules", both(only_solved, setup(put("rules", "exclude", []))), "certificate.form")
tamper("exclusion_after_commitment", "drawn_phrase", setup(put("rules", "exclude", [2])), "commit.leaves", "lottery.rules")

# probabilities.csv
probable = lambda old, new: both(swap("probabilities.csv", old, new), mend)  # noqa: E731
tamper("probability_altered", "solved", probable("0.250000000000", "0.250000000001"), "probabilities.tickets")
tamper("probability_shortened", "solved", probable("0.250000000000", "0.25"), "probabilities.tickets")
tamper("probability_rounded_down", "at_once_rows", probable("0.285714285714", "0.285714285715"), "probabilities.tickets")
tamper("probability_tickets", "solved", probable(",250000000000\n", ",250000000001\n"), "probabilities.tickets")
tamper("probability_ids_swapped", "solved", both(swap("probabilities.csv", "2,9,", "2,B,"), swap("probabilities.csv", "3,B,", "3,9,"), mend), "probabilities.form")
tamper("probability_row_missing", "solved", both(lines("probabilities.csv", lambda found: found.pop()), mend), "probabilities.form")
tamper("probability_rows_swapped", "solved", both(lines("probabilities.csv", exchange(1, 2)), mend), "probabilities.form")
tamper("probability_header", "solved", probable("number,", "no,"), "probabilities.form")

# certificate.json
certificate = lambda function: both(js("certificate.json", function), mend)  # noqa: E731
CF, CC, CS = "certificate.form", "certificate.cuts", "certificate.stages"
tamper("certificate_value", "solved", certificate(put("stages", 0, "value", "13/50")), CS)
tamper("certificate_value_not_lowest", "solved", certificate(put("stages", 0, "value", "2/8")), CF)
tamper("certificate_value_decimal", "solved", certificate(put("stages", 0, "value", "0.25")), CF)
tamper("certificate_value_number", "solved_cuts", certificate(put("stages", 0, "value", 0)), CF)
tamper("certificate_multiplier_zero", "solved", certificate(put("stages", 0, "multipliers", "quota 1", "0")), CF)
tamper("certificate_multiplier_plus", "solved", certificate(put("stages", 0, "multipliers", "size", "+1")), CF)
tamper("certificate_multiplier_leading_zero", "solved", certificate(put("stages", 0, "multipliers", "size", "01")), CF)
tamper("certificate_multiplier_arabic", "solved", certificate(put("stages", 0, "multipliers", "size", "١")), CF)
tamper("certificate_scaled", "solved", certificate(put("stages", 0, "multipliers", "size", "7")), verified=True)
tamper("certificate_20000_digits", "solved", certificate(put("stages", 0, "multipliers", "size", "9" * 20000)), verified=True)
tamper("certificate_20001_digits", "solved", certificate(put("stages", 0, "multipliers", "size", "9" * 20001)), CF)
tamper("certificate_other_multiplier", "solved", certificate(put("stages", 0, "multipliers", {"quota 1": "1"})), CS)
tamper("certificate_type_missing", "solved", certificate(put("stages", 0, "types", [1, 2, 3])), CS)
tamper("certificate_types_descend", "solved", certificate(put("stages", 0, "types", [2, 1, 3, 4])), CF)
tamper("certificate_stage_missing", "drawn_rules", both(only_solved, certificate(lambda v: v["stages"].pop())), CS)
tamper("certificate_stages_swapped", "drawn_rules", both(only_solved, certificate(lambda v: exchange(0, 1)(v["stages"]))), CS)
tamper("certificate_no_stages", "solved", certificate(lambda v: v["stages"].clear()), CS)
tamper("certificate_everybody_certain", "solved", certificate(put("stages", [{"multipliers": {}, "types": [1, 2, 3, 4], "value": "1"}])), "certificate.gap")
tamper("certificate_unknown_rule", "solved", certificate(put("stages", 0, "multipliers", {"quota 5": "1"})), CF)
tamper("certificate_unknown_cut", "solved", certificate(put("stages", 0, "multipliers", {"cut 1": "1"})), CF)
tamper("certificate_more_types", "solved", certificate(put("types", 5)), CF)
tamper("certificate_other_objective", "solved", certificate(put("objective", "maximin")), CF)
tamper("certificate_unknown_key", "solved", certificate(put("note", "")), CF)
tamper("certificate_stage_unknown_key", "solved", certificate(put("stages", 0, "note", "")), CF)
tamper("cut_tighter", "solved_cuts", certificate(put("cuts", 0, "most", "-1")), CC)
tamper("cut_of_itself", "solved_cuts", certificate(put("cuts", 0, "proof", {"multipliers": {"cut 1": "1"}, "scale": "1"})), CC)
tamper("cut_of_a_later_one", "solved_cuts", certificate(put("cuts", 0, "proof", {"multipliers": {"cut 2": "1"}, "scale": "1"})), CC)
tamper("cut_scale_negative", "solved_cuts", certificate(put("cuts", 0, "proof", "scale", "-1")), CF)
tamper("cut_scale_0", "solved_cuts", certificate(put("cuts", 0, "proof", {"multipliers": {}, "scale": "0"})), CC)
tamper("cut_negative_without_least", "solved_cuts", certificate(put("cuts", 2, "proof", "multipliers", "cut 1", "-1")), CC)
tamper("cut_branch_at_another_place", "solved_cuts", certificate(put("cuts", 1, "proof", "at", "1")), CC)
tamper("cut_branch_half_missing", "solved_cuts", certificate(lambda v: v["cuts"][1]["proof"].pop("low")), CF)
tamper("cut_by_word", "solved_cuts", certificate(put("cuts", 0, "proof", "solver")), expect={CC: "NOT CHECKED"})
tamper("cut_branch_by_word", "solved_cuts", certificate(put("cuts", 1, "proof", "low", "solver")), expect={CC: "NOT CHECKED"})
tamper("cut_by_another_word", "solved_cuts", certificate(put("cuts", 0, "proof", "oracle")), CF)
tamper("cut_100_branches", "solved_cuts", certificate(deep_branches(100)), verified=True)
tamper("cut_101_branches", "solved_cuts", certificate(deep_branches(101)), CF)
tamper("cut_5000_branches", "solved_cuts", both(swap("certificate.json", '"low": {', '"low": {"a":' * 5000 + "{"), mend), CF)
tamper("stage_negative_cut", "solved_cuts", certificate(put("stages", 0, "multipliers", "cut 1", "-1")), CS)
tamper("cut_weight_of_no_type", "solved_cuts", certificate(put("cuts", 0, "weights", "6", "1")), CF)
tamper("cut_weight_zero", "solved_cuts", certificate(put("cuts", 0, "weights", "3", "0")), CF)
tamper("lottery_not_the_fairest", "solved", both(far_tickets, mend), "certificate.gap")

# commit.txt
C = "commit.form"
for name, base, old, new in (
    ("month_13", "committed_phrase", "published 2023-08-23", "published 2023-13-23"),
    ("february_29", "committed_phrase", "published 2023-08-23", "published 2023-02-29"),
    ("day_00", "committed_phrase", "published 2023-08-23", "published 2023-08-00"),
    ("hour_24", "committed_phrase", "T12:00:00Z", "T24:00:00Z"),
    ("second_60", "committed_phrase", "T12:00:00Z", "T12:00:60Z"),
    ("offset", "committed_phrase", "T12:00:00Z", "T12:00:00+00:00"),
    ("extra_space", "committed_phrase", "draw 1", "draw  1"),
    ("trailing_space", "committed_phrase", "draw 1", "draw 1 "),
    ("leading_zero", "committed_phrase", "draw 1", "draw 01"),
    ("draw_0", "committed_phrase", "draw 1", "draw 0"),
    ("draw_signed", "committed_phrase", "draw 1", "draw +1"),
    ("draw_above_2_53", "committed_phrase", "draw 1", "draw 9007199254740993"),
    ("draw_arabic", "committed_phrase", "draw 1", "draw ١"),
    ("version", "committed_phrase", "klero/commit/1", "klero/commit/2"),
    ("attempt_without_previous", "committed_phrase", "attempt 1", "attempt 2"),
    ("attempt_too_low", "drawn_rules", "attempt 3", "attempt 2"),
    ("unknown_line", "committed_phrase", "published", "venue Town Hall\npublished"),
    ("lines_swapped", "committed_phrase", "draw 1\nattempt 1", "attempt 1\ndraw 1"),
    ("line_missing", "committed_phrase", "draw 1\n", ""),
    ("line_twice", "committed_phrase", "draw 1\n", "draw 1\ndraw 1\n"),
    ("name_blank", "committed_phrase", "assembly Bürgerrat Beispielstadt", "assembly "),
    ("name_space", "committed_phrase", "Beispielstadt", "Beispielstadt\u3000"),
    ("name_nfd", "committed_phrase", "Bürger", "Bu\u0308rger"),
    ("name_control", "committed_phrase", "Bürgerrat ", "Bürgerrat\u0090"),
    ("name_201", "committed_phrase", "Bürgerrat Beispielstadt", "😀" * 201),
    ("seed_coin", "committed_phrase", "seed phrase", "seed coin"),
    ("seed_phrase_more", "committed_phrase", "seed phrase", "seed phrase 1"),
    ("seed_other_chain", "committed_beacon", "drand:quicknet", "drand:default"),
    ("seed_round_0", "committed_beacon", "quicknet 1000", "quicknet 0"),
    ("seed_digits_4", "committed_digits", "seed digits 3", "seed digits 4"),
    ("seed_digits_of_no_power", "committed_phrase", "seed phrase", "seed digits 3"),
    ("seed_digits_16", "committed_digits", "seed digits 3", "seed digits 16"),
    ("root_short", "committed_phrase", "pool 3", "pool "),
    ("root_upper", "committed_phrase", "pool ", "pool A"),
    ("other_members", "committed_phrase", "members 8", "members 9"),
    ("other_tickets", "committed_phrase", "tickets 1000000000000", "tickets 1000000000001"),
    ("other_size", "committed_phrase", "size 2", "size 3"),
    ("other_objective", "committed_phrase", "objective leximin", "objective maximin"),
):
    tamper("commit_" + name, base, swap("commit.txt", old, new), C)
tamper("commit_name_200", "committed_phrase", swap("commit.txt", "Bürgerrat Beispielstadt", "😀" * 200), verified=True)
tamper("commit_previous_twice", "drawn_rules", lines("commit.txt", lambda found: found.__setitem__(5, found[4])), C)
tamper("commit_crlf", "committed_phrase", data("commit.txt", lambda d: d.replace(b"\n", b"\r\n")), C)
tamper("commit_bom", "committed_phrase", data("commit.txt", lambda d: b"\xef\xbb\xbf" + d), C)
tamper("commit_no_last_line_end", "committed_phrase", data("commit.txt", lambda d: d[:-1]), C)
tamper("commit_blank_line", "committed_phrase", data("commit.txt", lambda d: d + b"\n"), C)
tamper("commit_not_utf8", "public_drawn_phrase", swap("commit.txt", "Bürgerrat", b"B\xfcrgerrat"), C)
tamper("commit_files_reordered", "committed_phrase", lines("commit.txt", exchange(-1, -2)), C)
tamper("commit_empty", "public_drawn_beacon", data("commit.txt", lambda d: b""), C)
tamper("commit_file_missing", "committed_phrase", lines("commit.txt", lambda found: found.pop()), "files.hashes")
tamper("commit_file_more", "committed_phrase", lines("commit.txt", lambda found: found.append("file %s setup.json" % ("00" * 32))), "files.hashes")
tamper("commit_published_with_the_round", "committed_beacon", swap("commit.txt", "T12:00:00Z", "T15:59:24Z"), "commit.time")
tamper("commit_published_just_before", "committed_beacon", swap("commit.txt", "T12:00:00Z", "T15:59:23Z"), verified=True)
tamper("commit_published_after_the_round", "public_drawn_beacon", both(swap("commit.txt", "2023-08-23", "2024-08-23"), redraw), "commit.time")
tamper("recommitted", "drawn_phrase", swap("commit.txt", "T12:00:00Z", "T13:00:00Z"), "draw.seed", "draw.key")
tamper("recommitted_to_a_phrase", "public_drawn_beacon", both(swap("commit.txt", "seed beacon drand:quicknet 1000", "seed phrase"), drop("beacon.json")), "draw.seed", "draw.key")
tamper("recommitted_to_another_round", "public_drawn_beacon", swap("commit.txt", "quicknet 1000", "quicknet 1001"), "beacon.round", "draw.seed")

# pool.leaves and keys.json
leaves = lambda function: both(lines("pool.leaves", function), mend)  # noqa: E731
tamper("leaves_reordered", "committed_phrase", leaves(exchange(2, 3)), "commit.pool", "commit.leaves")
tamper("leaves_reordered_in_public", "public_drawn_phrase", leaves(exchange(2, 3)), "commit.pool")
tamper("leaf_missing", "public_drawn_phrase", leaves(lambda found: found.pop()), "commit.pool")
tamper("leaf_more", "public_drawn_phrase", leaves(lambda found: found.append(found[-1])), "commit.pool")
tamper("leaf_missing_and_rerooted", "public_committed_phrase", both(lines("pool.leaves", lambda found: found.pop()), reroot), "commit.pool")
tamper("leaf_upper_case", "public_drawn_phrase", both(data("pool.leaves", bytes.upper), mend), "commit.pool")
tamper("leaves_crlf", "public_drawn_phrase", both(data("pool.leaves", lambda d: d.replace(b"\n", b"\r\n")), mend), "commit.pool")
tamper("leaf_of_somebody_else_and_rerooted", "committed_phrase", both(lines("pool.leaves", lambda found: found.__setitem__(3, "ab" * 32)), reroot), "commit.leaves")
tamper("organisers_leaf_and_rerooted", "committed_phrase", both(lines("pool.leaves", lambda found: found.__setitem__(0, "ab" * 32)), reroot), "commit.leaves")
tamper("root_altered", "public_committed_phrase", lines("commit.txt", lambda found: found.__setitem__(9, "pool " + "ab" * 32)), "commit.pool")
keys = lambda function: js("keys.json", function)  # noqa: E731
tamper("keys_other_master", "drawn_phrase", keys(put("master", "ff" * 32)), "commit.leaves")
tamper("keys_other_name_column", "drawn_phrase", keys(put("name_columns", ["phone"])), "commit.leaves")
tamper("keys_no_name_column", "drawn_phrase", keys(put("name_columns", [])), "commit.leaves")
tamper("keys_unknown_name_column", "drawn_phrase", keys(put("name_columns", ["Name"])), "commit.leaves")
tamper("keys_name_column_twice", "drawn_phrase", keys(put("name_columns", ["name", "name"])), "commit.leaves")
tamper("keys_unknown_key", "drawn_phrase", keys(put("note", "")), "commit.leaves")
tamper("keys_other_format", "drawn_phrase", keys(put("format", "klero/keys/2")), "commit.leaves")
tamper("keys_short_master", "drawn_phrase", keys(put("master", "00")), "commit.leaves")

# beacon.json
beacon, B = (lambda function: js("beacon.json", function)), "beacon.round"
REAL = producer.ROUNDS
tamper("beacon_another_round", "drawn_beacon", beacon_of(REAL[123], 123), B)
tamper("beacon_another_round_as_this_one", "drawn_beacon", beacon_of(REAL[123], 1000), "beacon.signature")
tamper("beacon_forged", "drawn_beacon", beacon_of("b4" + "00" * 47, 1000), "beacon.signature")
tamper("beacon_forged_in_public", "public_drawn_beacon", beacon_of(REAL[1000][:-1] + "8", 1000), "beacon.signature")
tamper("beacon_infinity", "public_drawn_beacon", beacon_of("c0" + "00" * 47, 1000), "beacon.signature")
tamper("beacon_sign_flipped", "public_drawn_beacon", beacon_of("94" + REAL[1000][2:], 1000), "beacon.signature")
tamper("beacon_not_in_the_subgroup", "public_drawn_beacon", beacon_of("80" + "00" * 47, 1000), "beacon.signature")
tamper("beacon_x_not_below_p", "public_drawn_beacon", beacon_of("9f" + "ff" * 47, 1000), "beacon.signature")
tamper("beacon_other_randomness", "drawn_beacon", beacon(put("randomness", "ab" * 32)), B)
tamper("beacon_upper_case", "drawn_beacon", beacon(put("signature", REAL[1000].upper())), B)
tamper("beacon_short_signature", "drawn_beacon", beacon(put("signature", REAL[1000][:-2])), B)
tamper("beacon_other_chain", "drawn_beacon", beacon(put("chain", "drand:default")), B)
tamper("beacon_unknown_key", "drawn_beacon", beacon(put("previous_signature", "")), B)
tamper("beacon_round_as_text", "drawn_beacon", beacon(put("round", "1000")), B)
tamper("beacon_doubled_key", "drawn_beacon", swap("beacon.json", '"round":1000', '"round":1000,"round":1000'), B)
tamper("beacon_seed_of_another", "drawn_beacon", js("result.json", put("draw", "seed", producer.sha(bytes.fromhex(REAL[123])))), "draw.seed", "draw.key")

# result.json
result, D = (lambda *changes: both(*[js("result.json", change) for change in changes])), "draw.form"
late = result(put("draw", "seed", "250000000000"), put("draw", "key", None), put("draw", "ticket", 250000000000))
tamper("late_dice", "drawn_beacon", both(late, drop("beacon.json"), seat(2)), F, D)
tamper("late_dice_beside_the_beacon", "drawn_beacon", both(late, seat(2)), D)
tamper("late_phrase", "drawn_beacon", both(result(put("draw", "seed", "We liked this better")), redraw), "draw.seed")
tamper("digits_too_few", "drawn_digits", result(put("draw", "seed", "42")), "draw.seed")
tamper("digits_too_many", "drawn_digits", result(put("draw", "seed", "0042")), "draw.seed")
tamper("digits_with_space", "drawn_digits", result(put("draw", "seed", "042 ")), "draw.seed")
tamper("digits_arabic", "drawn_digits", result(put("draw", "seed", "٠٤٢")), "draw.seed")
tamper("digits_other_seed", "drawn_digits", result(put("draw", "seed", "507")), "draw.ticket")
tamper("digits_other_ticket", "drawn_digits", result(put("draw", "ticket", 507)), "draw.ticket", "draw.panel")
tamper("digits_other_panel", "drawn_digits", seat(3), "draw.panel")
tamper("digits_with_key", "drawn_digits", result(put("draw", "key", "00" * 32)), D)
tamper("draw_other_panel", "drawn_phrase", seat(4), "draw.panel")
tamper("draw_other_panel_number", "drawn_phrase", result(lambda v: v["draw"]["panel"].update(number=v["draw"]["panel"]["number"] % 6 + 1)), "draw.panel")
tamper("draw_other_members", "drawn_phrase", result(lambda v: v["draw"]["panel"].update(members=[2, 5])), "draw.panel", "draw.selected", "draw.remaining")
tamper("draw_other_ticket", "drawn_phrase", result(lambda v: v["draw"].update(ticket=v["draw"]["ticket"] + 1)), "draw.ticket")
tamper("draw_ticket_beyond_M", "public_drawn_phrase", result(put("draw", "ticket", 10**12)), "draw.ticket", "draw.panel")
tamper("draw_other_key", "drawn_phrase", result(put("draw", "key", "ab" * 32)), "draw.key", "draw.ticket")
tamper("draw_other_seed", "drawn_phrase", result(put("draw", "seed", "another phrase")), "draw.key")
tamper("draw_other_seed_at_once", "at_once", result(put("draw", "seed", "another phrase")), "draw.key")
tamper("draw_seed_blank", "drawn_phrase", both(result(put("draw", "seed", "")), redraw), "draw.seed")
tamper("draw_seed_not_nfc", "drawn_phrase", result(lambda v: v["draw"].update(seed=v["draw"]["seed"].replace("ä", "a\u0308"))), "draw.seed")
tamper("draw_seed_outer_space", "drawn_phrase", result(lambda v: v["draw"].update(seed=v["draw"]["seed"] + "\u00a0")), "draw.seed")
tamper("draw_seed_outer_space_at_once", "at_once", result(lambda v: v["draw"].update(seed=" " + v["draw"]["seed"])), "draw.seed")
tamper("draw_without_fingerprint", "drawn_phrase", result(put("fingerprint", None)), "draw.seed")
tamper("draw_other_fingerprint", "drawn_phrase", result(put("fingerprint", "ab" * 32)), "draw.seed")
tamper("draw_fingerprint_without_commitment", "at_once", result(put("fingerprint", "ab" * 32)), F)
tamper("draw_other_format", "drawn_phrase", result(put("format", "klero/result/1")), D)
tamper("draw_unknown_key", "drawn_phrase", result(put("draw", "note", "")), D)
tamper("draw_missing_key", "drawn_phrase", result(lambda v: v["draw"].pop("key")), D)
tamper("draw_key_null", "drawn_phrase", result(put("draw", "key", None)), D)
tamper("draw_ticket_float", "drawn_phrase", swap("result.json", '"ticket": ', '"ticket": 0.'), D)
tamper("draw_seed_number", "drawn_digits", result(put("draw", "seed", 42)), D)
tamper("draw_half_a_surrogate", "at_once", swap("result.json", '"seed": "', '"seed": "\\udc00'), D)
tamper("draw_doubled_key", "drawn_phrase", swap("result.json", '"seed": ', '"seed": "x", "seed": '), D)

# selected.csv and remaining.csv
tamper("selected_cell", "drawn_digits", swap("selected.csv", "0456", "456"), "draw.selected")
tamper("selected_row_more", "drawn_digits", data("selected.csv", lambda d: d + b"z,Ada,female,30+,0123\n"), "draw.selected")
tamper("selected_bom", "drawn_digits", data("selected.csv", lambda d: b"\xef\xbb\xbf" + d), "draw.selected")
tamper("selected_somebody_else", "drawn_digits", swap("selected.csv", "9,", "B,"), "draw.selected")
tamper("remaining_rows_swapped", "drawn_rules", lines("remaining.csv", exchange(1, 2)), "draw.remaining")
tamper("remaining_row_missing", "drawn_rules", lines("remaining.csv", lambda found: found.pop()), "draw.remaining")
tamper("remaining_crlf", "drawn_rules", data("remaining.csv", lambda d: d.replace(b"\n", b"\r\n")), "draw.remaining")
tamper("remaining_quoted_needlessly", "drawn_rules", swap("remaining.csv", "Ely", '"Ely"'), "draw.remaining")
tamper("remaining_no_last_line_end", "drawn_rules", data("remaining.csv", lambda d: d[:-1]), "draw.remaining")
tamper("remaining_empty", "drawn_rules", data("remaining.csv", lambda d: b""), "draw.remaining")

# Receipts
R, RC, RL, RP, RT = "receipt.form", "receipt.commitment", "receipt.leaf", "receipt.path", "receipt.tickets"


def leaf(function):
    """Changes the leaf as JSON and writes it as leaves are written."""
    def change(value):
        held = json.loads(value["leaf"])
        function(held)
        value["leaf"] = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return change


def leaf_text(old, new):
    def change(value):
        assert old in value["leaf"], (old, value["leaf"])
        value["leaf"] = value["leaf"].replace(old, new, 1)
    return change


def receipt(name, number, change, *failing, base="public_drawn_beacon", of="drawn_beacon", **other):
    tamper("receipt_" + name, base, nothing, *failing, receipt=(of, number, change), **other)


def lookalike(value):
    """Member 3's leaf, put in the place of member 2, who has equal features."""
    with open(os.path.join(VECTORS, "receipts", "drawn_beacon", "3.json"), encoding="utf-8") as file:
        other = json.load(file)
    value["leaf"] = other["leaf"].replace('"number":3', '"number":2')


ALL_PASS = {identifier: "PASS" for identifier in (R, RC, RL, RP, RT)}
for number in range(1, 9):
    receipt("clean_%d" % number, number, nothing, verified=True, expect=ALL_PASS)
    receipt("clean_rules_%d" % number, number, nothing, base="drawn_rules", of="drawn_rules", verified=True, expect=ALL_PASS)
receipt("clean_full", 4, nothing, base="drawn_beacon", verified=True, expect=ALL_PASS)
receipt("lookalike", 2, lookalike, RL, RP)
receipt("other_number", 2, leaf(put("number", 3)), RL, RP)
receipt("number_above_n", 2, leaf(put("number", 9)), RL)
receipt("number_0", 2, leaf(put("number", 0)), R)
receipt("organisers_leaf", 2, put("leaf", '{"number":0,"salt":"%s","setup":"%s"}' % ("00" * 32, "00" * 32)), R)
receipt("other_feature", 2, leaf(put("features", 1, 1, "30+")), RL, RP)
receipt("other_name", 2, leaf(put("name", ["Somebody Else"])), RL, RP)
receipt("other_salt", 2, leaf(put("salt", "00" * 32)), RL, RP)
receipt("other_id", 2, leaf(put("id", "10")), RL, RP)
receipt("leaf_respaced", 2, leaf_text(",", ", "), R)
receipt("leaf_reordered", 2, lambda v: v.update(leaf=json.dumps(dict(reversed(list(json.loads(v["leaf"]).items()))), ensure_ascii=False, separators=(",", ":"))), R)
receipt("leaf_escaped", 2, leaf_text('"id"', '"\\u0069d"'), R)
receipt("leaf_slash_escaped", 8, leaf_text("Dov", "\\/"), R)
receipt("leaf_line_end", 2, lambda v: v.update(leaf=v["leaf"] + "\n"), R)
receipt("leaf_unknown_key", 2, leaf(put("phone", "")), R)
receipt("leaf_doubled_key", 2, leaf_text('"number":2', '"number":2,"number":2'), R)
receipt("leaf_not_json", 2, put("leaf", "x"), R)
receipt("path_altered", 2, put("path", 0, "ab" * 32), RP)
receipt("path_reversed", 2, lambda v: v["path"].reverse(), RP)
receipt("path_too_long", 2, lambda v: v["path"].append("ab" * 32), RP)
receipt("path_too_short", 2, lambda v: v["path"].pop(), RP)
receipt("path_empty", 8, put("path", []), RP)
receipt("path_very_long", 2, put("path", ["ab" * 32] * 10000), RP)
receipt("path_upper_case", 2, lambda v: v.update(path=[step.upper() for step in v["path"]]), R)
receipt("path_of_number", 2, put("path", 0, 1), R)
receipt("other_commitment", 2, put("fingerprint", "ab" * 32), RC)
receipt("of_another_record", 2, nothing, RC, RL, RP, of="drawn_rules")
receipt("other_tickets", 2, lambda v: v.update(tickets=v["tickets"] + 1), RT)
receipt("tickets_float", 2, put("tickets", 0.5), R)
receipt("unknown_key", 2, put("note", ""), R)
receipt("missing_key", 2, lambda v: v.pop("path"), R)
receipt("other_format", 2, put("format", "klero/receipt/2"), R)
