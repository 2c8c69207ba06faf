"""The corpus of records that are given together and follow the same one.

The records are made anew by the producer of the vectors: each is sound for itself, and only a check of the chain can notice that two of them do not go together.
"""

from changes import both, data, drop, F, producer as P
from chains import (
    after, again, B, built, chain, DAY, fill, first, free_men, from_vector, IN, men_for, of_three, on, on_panels, PANELS, phrase, PO, REPLACED,
    SE, unchecked, without
)
from parts import new_three

# --- The same record twice is no rival of itself ----------------------------------------------------------------------------------------------

chain("rivals_the_same_twice", "chain_replace", again("2", "3"), verified=True, expect={"2/" + B: "PASS", "3/" + B: "PASS", "2/" + SE: "PASS"})
chain("rivals_the_same_thrice", "chain_at_once", both(again("2", "4"), again("2", "5")), verified=True, expect={"4/" + B: "PASS", "5/" + B: "PASS"})
chain("rivals_the_same_in_public", "public_chain_replace", again("2", "3"), verified=True, expect={"2/" + B: "PASS", "3/" + B: "PASS"})
chain("rivals_the_same_in_both_forms", "chain_replace", from_vector("public_chain_replace/2", "3"), verified=True, expect={"2/" + B: "PASS", "3/" + B: "PASS"})
chain("rivals_the_same_panel_twice", "chain_panels", again("2", "5"), verified=True, expect={"2/" + B: "PASS", "5/" + B: "PASS", "4/" + SE: "PASS"})
chain("rivals_the_same_rotation_twice", "chain_rotate", again("3", "4"), verified=True, expect={"3/" + B: "PASS", "4/" + B: "PASS"})
chain("rivals_the_same_result_openly", "chain_replace", both(again("2", "3"), on("3", data("result.json", lambda d: d + b"\n"))), "2/" + B, "3/" + B,
      expect={"3/draw.form": "PASS"})


def twice(*said, draw=True):
    """Two replacements after the same draw, from these phrases; or only committed to."""
    def make():
        record, stay, gone = first()
        made = [after(record, fill(stay, free_men(*stay, gone)), {"exclude": [gone], "include": sorted(stay)}) for _ in said]
        for at, (one, word) in enumerate(zip(made, said), 2):
            one.commit("phrase", DAY, ["name"], draw=at)
            if draw:
                one.draw(word)
        return [record, *made]
    return make


RIVALS = {"2/" + PO: "PASS", "2/" + SE: "PASS", "3/" + SE: "PASS"}
chain("rivals", REPLACED, built(twice("wind", "tide")), "2/" + B, "3/" + B, expect=RIVALS)
chain("rivals_in_public", REPLACED, built(twice("wind", "tide"), {1, 2, 3}), "2/" + B, "3/" + B, expect=RIVALS)
chain("rivals_in_both_forms", REPLACED, built(twice("wind", "tide"), {3}), "2/" + B, "3/" + B, expect=RIVALS)
chain("rivals_one_of_them_twice", REPLACED, both(built(twice("wind", "tide")), again("2", "4")), "2/" + B, "3/" + B, "4/" + B, expect=RIVALS)
# Where nothing was drawn there is no result.json that could be the same.
chain("rivals_not_drawn", REPLACED, built(twice("wind", "tide", draw=False)), "2/" + B, "3/" + B, expect=RIVALS)


# --- Replacements on two panels of the same draw -------------------------------------------------------------------------------------------------


def part_of(record, j, panels_of):
    """A replacement of one man on panel j; `panels_of` makes panels of those who stay."""
    here, there = on_panels(record)[::1 if j == 1 else -1]
    stay, gone = P.man_drops_out(here)
    rules = P.bare(exclude=sorted([gone, *there]), include=sorted(stay))
    return P.twelve(sorted(panels_of(stay)), rules=rules, before=record.followed("replace/%d" % j))


def parts(at_once=False, draws=(True, True), others=False):
    """After two panels, one man of each drops out, and the same man comes in his place on both; or (with `others`) two different ones."""
    def make():
        record = P.two_panels(9).draw("four drums") if at_once else phrase(P.two_panels(10), "four drums")
        made = [record]
        for j in (1, 2):
            man = men_for(*on_panels(record))[j - 1 if others else 0]
            part = part_of(record, j, lambda stay: of_three([*stay, man]))
            part = part if at_once else part.commit("phrase", DAY, ["name"], draw=j + 1)
            made.append(part.draw("wind") if draws[j - 1] else part)
        return made
    return make


