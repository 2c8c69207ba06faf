"""The corpus of what verdicts say in brackets of records that follow others: other quotas, more members excluded, alternates who are certain or too many. (`fairness.py` has how fair a lottery is.)"""

from changes import both, drop, producer as P
from chains import built, chain, DAY, housed, on, one_known, phrase, quotas_of, REPLACED, RU, step, two_known
from line import beside, replaced_twice
from together import AT_ONCE, CERTIFIED, LOTTERY, MARK

QUOTAS = "other quotas than before"
MANY = "more alternates than seats"


def more(count):
    return "1 member more is excluded than its step asks for" if count == 1 else "%d members more are excluded than its step asks for" % count


def certain(count):
    return "1 member is certain to be an alternate" if count == 1 else "%d members are certain to be alternates" % count


def public(count):
    return "public form; %d checks need the full record" % count


def verified(*notes):
    return "VERIFIED (%s)" % "; ".join(notes)


def said(name, make, record, *notes, in_public=None, **other):
    """The verdict of a record of the chain; and, with `in_public`, what it says in public form beside how many checks that gives up."""
    verdicts = {record: verified(*(() if MARK in notes or LOTTERY in notes or AT_ONCE in notes else [CERTIFIED]), *notes)}
    chain("notes_" + name, REPLACED, built(make), verified=True, verdicts=verdicts, **other)
    if in_public is not None:
        chain("notes_%s_in_public" % name, REPLACED, built(make, set(range(1, 9))), verified=True, verdicts={record: verified(*in_public)})


# --- Other quotas than before ------------------------------------------------------------------------------------------------------------------

REPLACES, HOLDS = public(12), public(13)  # what the public forms of these records give up
COME = ([2, 8, 10], [2, 9, 10])
WIDER = P.ONE_AND_TWO[:3] + [["age", "16-29", "0", "3"]] + P.ONE_AND_TWO[4:]
NOTED = [row + [note] for row, note in zip(P.ONE_AND_TWO, ("note", "", "", "as agreed", "", ""))]


def replaced(quotas=P.ONE_AND_TWO, exclude=(5,), pool=P.TWELVE, first=one_known, named="replace", panels=COME, draws=True, **rules):
    def make():
        one = first(pool, **rules)
        two = step(one, named, *panels, quotas=quotas, exclude=list(exclude), include=[2, 10]).commit("phrase", DAY, ["name"], draw=2)
        return [one, two.draw("wind") if draws else two]
    return make


said("nothing", replaced(), "2", in_public=[REPLACES], expect={"2/" + RU: "PASS"})
said("other_quotas", replaced(WIDER), "2", QUOTAS, in_public=[QUOTAS, REPLACES])
said("other_quotas_that_say_the_same", replaced(NOTED), "2", QUOTAS, in_public=[QUOTAS, REPLACES])
said("the_quotas_of_each_panel", replaced(first=two_known, named="replace/1", exclude=[3, 5, 6, 11]), "2", in_public=[REPLACES])
said("other_quotas_of_a_panel", replaced(WIDER, first=two_known, named="replace/1", exclude=[3, 5, 6, 11]), "2", QUOTAS)
said("other_quotas_and_nothing_drawn", replaced(WIDER, draws=False), "2", LOTTERY, CERTIFIED, QUOTAS)
chain("notes_other_quotas_of_a_public_form_before", REPLACED, built(replaced(WIDER), {1}), verdicts={"2": "NOT VERIFIED"})
chain("notes_other_quotas_after_the_full_form", REPLACED, built(replaced(WIDER), {2}), verified=True, verdicts={"2": verified(QUOTAS, REPLACES)})


def rehearsed(before, after):
    """A rehearsal of a replacement, after a draw; both with these quotas."""
    def make():
        one = phrase(P.Record(P.Pool(P.TWELVE, "id"), before, [([2, 5, 10], 1)], None, 3, "id", P.FEATURES), "rain on the roof")
        two = P.Record(P.Pool(P.TWELVE, "id"), after, [([2, 8, 10], 1)], None, 3, "id", P.FEATURES, rules=P.bare(exclude=[5], include=[2, 10]), before=one.followed("replace"), rehearsal=True)
        return [one, phrase(two, "wind")]
    return make


