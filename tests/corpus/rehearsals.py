"""The corpus of rehearsals."""

import os
import shutil

from changes import both, data, drop, F, js, mend, nothing, PREFIX, put, read, receipt, sparse, swap, symlink, tamper, VECTORS, write, producer as P
from chains import chain

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
