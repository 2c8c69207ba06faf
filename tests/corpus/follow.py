"""The corpus of rehearsals, of several panels drawn together, and of records that follow others; `tamper.py` holds the tools and the rest of it.

A chain is a folder whose folders are records: they are given together, sorted by their names. Its expectations are named <folder>/<check>. Where one
record of a chain is wrong in itself it is tampered with as in `tamper.py`; where the records do not fit each other, they are made anew by the producer of the
vectors, so that each record is sound and only a check of the chain can notice.
"""

import os
import shutil

from tamper import VECTORS, both, data, drop, exchange, js, lines, mend, nothing, producer as P, put, read, receipt, sparse, swap, symlink, tamper, write

PREFIX = "REHEARSAL-"
DAY = "2024-05-02T10:00:00Z"


def on(record, *changes):
    """Changes of one record of a chain."""
    return lambda folder: both(*changes)(os.path.join(folder, record))


def without(*records):
    return lambda folder: [shutil.rmtree(os.path.join(folder, record)) for record in records]


def renamed(old, new):
    return lambda folder: os.rename(os.path.join(folder, old), os.path.join(folder, new))


def again(old, new):
    return lambda folder: shutil.copytree(os.path.join(folder, old), os.path.join(folder, new))


def from_vector(vector, record):
    return lambda folder: shutil.copytree(os.path.join(VECTORS, vector), os.path.join(folder, record))


STRANGER = from_vector("solved", "0")  # a record that has nothing to do with the others


def built(make, public=()):
    """The folder holds these records of the producer instead, numbered from 1; those with the numbers in `public` in public form."""
    def change(folder):
        for record in os.listdir(folder):
            shutil.rmtree(os.path.join(folder, record))
        for at, record in enumerate(make(), 1):
            os.mkdir(os.path.join(folder, str(at)))
            for name, bytes_ in record.written(public=at in public).items():
                write(os.path.join(folder, str(at)), name, bytes_)
    return change


def published(folder):
    """What the public form leaves out is gone."""
    drop(*(name for name in os.listdir(folder) if name in P.PERSONAL))(folder)


def chain(name, base, change, *failing, **other):
    tamper(name, base, change, *failing, chain=True, **other)


# Nobody tampered with these.
for vector in sorted(os.listdir(VECTORS)):
    place = os.path.join(VECTORS, vector)
    if os.path.exists(os.path.join(place, PREFIX + "lottery.json")):
        tamper("clean_" + vector, vector, nothing, verified=True, expect={"files.present": "PASS", "lottery.form": "PASS"})
    if vector.startswith(("chain_", "public_chain_")):
        expect = {"2/chain.before": "PASS", "2/chain.pool": "PASS", "2/chain.seats": "PASS"}
        if vector == "public_chain_rotate":
            expect.update({"3/chain.before": "PASS", "3/chain.seats": "NOT CHECKED", "3/chain.included": "NOT CHECKED"})
        elif vector == "chain_rotate":
            expect.update({"3/chain.before": "PASS", "3/chain.seats": "PASS", "3/chain.included": "PASS"})
        chain("clean_" + vector, vector, nothing, verified=True, expect=expect)

# --- Rehearsals ----------------------------------------------------------------------------------------------------------------------------

F = "files.present"


def format_of(name, record, check, *more):
    """The format of one file of a rehearsal is spelled as in the draw; the hashes follow."""
    file = PREFIX + name
    tamper("rehearsal_%s_as_if_real_%s" % (name.split(".")[0], record), record, both(swap(file, "klero/rehearsal/", "klero/"), mend), check, *more)


format_of("setup.json", "rehearsal_solved", "setup.form")
format_of("lottery.json", "rehearsal_solved", "lottery.form")
format_of("certificate.json", "rehearsal_solved", "certificate.form")
format_of("result.json", "rehearsal_at_once", "draw.form")
format_of("keys.json", "rehearsal_digits", "commit.leaves")
format_of("commit.txt", "rehearsal_digits", "commit.form")
format_of("beacon.json", "rehearsal_beacon", "beacon.round")
format_of("result.json", "public_rehearsal_beacon", "draw.form")


def unmarked(folder):
    """Every file loses the beginning of its name: a rehearsal that would be the draw."""
    for name in os.listdir(folder):
        if name.startswith(PREFIX):
            os.rename(os.path.join(folder, name), os.path.join(folder, name[len(PREFIX):]))


def marked(folder):
    for name in os.listdir(folder):
        os.rename(os.path.join(folder, name), os.path.join(folder, PREFIX + name))


# Without a pool that can be read, the form of each file that has one of its own is judged all the same.
OF_ITS_OWN = ("setup.form", "lottery.form", "certificate.form", "probabilities.form", "commit.form", "commit.leaves", "draw.form")
tamper("rehearsal_renamed", "rehearsal_digits", unmarked, *OF_ITS_OWN, expect={"pool.form": "NOT CHECKED"})
tamper("rehearsal_renamed_in_public", "public_rehearsal_digits", unmarked, "commit.form", "draw.form", "lottery.form")
tamper("draw_renamed_to_a_rehearsal", "drawn_digits", marked, *OF_ITS_OWN, expect={"pool.form": "NOT CHECKED"})
tamper("rehearsal_with_a_real_file", "rehearsal_solved", lambda folder: shutil.copyfile(
    os.path.join(VECTORS, "at_once", "result.json"), os.path.join(folder, "result.json")), F)
tamper("draw_with_a_rehearsed_file", "drawn_phrase", lambda folder: shutil.copyfile(
    os.path.join(VECTORS, "rehearsal_at_once", PREFIX + "result.json"), os.path.join(folder, PREFIX + "result.json")), F)