BLANK = P.ONE_AND_TWO[:2] + [["", "", "", ""]] + P.ONE_AND_TWO[2:]
said("a_rehearsal_with_the_same_quotas", rehearsed(P.ONE_AND_TWO, P.ONE_AND_TWO), "2", MARK, CERTIFIED, in_public=[MARK, REPLACES])
said("a_rehearsal_without_the_blank_rows", rehearsed(BLANK, P.ONE_AND_TWO), "2", MARK, CERTIFIED)
said("a_rehearsal_with_other_quotas", rehearsed(P.ONE_AND_TWO, WIDER), "2", MARK, CERTIFIED, QUOTAS, in_public=[MARK, QUOTAS, REPLACES])

# --- More are excluded than the step asks for ----------------------------------------------------------------------------------------------------

STREET, OF_TWO = {"household_columns": ["street"]}, {"household_columns": ["street"], "household_limit": 2}
said("one_more", replaced(exclude=[3, 5]), "2", more(1), in_public=[REPLACES])
said("three_more", replaced(exclude=[1, 3, 4, 5]), "2", more(3))
said("all_but_one", replaced(exclude=[1, 3, 4, 5, 6, 7, 8, 11, 12], panels=COME[1:]), "2", more(8))
said("one_more_and_other_quotas", replaced(WIDER, exclude=[3, 5]), "2", QUOTAS, more(1), in_public=[QUOTAS, REPLACES])
# Whoever stays, and whoever dropped out, bars nobody: where one stays, the rules keep housemates off the panel anyway.
said("one_more_though_a_housemate_stays", replaced(exclude=[3, 5], pool=housed([2, 3]), **STREET), "2", more(1))
said("one_more_who_lives_with_one_who_dropped_out", replaced(exclude=[3, 5], pool=housed([3, 5]), **STREET), "2", more(1))
said("one_more_who_lives_with_somebody_else", replaced(exclude=[3, 5], pool=housed([3, 6]), **STREET), "2", more(1))
said("one_more_where_two_may_sit", replaced(exclude=[3, 5], pool=housed([2, 3]), **OF_TWO), "2", more(1))
said("one_more_the_third_of_a_household", replaced(exclude=[3, 5], pool=housed([2, 3, 5]), **OF_TWO), "2", more(1))
said("two_more_kept_apart", replaced(exclude=[3, 5, 6], apart=[[2, 3], [4, 6]]), "2", more(2))
PART_1 = {"first": two_known, "named": "replace/1"}
said("no_more_but_a_housemate_on_the_other_panel", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([3, 4]), **PART_1, **STREET), "2")
said("no_more_but_the_third_on_the_other_panel", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([3, 4, 6]), **PART_1, **OF_TWO), "2")
said("one_more_where_one_of_two_sits_on_the_other_panel", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([3, 4, 5]), **PART_1, **OF_TWO), "2", more(1))
said("one_more_where_two_sit_on_two_panels", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([2, 3, 4]), **PART_1, **OF_TWO), "2", more(1))
said("no_more_but_one_kept_apart_from_the_other_panel", replaced(exclude=[3, 4, 5, 6, 11], apart=[[1, 7], [3, 4]], **PART_1), "2")
said("one_more_with_one_who_stays_on_this_panel", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([2, 4]), **PART_1, **STREET), "2", more(1))
said("one_more_with_one_who_dropped_out_of_this_panel", replaced(exclude=[3, 4, 5, 6, 11], pool=housed([4, 5]), **PART_1, **STREET), "2", more(1))
said("two_steps", replaced_twice([2, 3, 10], [2, 9, 10], exclude=[5, 8]), "3")
said("two_steps_not_by_rule", replaced_twice([2, 3, 10], [2, 9, 10], by_rule=False, exclude=[5, 8]), "3")
said("two_steps_and_one_more", replaced_twice([2, 3, 10], [2, 9, 10], exclude=[5, 6, 8]), "3", more(1))


def before_too():
    """Whoever was excluded before is nobody more."""
    one, two = replaced(exclude=[1, 3, 5])()
    new, = set(two.drawn) - {2, 10}
    return [one, two, phrase(step(two, "replace", [2, 6, 10], [2, 4, 10], exclude=sorted([1, 3, 5, new]), include=[2, 10]), "rain")]


said("no_more_but_those_before", before_too, "3")
said("no_more_but_those_beside", beside([(1, 2, 10), (2, 4, 10)], exclude=[3, 5, 6, 8, 9, 11]), "4")
said("one_more_beside", beside([(2, 4, 10)], exclude=[1, 3, 5, 6, 8, 9, 11]), "4", more(1))


