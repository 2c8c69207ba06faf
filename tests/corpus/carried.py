"""The corpus of what stays the same from step to step: households, and whoever is excluded or kept apart. (`barred.py` has whoever lives with somebody on another panel.)

As in `line.py`, everything else about these records is right.
"""

from changes import both, data, producer as P
from chains import B, built, chain, housed, IN, on, one_known, phrase, PO, REPLACED, RU, SE, step, two_known, unchecked
from line import all_three, sound

STREET = {"household_columns": ["street"]}
TWO_OF_A_HOUSE = {**STREET, "household_limit": 2}
BOTH = {1, 2}


def one_step(pool, before, after, *panels, named="replace", first=one_known):
    """The panel 2, 5, 10 (or two panels), and a record that follows it, with these rules."""
    def make():
        one = first(pool, **before)
        return [one, phrase(step(one, named, *panels, **after), "wind")]
    return make


def differs(name, pool, before, after, *panels, named="replace", good=False, first=one_known, also=()):
    """Only chain.rules notices, or nothing does; in public form nobody can see it. But other cells of households stand in the leaves. `also` fails in full form, too."""
    other_cells = after.get("household_columns", before.get("household_columns")) != before.get("household_columns")
    leaves = ["2/" + PO] if other_cells else []
    failing = [] if good else ["2/" + RU, *leaves, *also]
    all_three(name, one_step(pool, before, after, *panels, named=named, first=first), BOTH, *failing, sound="2", verified=good, public_failing=leaves)


OUT = {"exclude": [5], "include": [2, 10]}  # man 5 drops out
SEATED = {"exclude": [2, 5, 10]}
COME, READY = ([2, 8, 10], [2, 9, 10]), ([1, 8, 12], [4, 9, 12])  # who may come, or may be ready to
POOL, HOUSES = P.TWELVE, housed([3, 8], [6, 9, 12])

# Households.
differs("households_as_before", HOUSES, STREET, OUT, *COME, good=True)
differs("households_of_two_as_before", HOUSES, TWO_OF_A_HOUSE, OUT, *COME, good=True)
differs("households_more_columns", HOUSES, {}, {**OUT, **STREET}, *COME)
differs("households_no_columns", HOUSES, STREET, {**OUT, "household_columns": []}, *COME)
differs("households_other_columns", HOUSES, STREET, {**OUT, "household_columns": ["name"]}, *COME)
differs("households_one_more_column", HOUSES, STREET, {**OUT, "household_columns": ["street", "name"]}, *COME)
differs("households_columns_in_another_order", HOUSES, {"household_columns": ["street", "name"]}, {**OUT, "household_columns": ["name", "street"]}, *COME)
differs("households_larger_limit", HOUSES, STREET, {**OUT, "household_limit": 2}, *COME)
differs("households_smaller_limit", HOUSES, TWO_OF_A_HOUSE, {**OUT, "household_limit": 1}, *COME)
differs("households_of_alternates_as_before", HOUSES, STREET, SEATED, [1, 8, 12], [4, 8, 12], named="alternates", good=True)
differs("households_of_alternates_dropped", HOUSES, STREET, {**SEATED, "household_columns": []}, *READY, named="alternates")
differs("households_of_alternates_larger_limit", HOUSES, STREET, {**SEATED, "household_limit": 2}, *READY, named="alternates")

# Whoever is excluded.
differs("exclusion_kept", POOL, {"exclude": [3]}, {**OUT, "exclude": [3, 5]}, *COME, good=True)
differs("exclusion_of_one_dropped", POOL, {"exclude": [3]}, OUT, *COME)
differs("exclusion_of_one_of_two_dropped", POOL, {"exclude": [3, 11]}, {**OUT, "exclude": [3, 5]}, *COME)
differs("exclusion_of_one_dropped_who_can_come", POOL, {"exclude": [3]}, OUT, [2, 3, 10])
differs("exclusion_dropped_among_alternates", POOL, {"exclude": [3]}, SEATED, *READY, named="alternates")
differs("exclusion_kept_among_alternates", POOL, {"exclude": [3]}, {"exclude": [2, 3, 5, 10]}, *READY, named="alternates", good=True)