tamper("rehearsal_other_files_do_not_count", "rehearsal_digits", lambda folder: write(folder, PREFIX + "notes.txt", b"\xff"), verified=True)
tamper("rehearsal_file_missing", "rehearsal_digits", drop(PREFIX + "remaining.csv"), F)
tamper("rehearsal_symlink", "rehearsal_digits", symlink(PREFIX + "pool.csv"), F)
tamper("rehearsal_too_large", "rehearsal_digits", sparse(PREFIX + "result.json", 2**20 + 1), F)
tamper("rehearsal_pool_openly", "rehearsal_digits", swap(PREFIX + "pool.csv", "0789", "0780"), "files.hashes")
tamper("rehearsal_pool_mended", "rehearsal_digits", both(swap(PREFIX + "pool.csv", "Eve", "Eva"), mend), "commit.leaves")
tamper("rehearsal_pool_row_unmarked", "rehearsal_solved", both(swap(PREFIX + "pool.csv", "\nREHEARSAL,z,", "\n,z,"), mend), "pool.form")
tamper("rehearsal_pool_column_unmarked", "rehearsal_solved", both(swap(PREFIX + "pool.csv", "REHEARSAL,id", "rehearsal,id"), mend), "pool.form")
tamper("rehearsal_quotas_unmarked", "rehearsal_solved", both(data(PREFIX + "quotas.csv", lambda d: d.replace(b"REHEARSAL,", b"")), mend), "pool.form")
tamper("rehearsal_quotas_row_unmarked", "rehearsal_solved", both(swap(PREFIX + "quotas.csv", "\nREHEARSAL,age,30+", "\n-,age,30+"), mend), "pool.form")
tamper("rehearsal_probabilities_unmarked", "rehearsal_solved", both(data(PREFIX + "probabilities.csv", lambda d: d.replace(b"REHEARSAL,", b"")), mend),
       "probabilities.form")
tamper("rehearsal_probabilities_row_unmarked", "rehearsal_solved", both(swap(PREFIX + "probabilities.csv", "REHEARSAL,3,", "x,3,"), mend), "probabilities.form")
tamper("rehearsal_selected_unmarked", "rehearsal_digits", data(PREFIX + "selected.csv", lambda d: d.replace(b"REHEARSAL,", b"")), "draw.selected")


def key_of_the_draw(folder):
    """The key as the draw would have it, and the ticket that it gives."""
    files = [P.sha(read(folder, PREFIX + name)) for name in ("lottery.json", "probabilities.csv", "quotas.csv")]
    key = P.sha(("klero/seed/1\nlottery %s\nprobabilities %s\nquotas %s\ntext %s\n" % (*files, P.text_digest(P.PHRASE))).encode())
    js(PREFIX + "result.json", put("draw", "key", key))(folder)


tamper("rehearsal_key_of_the_draw", "rehearsal_at_once", key_of_the_draw, "draw.key")
receipt("rehearsal_clean", 3, nothing, base="public_rehearsal_beacon", of="rehearsal_beacon", verified=True, expect={"receipt.form": "PASS", "receipt.path": "PASS"})
receipt("rehearsal_as_if_real", 3, put("format", "klero/receipt/1"), "receipt.form", base="public_rehearsal_beacon", of="rehearsal_beacon")
receipt("real_of_a_rehearsal", 3, put("format", "klero/rehearsal/receipt/1"), "receipt.form")
receipt("real_for_a_rehearsal", 3, nothing, "receipt.form", base="rehearsal_beacon")

# --- Several panels drawn together -----------------------------------------------------------------------------------------------------------

split, SP = (lambda function: both(js("split.json", function), mend)), "lottery.split"


def seats(panel, *changes):
    """Who sits where in one panel of the lottery: pairs of a place from 0 and a panel."""
    return lambda value: [value["panels"][panel - 1].__setitem__(place, seat) for place, seat in changes]


tamper("split_missing", "panels_solved", drop("split.json"), F)
tamper("split_missing_in_public", "public_panels_drawn", drop("split.json"), F)
tamper("split_symlink", "panels_drawn", symlink("split.json"), F)
tamper("split_of_one_panel", "solved", lambda folder: shutil.copyfile(os.path.join(VECTORS, "panels_solved", "split.json"), os.path.join(folder, "split.json")), F)
tamper("split_openly", "public_panels_drawn", js("split.json", seats(1, (0, 2), (1, 1))), "files.hashes")
tamper("split_uneven", "panels_solved", split(seats(1, (0, 2))), SP)
tamper("split_uneven_in_public", "public_panels_committed", split(seats(1, (0, 2))), SP)
tamper("split_seat_0", "panels_solved", split(seats(1, (0, 0))), SP)
tamper("split_seat_3", "panels_solved", split(seats(2, (0, 3))), SP)
tamper("split_seat_as_text", "panels_solved", split(seats(2, (0, "1"))), SP)
tamper("split_seat_true", "panels_solved", split(seats(1, (0, True))), SP)
tamper("split_list_missing", "panels_solved", split(lambda v: v["panels"].pop()), SP)
tamper("split_list_more", "panels_solved", split(lambda v: v["panels"].append([1, 1, 1, 2, 2, 2])), SP)
tamper("split_seat_missing", "panels_solved", split(lambda v: v["panels"][3].pop()), SP)
tamper("split_seat_more", "panels_solved", split(lambda v: v["panels"][3].append(1)), SP)
tamper("split_no_lists", "panels_solved", split(put("panels", {})), SP)
tamper("split_other_format", "panels_solved", split(put("format", "klero/split/2")), SP)
tamper("split_unknown_key", "panels_solved", split(put("note", "")), SP)
tamper("split_missing_key", "panels_solved", split(lambda v: v.pop("format")), SP)
tamper("split_doubled_key", "panels_solved", both(swap("split.json", '"panels":', '"panels":[],"panels":'), mend), SP)
tamper("split_truncated", "panels_drawn", data("split.json", lambda d: d[:-9]), SP, "files.hashes")
tamper("split_empty", "panels_at_once", both(data("split.json", lambda d: b""), mend), SP)