def without_those_beside():
    made = beside([(1, 2, 10), (2, 4, 10)], exclude=[3, 5, 6, 8, 9, 11])()
    return [made[0], made[1], made[3]]


said("one_more_where_the_record_beside_is_not_given", without_those_beside, "3", more(1))


def barred_together(other_new):
    """Two of a household may sit: one is on the other panel of the first draw, and one is drawn beside. The third is excluded."""
    def make():
        one = two_known(housed([6, 7, 9]), **OF_TWO)
        two = phrase(step(one, "replace/2", [3, other_new, 11], exclude=[2, 5, 6, 10], include=[3, 11]), "wind")
        return [one, two, phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 7, 11], include=[2, 10]), "tide")]
    return make


said("no_more_but_one_barred_by_two_records_together", barred_together(9), "3")
said("one_more_barred_by_one_record_only", barred_together(4), "3", more(1))


def barred_by_the_line():
    """The housemate of one of panel 2 is excluded in the second step only: panel 2 is not that of the record that is followed, and no record is beside."""
    one, two = replaced(exclude=[3, 5, 6, 11], pool=housed([3, 4]), panels=COME[:1], **PART_1, **STREET)()
    return [one, two, phrase(step(two, "replace", [1, 2, 10], [2, 9, 10], exclude=[3, 4, 5, 6, 8, 11], include=[2, 10]), "rain")]


said("one_more_barred_by_the_first_draw_only", barred_by_the_line, "3", more(1))

# --- More are excluded than a new term asks for: by identifiers ------------------------------------------------------------------------------------

NEWCOMER = [P.TWELVE[0], ["a1", "Abe", "male", "30+"], *P.TWELVE[1:]]  # all numbers are one more than before


def new_term(exclude, former=False):
    """The panel 2, 5, 10; man 5 drops out and 8 comes; then a new term in another pool, where 2 and 10 (3 and 11) stay, and 8 (9) goes."""
    def make():
        one, two = replaced(panels=COME[:1])()
        before, rules = two.followed("rotate", former=[one] if former else []), P.bare(exclude=sorted(exclude), include=[3, 11])
        new = P.Record(P.Pool(NEWCOMER, "id"), P.ONE_AND_TWO, [([3, 4, 11], 1), ([3, 10, 11], 1)], None, 3, "id", P.FEATURES, rules=rules, before=before)
        return [one, two, phrase(new, "snow")]
    return make


TERM = public(12)
said("no_more_in_a_new_term", new_term([9]), "3", in_public=[TERM])
said("one_more_in_a_new_term", new_term([7, 9]), "3", more(1), in_public=[TERM])
said("two_more_in_a_new_term", new_term([1, 7, 9]), "3", more(2))
said("one_more_in_a_new_term_who_sat_before_the_last_step", new_term([6, 9]), "3", more(1))
said("no_more_in_a_new_term_but_who_rests", new_term([6, 9], former=True), "3")
said("one_more_in_a_new_term_beside_who_rests", new_term([6, 7, 9], former=True), "3", more(1))
said("one_more_in_a_new_term_whose_number_sat", new_term([8, 9]), "3", more(1))
chain("notes_more_in_a_new_term_after_the_public_form", REPLACED, built(new_term([7, 9]), {2}), verdicts={"3": "NOT VERIFIED"})

# --- Alternates who are certain ------------------------------------------------------------------------------------------------------------------

READY = ([1, 8, 12], [4, 9, 12])
EVERYBODY = [P.ONE_AND_TWO[0], ["gender", "female", "0", "9"], ["gender", "male", "0", "9"], ["age", "16-29", "0", "9"], ["age", "30+", "0", "9"]]


def reserves(*panels, exclude=(2, 5, 10), women=1, first=one_known, named="alternates", pool=P.TWELVE, draws=True, rehearsal=False, at_once=False, quotas=None, **rules):
    def make():
        one = first(pool, **rules)
        if rehearsal:
            held = sorted((sorted(members), 1) for members in panels)
            two = P.Record(P.Pool(P.TWELVE, "id"), P.ONE_AND_TWO, held, None, len(panels[0]), "id", P.FEATURES, rules=P.bare(exclude=list(exclude)), before=one.followed(named), rehearsal=True)
        else:
            two = step(one, named, *panels, quotas=quotas or quotas_of(women, len(panels[0]) - women), exclude=list(exclude))
        if not at_once:
            two.commit("phrase", DAY, ["name"], draw=2)
        return [one, two.draw("wind") if draws else two]
    return make


