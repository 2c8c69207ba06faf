"""The corpus of records that are looked at back to the first draw: who sat in the line, who sits beside, and whether steps name panels where there are several.

All lotteries have one ticket, or one for each way: each record is sound for itself, keeps the rules of the one before, and only the checks named can notice.
"""

from changes import both, data, drop
from chains import B, built, chain, IN, on, one_known, phrase, PO, quotas_of, REPLACED, RU, SE, step, two_known, unchecked, without

SOUND = {"/" + check: "PASS" for check in (B, PO, SE, IN, RU)}


def sound(*records, but=()):
    """All chain checks of these records pass, but those named."""
    return {record + check: "PASS" for record in records for check in SOUND if record + check not in but}


def all_three(name, make, public, *failing, expect=None, public_failing=None, **other):
    """The records in full form and in public form; in full form all checks of the records in `public` that are not named pass."""
    chain(name, REPLACED, built(make), *failing, expect={**sound(*other.pop("sound", ()), but=failing), **(expect or {})}, **other)
    held = failing if public_failing is None else public_failing
    chain(name + "_in_public", REPLACED, built(make, public), *held, verified=not held)


# --- One panel, replaced twice ---------------------------------------------------------------------------------------------------------------


def replaced_twice(*third, size=None, by_rule=True, exclude=(3, 5), include=(2, 10), **more):
    """The panel 2, 5, 10; man 5 drops out and 8 comes; then 8 drops out. `third` are the panels of the last lottery."""
    def make():
        one = one_known()
        two = phrase(step(one, "replace", [2, 8, 10], exclude=[5] if by_rule else [], include=[2, 10]), "wind")
        return [one, two, phrase(step(two, "replace", *third, exclude=sorted(exclude), include=sorted(include), **more), "tide")]
    return make


EVERY = {1, 2, 3}
all_three("line_twice", replaced_twice([2, 3, 10], [2, 9, 10], exclude=[5, 8]), EVERY, sound="23", verified=True)
all_three("line_drawn_again", replaced_twice([2, 5, 10], by_rule=False, exclude=[8]), EVERY, "3/" + SE, sound="3")
all_three("line_perhaps_drawn_again", replaced_twice([2, 5, 10], [2, 9, 10], by_rule=False, exclude=[8]), EVERY, "3/" + SE, sound="3")
all_three("line_drawn_again_who_was_excluded", replaced_twice([2, 5, 10], exclude=[8]), EVERY, "3/" + SE, "3/" + RU, sound="3", public_failing=["3/" + SE])
all_three("line_drawn_again_who_was_included", replaced_twice([2, 5, 10], by_rule=False, exclude=[8], include=[2, 5, 10]), EVERY, "3/" + SE, "3/" + IN, sound="3",
          public_failing=["3/" + SE])
chain("line_without_the_first_draw", REPLACED, both(built(replaced_twice([2, 9, 10], exclude=[5, 8])), without("1")), expect={**unchecked("2", B, PO, SE, IN, RU), **sound("3")})
chain("line_drawn_again_without_the_first_draw", REPLACED, both(built(replaced_twice([2, 5, 10], by_rule=False, exclude=[8])), without("1")), expect=sound("3"))
chain("line_without_the_one_between", REPLACED, both(built(replaced_twice([2, 9, 10], exclude=[5, 8])), without("2")), expect=unchecked("3", B, PO, SE, IN, RU))


def four(*fourth, **rules):
    """Three steps after the first draw: 5, 8 and 9 drop out one after the other."""
    def make():
        made = replaced_twice([2, 9, 10], by_rule=False, exclude=[8])()
        return [*made, phrase(step(made[2], "replace", *fourth, include=[2, 10], **rules), "rain")]
    return make


all_three("line_drawn_again_three_steps_later", four([2, 5, 10], exclude=[8, 9]), {1, 2, 3, 4}, "4/" + SE, sound="34")
all_three("line_of_four", four([2, 3, 10], [2, 6, 10], exclude=[5, 8, 9]), {1, 2, 3, 4}, sound="234", verified=True)