def women_together(value):
    """Two women on panel 1 and none on panel 2, each of three members: all together still meet every quota."""
    members = P.two_panels().panels[0][0]
    women = [at for at, number in enumerate(members) if number in P.WOMEN]
    other = next(at for at, number in enumerate(members) if number not in P.WOMEN and value["panels"][0][at] == 1)
    seats(1, *[(at, 1) for at in women], (other, 2))(value)


def young_men_together(value):
    """Two young men on one panel: the quota on two values is broken there and nowhere else."""
    for p, (members, _) in enumerate(P.two_panels().panels):
        young = [at for at, number in enumerate(members) if number in P.YOUNG_MEN]
        if len(young) == 2:
            held = value["panels"][p]
            other = next(at for at, number in enumerate(members) if number in P.MEN and at not in young and held[at] == held[young[0]])
            held[young[1]], held[other] = held[other], held[young[1]]
            return
    raise AssertionError("no panel has two young men")


tamper("parts_women_together", "panels_solved", split(women_together), "lottery.parts", expect={"lottery.quotas": "PASS", SP: "PASS"})
tamper("parts_young_men_together", "panels_solved", split(young_men_together), "lottery.parts", expect={"lottery.quotas": "PASS", SP: "PASS"})
tamper("panels_all_men", "panels_solved", both(js("lottery.json", put("panels", 0, "members", [1, 2, 3, 4, 5, 10])), mend), "lottery.quotas")
tamper("panels_apart_on_two_panels", "panels_solved", js("setup.json", put("rules", "apart", [[1, 2]])), "lottery.rules")
for name, value in (("one", 1), ("none", 0), ("null", None), ("four", 4), ("text", "2")):
    tamper("setup_panels_" + name, "panels_solved", js("setup.json", put("panels", value)), "setup.form")
tamper("setup_panels_three", "panels_solved", js("setup.json", put("panels", 3)), SP)
tamper("setup_panels_dropped", "panels_solved", js("setup.json", lambda v: v.pop("panels")), F)
tamper("setup_panels_dropped_after_commitment", "panels_committed", js("setup.json", lambda v: v.pop("panels")), "commit.form")
tamper("setup_panels_of_one", "solved", js("setup.json", put("panels", 2)), F)
tamper("setup_split_unnamed", "panels_solved", js("setup.json", lambda v: v["files"].pop("split.json")), "files.hashes")
tamper("setup_split_other_hash", "panels_solved", js("setup.json", lambda v: v["files"].update({"split.json": "00" * 32})), "files.hashes")
for name, new in (("one", "panels 1\n"), ("four", "panels 4\n"), ("zeros", "panels 02\n"), ("twice", "panels 2\npanels 2\n")):
    tamper("commit_panels_" + name, "public_panels_committed", swap("commit.txt", "panels 2\n", new), "commit.form")
tamper("commit_panels_three", "panels_committed", swap("commit.txt", "panels 2\n", "panels 3\n"), "commit.form")
tamper("commit_panels_missing", "panels_committed", swap("commit.txt", "panels 2\n", ""), "commit.form")
tamper("commit_panels_missing_in_public", "public_panels_committed", swap("commit.txt", "panels 2\n", ""), F, "files.hashes")
tamper("commit_panels_misplaced", "public_panels_committed", lines("commit.txt", exchange(6, 7)), "commit.form")
tamper("commit_split_unnamed", "public_panels_committed", lines("commit.txt", lambda found: found.pop()), "files.hashes")
tamper("commit_split_of_one_panel", "public_committed_digits", lines("commit.txt", lambda found: found.append("file %s split.json" % ("00" * 32))), "files.hashes")


# Drawn at once: split.json is one of the lines of the key.
def drawn_with(change_of_lines, make=lambda: P.two_panels(), said=P.PHRASE):
    """The folder holds a record at once whose key has other lines; ticket, panel and sheets follow it."""
    def change(folder):
        record = make()
        right = record.lines_at_once(said)
        record.lines_at_once = lambda _: change_of_lines(list(right))
        drop(*os.listdir(folder))(folder)
        for name, bytes_ in record.draw(said).written().items():
            write(folder, name, bytes_)
    return change


def other_panels_in_turn(folder):
    """Panel 1 is called 2 and the other way round: each still is as it should, and only the key knows."""
    record = P.two_panels().draw(P.PHRASE)  # as in the folder
    value = P.json.loads(record.files["split.json"])
    value["panels"] = [[3 - seat for seat in held] for held in value["panels"]]
    write(folder, "split.json", P.compact(value))
    seat_of = dict(zip(record.drawn, value["panels"][P.json.loads(record.files["result.json"])["draw"]["panel"]["number"] - 1]))
    called = sorted(record.drawn, key=lambda member: (seat_of[member], record.pool.order(member)))
    write(folder, "panels.csv", record.pool.sheet_in_order("panel", [(str(seat_of[member]), member) for member in called]))
    mend(folder)


