"""The corpus of new terms."""

from changes import both, data, swap, producer as P
from chains import B, built, chain, draw_of, fill, IN, on, phrase, ROTATE, SE, UNCHECKED, unchecked


def term(rules_of, panels_of, former=True, rest_too=False):
    """chain_rotate with other rules and panels in its third record: functions of numbers in the new pool (the woman, the man, who rests, others)."""
    def make():
        (_, one), (_, two), (_, three) = P.chain_rotate()
        woman = next(n for n in three.rules["include"] if three.pool.cells(n, ["gender"]) == ["female"])
        man = next(n for n in three.rules["include"] if n != woman)
        (rests,) = three.rules["exclude"]
        others = [n for n in range(1, 11) if n not in (woman, man, rests) and three.pool.cells(n, P.FEATURES) == ["male", "30+"]]
        women = [n for n in range(1, 11) if n != woman and three.pool.cells(n, ["gender"]) == ["female"]]
        given = (woman, man, rests, others, women)
        before = two.followed("rotate", former=[one, two] if rest_too else [one] if former else [])
        panels = sorted((sorted(members), w) for members, w in panels_of(*given))
        record = P.Record(three.pool, P.ONE_AND_TWO, panels, None, 3, "id", P.FEATURES, rules=P.bare(**rules_of(*given)), before=before)
        return [one, two, phrase(record, "fish and chips", draw=3)]
    return make


both_stay = lambda woman, man, rests, others, women: {"include": sorted([woman, man])}  # noqa: E731
chain("rotate_one_who_should_rest", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]])))), "3/" + SE,
      expect={"3/" + B: "PASS", "3/" + IN: "PASS"})
chain("rotate_one_who_should_rest_in_public", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]]))), {1, 2, 3}),
      verified=True, expect={"3/" + SE: UNCHECKED})
chain("rotate_nobody_rests", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], sorted([r, others[0]])), former=False)), verified=True,
      expect={"3/" + SE: "PASS"})
chain("rotate_included_who_did_not_sit", ROTATE, built(term(lambda w, m, r, others, women: {"include": sorted([w, m, others[0]]), "exclude": [r]},
      lambda w, m, r, others, women: fill([w, m], others[:1]))), "3/" + IN, expect={"3/" + SE: "PASS"})
chain("rotate_rests_and_is_included", ROTATE, built(term(lambda w, m, r, others, women: {"include": sorted([w, m, r])},
      lambda w, m, r, others, women: fill([w, m], [r]))), "3/" + IN, expect={"3/" + SE: "PASS"})
chain("rotate_stays_perhaps", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: [([w, m, others[0]], 1), ([w, others[0], others[1]], 1)])), "3/" + SE, expect={"3/" + IN: "PASS"})
chain("rotate_all_go", ROTATE, built(term(lambda w, m, r, others, women: {"exclude": sorted([w, m, r])},
      lambda w, m, r, others, women: [([women[0], others[0], others[1]], 2)])), verified=True, expect={"3/" + SE: "PASS", "3/" + IN: "PASS"})
chain("rotate_two_rest", ROTATE, built(term(lambda w, m, r, others, women: {"include": [m], "exclude": sorted([w, r])},
      lambda w, m, r, others, women: [([women[0], m, others[0]], 1)], rest_too=True)), verified=True, expect={"3/" + SE: "PASS"})
chain("rotate_stays_perhaps_and_nobody_rests", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w]},
      lambda w, m, r, others, women: [([w, m, others[0]], 1), ([w, others[0], others[1]], 1)], former=False)), "3/" + SE, expect={"3/" + IN: "PASS"})
# Whoever leaves or rests is excluded; that the lottery has nobody of them is not enough.
chain("rotate_one_leaves_without_a_rule", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: [(sorted([w, *others[:2]]), 1)])), "3/" + SE, expect={"3/" + B: "PASS", "3/" + IN: "PASS"})
chain("rotate_one_leaves_without_a_rule_in_public", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: [(sorted([w, *others[:2]]), 1)]), {1, 2, 3}), verified=True, expect={"3/" + SE: UNCHECKED})
chain("rotate_one_leaves_without_a_rule_and_nobody_rests", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w]},
      lambda w, m, r, others, women: [(sorted([w, *others[:2]]), 1)], former=False)), "3/" + SE, expect={"3/" + B: "PASS", "3/" + IN: "PASS"})