def unreadable_at_first(*third, **more):
    """The result.json of the first draw is not one, and the record after it names it as it is."""
    def make():
        one = one_known()
        one.files["result.json"] = one.files["result.json"].replace(b'"ticket"', b'"tickets"')
        two = phrase(step(one, "replace", [2, 8, 10], exclude=[5], include=[2, 10]), "wind")
        return [one, two, phrase(step(two, "replace", *third, **{"exclude": [5, 8], "include": [2, 10], **more}), "tide")]
    return make


chain("line_first_draw_unreadable", REPLACED, built(unreadable_at_first([2, 9, 10])), "1/draw.form", expect={**unchecked("2", SE, B), "3/" + SE: "NOT CHECKED", "3/" + B: "PASS", "3/" + RU: "PASS"})
chain("line_first_draw_unreadable_and_one_sits_perhaps", REPLACED, built(unreadable_at_first([2, 8, 10], [2, 9, 10], exclude=[5])), "3/" + SE, expect={"3/" + B: "PASS"})



def unreadable_between(named, *panels, **more):
    """The result.json that is followed is not one, and somebody who sat on the first panel has tickets."""
    def make():
        one, two = replaced_twice([2, 9, 10], by_rule=False)()[:2]
        two.files["result.json"] = two.files["result.json"].replace(b'"ticket"', b'"tickets"')
        return [one, two, phrase(step(two, named, *panels, **more), "tide")]
    return make


chain("line_earlier_unreadable_and_one_sits_again", REPLACED, built(unreadable_between("replace", [2, 5, 10], exclude=[8], include=[2, 10])), "2/draw.form",
      expect={**unchecked("3", SE, B, IN), "3/" + RU: "PASS"})
chain("line_earlier_unreadable_and_one_is_an_alternate", REPLACED, built(unreadable_between("alternates", [5, 9, 12], [3, 5, 12], exclude=[2, 8, 10])), "2/draw.form",
      expect={**unchecked("3", SE, B), "3/" + RU: "PASS", "3/" + IN: "PASS"})


def after_a_new_term():
    """The line ends with a new term: whoever sat before that, by number, and does not rest, may be drawn."""
    one = one_known()
    two = phrase(step(one, "rotate", [3, 8, 11], exclude=[2, 5, 10]), "wind")
    three = phrase(step(two, "rotate", [6, 9, 12], exclude=[3, 8, 11]), "snow")
    return [one, two, three, phrase(step(three, "replace", [5, 6, 12], exclude=[3, 8, 9, 11], include=[6, 12]), "tide")]


all_three("line_after_a_new_term", after_a_new_term, {1, 2, 3, 4}, sound="4", verified=True)

# --- As many seats as the panel has ----------------------------------------------------------------------------------------------------------


def of_size(members, make_first=one_known, named="replace", women=1, exclude=(5,), include=(2, 10)):
    def make():
        one = make_first()
        return [one, phrase(step(one, named, *members, quotas=quotas_of(women, len(members[0]) - women), exclude=list(exclude), include=list(include)), "wind")]
    return make


all_three("size_smaller", of_size([[2, 10]]), {1, 2}, "2/" + SE, sound="2")
all_three("size_larger", of_size([[2, 8, 9, 10], [2, 3, 9, 10]]), {1, 2}, "2/" + SE, sound="2")
all_three("size_smaller_where_all_go", of_size([[3, 11]], exclude=[2, 5, 10], include=[]), {1, 2}, "2/" + SE, sound="2")
all_three("size_of_a_part_smaller", of_size([[2, 10]], two_known, "replace/1", exclude=[3, 5, 6, 11]), {1, 2}, "2/" + SE, sound="2")
all_three("size_of_all_parts", of_size([[2, 1, 8, 9, 10, 12]], two_known, "replace/1", women=2, exclude=[3, 5, 6, 11]), {1, 2}, "2/" + SE, sound="2")
all_three("size_of_alternates_is_free", of_size([[3, 11], [6, 12]], named="alternates", exclude=[2, 5, 10], include=[]), {1, 2}, sound="2", verified=True)

# --- Several panels: does the step name one? ---------------------------------------------------------------------------------------------------