K, ALL_BUT = "draw.key", {"files.hashes": "PASS", SP: "PASS", "lottery.parts": "PASS", "draw.form": "PASS", "draw.ticket": "PASS", "draw.panel": "PASS", "draw.panels": "PASS"}
tamper("at_once_built", "panels_at_once", drawn_with(lambda ls: ls), verified=True, expect={**ALL_BUT, K: "PASS"})
tamper("at_once_without_split", "panels_at_once", drawn_with(lambda ls: [*ls[:4], ls[5]]), K, expect=ALL_BUT)
tamper("at_once_split_last", "panels_at_once", drawn_with(lambda ls: [*ls[:4], ls[5], ls[4]]), K, expect=ALL_BUT)
tamper("at_once_split_first", "panels_at_once", drawn_with(lambda ls: [ls[0], ls[4], *ls[1:4], ls[5]]), K, expect=ALL_BUT)
tamper("at_once_split_by_its_whole_name", "panels_at_once", drawn_with(lambda ls: [*ls[:4], ls[4].replace("split ", "split.json "), ls[5]]), K, expect=ALL_BUT)
tamper("at_once_split_of_another", "panels_at_once", drawn_with(lambda ls: [*ls[:4], "split " + "ab" * 32, ls[5]]), K, expect=ALL_BUT)
tamper("at_once_split_of_one_panel", "at_once", drawn_with(lambda ls: [*ls[:4], "split " + P.sha(b""), ls[4]], P.eight), K, expect={"draw.ticket": "PASS", "draw.panel": "PASS"})
tamper("at_once_panels_exchanged", "panels_at_once", other_panels_in_turn, K, expect=ALL_BUT)
tamper("at_once_split_spaced", "panels_at_once", both(js("split.json", nothing), mend), K, expect=ALL_BUT)
tamper("at_once_split_openly", "panels_at_once", js("split.json", nothing), K, "files.hashes")
tamper("at_once_split_that_does_not_belong", "at_once", lambda folder: shutil.copyfile(os.path.join(VECTORS, "panels_solved", "split.json"),
       os.path.join(folder, "split.json")), F, expect={K: "PASS"})
tamper("at_once_split_missing", "panels_at_once", drop("split.json"), F, expect={K: "NOT CHECKED"})
rehearsed = lambda: P.twelve(P.two_panels(10).panels, split=P.two_panels(10).split, rehearsal=True)  # noqa: E731
tamper("at_once_rehearsal", "panels_at_once", drawn_with(lambda ls: ls, rehearsed), verified=True, expect={**ALL_BUT, K: "PASS"})
tamper("at_once_rehearsal_without_split", "panels_at_once", drawn_with(lambda ls: [*ls[:4], ls[5]], rehearsed), K, expect=ALL_BUT)
tamper("panels_csv_missing", "panels_drawn", drop("panels.csv"), F)
tamper("panels_csv_of_one_panel", "drawn_phrase", lambda folder: write(folder, "panels.csv", b"panel,id\n"), F)
tamper("panels_csv_in_public", "public_panels_drawn", lambda folder: write(folder, "panels.csv", b"panel,id\n"), F)
tamper("panels_csv_seat", "panels_drawn", swap("panels.csv", "\n2,", "\n1,"), "draw.panels")
tamper("panels_csv_rows_swapped", "panels_drawn", lines("panels.csv", exchange(1, 2)), "draw.panels")
tamper("panels_csv_row_missing", "panels_drawn", lines("panels.csv", lambda found: found.pop()), "draw.panels")
tamper("panels_csv_header", "panels_at_once", swap("panels.csv", "panel,id", "Panel,id"), "draw.panels")
receipt("panels_clean", 10, nothing, base="public_panels_drawn", of="panels_drawn", verified=True, expect={"receipt.tickets": "PASS"})

# --- before, and the files of records that follow others ----------------------------------------------------------------------------------------

B, PO, SE, IN, T = "chain.before", "chain.pool", "chain.seats", "chain.included", "chain.time"
UNCHECKED = "NOT CHECKED"


def unchecked(record, *checks):
    return {"%s/%s" % (record, check): UNCHECKED for check in checks}


def setup_of(record, *keys_and_value):
    return on(record, js("setup.json", put(*keys_and_value)))


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
chain("alternates_json_openly", "chain_alternates", on("2", swap("alternates.json", "woman", "Woman")), "2/files.hashes")
chain("alternates_json_unnamed", "chain_alternates", on("2", js("setup.json", lambda v: v["files"].pop("alternates.json"))), "2/files.hashes", "2/commit.leaves")
chain("alternates_json_in_public", "public_chain_alternates", on("2", lambda folder: write(folder, "alternates.json", b"{}\n")), "2/" + F)

# --- Records that do not fit each other -----------------------------------------------------------------------------------------------------------

# All that follow another one, without it.
tamper("chain_alone", "chain_replace/2", nothing, expect={check: UNCHECKED for check in (B, PO, SE, IN, T)})
tamper("chain_alone_with_a_receipt", "chain_alternates/3", nothing, "receipt.form", receipt=("drawn_beacon", 2, put("path", 1)), expect={B: UNCHECKED})
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
chain("chain_mixed_forms", "chain_alternates", both(without("1"), from_vector("public_chain_alternates/1", "1")), verified=True, expect={"2/" + PO: "PASS", "3/" + IN: "PASS"})
chain("chain_mixed_forms_of_a_rotation", "chain_rotate", both(without("2"), from_vector("public_chain_rotate/2", "2")), expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})
chain("chain_mixed_forms_before_at_once", "chain_at_once", on("3", published), expect={"3/" + B: "PASS", "3/" + PO: UNCHECKED, "3/" + SE: "PASS"})


def phrase(record, said, names=("name",), **more):
    return record.commit("phrase", DAY, list(names), **more).draw(said)


def first():
    """A draw of one woman and two men, and the old man and the woman who stay, and the man who drops out."""
    record = phrase(P.one_panel(False), "rain on the roof")
    stay, gone = P.man_drops_out(record.drawn)
    return record, stay, gone


