"""The corpus of when a record that follows others was committed to: after the rounds that they were drawn from, and to a later one."""

from changes import both, data, producer as P
from chains import B, built, chain, on, phrase, REPLACED, SE, step, T, UNCHECKED, without


def comes(number, later=0):
    """When a round comes, or so many seconds later."""
    since_noon = 1692803367 + 3 * (number - 1) + later - 1692792000  # noon of 23 August 2023
    days, seconds = divmod(since_noon + 12 * 3600, 24 * 3600)
    day = 23 + days
    return "2023-%02d-%02dT%02d:%02d:%02dZ" % (8 if day <= 31 else 9, day if day <= 31 else day - 31, seconds // 3600, seconds // 60 % 60, seconds % 60)


NOON = "2023-08-23T12:00:00Z"  # before all rounds


def beacon(record, number, published):
    return record.commit("beacon drand:quicknet %d" % number, published, ["name"]).draw()


def drawn(record, number, published, said="rain"):
    """From this round, or, where there is none, from a phrase."""
    return beacon(record, number, published) if number else phrase(record, said)


def first_draw():
    return P.twelve([([2, 5, 10], 1)])


def replacement(one, alternates=None):
    return step(one, "replace", [2, 8, 10], exclude=[5], include=[2, 10], alternates=alternates)


def rounds(earlier, later, published):
    """A draw, and a replacement that is committed to another round at that time."""
    def make():
        one = drawn(first_draw(), earlier, NOON)
        return [one, beacon(replacement(one), later, published)]
    return make


def time(name, make, of="2", good=False, public=(1, 2)):
    """The round or the time is wrong, or neither, in full form and in public form; all else is right."""
    failing = [] if good else ["%s/%s" % (of, T)]
    expect = {"%s/%s" % (of, check): "PASS" for check in (B, SE, "commit.time", *([T] if good else []))}
    chain("time_" + name, REPLACED, built(make), *failing, verified=good, expect=expect)
    if public:
        chain("time_%s_in_public" % name, REPLACED, built(make, set(public)), *failing, verified=good, expect=expect)


time("later", rounds(123, 1000, comes(123, 60)), good=True)
time("the_same", rounds(1000, 1000, NOON))
time("earlier", rounds(657413, 1000, NOON))
time("earlier_of_two", rounds(1000, 123, NOON))
time("published_long_before_the_round", rounds(123, 1000, NOON))
time("published_just_before_the_round", rounds(123, 1000, comes(123, -1)))
time("published_when_the_round_comes", rounds(123, 1000, comes(123)), good=True)
time("published_just_before_a_later_round", rounds(1000, 657413, comes(1000, -1)))
time("published_when_a_later_round_comes", rounds(1000, 657413, comes(1000)), good=True)
chain("time_earlier_though_published_after_both", REPLACED, built(rounds(1000, 123, comes(1000))), "2/commit.time", "2/" + T)
time("after_a_phrase", rounds(None, 123, NOON), good=True)


def after_a_draw_at_once():
    one = first_draw().draw("rain")
    return [one, beacon(replacement(one), 123, NOON)]


def of_a_phrase():
    one = beacon(first_draw(), 657413, NOON)
    return [one, phrase(replacement(one), "wind")]


time("after_a_draw_at_once", after_a_draw_at_once, good=True, public=())
chain("time_of_a_phrase", REPLACED, built(of_a_phrase), verified=True, expect={"2/" + T: None})

# --- The line, and other records named -----------------------------------------------------------------------------------------------------------


def in_line(first, second, third, published):
    """Two replacements one after the other."""
    def make():
        one = drawn(first_draw(), first, NOON)
        two = drawn(replacement(one), second, comes(first) if first else NOON, "wind")
        return [one, two, beacon(step(two, "replace", [2, 9, 10], exclude=[5, 8], include=[2, 10]), third, published)]
    return make


EVERY = (1, 2, 3)
time("of_the_line", in_line(123, 1000, 657413, comes(1000)), "3", True, EVERY)
time("of_the_line_and_a_phrase_between", in_line(123, None, 1000, comes(123)), "3", True, EVERY)
time("of_the_line_and_a_phrase_between_earlier", in_line(1000, None, 123, NOON), "3", False, EVERY)
time("of_the_line_and_a_phrase_between_published_before", in_line(1000, None, 657413, comes(1000, -1)), "3", False, EVERY)
time("of_the_line_and_a_phrase_first", in_line(None, 1000, 657413, comes(1000)), "3", True, EVERY)
chain("time_of_the_line_without_the_first", REPLACED, both(built(in_line(1000, None, 123, NOON)), without("1")), expect={"3/" + T: "PASS", "3/" + B: "PASS", "2/" + B: UNCHECKED})
chain("time_of_the_line_without_the_earlier", REPLACED, both(built(in_line(1000, None, 123, NOON)), without("2")), expect={"3/" + T: UNCHECKED})


def called_in(of_draw, of_list, of_call, published, called=True):
    """A list of alternates, and a replacement that names it, or none."""
    def make():
        one = drawn(first_draw(), of_draw, NOON)
        held = drawn(step(one, "alternates", [1, 8, 12], [4, 9, 12], exclude=[2, 5, 10]), of_list, comes(of_draw) if of_draw else NOON, "hail")
        return [one, held, beacon(replacement(one, held if called else None), of_call, published)]
    return make


time("of_alternates", called_in(None, 123, 1000, comes(123)), "3", True, EVERY)
time("of_alternates_later", called_in(None, 1000, 123, NOON), "3", False, ())
time("of_alternates_the_same", called_in(None, 123, 123, NOON), "3", False, ())
time("of_alternates_published_before", called_in(None, 123, 1000, comes(123, -1)), "3", False, ())
time("of_alternates_later_than_the_draw", called_in(123, 657413, 1000, comes(123)), "3", False, ())
time("of_alternates_that_are_not_named", called_in(123, 657413, 1000, comes(123), called=False), "3", True, EVERY)
# The public form does not name the alternates.
chain("time_of_alternates_later_in_public", REPLACED, built(called_in(None, 1000, 123, NOON), {1, 2, 3}), verified=True, expect={"3/" + T: "PASS"})
chain("time_of_alternates_later_in_both_forms", REPLACED, built(called_in(None, 1000, 123, NOON), {2}), "3/" + T)


def list_after(first, second, published):
    """Alternates for a panel that is drawn from a beacon."""
    def make():
        one = drawn(first_draw(), first, NOON)
        return [one, beacon(step(one, "alternates", [1, 8, 12], [4, 9, 11], exclude=[2, 5, 10]), second, published)]
    return make


time("of_a_list", list_after(123, 1000, comes(123)), good=True)
time("of_a_list_published_before", list_after(123, 1000, comes(123, -1)))
time("of_a_list_earlier", list_after(1000, 123, NOON))


def new_term(former, earlier, term, published, rests=True):
    """A draw, a replacement, and a new term; where members rest, it names the draw, too."""
    def make():
        one = drawn(first_draw(), former, NOON)
        two = drawn(replacement(one), earlier, comes(former) if former else NOON, "wind")
        return [one, two, beacon(step(two, "rotate", [2, 9, 10], exclude=[5, 8], include=[2, 10], former=[one] if rests else []), term, published)]
    return make


def of_a_term(name, make, good=False):
    chain("time_of_a_term_" + name, REPLACED, built(make), *([] if good else ["3/" + T]), verified=good,
          expect={"3/" + check: "PASS" for check in (B, SE, *([T] if good else []))})


of_a_term("after_all", new_term(123, 1000, 657413, comes(1000)), True)
of_a_term("after_a_former", new_term(123, None, 1000, comes(123)), True)
of_a_term("after_the_earlier", new_term(None, 1000, 657413, comes(1000)), True)
of_a_term("before_a_former", new_term(1000, None, 123, NOON))
of_a_term("published_before_a_former", new_term(123, None, 1000, comes(123, -1)))
of_a_term("published_before_the_earlier", new_term(None, 1000, 657413, comes(1000, -1)))
of_a_term("before_one_that_it_does_not_name", new_term(1000, None, 123, NOON, rests=False), True)

# --- Files that cannot be used -----------------------------------------------------------------------------------------------------------------------

torn = data("commit.txt", lambda d: d[:-1])
chain("time_of_an_unreadable_commitment", "chain_replace", on("1", torn), "1/commit.form", expect={"2/" + T: UNCHECKED, "2/" + B: "PASS"})
chain("time_of_an_unreadable_commitment_first", REPLACED, both(built(in_line(123, 1000, 657413, comes(1000))), on("1", torn)), "1/commit.form", expect={"2/" + T: UNCHECKED, "3/" + T: UNCHECKED})
chain("time_of_an_unreadable_commitment_between_and_an_earlier_round", REPLACED, both(built(in_line(1000, 657413, 123, NOON)), on("2", torn)), "2/commit.form", "3/" + T)
chain("time_of_an_unreadable_commitment_of_alternates", REPLACED, both(built(called_in(None, 123, 1000, comes(123))), on("2", torn)), "2/commit.form", expect={"3/" + T: UNCHECKED, "3/" + B: "PASS"})
chain("time_of_an_unreadable_commitment_of_its_own", REPLACED, both(built(in_line(123, 1000, 657413, comes(1000))), on("3", torn)), "3/commit.form", expect={"3/" + T: UNCHECKED, "3/" + B: "PASS"})
