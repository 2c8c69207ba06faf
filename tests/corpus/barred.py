"""The corpus of several panels of which one is filled up with somebody who lives with a member of another one, or should be kept apart from one."""

from changes import both, data, drop
from chains import B, built, chain, housed, on, phrase, quotas_of, REPLACED, RU, SE, step, two_known, unchecked, without
from line import sound

STREET, OF_TWO = {"household_columns": ["street"]}, {"household_columns": ["street"], "household_limit": 2}
FIRST, SECOND, TOGETHER = [2, 5, 10], [3, 6, 11], [2, 3, 5, 6, 10, 11]  # the panels of `two_known`


def filled(houses, new, rules=STREET, j=1, gone=None, draws=True, said="wind"):
    """Two panels; somebody of panel j drops out (of the first 5, of the second 6), and one of `new` comes."""
    def make():
        one = two_known(housed(*houses), **rules)
        here, there = (FIRST, SECOND)[::1 if j == 1 else -1]
        out = gone or (5 if j == 1 else 6)
        stay = [member for member in here if member != out]
        two = step(one, "replace/%d" % j, *([*stay, member] for member in new), exclude=sorted([out, *there]), include=stay)
        two = two.commit("phrase", "2024-05-02T10:00:00Z", ["name"])
        return [one, two.draw(said) if draws else two]
    return make


def barred(name, make, *bad, records="2", **other):
    """In public form, nobody can see who lives together."""
    failing = [record + "/" + RU for record in bad]
    chain("barred_" + name, REPLACED, built(make), *failing, verified=not failing, expect={**sound(*records, but=failing), **other.pop("expect", {})}, **other)
    chain("barred_%s_in_public" % name, REPLACED, built(make, set(range(1, 9))), verified=True)


barred("nobody", filled([[3, 8], [6, 9]], [1, 4]))
barred("by_a_housemate", filled([[3, 8]], [8]), "2")
barred("by_a_housemate_on_panel_1", filled([[2, 8]], [8], j=2), "2")
barred("by_a_housemate_who_has_dropped_out_there", filled([[5, 8]], [8], j=2), "2")
barred("not_by_one_who_has_dropped_out_here", filled([[5, 8]], [8]))
barred("not_where_there_are_no_columns", filled([[3, 8]], [8], {}))
barred("not_by_one_of_two_who_may_sit", filled([[3, 8]], [8], OF_TWO))
barred("by_two_of_two_who_may_sit", filled([[3, 6, 8]], [8], OF_TWO), "2")
barred("by_two_of_two_who_may_sit_of_a_large_household", filled([[1, 3, 4, 6, 8]], [8], OF_TWO), "2")
barred("not_by_two_on_two_panels", filled([[2, 3, 8]], [8], OF_TWO, gone=5))
barred("kept_apart", filled([], [8], {"apart": [[3, 8]]}), "2")
barred("kept_apart_in_a_larger_group", filled([], [8], {"apart": [[1, 4], [6, 7, 8]]}), "2")
barred("not_kept_apart_from_one_who_has_dropped_out_here", filled([], [8], {"apart": [[5, 8]]}))
barred("kept_apart_and_two_may_sit", filled([[3, 8]], [8], {**OF_TWO, "apart": [[3, 8]]}), "2")
barred("nothing_was_drawn", filled([[3, 8]], [8], draws=False))


def one_of(wanted):
    """8, who is barred, or 1 may come: what was said draws the one who is wanted."""
    def make():
        for word in ("wind", "tide", "rain", "snow", "hail", "sun", "fog", "dew"):
            made = filled([[3, 8]], [1, 8], said=word)()
            if wanted in made[1].drawn:
                return made
        raise AssertionError("no word draws so")
    return make


barred("one_who_could_come_does", one_of(8), "2")
barred("one_who_could_come_does_not", one_of(1))


def both_parts(houses, first_new, second_new, rules=STREET):
    """One of each panel drops out; the new ones know nothing of each other."""
    def make():
        one, two = filled(houses, [first_new], rules)()
        return [one, two, filled(houses, [second_new], rules, j=2, said="tide")()[1]]
    return make


barred("by_one_who_came_there", both_parts([[8, 9]], 8, 9), "2", "3", records="23")
barred("nobody_on_either", both_parts([[8, 12], [1, 9]], 8, 9), records="23")
barred("by_one_who_stays_there", both_parts([[3, 8]], 8, 9), "2", records="23")
barred("by_one_who_came_there_where_two_may_sit", both_parts([[3, 8, 9]], 8, 9, OF_TWO), "2", records="23")


def then(houses, new, next_, include=(2, 10), out=8, rules=STREET, **more):
    """Panel 1 is filled up with `new`; then `out` drops out, and `next_` comes."""
    def make():
        one, two = filled(houses, [new], rules)()
        return [one, two, phrase(step(two, "replace", [*include, next_], exclude=sorted([3, 5, 6, 11, out]), include=list(include), **more), "rain")]
    return make