def free_men(*taken):
    return [m for m in P.MEN if m not in taken]


def after(before, panels, rules, said="wind", **named):
    """A record of the same pool that replaces after `before`, with these panels."""
    return P.twelve(sorted((sorted(members), w) for members, w in panels), rules=P.bare(**rules), before={**before.followed("replace"), **named})


def with_chance(members_of, rules_of, **named):
    """A chain of two, the second with panels and rules made from (stay, gone)."""
    def make():
        record, stay, gone = first()
        return [record, phrase(after(record, members_of(stay, gone), rules_of(stay, gone), **named), "wind", draw=2)]
    return make


fill = lambda stay, men: [(sorted([*stay, m]), 1) for m in men]  # noqa: E731
some_old = lambda stay, gone: [m for m in free_men(*stay, gone) if m not in P.YOUNG_MEN]  # noqa: E731
REPLACED = "chain_replace"  # the base does not matter where a chain is built
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
chain("pool_other_keys", REPLACED, built(pool_of(P.TWELVE, names=())), verified=True, expect={"2/" + PO: "PASS"})
chain("pool_other_keys_in_public", REPLACED, built(pool_of(P.TWELVE, names=()), {1, 2}), "2/" + PO)
chain("pool_other_keys_mixed", REPLACED, built(pool_of(P.TWELVE, names=()), {1}), "2/" + PO)
chain("pool_of_a_rehearsal", REPLACED, built(pool_of(P.TWELVE, rehearsal=True)), verified=True, expect={"2/" + PO: "PASS", "2/" + B: "PASS"})
chain("pool_of_a_rehearsal_in_public", REPLACED, built(pool_of(P.TWELVE, rehearsal=True), {1, 2}), verified=True, expect={"2/" + PO: "PASS"})
chain("pool_of_a_rehearsal_other_name", REPLACED, built(pool_of(OTHER_NAME, rehearsal=True)), "2/" + PO)
chain("pool_of_a_rehearsal_other_order", REPLACED, built(pool_of(OTHER_ORDER, rehearsal=True)), "2/" + PO)


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


def rounds(earlier, later):
    """Two beacons; published long before both."""
    def make():
        record = P.one_panel(False).commit("beacon drand:quicknet %d" % earlier, "2023-08-23T12:00:00Z", ["name"]).draw()
        stay, gone = P.man_drops_out(record.drawn)
        return [record, P.replaced(record, "replace", stay, [gone]).commit("beacon drand:quicknet %d" % later, "2023-08-23T12:00:00Z", ["name"]).draw()]
    return make


chain("time_later", REPLACED, built(rounds(123, 1000)), verified=True, expect={"2/" + T: "PASS"})
chain("time_the_same", REPLACED, built(rounds(1000, 1000)), "2/" + T, expect={"2/" + B: "PASS", "2/commit.time": "PASS"})
chain("time_earlier", REPLACED, built(rounds(657413, 1000)), "2/" + T)
chain("time_earlier_in_public", REPLACED, built(rounds(1000, 123), {1, 2}), "2/" + T, expect={"2/" + B: "PASS"})
chain("time_of_an_unreadable_commitment", "chain_replace", on("1", data("commit.txt", lambda d: d[:-1])), "1/commit.form", expect={"2/" + T: UNCHECKED, "2/" + B: "PASS"})


# Alternates.
def alternates(rules_of=None, step="alternates"):
    """Alternates among whom somebody sits, or is included."""
    def make():
        record, _, _ = first()
        rules, panels = rules_of(record.drawn)
        return [record, phrase(P.twelve(panels, rules=P.bare(**rules), before=record.followed(step), wanted={"a": "woman"}), "wind", draw=2)]
    return make


def who(drawn):
    """A woman and two old men who do not sit."""
    woman = next(w for w in P.WOMEN if w not in drawn)
    return [woman, *[m for m in P.MEN if m not in drawn and m not in P.YOUNG_MEN][:2]]


of_three = lambda members: [(sorted(members), 4)]  # noqa: E731
seated = lambda drawn: [*[n for n in who(drawn) if n in P.WOMEN], who(drawn)[1], next(m for m in drawn if m in P.MEN and m not in P.YOUNG_MEN)]  # noqa: E731
chain("alternates_fit", REPLACED, built(alternates(lambda d: ({"exclude": d}, of_three(who(d))))), verified=True, expect={"2/" + SE: "PASS"})
chain("alternates_one_who_sits", REPLACED, built(alternates(lambda d: ({}, of_three(seated(d))))), "2/" + SE, expect={"2/" + IN: "PASS"})
chain("alternates_one_who_sits_in_public", REPLACED, built(alternates(lambda d: ({}, of_three(seated(d)))), {1, 2}), "2/" + SE)
chain("alternates_included", REPLACED, built(alternates(lambda d: ({"exclude": d, "include": [who(d)[1]]}, of_three(who(d))))), "2/" + IN, expect={"2/" + SE: "PASS"})
chain("alternates_of_no_panel", REPLACED, built(alternates(lambda d: ({"exclude": d}, of_three(who(d))), "alternates/1")), "2/" + B, expect={"2/" + SE: "PASS"})