TOGETHER = [2, 3, 5, 6, 10, 11]
all_three("several_replaced_as_a_whole", of_size([[2, 3, 6, 8, 10, 11], [2, 3, 6, 9, 10, 11]], two_known, women=2, include=[2, 3, 6, 10, 11]), {1, 2}, "2/" + B, sound="2")
all_three("several_and_alternates_for_all", of_size([[1, 8, 12], [4, 9, 12]], two_known, "alternates", exclude=TOGETHER, include=[]), {1, 2}, "2/" + B, sound="2")
chain("several_and_a_new_term", REPLACED, built(of_size([[1, 8, 12], [4, 9, 12]], two_known, "rotate", exclude=TOGETHER, include=[])), "2/" + B, expect={"2/" + SE: "PASS", "2/" + IN: "PASS", "2/" + RU: None})
chain("several_and_a_new_term_in_public", REPLACED, built(of_size([[1, 8, 12], [4, 9, 12]], two_known, "rotate", exclude=TOGETHER, include=[]), {1, 2}), "2/" + B)
chain("one_replaced_as_a_part", REPLACED, built(of_size([[2, 8, 10]], named="replace/1")), "2/" + B, expect=unchecked("2", SE, IN))
chain("one_and_alternates_for_a_part", REPLACED, built(of_size([[1, 8, 12], [4, 9, 12]], named="alternates/1", exclude=[2, 5, 10], include=[])), "2/" + B, expect={"2/" + SE: "PASS", "2/" + RU: "PASS"})


def term_after_a_part():
    """A new term after panel 1 was filled up: that record draws one panel only."""
    made = of_size([[2, 8, 10]], two_known, "replace/1", exclude=[3, 5, 6, 11])()
    return [*made, phrase(step(made[1], "rotate", [2, 1, 12], [2, 4, 12], exclude=[8, 10], include=[2]), "rain")]


chain("several_and_a_new_term_after_a_part", REPLACED, built(term_after_a_part), verified=True, expect={"3/" + B: "PASS", "3/" + SE: "PASS", "3/" + IN: "PASS"})

# --- Beside: replacements on two panels, one of them twice -------------------------------------------------------------------------------------


def beside(second=((2, 9, 10),), other=(3, 9, 11), keep=None, draws=(True, True, True), exclude=(3, 5, 6, 8, 11)):
    """1: two panels. 2: on panel 1, man 5 drops out and 8 comes. 3: on panel 2, man 6 drops out. 4: after 2, man 8 drops out."""
    def make():
        one = two_known()
        two = phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 11], include=[2, 10]), "wind")
        three = step(one, "replace/2", list(other), exclude=[2, 5, 6, 8, 10], include=[3, 11]).commit("phrase", "2024-05-02T10:00:00Z", ["name"])
        four_ = step(two, "replace", *map(list, second), exclude=sorted(exclude), include=[2, 10]).commit("phrase", "2024-05-02T10:00:00Z", ["name"])
        for record, drawn, said in ((three, draws[1], "tide"), (four_, draws[2], "rain")):
            if drawn:
                record.draw(said)
        return [one, two, three, four_]
    return make


ALL = {1, 2, 3, 4}
all_three("beside_shares_a_man", beside(), ALL, "3/" + SE, "4/" + SE, sound="234")
all_three("beside_shares_nobody", beside([(1, 2, 10)]), ALL, sound="234", verified=True)
chain("beside_shares_a_man_in_both_forms", REPLACED, built(beside(), {3}), "3/" + SE, "4/" + SE, expect={**unchecked("3", RU), **sound("4", but=["4/" + SE])})
chain("beside_shares_a_man_without_the_first_draw", REPLACED, both(built(beside()), without("1")), "4/" + SE, expect={**unchecked("2", B, SE, RU), **unchecked("3", B, SE, RU), "4/" + B: "PASS"})
chain("beside_shares_a_man_without_the_one_between", REPLACED, both(built(beside()), without("2")), expect={**sound("3"), **unchecked("4", B, SE, RU)})
chain("beside_shares_a_man_and_nothing_is_drawn", REPLACED, built(beside(draws=(True, True, False))), verified=True, expect=sound("2", "3", "4"))
chain("beside_unreadable", REPLACED, both(built(beside([(1, 2, 10)])), on("4", data("result.json", lambda d: d[:-9]))), "4/draw.form",
      expect={"2/" + SE: "PASS", **unchecked("3", SE, RU), **unchecked("4", SE, RU), "3/" + B: "PASS"})
