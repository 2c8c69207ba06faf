"""The corpus of what is said of several records: the last line, and with which of them a receipt is checked."""

from changes import both, drop, F, js, mend, nothing, of_vector, producer as P, put
from chains import again, chain, from_vector, on, without

# What a verdict may say in brackets.
MARK = "REHEARSAL, NOT THE DRAW"
LOTTERY = "lottery only; nothing was drawn"
AT_ONCE = "no commitment; the seed may have been chosen to suit"
CERTIFIED = "no certificate; how fair the lottery is was not checked"
FEW = "chances are up to 10.8 percentage points from the fairest"  # at_once_rows has seven tickets for eight members
ONE_IS_CERTAIN = "1 member is certain to be an alternate"


def last(name, base, change, *notes, failing=(), good=True, **other):
    line = ("VERIFIED TOGETHER" if good else "NOT VERIFIED TOGETHER") + (" (%s)" % "; ".join(notes) if notes else "")
    chain("last_line" + name, base, change, *failing, verified=good, last=line, **other)


last("", "chain_alternates", nothing, CERTIFIED, ONE_IS_CERTAIN)
last("_without_notes", "chain_rotate", both(without("3", "2", "1"), from_vector("drawn_phrase", "1"), from_vector("drawn_rules", "2")))
last("_one_is_missing", "chain_alternates", without("1"), good=False)
last("_of_rehearsals", "chain_rehearsal", nothing, MARK, CERTIFIED, AT_ONCE, ONE_IS_CERTAIN)
last("_of_one_rehearsal", "chain_rehearsal", without("3"), MARK, CERTIFIED)
last("_of_a_rehearsal_that_is_a_stranger", "chain_alternates", from_vector("rehearsal_solved", "0"), MARK, LOTTERY, CERTIFIED, ONE_IS_CERTAIN)
last("_of_a_rehearsal_in_public", "chain_alternates", from_vector("public_rehearsal_digits", "9"), MARK, CERTIFIED, ONE_IS_CERTAIN, "public form; 13 checks need the full record")
last("_of_rehearsals_not_verified", "chain_rehearsal", without("1"), MARK, good=False)
last("_of_a_broken_rehearsal", "chain_alternates", both(from_vector("rehearsal_solved", "0"), on("0", drop("REHEARSAL-lottery.json"))), MARK, failing=["0/" + F], good=False)
last("_of_a_draw_at_once", "chain_alternates", from_vector("at_once", "9"), CERTIFIED, ONE_IS_CERTAIN, AT_ONCE)
last("_begins_with_a_draw_at_once", "chain_alternates", from_vector("at_once", "0"), AT_ONCE, CERTIFIED, ONE_IS_CERTAIN)
last("_of_strangers_that_say_the_same", "chain_alternates", both(from_vector("at_once", "0"), from_vector("at_once_rows", "00")), AT_ONCE, FEW, CERTIFIED, ONE_IS_CERTAIN)
last("_in_public", "public_chain_alternates", nothing, "public form; 13 checks need the full record", ONE_IS_CERTAIN, "public form; 12 checks need the full record")
last("_of_a_solvers_word", "chain_alternates", both(from_vector("solved_cuts", "0"), on("0", js("certificate.json", put("cuts", 0, "proof", "solver")), mend)), good=False,
     verdicts={"0": "VERIFIED (lottery only; nothing was drawn), EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD"})

# --- Receipts: with the first record whose commitment they name -----------------------------------------------------------------------------------

CHECKS = ("form", "commitment", "leaf", "path", "tickets")


def of_chain(vector, record, number, change=nothing):
    """The receipt of a member of a record in a chain of the vectors."""
    def make():
        value = P.json.loads(vector()[record - 1][1].receipt(number))
        change(value)
        return value
    return make


def asked(name, base, receipt, of, *failing, change=nothing, others="123", **other):
    """The checks of the receipt come after those of this record, and after no others."""
    expect = {"%s/receipt.%s" % (record, check): None for record in others if record != of for check in CHECKS}
    expect.update({"%s/receipt.%s" % (of, check): "PASS" for check in CHECKS if not failing})
    chain("receipt_together_" + name, base, change, *("%s/receipt.%s" % (of, check) for check in failing), receipt=receipt, verified=not failing, expect={**expect, **other})


TWO = P.chain_alternates
asked("of_the_first", "chain_alternates", of_chain(TWO, 1, 3), "1")
asked("of_the_second", "chain_alternates", of_chain(TWO, 2, 3), "2")
asked("of_the_third", "chain_alternates", of_chain(TWO, 3, 12), "3")
asked("of_the_second_in_public", "public_chain_alternates", of_chain(TWO, 2, 3), "2")
asked("of_the_second_of_which_the_first_is_in_public", "chain_alternates", of_chain(TWO, 2, 3), "12", change=from_vector("public_chain_alternates/2", "12"), others=["1", "12", "2", "3"])
asked("of_the_second_given_twice", "chain_alternates", of_chain(TWO, 2, 3), "2", change=again("2", "4"), others="1234")
asked("of_the_second_other_tickets", "chain_alternates", of_chain(TWO, 2, 3, put("tickets", 99)), "2", "tickets")
asked("of_the_second_with_the_leaf_of_the_first", "chain_alternates", of_chain(TWO, 2, 3, put("path", of_chain(TWO, 1, 3)()["path"])), "2", "path")
asked("of_the_second_with_another_key", "chain_alternates", of_chain(TWO, 2, 3, put("note", "")), "2", "form")
asked("of_none", "chain_alternates", of_chain(TWO, 2, 3, put("fingerprint", "ab" * 32)), "1", "commitment", "path", **{"1/receipt.form": "PASS", "1/receipt.leaf": "PASS"})
asked("of_another_draw", "chain_alternates", of_vector("drawn_rules", 3), "1", "commitment", "leaf", "path", **{"1/receipt.form": "PASS"})
asked("of_no_fingerprint", "chain_alternates", of_chain(TWO, 2, 3, lambda value: value.pop("fingerprint")), "1", "form")
asked("of_a_number_for_a_fingerprint", "chain_alternates", of_chain(TWO, 2, 3, put("fingerprint", 7)), "1", "form")
asked("of_none_where_the_first_has_no_commitment", "chain_at_once", of_vector("drawn_rules", 3), "1", "tickets",
      **{"1/receipt.form": "PASS", "1/receipt.commitment": "NOT CHECKED", "1/receipt.leaf": "NOT CHECKED", "1/receipt.path": "NOT CHECKED"})
asked("of_the_third_where_the_others_have_no_commitment", "chain_at_once", of_chain(P.chain_at_once, 3, 3), "3")
asked("of_a_rehearsal", "chain_rehearsal", of_chain(P.chain_rehearsal, 2, 3), "2")
asked("of_a_rehearsal_as_if_real", "chain_rehearsal", of_chain(P.chain_rehearsal, 2, 3, put("format", "klero/receipt/1")), "2", "form")
asked("of_a_stranger", "chain_alternates", of_vector("drawn_rules", 3), "9", change=from_vector("public_drawn_rules", "9"), others="1239")