NO_RIVALS = {"2/" + B: "PASS", "3/" + B: "PASS", "2/" + PO: "PASS", "3/" + PO: "PASS"}
TWICE = ("2/" + SE, "3/" + SE)
chain("parts_share_a_man", PANELS, built(parts()), *TWICE, expect={**NO_RIVALS, "2/" + IN: "PASS", "3/" + IN: "PASS"})
chain("parts_share_a_man_in_public", PANELS, built(parts(), {1, 2, 3}), *TWICE, expect=NO_RIVALS)
chain("parts_share_a_man_in_both_forms", PANELS, built(parts(), {2}), *TWICE, expect=NO_RIVALS)
chain("parts_share_a_man_at_once", PANELS, built(parts(at_once=True)), *TWICE, expect=NO_RIVALS)
chain("parts_share_a_man_and_one_is_given_twice", PANELS, both(built(parts()), again("2", "4")), *TWICE, "4/" + SE, expect=NO_RIVALS)
chain("parts_share_nobody", PANELS, built(parts(others=True)), verified=True, expect={**NO_RIVALS, "2/" + SE: "PASS", "3/" + SE: "PASS"})
chain("parts_share_nobody_in_public", PANELS, built(parts(others=True), {1, 2, 3}), verified=True, expect={**NO_RIVALS, "2/" + SE: "PASS", "3/" + SE: "PASS"})
# A lottery alone seats nobody: what was not drawn yet shares nobody.
chain("parts_one_not_drawn", PANELS, built(parts(draws=(True, False))), verified=True, expect={**NO_RIVALS, "2/" + SE: "PASS", "3/" + SE: "PASS"})
chain("parts_none_drawn", PANELS, built(parts(draws=(False, False))), verified=True, expect={**NO_RIVALS, "2/" + SE: "PASS", "3/" + SE: "PASS"})
chain("parts_one_alone", PANELS, both(built(parts()), without("3")), verified=True, expect={"2/" + SE: "PASS"})
chain("parts_of_a_result_unreadable", PANELS, both(built(parts(others=True)), on("3", data("result.json", lambda d: d[:-9]))), "3/draw.form",
      expect={**NO_RIVALS, **unchecked("2", SE), **unchecked("3", SE)})
chain("parts_of_a_result_missing", PANELS, both(built(parts(others=True)), on("3", drop("result.json"))), "3/" + F,
      expect={**NO_RIVALS, **unchecked("2", SE), **unchecked("3", SE)})


def might_share(shares):
    """Both lotteries may draw the same men; the draws do, or do not."""
    def make():
        for word in ("wind", "tide", "rain", "snow", "hail", "sun", "fog", "dew", "ice", "heat", "mist", "gale"):
            record = phrase(P.two_panels(10), "four drums")
            men = men_for(*on_panels(record))
            made = [record, *(phrase(part_of(record, j, lambda stay: fill(stay, men)), word, draw=j + 1) for j in (1, 2))]
            if bool(set(made[1].drawn) & set(made[2].drawn)) == shares:
                return made
        raise AssertionError("no phrase draws so")
    return make


chain("parts_might_share_and_do", PANELS, built(might_share(True)), *TWICE, expect=NO_RIVALS)
chain("parts_might_share_and_do_not", PANELS, built(might_share(False)), verified=True, expect={**NO_RIVALS, "2/" + SE: "PASS", "3/" + SE: "PASS"})


def all_anew():
    """Nobody stays on panel 1 nor on panel 2, and the same three take the seats of both: one lottery, one seed text, so one result.json."""
    record = P.two_panels(9).draw("four drums")
    rules, panels = P.bare(exclude=sorted(record.drawn)), new_three[2](*on_panels(record))
    return [record, *(P.twelve(panels, rules=rules, before=record.followed("replace/%d" % j)).draw("wind") for j in (1, 2))]


chain("parts_share_a_result", PANELS, built(all_anew), *TWICE, expect={**NO_RIVALS, "2/" + IN: "PASS", "3/" + IN: "PASS"})


def two_draws():
    """Replacements on panel 1 of one draw and on panel 2 of another one may seat the same people."""
    one, two = (phrase(P.two_panels(10), said) for said in ("four drums", "five flutes"))
    man = next(m for m in men_for(*on_panels(one)) if m in men_for(*on_panels(two)))
    made = [phrase(part_of(record, j, lambda stay: of_three([*stay, man])), "wind", draw=2) for j, record in enumerate((one, two), 1)]
    return [one, made[0], two, made[1]]


chain("parts_of_two_draws", PANELS, built(two_draws), verified=True, expect={"2/" + SE: "PASS", "4/" + SE: "PASS"})
