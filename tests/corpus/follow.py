"""The corpus of records that follow others: what a record says of the one before it, the files that it has for that, and whether the records given fit each other."""

import os

from changes import both, data, drop, exchange, F, js, lines, nothing, of_vector, PREFIX, put, read, swap, symlink, tamper, write, producer as P
from chains import (
    again, B, built, chain, fill, first, free_men, from_vector, IN, on, phrase, PO, published, renamed, REPLACED, RU, SE, setup_of, some_old,
    STRANGER, T, UNCHECKED, unchecked, with_chance, without
)

SETUP2 = "2/setup.form"

for name, key, value in (
    ("step_unknown", "step", "renew"), ("step_0", "step", "replace/0"), ("step_leading_zero", "step", "replace/01"), ("step_blank_panel", "step", "replace/"),
    ("step_rotate_panel", "step", "rotate/1"), ("step_null", "step", None), ("step_line_end", "step", "replace\n"),
    ("fingerprint_short", "fingerprint", "ab"), ("fingerprint_none", "fingerprint", "none"),
    ("result_null", "result", None), ("result_upper", "result", "AB" * 32), ("alternates_list", "alternates", []), ("former_null", "former", None),
    ("former_of_a_replacement", "former", ["ab" * 32]),
):
    chain("before_" + name, "chain_replace", setup_of("2", "before", key, value), SETUP2)
chain("before_unknown_key", "chain_replace", setup_of("2", "before", "note", ""), SETUP2)
chain("before_missing_key", "chain_replace", on("2", js("setup.json", lambda v: v["before"].pop("former"))), SETUP2)
chain("before_null", "chain_at_once", setup_of("2", "before", None), SETUP2)
chain("before_with_panels", "chain_panels", setup_of("2", "panels", 3), SETUP2)
chain("before_former_twice", "chain_rotate", on("3", js("setup.json", lambda v: v["before"]["former"].append(v["before"]["former"][0]))), "3/setup.form")
chain("before_former_descends", "chain_rotate", setup_of("3", "before", "former", ["ab" * 32, "aa" * 32]), "3/setup.form")
chain("before_alternates_of_a_rotation", "chain_rotate", setup_of("3", "before", "alternates", "ab" * 32), "3/setup.form")
chain("before_alternates_of_alternates", "chain_alternates", setup_of("2", "before", "alternates", "ab" * 32), "2/setup.form")
for name, old, new in (
    ("step_unknown", "before replace ", "before renew "), ("step_panel_0", "before replace ", "before replace/0 "), ("two_words", "before replace ", "before "),
    ("four_words", "before replace ", "before replace replace "), ("null", "before replace ", "before replace null "),
    ("upper", "before replace ", "before replace A"), ("with_panels", "tickets 7\n", "panels 3\ntickets 7\n"), ("twice", "published", "before replace none %s\npublished" % ("ab" * 32)),
    ("misplaced", "attempt 1\n", "attempt 1\npublished 2023-09-10T09:00:00Z\n"),
):
    chain("commit_before_" + name, "public_chain_replace", on("2", swap("commit.txt", old, new)), "2/commit.form")
chain("commit_before_missing", "chain_replace", on("2", lines("commit.txt", lambda found: found.pop(4))), "2/commit.form", expect={"2/" + B: "PASS"})
chain("commit_before_missing_in_public", "public_chain_replace", on("2", lines("commit.txt", lambda found: found.pop(4))), "2/draw.seed")
chain("commit_before_other_step", "chain_replace", on("2", swap("commit.txt", "before replace ", "before rotate ")), "2/" + B)
chain("commit_before_other_fingerprint", "chain_replace", on("2", lines("commit.txt", lambda found: found.__setitem__(4, " ".join(
    [*found[4].split(" ")[:2], "none", found[4].split(" ")[3]])))), "2/" + B)
chain("setup_before_missing", "chain_replace", on("2", js("setup.json", lambda v: v.pop("before"))), "2/commit.form", "2/commit.leaves")