def called_in(alternates_of):
    """A stranger is called in who is on the panel of another record, which is named as alternates."""
    def make():
        record, stay, gone = first()
        called = some_old(stay, gone)[1]
        other = alternates_of(record, called, stay, gone)
        rules = {"exclude": [gone], "include": sorted([*stay, called])}
        return [record, other, phrase(after(record, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"])), "wind", draw=3)]
    return make


def panel_with(called, stay, pool=P.TWELVE, **more):
    woman, man = next(w for w in P.WOMEN if w not in stay), next(m for m in P.MEN if m not in stay and m != called and m not in P.YOUNG_MEN)
    return P.Record(P.Pool(pool, "id"), P.ONE_AND_TWO, of_three([woman, called, man]), None, 3, "id", P.FEATURES, **more)


right_alternates = lambda record, called, stay, gone: phrase(panel_with(called, stay, rules=P.bare(exclude=record.drawn), before=record.followed("alternates"), wanted={"a": "man"}), "b")  # noqa: E731
chain("called_in", REPLACED, built(called_in(right_alternates)), verified=True, expect={"3/" + IN: "PASS", "3/" + PO: "PASS"})
chain("called_in_from_a_draw", REPLACED, built(called_in(lambda record, called, stay, gone: phrase(panel_with(called, stay), "b"))), "3/" + B, expect={"3/" + PO: "PASS", "3/" + IN: "PASS"})


def foreign_alternates(record, called, stay, gone):
    """Alternates of another draw, from another pool, where the number is somebody else's."""
    base = phrase(P.Record(P.Pool(OTHER_NAME, "id"), P.ONE_AND_TWO, P.one_panel(False).panels, None, 3, "id", P.FEATURES), "rain on the roof")
    return phrase(panel_with(called, stay, OTHER_NAME, before=base.followed("alternates"), wanted={"a": "man"}), "b")


chain("called_in_from_another_pool", REPLACED, built(called_in(foreign_alternates)), "3/" + B, expect={"3/" + PO: "PASS", "3/" + IN: "PASS"})


def alternates_of_alternates():
    """Whoever is an alternate is taken for a panel: a replacement after a record of alternates."""
    record, other, _ = called_in(right_alternates)()
    stay, gone = P.man_drops_out(other.drawn)
    return [record, other, phrase(P.replaced(other, "replace", stay, [gone]), "wind", draw=3)]


chain("before_alternates", REPLACED, built(alternates_of_alternates), "3/" + B, expect={"3/" + PO: "PASS", "3/" + SE: "PASS", "3/" + IN: "PASS"})


def called_in_later(first_of):
    """After two replacements, somebody is called in from alternates for the panel that `first_of` gives, of [first, second, third]."""
    def make():
        record, stay, gone = first()
        second = phrase(P.replaced(record, "replace", stay, [gone]), "a", draw=2)
        stay, gone_too = P.man_drops_out(second.drawn)
        third = phrase(P.replaced(second, "replace", stay, [gone, gone_too]), "b", draw=3)
        called = some_old(third.drawn, gone)[1]
        seated = sorted({*record.drawn, *second.drawn, *third.drawn})
        of = first_of([record, second, third])
        other = phrase(P.Record(P.Pool(P.TWELVE, "id"), P.ONE_AND_TWO, of_three([next(w for w in P.WOMEN if w not in seated), called, next(
            m for m in some_old(seated, gone) if m != called)]), None, 3, "id", P.FEATURES, rules=P.bare(exclude=seated), before=of.followed("alternates"),
            wanted={"a": "man"}), "c", draw=4)
        stay, gone_last = P.man_drops_out(third.drawn)
        rules = {"exclude": [gone_last], "include": sorted([*stay, called])}
        last = after(third, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"]))
        return [record, second, third, other, phrase(last, "d", draw=5)]
    return make


chain("called_in_from_the_same", REPLACED, built(called_in_later(lambda held: held[2])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})
chain("called_in_from_the_one_before", REPLACED, built(called_in_later(lambda held: held[1])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})
chain("called_in_from_the_first", REPLACED, built(called_in_later(lambda held: held[0])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})


def not_an_alternate():
    """The record of alternates is there, and the one called in is not among them."""
    made = called_in(right_alternates)()
    record, other, _ = made
    stay, gone = P.man_drops_out(record.drawn)
    called = next(m for m in some_old(stay, gone) if m not in other.drawn)
    rules = {"exclude": [gone], "include": sorted([*stay, called])}
    return [record, other, phrase(after(record, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"])), "wind", draw=3)]


chain("called_in_who_is_no_alternate", REPLACED, built(not_an_alternate), "3/" + IN, expect={"3/" + B: "PASS"})


# Several panels.
def of_two(step, include_of, exclude_of, panels_of, **more):
    """After two panels; functions of (on panel 1, on panel 2)."""
    def make():
        record = phrase(P.two_panels(10), "four drums")
        number = P.json.loads(record.files["result.json"])["draw"]["panel"]["number"]
        on_ = [[m for m, seat in zip(record.drawn, record.split[number - 1]) if seat == j] for j in (1, 2)]
        rules = P.bare(exclude=sorted(exclude_of(*on_)), include=sorted(include_of(*on_)))
        return [record, phrase(P.twelve(sorted(panels_of(*on_)), rules=rules, before=record.followed(step), **more), "wind", draw=2)]
    return make


def stay_of(on_):
    return P.man_drops_out(on_)[0]


def men_for(one, two, *taken):
    return [m for m in P.MEN if m not in [*one, *two, *taken] and m not in P.YOUNG_MEN]


two_right = (lambda one, two: stay_of(two), lambda one, two: [P.man_drops_out(two)[1], *one], lambda one, two: fill(stay_of(two), men_for(one, two)))
PANELS = "chain_panels"
chain("panels_replaced", PANELS, built(of_two("replace/2", *two_right)), verified=True, expect={"2/" + SE: "PASS", "2/" + IN: "PASS"})
chain("panels_replaced_on_the_other", PANELS, built(of_two("replace/1", *two_right)), "2/" + SE, "2/" + IN, expect={"2/" + B: "PASS"})
chain("panels_replaced_on_the_other_in_public", PANELS, built(of_two("replace/1", *two_right), {1, 2}), "2/" + SE, expect={"2/" + B: "PASS"})
chain("panels_replaced_on_no_panel", PANELS, built(of_two("replace/3", *two_right)), "2/" + B, "2/" + SE, "2/" + IN)
new_three = (lambda one, two: [], lambda one, two: [*one, *two], lambda one, two: of_three([next(w for w in P.WOMEN if w not in one + two), *men_for(one, two)[:2]]))
chain("panels_replaced_on_no_panel_by_others", PANELS, built(of_two("replace/3", *new_three)), "2/" + B, expect={"2/" + SE: "PASS", "2/" + IN: "PASS"})
chain("panels_replaced_on_no_panel_in_public", PANELS, built(of_two("replace/3", *two_right), {1, 2}), "2/" + B, "2/" + SE)
other_sits = (two_right[0], lambda one, two: [P.man_drops_out(two)[1]],
              lambda one, two: fill(stay_of(two), [next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN), *men_for(one, two)]))
chain("panels_one_of_the_other_has_tickets", PANELS, built(of_two("replace/2", *other_sits)), "2/" + SE, expect={"2/" + IN: "PASS"})
chain("panels_one_of_the_other_has_tickets_in_public", PANELS, built(of_two("replace/2", *other_sits), {1, 2}), "2/" + SE)
other_moves = (lambda one, two: [*stay_of(two), next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN)], lambda one, two: [P.man_drops_out(two)[1]],
               lambda one, two: fill(stay_of(two), [next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN)]))
chain("panels_one_of_the_other_moves", PANELS, built(of_two("replace/2", *other_moves)), "2/" + SE, "2/" + IN)
chain("panels_alternates_of_no_panel", PANELS, built(of_two("alternates/3", lambda one, two: [], lambda one, two: [*one, *two],
      lambda one, two: [(sorted([next(w for w in P.WOMEN if w not in one + two), *men_for(one, two)[:2]]), 1)], wanted={"a": "woman"})), "2/" + B, expect={"2/" + SE: "PASS"})
chain("panels_split_lost", "chain_panels", on("1", drop("split.json")), "1/" + F, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS", "2/" + B: "PASS"})


def whole_and_part():
    """Panel 2 is filled up, and all are rotated, after the same draw."""
    record, part = of_two("replace/2", *two_right)()
    chosen = [next(w for w in P.WOMEN if w not in record.drawn), *[m for m in P.MEN if m not in record.drawn and m not in P.YOUNG_MEN][:2]]
    return [record, part, phrase(P.twelve(of_three(chosen), rules=P.bare(exclude=record.drawn), before=record.followed("rotate")), "tide", draw=3)]


chain("panels_part_and_whole", PANELS, built(whole_and_part), "2/" + B, "3/" + B, expect={"2/" + SE: "PASS", "3/" + SE: "PASS"})


# A new term.
def term(rules_of, panels_of, former=True, rest_too=False):
    """chain_rotate with other rules and panels in its third record: functions of numbers in the new pool (the woman, the man, who rests, others)."""
    def make():
        (_, one), (_, two), (_, three) = P.chain_rotate()
        woman = next(n for n in three.rules["include"] if three.pool.cells(n, ["gender"]) == ["female"])
        man = next(n for n in three.rules["include"] if n != woman)
        (rests,) = three.rules["exclude"]
        others = [n for n in range(1, 11) if n not in (woman, man, rests) and three.pool.cells(n, P.FEATURES) == ["male", "30+"]]
        women = [n for n in range(1, 11) if n != woman and three.pool.cells(n, ["gender"]) == ["female"]]
        given = (woman, man, rests, others, women)
        before = two.followed("rotate", former=[one, two] if rest_too else [one] if former else [])
        panels = sorted((sorted(members), w) for members, w in panels_of(*given))
        record = P.Record(three.pool, P.ONE_AND_TWO, panels, None, 3, "id", P.FEATURES, rules=P.bare(**rules_of(*given)), before=before)
        return [one, two, phrase(record, "fish and chips", draw=3)]
    return make


ROTATE = "chain_rotate"
both_stay = lambda woman, man, rests, others, women: {"include": sorted([woman, man])}  # noqa: E731
chain("rotate_one_who_should_rest", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]])))), "3/" + SE,
      expect={"3/" + B: "PASS", "3/" + IN: "PASS"})