chain("rotate_one_leaves_by_rule", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": sorted([m, r])},
      lambda w, m, r, others, women: [(sorted([w, *others[:2]]), 1)])), verified=True, expect={"3/" + SE: "PASS"})
chain("rotate_one_stays_without_a_rule", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: fill([w, m], others[:2]), former=False)), verified=True, expect={"3/" + SE: "PASS", "3/" + IN: "PASS"})
chain("rotate_one_rests_without_a_rule", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], others[:2]))), "3/" + SE,
      expect={"3/" + B: "PASS", "3/" + IN: "PASS"})
chain("rotate_rests_and_is_certain_without_a_rule", ROTATE, built(term(both_stay, lambda w, m, r, others, women: fill([w, m], [r]))), "3/" + SE, expect={"3/" + IN: "PASS"})
chain("rotate_stays_without_a_rule_though_he_should_rest", ROTATE, built(term(lambda w, m, r, others, women: {"include": [w], "exclude": [r]},
      lambda w, m, r, others, women: fill([w, m], others[:2]), rest_too=True)), "3/" + SE, expect={"3/" + IN: "PASS"})
chain("pool_unreadable_before_a_rotation", ROTATE, on("2", swap("pool.csv", "Lou", "L\0ou")), "2/pool.form", expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})
chain("pool_unreadable_of_a_former", ROTATE, on("1", swap("pool.csv", "Lou", "L\0ou")), "1/pool.form", expect={**unchecked("3", SE), "3/" + IN: "PASS", "3/" + B: "PASS"})
chain("pool_unreadable_of_a_rotation", ROTATE, on("3", swap("pool.csv", "Zoe", "Z\0oe")), "3/pool.form", expect={**unchecked("3", SE, IN), "3/" + B: "PASS"})


# Rows that are numbered: nobody can be known again.
def trio(pool, at):
    """A woman and two old men; no two of these groups share anybody."""
    women, men = ([n for n in range(1, 13) if pool.cells(n, columns) == held] for columns, held in ((["gender"], ["female"]), (P.FEATURES, ["male", "30+"])))
    return sorted([women[at], *men[2 * at:2 * at + 2]])


def numbered(*which):
    """A former draw, the earlier one, and a new term in which all are new; those of the three that are named have no column of identifiers."""
    def make():
        pools = [P.Pool([row[1:] for row in P.TWELVE], None) if at in which else P.Pool(P.TWELVE, "id") for at in (1, 2, 3)]
        columns = [None if at in which else "id" for at in (1, 2, 3)]
        former, earlier = (draw_of(trio(pool, at), pool=pool.lines, id_column=column) for at, pool, column in zip((0, 1), pools, columns))
        before = earlier.followed("rotate", former=[former])
        exclude = sorted([*trio(pools[2], 0), *trio(pools[2], 1)])
        new = P.Record(pools[2], P.ONE_AND_TWO, [(trio(pools[2], 2), 1)], None, 3, columns[2], P.FEATURES, rules=P.bare(exclude=exclude), before=before)
        return [former, earlier, phrase(new, "fish and chips")]
    return make


for name, which in (("nowhere", ()), ("here", (3,)), ("in_the_earlier", (2,)), ("in_a_former", (1,)), ("everywhere", (1, 2, 3))):
    chain("rotate_rows_numbered_" + name, ROTATE, built(numbered(*which)), *["3/" + B][:len(which)], verified=not which, expect={"3/" + SE: "PASS", "3/" + IN: "PASS"})
chain("rotate_rows_numbered_here_in_public", ROTATE, built(numbered(3), {1, 2, 3}), verified=True, expect={"3/" + B: "PASS"})
chain("rotate_rows_numbered_in_the_earlier_in_public", ROTATE, built(numbered(2), {2}), expect={"3/" + B: "PASS", **unchecked("3", SE)})
chain("rotate_rows_numbered_in_a_former_in_public", ROTATE, built(numbered(1), {1}), expect={"3/" + B: "PASS", **unchecked("3", SE)})
chain("rotate_rows_numbered_in_the_earlier_unreadable", ROTATE, both(built(numbered(2)), on("2", data("setup.json", lambda d: d[:-9]))), "2/setup.form", expect={"3/" + B: "PASS"})