chain("beside_unreadable_and_one_sits_perhaps", REPLACED, both(built(beside([(2, 8, 10), (2, 9, 10)], exclude=[3, 5, 6, 11])), on("3", data("result.json", lambda d: d[:-9]))),
      "3/draw.form", "4/" + SE, expect=unchecked("2", SE))
chain("beside_unreadable_of_a_lottery", REPLACED, both(built(beside(draws=(True, True, False))), on("3", data("result.json", lambda d: d[:-9]))), "3/draw.form",
      expect={**unchecked("4", SE), "4/" + RU: "PASS"})
chain("beside_without_a_split", REPLACED, both(built(beside([(1, 2, 10)])), on("1", drop("split.json"))), "1/files.present",
      expect={**unchecked("2", SE, IN, RU), **unchecked("3", SE, IN, RU), "4/" + SE: "PASS", "4/" + IN: "PASS", **unchecked("4", RU)})


def of_no_panel():
    """Panel 1 is filled up, and all of both panels as if they were one: such a record has no panel number, and so is beside no other."""
    one = two_known()
    two = phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 11], include=[2, 10]), "wind")
    whole = step(one, "replace", [2, 3, 6, 8, 10, 11], quotas=quotas_of(2, 4), exclude=[5], include=[2, 3, 6, 10, 11])
    return [one, two, phrase(whole, "tide")]


all_three("beside_of_no_panel", of_no_panel, EVERY, "2/" + B, "3/" + B, sound="23")


def beside_alternates(panels, unreadable=False):
    """Alternates for panel 1, after somebody was replaced on panel 2."""
    def make():
        one = two_known()
        two = phrase(step(one, "replace/2", [3, 9, 11], exclude=[2, 5, 6, 10], include=[3, 11]), "wind")
        if unreadable:
            two.files["result.json"] = two.files["result.json"][:-9]
        return [one, two, phrase(step(one, "alternates/1", *panels, exclude=sorted([*TOGETHER, 9])), "tide")]
    return make


all_three("beside_alternates", beside_alternates([[1, 8, 12], [4, 8, 12]]), {1, 2, 3}, sound="23", verified=True)
chain("beside_alternates_unreadable", REPLACED, built(beside_alternates([[1, 8, 12], [4, 8, 12]], True)), "2/draw.form", expect={**unchecked("3", SE), "3/" + B: "PASS", "3/" + RU: "PASS"})

chain("beside_alternates_themselves_unreadable", REPLACED, both(built(beside_alternates([[1, 8, 12], [4, 8, 12]])), on("3", data("result.json", lambda d: d[:-9]))), "3/draw.form",
      expect={**unchecked("3", SE), "3/" + B: "PASS", "3/" + RU: "PASS"})

# --- Alternates of which panel? ------------------------------------------------------------------------------------------------------------------


def called(of, of_step, after_replacement, named=None):
    """Alternates of a panel, one of whom is called in on panel 1: at once, or after a replacement there."""
    def make():
        one = two_known()
        made = {"first": one, "part": phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 11], include=[2, 10]), "wind")}
        made["other"] = phrase(step(one, "replace/2", [3, 9, 11], exclude=[2, 5, 6, 8, 10], include=[3, 11]), "hail")
        reserves = phrase(step(made[of], of_step, [1, 12], [4, 12], quotas=quotas_of(1, 1), exclude=sorted({*TOGETHER, 8, 9})), "tide")
        stay, gone = [2, 12], [3, 5, 6, 11, 10, *([8, 9] if after_replacement else [])]
        before = made["part" if after_replacement else "first"]
        last = step(before, "replace" if after_replacement else "replace/1", [2, 1, 12], [2, 4, 12], alternates=reserves, exclude=sorted(gone), include=stay)
        wanted = [one, *([made["part"]] if after_replacement else []), *([made["other"]] if of == "other" else []), reserves, phrase(last, "snow")]
        return wanted
    return make


def called_in(name, records, make, *failing):
    last = str(records)
    chain("called_in_" + name, REPLACED, built(make), *failing, verified=not failing, expect=sound(last, but=failing))


