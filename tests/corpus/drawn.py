"""The corpus of single records: the files of `commit` and of `draw`, and receipts."""

import json
import os

from changes import (
    beacon_of, both, data, drop, exchange, F, js, lines, mend, nothing, producer, put, receipt, redraw, reroot, seat, swap, tamper, VECTORS
)

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
