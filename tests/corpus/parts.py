"""The corpus of steps after a draw of several panels together."""

from changes import data, drop, F, js, producer as P
from chains import B, built, chain, fill, IN, men_for, of_three, on, PANELS, phrase, SE, setup_of, stay_of, unchecked
from follow import SETUP2
from panels import seats, SP


def of_two(step, include_of, exclude_of, panels_of, **more):
    """After two panels; functions of (on panel 1, on panel 2)."""
    def make():
        record = phrase(P.two_panels(10), "four drums")
        number = P.json.loads(record.files["result.json"])["draw"]["panel"]["number"]
        on_ = [[m for m, seat in zip(record.drawn, record.split[number - 1]) if seat == j] for j in (1, 2)]
        rules = P.bare(exclude=sorted(exclude_of(*on_)), include=sorted(include_of(*on_)))
        return [record, phrase(P.twelve(sorted(panels_of(*on_)), rules=rules, before=record.followed(step), **more), "wind", draw=2)]
    return make

two_right = (lambda one, two: stay_of(two), lambda one, two: [P.man_drops_out(two)[1], *one], lambda one, two: fill(stay_of(two), men_for(one, two)))
chain("panels_replaced", PANELS, built(of_two("replace/2", *two_right)), verified=True, expect={"2/" + SE: "PASS", "2/" + IN: "PASS"})
chain("panels_replaced_on_the_other", PANELS, built(of_two("replace/1", *two_right)), "2/" + SE, "2/" + IN, expect={"2/" + B: "PASS"})
chain("panels_replaced_on_the_other_in_public", PANELS, built(of_two("replace/1", *two_right), {1, 2}), "2/" + SE, expect={"2/" + B: "PASS"})
chain("panels_replaced_on_no_panel", PANELS, built(of_two("replace/3", *two_right)), "2/" + B, "2/" + SE, "2/" + IN)
new_three = (lambda one, two: [], lambda one, two: [*one, *two], lambda one, two: of_three([next(w for w in P.WOMEN if w not in one + two), *men_for(one, two)[:2]]))
chain("panels_replaced_on_no_panel_by_others", PANELS, built(of_two("replace/3", *new_three)), "2/" + B, "2/" + SE, expect={"2/" + IN: "PASS"})
chain("panels_replaced_on_no_panel_in_public", PANELS, built(of_two("replace/3", *two_right), {1, 2}), "2/" + B, "2/" + SE)
nobody_goes = (lambda one, two: two, lambda one, two: one, lambda one, two: of_three(two))
chain("panels_replaced_where_nobody_goes", PANELS, built(of_two("replace/2", *nobody_goes)), "2/" + SE, expect={"2/" + B: "PASS", "2/" + IN: "PASS"})
chain("panels_replaced_where_nobody_goes_in_public", PANELS, built(of_two("replace/2", *nobody_goes), {1, 2}), "2/" + SE)
other_sits = (two_right[0], lambda one, two: [P.man_drops_out(two)[1]],
              lambda one, two: fill(stay_of(two), [next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN), *men_for(one, two)]))
chain("panels_one_of_the_other_has_tickets", PANELS, built(of_two("replace/2", *other_sits)), "2/" + SE, expect={"2/" + IN: "PASS"})
chain("panels_one_of_the_other_has_tickets_in_public", PANELS, built(of_two("replace/2", *other_sits), {1, 2}), "2/" + SE)
other_moves = (lambda one, two: [*stay_of(two), next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN)], lambda one, two: [P.man_drops_out(two)[1]],
               lambda one, two: fill(stay_of(two), [next(m for m in one if m in P.MEN and m not in P.YOUNG_MEN)]))
chain("panels_one_of_the_other_moves", PANELS, built(of_two("replace/2", *other_moves)), "2/" + SE, "2/" + IN)
chain("panels_alternates_of_no_panel", PANELS, built(of_two("alternates/3", lambda one, two: [], lambda one, two: [*one, *two],
      lambda one, two: [(sorted([next(w for w in P.WOMEN if w not in one + two), *men_for(one, two)[:2]]), 1)])), "2/" + B, expect={"2/" + SE: "PASS"})
chain("panels_split_lost", "chain_panels", on("1", drop("split.json")), "1/" + F, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS", "2/" + B: "PASS"})


def whole_and_part():
    """Panel 2 is filled up, and all are rotated, after the same draw."""
    record, part = of_two("replace/2", *two_right)()
    chosen = [next(w for w in P.WOMEN if w not in record.drawn), *[m for m in P.MEN if m not in record.drawn and m not in P.YOUNG_MEN][:2]]
    return [record, part, phrase(P.twelve(of_three(chosen), rules=P.bare(exclude=record.drawn), before=record.followed("rotate")), "tide", draw=3)]


chain("panels_part_and_whole", PANELS, built(whole_and_part), "2/" + B, "3/" + B, expect={"2/" + SE: "PASS", "3/" + SE: "PASS"})

chain("before_step_2_53", "chain_replace", setup_of("2", "before", "step", "replace/9007199254740992"), SETUP2)
chain("before_step_below_2_53", PANELS, built(of_two("replace/9007199254740991", *two_right)), "2/" + B, expect={"2/setup.form": "PASS", "2/commit.form": "PASS"})
chain("panels_split_unreadable", "chain_panels", on("1", data("split.json", lambda d: d[:-5])), "1/" + SP, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS", "2/" + B: "PASS"})
chain("panels_split_seat_3", "chain_panels", on("1", js("split.json", seats(1, (0, 3)))), "1/" + SP, expect={**unchecked("2", SE, IN), "3/" + SE: "PASS"})
