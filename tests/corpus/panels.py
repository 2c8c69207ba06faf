"""The corpus of several panels that were drawn together, in one record."""

import os
import shutil

from changes import both, data, drop, exchange, F, js, lines, mend, nothing, put, receipt, swap, symlink, tamper, VECTORS, write, producer as P
from chains import UNCHECKED

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
