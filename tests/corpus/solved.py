"""The corpus of single records: the files of `solve`, and what is there and what is not."""

import os

from changes import (
    both, data, deep_branches, directory, drop, exchange, F, far_tickets, fetch, js, lines, mend, nothing, only_solved, panel, producer, put,
    sparse, swap, symlink, tamper, VECTORS, write
)

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