barred("after_a_replacement", then([[3, 9]], 8, 9), "3", records="23")
barred("nobody_after_a_replacement", then([[3, 7], [5, 9]], 8, 9), records="23")
barred("who_stays_after_that", then([[3, 8]], 8, 9, include=(8, 10), out=2), "2", records="23")
chain("barred_after_a_replacement_without_the_first_draw", REPLACED, both(built(then([[3, 9]], 8, 9)), without("1")), expect={**unchecked("2", B, RU), **sound("3")})


def beside_and_then(next_):
    """Panel 2 is filled up with 9, whose housemate comes to panel 1 in the second step there."""
    def make():
        one, two, three = then([[next_, 9]], 8, next_)()
        return [one, two, three, filled([[next_, 9]], [9], j=2, said="tide")()[1]]
    return make


barred("after_a_replacement_by_one_who_came_there", beside_and_then(4), "3", "4", records="234")
chain("barred_by_one_who_came_there_without_the_first_draw", REPLACED, both(built(beside_and_then(4)), without("1")), "3/" + RU, expect={**unchecked("4", RU), "3/" + SE: "PASS"})


def sits_there_too():
    """The housemate of one who has dropped out on panel 2 is drawn there, and then on panel 1: whoever sits there is not barred by those who do."""
    one, two, three = then([[6, 9]], 8, 9)()
    return [one, two, three, filled([[6, 9]], [9], j=2, said="tide")()[1]]


chain("barred_not_who_sits_there_too", REPLACED, built(sits_there_too), "3/" + SE, "4/" + SE, expect={"3/" + RU: "PASS", "4/" + RU: "PASS"})


def called_in(*houses):
    """The woman 12, an alternate of panel 1, is called in there."""
    def make():
        one = two_known(housed(*houses), **STREET)
        reserves = phrase(step(one, "alternates/1", [1, 12], [4, 12], quotas=quotas_of(1, 1), exclude=TOGETHER), "tide")
        return [one, reserves, phrase(step(one, "replace/1", [2, 8, 12], alternates=reserves, exclude=[3, 5, 6, 10, 11], include=[2, 12]), "snow")]
    return make


barred("who_is_called_in", called_in([3, 12]), "3", records="23")
barred("nobody_who_is_called_in", called_in([5, 12]), records="23")

# Files that cannot be used.
torn = lambda d: d[:-9]  # noqa: E731
HOUSEMATE = filled([[3, 8]], [8])
chain("barred_without_a_split", REPLACED, both(built(HOUSEMATE), on("1", drop("split.json"))), "1/files.present", expect=unchecked("2", SE, RU))
chain("barred_without_a_split_and_nothing_was_drawn", REPLACED, both(built(filled([[3, 8]], [8], draws=False)), on("1", drop("split.json"))), "1/files.present",
      expect={**unchecked("2", SE), "2/" + RU: "PASS"})
chain("barred_after_a_replacement_without_a_split", REPLACED, both(built(then([[3, 9]], 8, 9)), on("1", data("split.json", torn))), "1/lottery.split",
      expect={**unchecked("3", RU), "3/" + SE: "PASS"})
chain("barred_after_the_public_form", REPLACED, built(HOUSEMATE, {1}), expect={**unchecked("2", RU), "2/" + SE: "PASS"})
chain("barred_without_a_pool", REPLACED, both(built(HOUSEMATE), on("2", data("pool.csv", lambda d: d + b'"'))), "2/pool.form", expect={**unchecked("2", RU), "2/" + SE: "PASS"})
chain("barred_without_its_own_panel", REPLACED, both(built(HOUSEMATE), on("2", data("result.json", torn))), "2/draw.form", expect={**unchecked("2", RU), "2/" + SE: "PASS"})
chain("barred_without_the_panel_beside", REPLACED, both(built(both_parts([[3, 8]], 8, 9)), on("3", data("result.json", torn))), "3/draw.form",
      expect={**unchecked("2", SE, RU), **unchecked("3", SE, RU)})
chain("barred_and_setup_before_unreadable", REPLACED, both(built(HOUSEMATE), on("1", data("setup.json", torn))), "1/setup.form", "2/" + RU, expect={"2/" + B: "PASS"})


def other_limit():
    one = two_known(housed([3, 8]), **STREET)
    return [one, phrase(step(one, "replace/1", [2, 8, 10], exclude=[3, 5, 6, 11], include=[2, 10], household_limit=2), "wind")]


chain("barred_and_another_limit_without_a_split", REPLACED, both(built(other_limit), on("1", drop("split.json"))), "2/" + RU, expect=unchecked("2", SE))
