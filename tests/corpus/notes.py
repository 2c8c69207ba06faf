"""The corpus of what verdicts say in brackets of records that replace or hold alternates: other quotas, more members excluded, alternates who are certain."""

from changes import producer as P
from chains import built, chain, DAY, housed, one_known, phrase, quotas_of, REPLACED, RU, step, two_known
from line import beside, replaced_twice
from together import AT_ONCE, CERTIFIED, LOTTERY, MARK

QUOTAS = "other quotas than before"


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
said("no_more_but_a_housemate", replaced(exclude=[3, 5], pool=housed([2, 3]), **STREET), "2")
said("no_more_but_a_housemate_of_one_who_dropped_out", replaced(exclude=[3, 5], pool=housed([3, 5]), **STREET), "2")
said("one_more_who_lives_with_somebody_else", replaced(exclude=[3, 5], pool=housed([3, 6]), **STREET), "2", more(1))
said("one_more_where_two_may_sit", replaced(exclude=[3, 5], pool=housed([2, 3]), **OF_TWO), "2", more(1))
said("no_more_but_the_third_of_a_household", replaced(exclude=[3, 5], pool=housed([2, 3, 5]), **OF_TWO), "2")
said("no_more_but_one_kept_apart", replaced(exclude=[3, 5], apart=[[2, 3], [4, 6]]), "2")
said("one_more_kept_apart_from_somebody_else", replaced(exclude=[3, 5, 6], apart=[[2, 3], [4, 6]]), "2", more(1))
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
    """Two of a household may sit: one is in the line, and one is drawn beside. The third is excluded."""
    def make():
        one = two_known(housed([2, 7, 9]), **OF_TWO)
        two = phrase(step(one, "replace/2", [3, other_new, 11], exclude=[2, 5, 6, 10], include=[3, 11]), "wind")
        return [one, two, phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 7, 11], include=[2, 10]), "tide")]
    return make


said("no_more_but_one_barred_by_two_records_together", barred_together(9), "3")
said("one_more_barred_by_one_record_only", barred_together(4), "3", more(1))

# --- Alternates who are certain ------------------------------------------------------------------------------------------------------------------

READY = ([1, 8, 12], [4, 9, 12])


def reserves(*panels, exclude=(2, 5, 10), women=1, first=one_known, named="alternates", pool=P.TWELVE, draws=True, rehearsal=False, at_once=False, **rules):
    def make():
        one = first(pool, **rules)
        if rehearsal:
            held = sorted((sorted(members), 1) for members in panels)
            two = P.Record(P.Pool(P.TWELVE, "id"), P.ONE_AND_TWO, held, None, len(panels[0]), "id", P.FEATURES, rules=P.bare(exclude=list(exclude)), before=one.followed(named), rehearsal=True)
        else:
            two = step(one, named, *panels, quotas=quotas_of(women, len(panels[0]) - women), exclude=list(exclude))
        if not at_once:
            two.commit("phrase", DAY, ["name"], draw=2)
        return [one, two.draw("wind") if draws else two]
    return make


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