chain("rotate_one_who_should_rest_in_public", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]]))), {1, 2, 3}),
      verified=True, expect={"3/" + SE: UNCHECKED})
chain("rotate_nobody_rests", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]])), former=False)), verified=True,
      expect={"3/" + SE: "PASS"})
chain("rotate_included_who_did_not_sit", ROTATE, built(term(lambda w, m, r, others, women: {"include": sorted([w, m, others[0]])},
      lambda w, m, r, others, women: fill([w, m], others[:1]))), "3/" + IN, expect={"3/" + SE: "PASS"})
chain("rotate_rests_and_is_included", ROTATE, built(term(lambda w, m, r, others, women: {"include": sorted([w, m, r])},
      lambda w, m, r, others, women: fill([w, m], [r]))), "3/" + IN, expect={"3/" + SE: "PASS"})
chain("rotate_stays_perhaps", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: [([w, m, others[0]], 1), ([w, others[0], others[1]], 1)])), "3/" + SE, expect={"3/" + IN: "PASS"})
chain("rotate_all_go", ROTATE, built(term(lambda w, m, r, others, women: {"exclude": sorted([w, m, r])},
      lambda w, m, r, others, women: [([women[0], others[0], others[1]], 2)])), verified=True, expect={"3/" + SE: "PASS", "3/" + IN: "PASS"})