said("alternates_without_a_third_of_two_panels", reserves([1, 8, 12], [4, 9, 12], exclude=[2, 3, 5, 6, 7, 10, 11], first=two_known, named="alternates/1", pool=housed([2, 3, 7]), **OF_TWO), "2", certain(1))
said("nobody_certain", reserves([1, 8, 12], [4, 9, 11]), "2", in_public=[HOLDS])
said("one_certain", reserves(*READY), "2", certain(1), in_public=[certain(1), HOLDS])
said("two_certain", reserves([1, 8, 12], [4, 8, 12]), "2", certain(2), in_public=[certain(2), HOLDS])
said("all_certain", reserves([1, 8, 12]), "2", certain(3), in_public=[certain(3), HOLDS])
said("everybody_excluded_but_one", reserves([9], women=0, exclude=[n for n in range(1, 13) if n != 9]), "2", more(8), certain(1), in_public=[certain(1), HOLDS])
said("everybody_excluded_but_three", reserves([1, 8, 12], exclude=[n for n in range(1, 13) if n not in (1, 8, 12)]), "2", more(6), certain(3), in_public=[certain(3), HOLDS])
said("alternates_without_a_housemate", reserves([1, 8, 12], [4, 9, 11], exclude=[2, 3, 5, 10], pool=housed([2, 3]), **STREET), "2")
said("alternates_without_another", reserves([1, 8, 12], [4, 9, 11], exclude=[2, 3, 5, 10], pool=housed([3, 6]), **STREET), "2", more(1))
said("alternates_of_one_of_two_panels", reserves([1, 8, 12], [4, 9, 12], exclude=[2, 3, 5, 6, 10, 11], first=two_known, named="alternates/2"), "2", certain(1))
said("alternates_at_once", reserves(*READY, at_once=True), "2", AT_ONCE, CERTIFIED, certain(1))
said("alternates_not_drawn", reserves(*READY, exclude=[2, 3, 5, 10], draws=False), "2", LOTTERY, CERTIFIED, more(1), certain(1))
said("alternates_of_a_rehearsal", reserves(*READY, exclude=[2, 3, 5, 10], rehearsal=True, draws=False), "2", MARK, LOTTERY, CERTIFIED, more(1), certain(1))

# --- More alternates than seats --------------------------------------------------------------------------------------------------------------------

FOUR = ([1, 8, 9, 12], [3, 8, 9, 11])
said("as_many_alternates_as_seats", reserves([1, 8, 12], [4, 9, 11]), "2", in_public=[HOLDS])
said("fewer_alternates_than_seats", reserves([8, 12], [9, 11]), "2", in_public=[HOLDS])
said("more_alternates_than_seats", reserves([1, 3, 8, 12], [4, 6, 9, 11]), "2", MANY, in_public=[MANY, HOLDS])
said("more_alternates_than_seats_and_some_are_certain", reserves(*FOUR), "2", certain(2), MANY, in_public=[certain(2), MANY, HOLDS])
said("more_alternates_than_seats_and_more_excluded", reserves(*FOUR, exclude=[2, 5, 6, 10]), "2", more(1), certain(2), MANY, in_public=[certain(2), MANY, HOLDS])
said("everybody_else_is_an_alternate", reserves([1, 3, 4, 6, 7, 8, 9, 11, 12], quotas=EVERYBODY), "2", certain(9), MANY)
OF_BOTH = {"exclude": [2, 3, 5, 6, 10, 11], "first": two_known, "quotas": EVERYBODY}
said("more_alternates_than_seats_of_one_of_two_panels", reserves([1, 7, 8, 12], [4, 7, 9, 12], named="alternates/2", **OF_BOTH), "2", certain(2), MANY, in_public=[certain(2), MANY, HOLDS])
said("as_many_alternates_as_seats_of_one_of_two_panels", reserves([1, 8, 12], [4, 9, 12], named="alternates/1", **OF_BOTH), "2", certain(1), in_public=[certain(1), HOLDS])
said("more_alternates_than_seats_not_drawn", reserves(*FOUR, draws=False), "2", LOTTERY, CERTIFIED, certain(2), MANY)
# Where it is not known how many sit on the panel, nothing is said.
chain("notes_alternates_of_a_panel_without_a_split", REPLACED, both(built(reserves([1, 7, 8, 12], [4, 7, 9, 12], named="alternates/2", **OF_BOTH)), on("1", drop("split.json"))),
      "1/files.present", verdicts={"2": verified(CERTIFIED, certain(2))})
