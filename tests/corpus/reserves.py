"""The corpus of records of alternates, and of those who were called in from them."""

from changes import both, data, drop, F, js, mend, nothing, PREFIX, put, swap, producer as P
from chains import (
    after, B, built, chain, fill, first, free_men, IN, of_three, on, one_known, phrase, PO, quotas_of, REPLACED, SE, some_old, step
)
from follow import OTHER_NAME


def alternates(rules_of=None, step="alternates"):
    """Alternates among whom somebody sits, or is included."""
    def make():
        record, _, _ = first()
        rules, panels = rules_of(record.drawn)
        return [record, phrase(P.twelve(panels, rules=P.bare(**rules), before=record.followed(step)), "wind", draw=2)]
    return make


def who(drawn):
    """A woman and two old men who do not sit."""
    woman = next(w for w in P.WOMEN if w not in drawn)
    return [woman, *[m for m in P.MEN if m not in drawn and m not in P.YOUNG_MEN][:2]]

seated = lambda drawn: [*[n for n in who(drawn) if n in P.WOMEN], who(drawn)[1], next(m for m in drawn if m in P.MEN and m not in P.YOUNG_MEN)]  # noqa: E731
chain("alternates_fit", REPLACED, built(alternates(lambda d: ({"exclude": d}, of_three(who(d))))), verified=True, expect={"2/" + SE: "PASS"})
chain("alternates_one_who_sits", REPLACED, built(alternates(lambda d: ({}, of_three(seated(d))))), "2/" + SE, expect={"2/" + IN: "PASS"})
chain("alternates_one_who_sits_in_public", REPLACED, built(alternates(lambda d: ({}, of_three(seated(d)))), {1, 2}), "2/" + SE)
chain("alternates_included", REPLACED, built(alternates(lambda d: ({"exclude": d, "include": [who(d)[1]]}, of_three(who(d))))), "2/" + IN, expect={"2/" + SE: "PASS"})
chain("alternates_of_no_panel", REPLACED, built(alternates(lambda d: ({"exclude": d}, of_three(who(d))), "alternates/1")), "2/" + B, expect={"2/" + SE: "PASS"})


