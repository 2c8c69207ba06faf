"""The corpus of what verdicts say in brackets of lotteries whose chances are not the fairest, since they have few tickets."""

from changes import both, producer as P
from chains import built, chain, phrase, REPLACED, STRANGER
from together import AT_ONCE, LOTTERY, MARK

# Two people, of whom one sits; each should with 1/2.
TWO = [["id", "name", "gender", "age"], ["a", "Ann", "female", "30+"], ["b", "Bob", "male", "30+"]]
QUOTAS = [["feature", "value", "min", "max"], ["age", "30+", "1", "1"]]
HALF = {"cuts": [], "format": "klero/certificate/1", "objective": "leximin", "stages": [{"multipliers": {"size": "1"}, "types": [1], "value": "1/2"}], "types": 1}


def coin(*tickets, **more):
    """A lottery that gives the two so many tickets."""
    panels = [([number], held) for number, held in enumerate(tickets, 1) if held]
    return P.Record(P.Pool(TWO, "id"), QUOTAS, panels, HALF, 1, "id", ["age"], **more)


def far(x):
    return "chances are up to %s percentage points from the fairest" % x


def by_phrase(record):
    return phrase(record, "rain")


def said(name, tickets, *notes, made=by_phrase, **more):
    verdict = "VERIFIED" + (" (%s)" % "; ".join(notes) if notes else "")
    chain("fairness_" + name, REPLACED, both(built(lambda: [made(coin(*tickets, **more))]), STRANGER), verified=True, verdicts={"1": verdict}, expect={"1/certificate.gap": "PASS"})


said("half_each", (1, 1))
said("a_millionth", (500001, 499999))
said("two_millionths", (500002, 499998), far("0.1"))
said("the_least_more_than_a_millionth", (2250004, 2249995), far("0.1"))
said("the_most_less_than_a_millionth", (2250004, 2249996))
said("a_thousandth", (501, 499), far("0.1"))
said("two_thousandths", (502, 498), far("0.2"))
said("a_tenth", (6, 4), far("10.0"))
said("a_sixth", (2, 1), far("16.7"))
said("one_ticket", (1, 0), far("50.0"))
said("one_ticket_for_the_other", (0, 1), far("50.0"))
said("at_once", (2, 1), AT_ONCE, far("16.7"), made=lambda record: record.draw("rain"))
said("nothing_drawn", (2, 1), LOTTERY, far("16.7"), made=lambda record: record)
said("of_a_rehearsal", (2, 1), MARK, far("16.7"), rehearsal=True)
chain("fairness_in_public", REPLACED, both(built(lambda: [by_phrase(coin(2, 1))], {1}), STRANGER), verified=True, verdicts={"1": "VERIFIED (public form; 13 checks need the full record)"})
# A certificate of another lottery: no note, since the check fails.
chain("fairness_too_far", REPLACED, both(built(lambda: [by_phrase(coin(600001, 399999))]), STRANGER), "1/certificate.gap", verdicts={"1": "NOT VERIFIED"})


# One man drops out of a panel, and seven may come, each with 1/7; but one ticket draws one of them for certain.
WIDER = P.ONE_AND_TWO[:3] + [["age", "16-29", "0", "3"]] + P.ONE_AND_TWO[4:]


def one_ticket(quotas=P.ONE_AND_TWO):
    def make():
        one = phrase(P.one_panel(), "rain on the roof")
        stay, gone = P.man_drops_out(one.drawn)
        rules = P.bare(exclude=[gone], include=sorted(stay))
        new = next(man for man in P.MEN if man not in one.drawn and man not in P.YOUNG_MEN)
        two = P.Record(P.Pool(P.TWELVE, "id"), quotas, [(sorted([*stay, new]), 1)], P.replaced_certificate(rules, 7), 3, "id", P.FEATURES, rules=rules, before=one.followed("replace"))
        return [one, phrase(two, "wind")]
    return make


FAR = far("85.8")
chain("fairness_of_a_replacement", REPLACED, built(one_ticket()), verified=True, verdicts={"1": "VERIFIED", "2": "VERIFIED (%s)" % FAR}, last="VERIFIED TOGETHER (%s)" % FAR)
chain("fairness_of_a_replacement_with_other_quotas", REPLACED, built(one_ticket(WIDER)), verified=True, verdicts={"2": "VERIFIED (%s; other quotas than before)" % FAR})
chain("fairness_of_a_replacement_in_public", REPLACED, built(one_ticket(), {1, 2}), verified=True, verdicts={"2": "VERIFIED (public form; 16 checks need the full record)"})


def of_a_solvers_word():
    """The fairest is 1/2 for each, by a stage that uses a cut of which only the solver's word stands."""
    cut = {"most": "1", "proof": "solver", "weights": {"1": "1"}}
    stage = {"multipliers": {"cut 1": "1"}, "types": [1], "value": "1/2"}
    record = P.Record(P.Pool(TWO, "id"), QUOTAS, [([1], 2), ([2], 1)], {**HALF, "cuts": [cut], "stages": [stage]}, 1, "id", ["age"])
    return [by_phrase(record)]


chain("fairness_of_a_solvers_word", REPLACED, both(built(of_a_solvers_word), STRANGER), expect={"1/certificate.gap": "PASS", "1/certificate.cuts": "NOT CHECKED"},
      verdicts={"1": "VERIFIED (%s), EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD" % far("16.7")})