for name, chain_of, record, file, check in (
    ("new", "chain_replace", "2", "new.csv", "draw.new"), ("alternates", "chain_alternates", "2", "alternates.csv", "draw.alternates"),
    ("new_of_a_rotation", "chain_rotate", "3", "new.csv", "draw.new"), ("panels", "chain_panels", "1", "panels.csv", "draw.panels"),
):
    chain("sheet_%s_missing" % name, chain_of, on(record, drop(file)), "%s/%s" % (record, F))
    chain("sheet_%s_row_missing" % name, chain_of, on(record, lines(file, lambda found: found.pop())), "%s/%s" % (record, check))
    chain("sheet_%s_row_twice" % name, chain_of, on(record, lines(file, lambda found: found.append(found[-1]))), "%s/%s" % (record, check))
    chain("sheet_%s_empty" % name, chain_of, on(record, data(file, lambda d: b"")), "%s/%s" % (record, check))
    chain("sheet_%s_symlink" % name, chain_of, on(record, symlink(file)), "%s/%s" % (record, F))
chain("alternates_order", "chain_alternates", on("2", lines("alternates.csv", exchange(1, 2))), "2/draw.alternates")
chain("alternates_order_renumbered", "chain_alternates", on("2", lines("alternates.csv", lambda found: found.__setitem__(slice(1, 3), [
    "1" + found[2][1:], "2" + found[1][1:]]))), "2/draw.alternates")
chain("alternates_order_of_digits", "chain_panels", on("3", lines("alternates.csv", lambda found: found.__setitem__(slice(1, 3), [
    "1" + found[2][1:], "2" + found[1][1:]]))), "3/draw.alternates")
chain("alternates_order_of_the_draw", "chain_rehearsal", on("3", lines(PREFIX + "alternates.csv", lambda found: found.__setitem__(slice(1, 3), [
    "1" + found[2][1:], "2" + found[1][1:]]))), "3/draw.alternates")
tamper("new_in_a_first_draw", "drawn_phrase", lambda folder: write(folder, "new.csv", b"id\n"), F)
tamper("alternates_in_a_first_draw", "drawn_phrase", lambda folder: write(folder, "alternates.csv", b"id\n"), F)
tamper("alternates_json_in_a_first_draw", "solved", lambda folder: write(folder, "alternates.json", b"{}\n"), F)
chain("alternates_csv_in_a_replacement", "chain_replace", on("2", lambda folder: write(folder, "alternates.csv", b"id\n")), "2/" + F)
chain("new_csv_in_alternates", "chain_alternates", on("2", lambda folder: write(folder, "new.csv", b"id\n")), "2/" + F)
chain("alternates_json_missing", "chain_alternates", on("2", drop("alternates.json")), "2/" + F)
chain("alternates_json_openly", "chain_alternates", on("2", swap("alternates.json", "everybody", "Everybody")), "2/files.hashes")
chain("alternates_json_unnamed", "chain_alternates", on("2", js("setup.json", lambda v: v["files"].pop("alternates.json"))), "2/files.hashes", "2/commit.leaves")
chain("alternates_json_in_public", "public_chain_alternates", on("2", lambda folder: write(folder, "alternates.json", b"{}\n")), "2/" + F)

# --- Records that do not fit each other -----------------------------------------------------------------------------------------------------------

