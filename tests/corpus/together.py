"""The corpus of what is said of several records: the last line."""

from changes import both, drop, F, nothing
from chains import chain, from_vector, on, without

MARK = " (REHEARSAL, NOT THE DRAW)"
chain("last_line", "chain_alternates", nothing, verified=True, last="VERIFIED TOGETHER")
chain("last_line_one_is_missing", "chain_alternates", without("1"), last="NOT VERIFIED TOGETHER")
chain("last_line_of_rehearsals", "chain_rehearsal", nothing, verified=True, last="VERIFIED TOGETHER" + MARK)
chain("last_line_of_one_rehearsal", "chain_rehearsal", without("3"), verified=True, last="VERIFIED TOGETHER" + MARK)
chain("last_line_of_a_rehearsal_that_is_a_stranger", "chain_alternates", from_vector("rehearsal_solved", "0"), verified=True, last="VERIFIED TOGETHER" + MARK)
chain("last_line_of_a_rehearsal_in_public", "chain_alternates", from_vector("public_rehearsal_digits", "9"), verified=True, last="VERIFIED TOGETHER" + MARK)
chain("last_line_of_rehearsals_not_verified", "chain_rehearsal", without("1"), last="NOT VERIFIED TOGETHER" + MARK)
chain("last_line_of_a_broken_rehearsal", "chain_alternates", both(from_vector("rehearsal_solved", "0"), on("0", drop("REHEARSAL-lottery.json"))), "0/" + F,
      last="NOT VERIFIED TOGETHER" + MARK)