def called_in(alternates_of):
    """A stranger is called in who is on the panel of another record, which is named as alternates."""
    def make():
        record, stay, gone = first()
        called = some_old(stay, gone)[1]
        other = alternates_of(record, called, stay, gone)
        rules = {"exclude": [gone], "include": sorted([*stay, called])}
        return [record, other, phrase(after(record, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"])), "wind", draw=3)]
    return make


def panel_with(called, stay, pool=P.TWELVE, **more):
    woman, man = next(w for w in P.WOMEN if w not in stay), next(m for m in P.MEN if m not in stay and m != called and m not in P.YOUNG_MEN)
    return P.Record(P.Pool(pool, "id"), P.ONE_AND_TWO, of_three([woman, called, man]), None, 3, "id", P.FEATURES, **more)


right_alternates = lambda record, called, stay, gone: phrase(panel_with(called, stay, rules=P.bare(exclude=record.drawn), before=record.followed("alternates")), "b")  # noqa: E731
chain("called_in", REPLACED, built(called_in(right_alternates)), verified=True, expect={"3/" + IN: "PASS", "3/" + PO: "PASS"})
chain("called_in_from_a_draw", REPLACED, built(called_in(lambda record, called, stay, gone: phrase(panel_with(called, stay), "b"))), "3/" + B, expect={"3/" + PO: "PASS", "3/" + IN: "PASS"})


def foreign_alternates(record, called, stay, gone):
    """Alternates of another draw, from another pool, where the number is somebody else's."""
    base = phrase(P.Record(P.Pool(OTHER_NAME, "id"), P.ONE_AND_TWO, P.one_panel(False).panels, None, 3, "id", P.FEATURES), "rain on the roof")
    return phrase(panel_with(called, stay, OTHER_NAME, before=base.followed("alternates")), "b")


chain("called_in_from_another_pool", REPLACED, built(called_in(foreign_alternates)), "3/" + B, expect={"3/" + PO: "PASS", "3/" + IN: "PASS"})


def alternates_of_alternates():
    """Whoever is an alternate is taken for a panel: a replacement after a record of alternates."""
    record, other, _ = called_in(right_alternates)()
    stay, gone = P.man_drops_out(other.drawn)
    return [record, other, phrase(P.replaced(other, "replace", stay, [gone]), "wind", draw=3)]


chain("before_alternates", REPLACED, built(alternates_of_alternates), "3/" + B, expect={"3/" + PO: "PASS", "3/" + SE: "PASS", "3/" + IN: "PASS"})


def called_in_later(first_of):
    """After two replacements, somebody is called in from alternates for the panel that `first_of` gives, of [first, second, third]."""
    def make():
        record, stay, gone = first()
        second = phrase(P.replaced(record, "replace", stay, [gone]), "a", draw=2)
        stay, gone_too = P.man_drops_out(second.drawn)
        third = phrase(P.replaced(second, "replace", stay, [gone, gone_too]), "b", draw=3)
        called = some_old(third.drawn, gone)[1]
        seated = sorted({*record.drawn, *second.drawn, *third.drawn})
        of = first_of([record, second, third])
        other = phrase(P.Record(P.Pool(P.TWELVE, "id"), P.ONE_AND_TWO, of_three([next(w for w in P.WOMEN if w not in seated), called, next(
            m for m in some_old(seated, gone) if m != called)]), None, 3, "id", P.FEATURES, rules=P.bare(exclude=seated), before=of.followed("alternates")), "c", draw=4)
        stay, gone_last = P.man_drops_out(third.drawn)
        rules = {"exclude": sorted([gone, gone_too, gone_last]), "include": sorted([*stay, called])}
        last = after(third, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"]))
        return [record, second, third, other, phrase(last, "d", draw=5)]
    return make


chain("called_in_from_the_same", REPLACED, built(called_in_later(lambda held: held[2])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})
chain("called_in_from_the_one_before", REPLACED, built(called_in_later(lambda held: held[1])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})
chain("called_in_from_the_first", REPLACED, built(called_in_later(lambda held: held[0])), verified=True, expect={"5/" + B: "PASS", "5/" + IN: "PASS"})


def not_an_alternate():
    """The record of alternates is there, and the one called in is not among them."""
    made = called_in(right_alternates)()
    record, other, _ = made
    stay, gone = P.man_drops_out(record.drawn)
    called = next(m for m in some_old(stay, gone) if m not in other.drawn)
    rules = {"exclude": [gone], "include": sorted([*stay, called])}
    return [record, other, phrase(after(record, [(sorted([*stay, called]), 5)], rules, alternates=P.sha(other.files["result.json"])), "wind", draw=3)]


chain("called_in_who_is_no_alternate", REPLACED, built(not_an_alternate), "3/" + IN, expect={"3/" + B: "PASS"})


def last_member(sits):
    """Member 12 sits, or is drawn as an alternate."""
    def make():
        record = phrase(P.twelve([([2, 3, 12 if sits else 11], 5)]), "rain on the roof")
        panels = [([5, 6, 12], 5)]
        return [record, phrase(P.twelve(panels, before=record.followed("alternates")), "wind", draw=2)]
    return make


chain("alternates_the_last_member_sits", REPLACED, built(last_member(True)), "2/" + SE)
chain("alternates_the_last_member", REPLACED, built(last_member(False)), verified=True, expect={"2/draw.alternates": "PASS"})


def panel_as_alternates():
    """The panel that is followed is itself named as the record of alternates."""
    record, stay, gone = first()
    second = phrase(P.replaced(record, "replace", stay, [gone]), "a", draw=2)
    stay, gone_too = P.man_drops_out(second.drawn)
    rules = {"exclude": sorted([gone, gone_too]), "include": sorted(stay)}
    return [record, second, phrase(after(second, fill(stay, free_men(*stay, gone, gone_too)), rules, alternates=P.sha(second.files["result.json"])), "b", draw=3)]


chain("called_in_from_the_panel", REPLACED, built(panel_as_alternates), "3/" + B, expect={"3/" + IN: "PASS", "3/" + SE: "PASS"})


# --- alternates.json: nothing is computed from it, but its form is checked -------------------------------------------------------------------------


def at_once(folder):
    """Alternates drawn at once: no hash but that in setup.json binds alternates.json."""
    def make():
        record, _, _ = first()
        return [record, P.alternates_after(record, "alternates", record.drawn).draw("wind")]
    built(make)(folder)


AF = "alternates.form"


def form(name, change, *failing):
    chain("alternates_form_" + name, REPLACED, both(at_once, on("2", change, mend)), *failing, verified=not failing, expect={"2/files.hashes": "PASS", "2/" + SE: "PASS"})


def asked_for(name, change, good=False):
    form(name, js("alternates.json", change), *([] if good else ["2/" + AF]))


asked_for("as_it_is", nothing, good=True)
for key in P.asked_for(3, 9, ""):
    asked_for("without_" + key, lambda value, key=key: value.pop(key))
asked_for("without_format", lambda value: value.pop("format"))
asked_for("empty", lambda value: value.clear())
asked_for("another_key", put("note", ""))
asked_for("another_format", put("format", "klero/alternates/2"))
asked_for("of_a_rehearsal", put("format", "klero/rehearsal/alternates/1"))
for name, count in (("too_few", 2), ("too_many", 4), ("none", 0), ("null", None), ("as_text", "3"), ("true", True)):
    asked_for("alternates_" + name, put("alternates", count))
asked_for("other_contents", lambda value: value.update(dict.fromkeys(P.asked_for(3, 9, ""), "x"), alternates=3), good=True)
form("a_list", data("alternates.json", lambda d: b"[]\n"), "2/" + AF)
form("no_json", data("alternates.json", lambda d: d[:-9]), "2/" + AF)
form("doubled_key", swap("alternates.json", '"alternates": 3', '"alternates": 3, "alternates": 3'), "2/" + AF)
form("a_decimal", swap("alternates.json", '"panel": 3', '"panel": 3.0'), "2/" + AF)
form("respaced", data("alternates.json", lambda d: b" " + d))


def certain_one(folder):
    """One alternate, and `true` for their number."""
    built(lambda: [one_known(), step(one_known(), "alternates", [9], quotas=quotas_of(0, 1), exclude=[2, 5, 10]).draw("wind")])(folder)
    on("2", js("alternates.json", put("alternates", True)), mend)(folder)


chain("alternates_form_true_for_one", REPLACED, certain_one, "2/" + AF, expect={"2/files.hashes": "PASS"})
chain("alternates_form_of_a_rehearsal_as_if_real", "chain_rehearsal", on("3", swap(PREFIX + "alternates.json", "klero/rehearsal/", "klero/"), mend), "3/" + AF)
chain("alternates_form_missing", REPLACED, both(at_once, on("2", drop("alternates.json"))), "2/" + F, expect={"2/" + AF: "NOT CHECKED"})
chain("alternates_form_without_a_setup", "chain_alternates", on("2", data("setup.json", lambda d: d[:-9])), "2/setup.form", expect={"2/" + AF: "NOT CHECKED"})
chain("alternates_form_wrong_without_a_setup", "chain_alternates", on("2", data("setup.json", lambda d: d[:-9]), js("alternates.json", put("note", ""))), "2/setup.form", "2/" + AF)
chain("alternates_form_in_public", "public_chain_alternates", nothing, verified=True, expect={"2/" + AF: "NOT CHECKED", "1/" + AF: None, "3/" + AF: None})