# All that follow another one, without it.
tamper("chain_alone", "chain_replace/2", nothing, expect={check: UNCHECKED for check in (B, PO, SE, IN, T)})
tamper("chain_alone_with_a_receipt", "chain_alternates/3", nothing, "receipt.form", receipt=of_vector("drawn_beacon", 2, put("path", 1)), expect={B: UNCHECKED})
chain("chain_among_strangers", "chain_replace", both(without("1"), STRANGER), expect=unchecked("2", B, PO, SE, IN, T))
chain("chain_among_strangers_in_public", "public_chain_alternates", both(without("1", "3"), STRANGER), expect=unchecked("2", B, PO, SE, IN))
chain("chain_without_alternates", "chain_alternates", without("2"), expect=unchecked("3", B, PO, SE, IN))
chain("chain_without_alternates_in_public", "public_chain_alternates", without("2"), verified=True, expect={"3/" + B: "PASS"})
chain("chain_without_former", "chain_rotate", without("1"), expect={**unchecked("2", B, PO, SE, IN), **unchecked("3", B, SE, IN)})
chain("chain_rotation_without_the_earlier", "chain_rotate", without("2"), expect=unchecked("3", B, SE, IN))
chain("chain_result_changed", "chain_alternates", on("1", data("result.json", lambda d: d + b"\n")), expect={**unchecked("2", B, PO, SE, IN), "1/draw.form": "PASS"})
# In any order.
chain("chain_reversed", "chain_replace", renamed("1", "3"), verified=True, expect={"2/" + B: "PASS", "2/" + T: "PASS", "2/" + IN: "PASS"})
chain("chain_rotated", "chain_rotate", both(renamed("1", "9"), renamed("2", "8")), verified=True, expect={"3/" + SE: "PASS", "8/" + IN: "PASS"})
chain("chain_with_a_stranger", "chain_at_once", from_vector("at_once", "0"), verified=True)
chain("chain_with_a_broken_stranger", "chain_at_once", both(from_vector("solved", "0"), on("0", drop("lottery.json"))), "0/" + F, expect={"2/" + B: "PASS"})
chain("chain_earlier_twice", "chain_alternates", again("1", "4"), verified=True)
chain("chain_alternates_twice", "chain_alternates", again("2", "4"), verified=True)
chain("chain_mixed_forms", "chain_alternates", both(without("1"), from_vector("public_chain_alternates/1", "1")), expect={"2/" + PO: "PASS", "3/" + IN: "PASS", **unchecked("2", RU), **unchecked("3", RU)})
chain("chain_mixed_forms_of_a_rotation", "chain_rotate", both(without("2"), from_vector("public_chain_rotate/2", "2")), expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})
chain("chain_mixed_forms_before_at_once", "chain_at_once", on("3", published), expect={"3/" + B: "PASS", "3/" + PO: UNCHECKED, "3/" + SE: "PASS"})


sits_again = with_chance(lambda stay, gone: fill(stay, free_men(*stay)), lambda stay, gone: {"include": sorted(stay)})
chain("seats_neither_stays_nor_goes", REPLACED, built(sits_again), "2/" + SE, expect={"2/" + B: "PASS", "2/" + PO: "PASS", "2/" + IN: "PASS"})
chain("seats_neither_stays_nor_goes_in_public", REPLACED, built(sits_again, {1, 2}), "2/" + SE, expect={"2/" + B: "PASS", "2/" + PO: "PASS"})
stays_maybe = with_chance(lambda stay, gone: [(sorted([max(stay), *pair]), 1) for pair in (
    (min(stay), some_old(stay, gone)[0]), some_old(stay, gone)[:2])], lambda stay, gone: {"include": [max(stay)], "exclude": [gone]})
chain("seats_stays_perhaps", REPLACED, built(stays_maybe), "2/" + SE, expect={"2/" + IN: "PASS"})
all_go = with_chance(lambda stay, gone: [(sorted([next(w for w in P.WOMEN if w not in stay), *some_old(stay, gone)[:2]]), 3)],
                     lambda stay, gone: {"exclude": sorted([*stay, gone])})
chain("seats_all_go", REPLACED, built(all_go), verified=True, expect={"2/" + SE: "PASS", "2/" + IN: "PASS"})
not_by_rule = with_chance(lambda stay, gone: fill(stay, some_old(stay, gone)), lambda stay, gone: {})
chain("seats_without_rules", REPLACED, built(not_by_rule), verified=True, expect={"2/" + SE: "PASS", "2/" + IN: "PASS"})
nobody_goes = with_chance(lambda stay, gone: [(sorted([*stay, gone]), 3)], lambda stay, gone: {"include": sorted([*stay, gone])})
chain("seats_nobody_goes", REPLACED, built(nobody_goes), "2/" + SE, expect={"2/" + B: "PASS", "2/" + PO: "PASS", "2/" + IN: "PASS", "2/" + RU: "PASS"})
chain("seats_nobody_goes_in_public", REPLACED, built(nobody_goes, {1, 2}), "2/" + SE, expect={"2/" + B: "PASS", "2/" + PO: "PASS"})
nobody_goes_without_rules = with_chance(lambda stay, gone: [(sorted([*stay, gone]), 3)], lambda stay, gone: {})
chain("seats_nobody_goes_without_rules", REPLACED, built(nobody_goes_without_rules), "2/" + SE, expect={"2/" + IN: "PASS", "2/" + RU: "PASS"})
stranger = with_chance(lambda stay, gone: [(sorted([*stay, some_old(stay, gone)[1]]), 5)],
                       lambda stay, gone: {"exclude": [gone], "include": sorted([*stay, some_old(stay, gone)[1]])})