def excluded_until_called_in():
    """Man 9 is an alternate, so a replacement excludes him; then he is called in."""
    one = one_known()
    reserves = phrase(step(one, "alternates", [1, 9, 12], [4, 9, 12], exclude=[2, 5, 10]), "tide")
    two = phrase(step(one, "replace", [2, 3, 10], [2, 6, 10], exclude=[1, 4, 5, 9, 12], include=[2, 10]), "wind")
    new = next(member for member in two.drawn if member not in (2, 10))
    last = step(two, "replace", [2, 9, 10], alternates=reserves, exclude=sorted([1, 4, 5, 12, new]), include=[2, 9, 10])
    return [one, reserves, two, phrase(last, "rain")]


chain("exclusion_until_called_in", REPLACED, built(excluded_until_called_in), verified=True, expect=sound("3", "4"))

# Groups kept apart.
APART = {"apart": [[3, 8], [6, 9, 11]]}
differs("apart_as_before", POOL, APART, OUT, *COME, good=True)
differs("apart_one_dropped", POOL, APART, {**OUT, "apart": [[3, 8]]}, *COME)
differs("apart_all_dropped", POOL, APART, {**OUT, "apart": []}, *COME)
differs("apart_one_member_dropped", POOL, APART, {**OUT, "apart": [[3, 8], [6, 9]]}, *COME)
differs("apart_one_member_more", POOL, APART, {**OUT, "apart": [[3, 8], [6, 9, 11, 12]]}, *COME)
differs("apart_dropped_among_alternates", POOL, APART, {**SEATED, "apart": []}, *READY, named="alternates")
# A new group keeps somebody off the panel: here everybody of the group but one who sits.
differs("apart_a_stranger_added", POOL, {}, {**OUT, "apart": [[2, 9]]}, [2, 3, 10], [2, 8, 10])
differs("apart_a_stranger_added_where_there_are_households", HOUSES, STREET, {**OUT, "apart": [[2, 9]]}, [2, 3, 10], [2, 8, 10])
differs("apart_a_household_added_of_which_one_may_sit", HOUSES, STREET, {**OUT, "apart": [[3, 8]]}, *COME)
differs("apart_a_household_added_of_which_two_may_sit", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[3, 8]]}, *COME)
differs("apart_part_of_a_household_added_of_which_two_may_sit", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[6, 9]]}, *COME)
differs("apart_households_added_of_which_two_may_sit", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[3, 8], [6, 9, 12]]}, *COME)
# On one of several panels, some of a household may be kept apart, none of whom is included.
OF_TWO = {"named": "replace/1", "first": two_known}
PART = {"exclude": [3, 5, 6, 11], "include": [2, 10]}
FAMILIES = housed([1, 8], [4, 7, 9], [2, 12])
differs("apart_a_household_added_on_one_of_two_panels", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 8]]}, *COME, **OF_TWO, good=True)
differs("apart_part_of_a_household_added_on_one_of_two_panels", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[7, 9]]}, *COME, **OF_TWO, good=True)
differs("apart_households_added_on_one_of_two_panels", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 8], [4, 7, 9]]}, *COME, **OF_TWO, good=True)
differs("apart_a_household_added_with_one_who_stays", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[2, 12]]}, *COME, **OF_TWO)
differs("apart_households_added_one_with_one_who_stays", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 8], [2, 12]]}, *COME, **OF_TWO)
differs("apart_a_household_added_with_one_who_stays_without_a_rule", FAMILIES, TWO_OF_A_HOUSE, {**PART, "include": [10], "apart": [[2, 12]]}, *COME, **OF_TWO, good=True)
differs("apart_a_household_added_of_which_one_may_sit_on_one_of_two_panels", FAMILIES, STREET, {**PART, "apart": [[1, 8]]}, *COME, **OF_TWO)
differs("apart_strangers_added_on_one_of_two_panels", FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 9]]}, *COME, **OF_TWO)
differs("apart_two_who_live_alone_on_one_of_two_panels", HOUSES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 7]]}, *COME, **OF_TWO)
differs("apart_a_household_with_one_who_stays_as_before", FAMILIES, {**TWO_OF_A_HOUSE, "apart": [[2, 12]]}, {**PART, "apart": [[2, 12]]}, *COME, **OF_TWO, good=True)


def later(group, first=two_known):
    """A group that is kept apart from the second step on: the panel number comes from the first."""
    def make():
        several = first == two_known
        named, rules, gone = ("replace/1", PART, [3, 5, 6, 8, 11]) if several else ("replace", OUT, [5, 8])
        one, two = one_step(FAMILIES, TWO_OF_A_HOUSE, rules, [2, 8, 10], named=named, first=first)()
        return [one, two, phrase(step(two, "replace", [2, 9, 10], exclude=gone, include=[2, 10], apart=[group]), "hail")]
    return make