called_in("on_the_right_panel", 3, called("first", "alternates/1", False))
called_in("on_another_panel", 3, called("first", "alternates/2", False), "3/" + B)
called_in("on_the_right_panel_after_a_replacement", 4, called("first", "alternates/1", True))
called_in("on_another_panel_after_a_replacement", 4, called("first", "alternates/2", True), "4/" + B)
called_in("of_the_replacement", 4, called("part", "alternates", True))
called_in("of_the_record_beside", 5, called("other", "alternates", True), "5/" + B)
called_in("of_all_panels", 3, called("first", "alternates", False), "2/" + B, "3/" + B)
chain("called_in_on_another_panel_after_a_replacement_in_public", REPLACED, built(called("first", "alternates/2", True), {1, 2, 3, 4}), verified=True, expect={"4/" + B: "PASS"})


def lists(*steps, same_after=True):
    """Several lists of alternates after the same draw of two panels, or after a draw of one."""
    def make():
        one = two_known() if "/" in steps[0] else one_known()
        panels = [[1, 8, 12], [4, 9, 12]]
        return [one, *(phrase(step(one, named, *panels, exclude=sorted(one.drawn)), said) for named, said in zip(steps, ("wind", "tide")))]
    return make


all_three("lists_two_for_one_panel", lists("alternates", "alternates"), EVERY, "2/" + B, "3/" + B, sound="23")
all_three("lists_two_for_one_of_two_panels", lists("alternates/1", "alternates/1"), EVERY, "2/" + B, "3/" + B, sound="23")
all_three("lists_for_each_panel", lists("alternates/1", "alternates/2"), EVERY, sound="23", verified=True)
chain("lists_two_in_both_forms", REPLACED, built(lists("alternates", "alternates"), {3}), "2/" + B, "3/" + B)


def later_list():
    """Alternates for a panel, and others for the panel after a replacement."""
    one, two = replaced_twice([2, 3, 10])()[:2]
    lists_ = [phrase(step(record, "alternates", [1, 9, 12], [4, 9, 12], exclude=[2, 5, 8, 10]), said) for record, said in ((one, "rain"), (two, "hail"))]
    return [one, two, *lists_]


all_three("lists_one_before_and_one_after_a_replacement", later_list, ALL, sound="34", verified=True)


def list_of_one_who_sat(by_rule):
    def make():
        one, two = replaced_twice([2, 3, 10], by_rule=by_rule)()[:2]
        return [one, two, phrase(step(two, "alternates", [5, 9, 12], [3, 5, 12], exclude=[2, 8, 10]), "hail")]
    return make


all_three("lists_one_who_dropped_out_before", list_of_one_who_sat(False), EVERY, "3/" + SE, sound="3")
all_three("lists_one_who_dropped_out_before_and_was_excluded", list_of_one_who_sat(True), EVERY, "3/" + SE, "3/" + RU, sound="3", public_failing=["3/" + SE])


# --- Records that follow each other in a circle: without a commitment, result.json does not depend on what a record follows ----------------------------


def circle(steps, then=False):
    """Records of these steps, each after the one before, and the first after the last; perhaps one more after the first."""
    def make():
        seats, named = [[2, 5, 10], [2, 8, 10], [2, 9, 10]][:len(steps)], one_known()
        for _ in range(2):  # what the second time around is named is what was drawn the first time
            made = []
            for members, stage in zip(seats, steps):
                named = step(named, stage, members, include=[2, 10]).draw("wind")
                made.append(named)
        return made + ([phrase(step(made[0], "replace", [2, 3, 10], include=[2, 10]), "tide")] if then else [])
    return make


chain("circle_of_two", REPLACED, built(circle(["replace"] * 2)), "1/" + B, "2/" + B, expect={"1/" + SE: "PASS", "2/" + SE: "PASS"})
chain("circle_of_two_terms", REPLACED, built(circle(["rotate"] * 2)), "1/" + B, "2/" + B)
chain("circle_of_three_terms_and_one_more", REPLACED, built(circle(["rotate"] * 3, then=True)), "1/" + B, "2/" + B, "3/" + B, "4/" + B)
chain("circle_without_one", REPLACED, both(built(circle(["rotate"] * 3)), without("2")), expect={"1/" + B: "PASS", "3/" + B: "NOT CHECKED"})