chain("included_a_stranger", REPLACED, built(stranger), "2/" + IN, expect={"2/" + SE: "PASS", "2/" + B: "PASS"})
chain("included_a_stranger_in_public", REPLACED, built(stranger, {1, 2}), verified=True, expect={"2/" + SE: "PASS", "2/" + IN: UNCHECKED})
right = (lambda stay, gone: fill(stay, free_men(*stay, gone)), lambda stay, gone: {"exclude": [gone], "include": sorted(stay)})
chain("before_other_fingerprint", REPLACED, built(with_chance(*right, fingerprint="ab" * 32)), "2/" + B, expect={"2/" + SE: "PASS", "2/" + PO: "PASS"})
chain("before_other_fingerprint_in_public", REPLACED, built(with_chance(*right, fingerprint="ab" * 32), {1, 2}), "2/" + B, expect={"2/" + SE: "PASS"})
chain("before_without_fingerprint", REPLACED, built(with_chance(*right, fingerprint=None)), "2/" + B)
chain("before_other_result", REPLACED, built(with_chance(*right, result="ab" * 32)), expect=unchecked("2", B, PO, SE, IN))
chain("before_panel_of_one", REPLACED, built(with_chance(*right, step="replace/1")), "2/" + B, expect=unchecked("2", SE, IN))
chain("before_panel_of_one_in_public", REPLACED, built(with_chance(*right, step="replace/1"), {1, 2}), "2/" + B, expect=unchecked("2", SE))


nobody_stays = with_chance(lambda stay, gone: [(sorted([next(w for w in P.WOMEN if w not in stay), *some_old(stay, gone)[:2]]), 3)],
                           lambda stay, gone: {"exclude": sorted([*stay, gone])}, step="replace/1")
chain("before_panel_of_one_where_nobody_stays", REPLACED, built(nobody_stays), "2/" + B, expect={**unchecked("2", SE), "2/" + IN: "PASS"})


def itself(folder):
    """A record at once that follows itself: its key is not bound to setup.json."""
    built(with_at_once)(folder)
    on("2", js("setup.json", put("before", "result", P.sha(read(os.path.join(folder, "2"), "result.json")))))(folder)
    both(without("1"), STRANGER)(folder)


def with_at_once():
    record = P.one_panel(False).draw("spring")
    stay, gone = P.man_drops_out(record.drawn)
    return [record, P.replaced(record, "replace", stay, [gone]).draw("summer")]


chain("before_itself", REPLACED, itself, expect=unchecked("2", B, PO, SE, IN))
chain("before_itself_twice", REPLACED, both(itself, again("2", "3")), expect=unchecked("2", B, PO, SE, IN))
chain("before_fingerprint_of_a_draw_at_once", REPLACED, both(built(with_at_once), setup_of("2", "before", "fingerprint", "ab" * 32)), "2/" + B)


def pool_of(lines_, names=("name",), **kind):
    """The second record has this pool; the numbers are the same."""
    def make():
        record, stay, gone = first()
        rules = P.bare(exclude=[gone], include=sorted(stay))
        pool, panels = P.Pool(lines_, "id"), sorted(fill(stay, free_men(*stay, gone)))
        return [record, phrase(P.Record(pool, P.ONE_AND_TWO, panels, None, 3, "id", P.FEATURES, rules=rules, before=record.followed("replace"), **kind), "wind", names, draw=2)]
    return make


