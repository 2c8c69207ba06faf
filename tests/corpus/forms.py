"""The corpus of records that are given in both forms: those that follow them take the full form, wherever it stands, and the first of several."""

from changes import both, data, drop
from chains import again, B, chain, from_vector, IN, on, PO, RU, SE, unchecked

FULL_COUNTS = {"2/" + check: "PASS" for check in (B, PO, SE, IN, RU)}
chain("forms_public_first", "chain_replace", from_vector("public_chain_replace/1", "0"), verified=True, expect=FULL_COUNTS)
chain("forms_public_last", "chain_replace", from_vector("public_chain_replace/1", "3"), verified=True, expect=FULL_COUNTS)
chain("forms_public_twice_and_first", "chain_replace", both(from_vector("public_chain_replace/1", "0"), from_vector("public_chain_replace/1", "00")), verified=True, expect=FULL_COUNTS)
chain("forms_public_first_of_alternates", "chain_alternates", both(from_vector("public_chain_alternates/1", "0"), from_vector("public_chain_alternates/2", "00")), verified=True,
      expect={**FULL_COUNTS, "3/" + IN: "PASS", "3/" + RU: "PASS"})
chain("forms_public_first_of_a_rotation", "chain_rotate", both(from_vector("public_chain_rotate/1", "0"), from_vector("public_chain_rotate/2", "00")), verified=True,
      expect={"3/" + SE: "PASS", "3/" + IN: "PASS"})
chain("forms_public_first_of_panels", "chain_panels", from_vector("public_chain_panels/1", "0"), verified=True, expect={"2/" + RU: "PASS", "3/" + RU: "PASS", "4/" + RU: "PASS"})
chain("forms_public_of_what_follows", "public_chain_replace", from_vector("chain_replace/1", "3"), verified=True, expect={"2/" + PO: "PASS", "2/" + SE: "PASS"})
# The full form is taken as it states itself, even where its files cannot be used and those of the public form could.
chain("forms_public_first_and_leaves_of_the_full_one_unreadable", "chain_replace", both(from_vector("public_chain_replace/1", "0"), on("1", data("pool.leaves", bytes.upper))), "1/commit.pool",
      expect=unchecked("2", PO))
chain("forms_public_and_another_full_one", "chain_replace", both(from_vector("public_chain_replace/1", "0"), on("1", drop("setup.json"))), "1/files.present", expect=unchecked("2", RU))
# Of two in full form, the first.
chain("forms_first_full_one_torn", "chain_replace", both(again("1", "0"), on("0", drop("setup.json"))), "0/files.present", expect=unchecked("2", RU))
chain("forms_second_full_one_torn", "chain_replace", both(again("1", "3"), on("3", drop("setup.json"))), "3/files.present", expect=FULL_COUNTS)
chain("forms_second_public_one_torn", "public_chain_replace", both(again("1", "3"), on("3", drop("pool.leaves"))), "3/files.present", expect={"2/" + PO: "PASS"})
chain("forms_first_public_one_torn", "public_chain_replace", both(again("1", "0"), on("0", drop("pool.leaves"))), "0/files.present", expect=unchecked("2", PO))