chain("rotate_two_rest", ROTATE, built(term(lambda w, m, r, others, women: {"include": [m], "exclude": sorted([w, r])},
      lambda w, m, r, others, women: [([women[0], m, others[0]], 1)], rest_too=True)), verified=True, expect={"3/" + SE: "PASS"})
chain("rotate_stays_perhaps_and_nobody_rests", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w]},
      lambda w, m, r, others, women: [([w, m, others[0]], 1), ([w, others[0], others[1]], 1)], former=False)), "3/" + SE, expect={"3/" + IN: "PASS"})

# Edges: the last member, three panels, a panel that the lottery does not have, files of the earlier record that cannot be read.
chain("before_step_2_53", "chain_replace", setup_of("2", "before", "step", "replace/9007199254740992"), SETUP2)
chain("before_step_below_2_53", PANELS, built(of_two("replace/9007199254740991", *two_right)), "2/" + B, expect={"2/setup.form": "PASS", "2/commit.form": "PASS"})


def last_member(sits):
    """Member 12 sits, or is drawn as an alternate."""
    def make():
        record = phrase(P.twelve([([2, 3, 12 if sits else 11], 5)]), "rain on the roof")
        panels = [([5, 6, 12], 5)]
        return [record, phrase(P.twelve(panels, before=record.followed("alternates"), wanted={"a": "woman"}), "wind", draw=2)]
    return make


chain("alternates_the_last_member_sits", REPLACED, built(last_member(True)), "2/" + SE)
chain("alternates_the_last_member", REPLACED, built(last_member(False)), verified=True, expect={"2/draw.alternates": "PASS"})


def record_of(make):
    """The folder holds one record of the producer instead."""
    def change(folder):
        drop(*os.listdir(folder))(folder)
        for name, bytes_ in make().written().items():
            write(folder, name, bytes_)
    return change


THREE = [2, 3, 4, 5, 6, 8, 10, 11, 12]
tamper("panels_three", "panels_solved", record_of(lambda: P.twelve([(THREE, 1)], split=[[1, 1, 2, 2, 3, 3, 1, 2, 3]])), verified=True,
       expect={SP: "PASS", "lottery.parts": "PASS"})
tamper("panels_three_last_without_women", "panels_solved", record_of(lambda: P.twelve([(THREE, 1)], split=[[1, 1, 2, 3, 3, 3, 1, 2, 2]])), "lottery.parts", expect={SP: "PASS"})
tamper("panels_beyond_the_lottery", "panels_drawn", js("result.json", put("draw", "panel", "number", 10)), "draw.panel", expect={"draw.panels": UNCHECKED})
tamper("panels_other_members_than_seats", "panels_drawn", js("result.json", lambda v: v["draw"]["panel"]["members"].pop()), "draw.panel", expect={"draw.panels": UNCHECKED})
chain("pool_leaves_unreadable", "public_chain_alternates", on("1", data("pool.leaves", bytes.upper)), "1/commit.pool", expect={"2/" + PO: UNCHECKED, "3/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_leaves_missing", "public_chain_alternates", on("1", drop("pool.leaves")), "1/" + F, expect={"2/" + PO: UNCHECKED})
chain("pool_missing_before", "chain_alternates", on("1", drop("pool.csv")), "1/" + F, expect={"2/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_unreadable_before_a_rehearsal", "chain_rehearsal", on("1", data("pool.csv", lambda d: d + b'"')), "1/pool.form", expect={"2/" + PO: UNCHECKED, "2/" + SE: "PASS"})
chain("pool_unmarked_after_the_draw", "chain_rehearsal", on("2", data(PREFIX + "pool.csv", lambda d: d.replace(b"REHEARSAL,", b""))), "2/pool.form", expect={"2/" + PO: UNCHECKED})
chain("panels_split_unreadable", "chain_panels", on("1", data("split.json", lambda d: d[:-5])), "1/" + SP, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS", "2/" + B: "PASS"})
chain("panels_split_seat_3", "chain_panels", on("1", js("split.json", seats(1, (0, 3)))), "1/" + SP, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS"})
chain("lottery_unreadable_after", "chain_alternates", on("3", data("lottery.json", lambda d: d[:-9])), "3/lottery.form", expect={"3/" + SE: UNCHECKED, "3/" + IN: "PASS"})
chain("setup_unreadable_after", "chain_alternates", on("3", data("setup.json", lambda d: d[:-9])), "3/setup.form", expect={"3/" + B: "PASS", "3/" + IN: UNCHECKED})
chain("pool_unreadable_before_a_rotation", ROTATE, on("2", swap("pool.csv", "Lou", "L\0ou")), "2/pool.form", expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})
chain("pool_unreadable_of_a_former", ROTATE, on("1", swap("pool.csv", "Lou", "L\0ou")), "1/pool.form", expect={**unchecked("3", SE), "3/" + IN: "PASS", "3/" + B: "PASS"})
chain("pool_unreadable_of_a_rotation", ROTATE, on("3", swap("pool.csv", "Zoe", "Z\0oe")), "3/pool.form", expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})


def panel_as_alternates():
    """The panel that is followed is itself named as the record of alternates."""
    record, stay, gone = first()
    second = phrase(P.replaced(record, "replace", stay, [gone]), "a", draw=2)
    stay, gone_too = P.man_drops_out(second.drawn)
    rules = {"exclude": sorted([gone, gone_too]), "include": sorted(stay)}
    return [record, second, phrase(after(second, fill(stay, free_men(*stay, gone, gone_too)), rules, alternates=P.sha(second.files["result.json"])), "b", draw=3)]


chain("called_in_from_the_panel", REPLACED, built(panel_as_alternates), "3/" + B, expect={"3/" + IN: "PASS", "3/" + SE: "PASS"})