OTHER_NAME = [[cell.replace("Rut", "Ruth") for cell in row] for row in P.TWELVE]
NEW_PERSON = P.TWELVE + [["zz", "Zoe", "female", "30+"]]
OTHER_ORDER = [P.TWELVE[0], *reversed(P.TWELVE[1:])]
BLANK_ROW = P.TWELVE[:4] + [["", "", "", ""]] + P.TWELVE[4:]
chain("pool_other_name", REPLACED, built(pool_of(OTHER_NAME)), "2/" + PO, expect={"2/" + B: "PASS", "2/" + SE: "PASS"})
chain("pool_other_name_in_public", REPLACED, built(pool_of(OTHER_NAME), {1, 2}), "2/" + PO, expect={"2/" + B: "PASS", "2/" + SE: "PASS"})
chain("pool_new_person", REPLACED, built(pool_of(NEW_PERSON)), "2/" + PO)
chain("pool_new_person_in_public", REPLACED, built(pool_of(NEW_PERSON), {1, 2}), "2/" + PO)
chain("pool_other_order", REPLACED, built(pool_of(OTHER_ORDER)), "2/" + PO)
chain("pool_other_order_in_public", REPLACED, built(pool_of(OTHER_ORDER), {1, 2}), verified=True, expect={"2/" + PO: "PASS"})
chain("pool_other_keys", REPLACED, built(pool_of(P.TWELVE, names=())), "2/" + PO, expect={"2/commit.leaves": "PASS"})
chain("pool_other_keys_in_public", REPLACED, built(pool_of(P.TWELVE, names=()), {1, 2}), "2/" + PO)
chain("pool_other_keys_mixed", REPLACED, built(pool_of(P.TWELVE, names=()), {1}), "2/" + PO)
chain("pool_of_a_rehearsal", REPLACED, built(pool_of(P.TWELVE, rehearsal=True)), verified=True, expect={"2/" + PO: "PASS", "2/" + B: "PASS"})
chain("pool_of_a_rehearsal_in_public", REPLACED, built(pool_of(P.TWELVE, rehearsal=True), {1, 2}), verified=True, expect={"2/" + PO: "PASS"})
chain("pool_of_a_rehearsal_other_name", REPLACED, built(pool_of(OTHER_NAME, rehearsal=True)), "2/" + PO)
chain("pool_of_a_rehearsal_other_order", REPLACED, built(pool_of(OTHER_ORDER, rehearsal=True)), "2/" + PO)


# The same pool.csv, whose members are numbered by another column: the numbers mean other people. (Men 2, 5 and 8 and woman 10 may sit by either.)
CODED = [P.TWELVE[0] + ["code", "short"]] + [row + ["%s%d" % (row[0][0], 10 - int(row[0][1:]) if row[0][0] == "m" else int(row[0][1:])), row[0].upper()] for row in P.TWELVE[1:]]


def numbered_by(before, after, at_once=False):
    def make():
        record = lambda column, members, **more: P.Record(P.Pool(CODED, column), P.ONE_AND_TWO, [(members, 1)], None, 3, column, P.FEATURES, **more)  # noqa: E731
        said = lambda made, words: made.draw(words) if at_once else phrase(made, words)  # noqa: E731
        one = said(record(before, [2, 5, 10]), "rain")
        return [one, said(record(after, [5, 8, 10], rules=P.bare(exclude=[2], include=[5, 10]), before=one.followed("replace")), "wind")]
    return make


ALL_BUT_POOL = {"2/" + B: "PASS", "2/" + SE: "PASS", "2/" + IN: "PASS", "2/" + RU: "PASS"}
chain("pool_numbered_alike", REPLACED, built(numbered_by("code", "code")), verified=True, expect={**ALL_BUT_POOL, "2/" + PO: "PASS"})
chain("pool_numbered_by_another_column", REPLACED, built(numbered_by("id", "code")), "2/" + PO, expect=ALL_BUT_POOL)
chain("pool_numbered_by_another_column_in_public", REPLACED, built(numbered_by("id", "code"), {1, 2}), "2/" + PO)
chain("pool_numbered_alike_at_once", REPLACED, built(numbered_by("code", "code", True)), verified=True, expect={**ALL_BUT_POOL, "2/" + PO: "PASS"})
chain("pool_numbered_by_another_column_at_once", REPLACED, built(numbered_by("id", "code", True)), "2/" + PO, expect=ALL_BUT_POOL)
chain("pool_numbered_by_a_column_in_the_same_order", REPLACED, built(numbered_by("id", "short", True)), "2/" + PO, expect=ALL_BUT_POOL)
chain("pool_numbered_by_a_column_that_nobody_can_read", REPLACED, both(built(numbered_by("id", "code", True)), on("1", data("setup.json", lambda d: d[:-9]))), "1/setup.form",
      expect={"2/" + PO: "PASS"})