all_three("apart_later_on_one_of_two_panels", later([4, 7]), {1, 2, 3}, sound="23", verified=True)
all_three("apart_later_with_one_who_stays", later([2, 12]), {1, 2, 3}, "3/" + RU, sound="23", public_failing=[])
all_three("apart_later_where_there_is_one_panel", later([4, 7], one_known), {1, 2, 3}, "3/" + RU, sound="23", public_failing=[])
differs("apart_two_households_in_one_group", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[3, 6]]}, *COME)
differs("apart_a_household_and_a_stranger", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[3, 4, 8]]}, *COME)
differs("apart_two_who_live_alone", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[1, 4]]}, *COME)
differs("apart_one_good_and_one_stranger", HOUSES, TWO_OF_A_HOUSE, {**OUT, "apart": [[1, 8], [6, 9]]}, *COME)
differs("apart_a_household_of_alternates", HOUSES, TWO_OF_A_HOUSE, {**SEATED, "apart": [[6, 9, 12]]}, [1, 8, 12], [4, 8, 12], named="alternates", good=True)
differs("apart_a_household_of_alternates_of_whom_one_may_sit", HOUSES, STREET, {**SEATED, "apart": [[6, 9, 12]]}, [1, 8, 12], [4, 8, 12], named="alternates")
differs("apart_a_household_of_alternates_of_whom_one_is_included", HOUSES, TWO_OF_A_HOUSE, {**SEATED, "include": [12], "apart": [[6, 9, 12]]}, [1, 8, 12], [4, 8, 12], named="alternates",
        also=["2/" + IN])
differs("apart_a_stranger_among_alternates", HOUSES, TWO_OF_A_HOUSE, {**SEATED, "apart": [[8, 9]]}, *READY, named="alternates")

# Files that cannot be used.
GOOD = one_step(HOUSES, TWO_OF_A_HOUSE, {**SEATED, "apart": [[6, 9, 12]]}, [1, 8, 12], named="alternates")
STAYS = one_step(FAMILIES, TWO_OF_A_HOUSE, {**PART, "apart": [[1, 8], [2, 12]]}, *COME, **OF_TWO)
PLAIN = one_step(HOUSES, STREET, OUT, *COME)
DROPPED = one_step(POOL, {"exclude": [3]}, OUT, *COME)
torn = lambda d: d[:-9]  # noqa: E731
chain("rules_after_the_public_form", REPLACED, built(PLAIN, {1}), expect={**unchecked("2", RU), "2/" + B: "PASS", "2/" + SE: "PASS", "2/" + IN: "PASS"})
chain("rules_dropped_after_the_public_form", REPLACED, built(DROPPED, {1}), expect=unchecked("2", RU))
chain("rules_in_public_after_the_full_form", REPLACED, built(DROPPED, {2}), verified=True, expect=unchecked("2", RU))
chain("rules_setup_unreadable", REPLACED, both(built(PLAIN), on("2", data("setup.json", torn))), "2/setup.form", expect=unchecked("2", RU))
chain("rules_setup_unreadable_before", REPLACED, both(built(PLAIN), on("1", data("setup.json", torn))), "1/setup.form", expect={**unchecked("2", RU), "2/" + B: "PASS", "2/" + SE: "PASS"})
chain("rules_pool_unreadable_before", REPLACED, both(built(PLAIN), on("1", data("pool.csv", lambda d: d + b'"'))), "1/pool.form", expect={"2/" + RU: "PASS", "2/" + PO: "FAIL"})
chain("rules_pool_unreadable", REPLACED, both(built(PLAIN), on("2", data("pool.csv", lambda d: d + b'"'))), "2/pool.form", expect={"2/" + RU: "PASS"})
chain("rules_pool_unreadable_of_a_household_apart", REPLACED, both(built(GOOD), on("2", data("pool.csv", lambda d: d + b'"'))), "2/pool.form", expect=unchecked("2", RU))
chain("rules_pool_unreadable_of_one_who_stays_apart", REPLACED, both(built(STAYS), on("2", data("pool.csv", lambda d: d + b'"'))), "2/pool.form", "2/" + RU)
chain("rules_dropped_and_pool_unreadable", REPLACED, both(built(DROPPED), on("2", data("pool.csv", lambda d: d + b'"'))), "2/pool.form", "2/" + RU)
chain("rules_lottery_unreadable", REPLACED, both(built(PLAIN), on("2", data("lottery.json", torn))), "2/lottery.form", expect={"2/" + RU: "PASS", **unchecked("2", SE)})