chain("pool_numbered_by_another_column_without_leaves", REPLACED, both(built(numbered_by("id", "code")), on("1", drop("pool.leaves"))), "1/" + F, "2/" + PO)
chain("pool_numbered_by_another_column_without_a_pool", REPLACED, both(built(numbered_by("id", "code", True)), on("1", drop("pool.csv"))), "1/" + F, "2/" + PO)


def blank_rows():
    """The pool of the draw has a blank row, which the rehearsal's leaves out."""
    record = phrase(P.Record(P.Pool(BLANK_ROW, "id"), P.ONE_AND_TWO, P.one_panel(False).panels, None, 3, "id", P.FEATURES), "rain on the roof")
    stay, gone = P.man_drops_out(record.drawn)
    return [record, phrase(P.replaced(record, "replace", stay, [gone], rehearsal=True), "wind")]


chain("pool_of_a_rehearsal_without_blank_rows", REPLACED, built(blank_rows), verified=True, expect={"2/" + PO: "PASS"})


def after_a_rehearsal():
    record = phrase(P.twelve(P.one_panel(False).panels, rehearsal=True), "rain on the roof")
    stay, gone = P.man_drops_out(record.drawn)
    return [record, phrase(P.replaced(record, "replace", stay, [gone]), "wind")]


chain("before_a_rehearsal", REPLACED, built(after_a_rehearsal), "2/" + B, expect={"2/" + PO: "PASS", "2/" + SE: "PASS"})
chain("before_a_rehearsal_in_public", REPLACED, built(after_a_rehearsal, {1, 2}), "2/" + B, expect={"2/" + PO: "PASS", "2/" + SE: "PASS"})


# Files of the earlier record that cannot be read.
chain("pool_leaves_unreadable", "public_chain_alternates", on("1", data("pool.leaves", bytes.upper)), "1/commit.pool", expect={"2/" + PO: UNCHECKED, "3/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_leaves_missing", "public_chain_alternates", on("1", drop("pool.leaves")), "1/" + F, expect={"2/" + PO: UNCHECKED})
chain("pool_leaves_unreadable_in_full", "chain_alternates", on("1", data("pool.leaves", bytes.upper)), "1/commit.pool", expect={"2/" + PO: UNCHECKED, "3/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_leaves_missing_in_full", "chain_alternates", on("2", drop("pool.leaves")), "2/" + F, expect={"2/" + PO: UNCHECKED, "3/" + PO: "PASS"})
chain("pool_leaves_missing_and_another_pool", REPLACED, both(built(pool_of(OTHER_NAME)), on("1", drop("pool.leaves"))), "1/" + F, "2/" + PO)
chain("pool_missing_and_other_leaves", REPLACED, both(built(pool_of(P.TWELVE, names=())), on("1", drop("pool.csv"))), "1/" + F, "2/" + PO)
chain("pool_leaves_missing_before_at_once", "chain_at_once", on("3", drop("pool.leaves")), "3/" + F, expect={"3/" + PO: "PASS"})
chain("pool_missing_before", "chain_alternates", on("1", drop("pool.csv")), "1/" + F, expect={"2/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_unreadable_before_a_rehearsal", "chain_rehearsal", on("1", data("pool.csv", lambda d: d + b'"')), "1/pool.form", expect={"2/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_unmarked_after_the_draw", "chain_rehearsal", on("2", data(PREFIX + "pool.csv", lambda d: d.replace(b"REHEARSAL,", b""))), "2/pool.form", expect={"2/" + PO: UNCHECKED})
chain("lottery_unreadable_after", "chain_alternates", on("3", data("lottery.json", lambda d: d[:-9])), "3/lottery.form", expect={"3/" + SE: UNCHECKED, "3/" + IN: "PASS"})
chain("setup_unreadable_after", "chain_alternates", on("3", data("setup.json", lambda d: d[:-9])), "3/setup.form", expect={"3/" + B: "PASS", "3/" + IN: UNCHECKED})
