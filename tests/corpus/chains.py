"""The tools of the corpus for records that follow others, in whose expectations checks are named <folder>/<check>.

A chain is a folder whose folders are records: they are given together, sorted by their names. Where one record of a chain is wrong in itself it is tampered with as in `changes.py`; where the
records do not fit each other, they are made anew by the producer of the vectors, so that each record is sound and only a check of the chain can notice.
"""

import os
import shutil

from changes import both, drop, js, put, tamper, VECTORS, write, producer as P

DAY = "2024-05-02T10:00:00Z"


def on(record, *changes):
    """Changes of one record of a chain."""
    return lambda folder: both(*changes)(os.path.join(folder, record))


def without(*records):
    return lambda folder: [shutil.rmtree(os.path.join(folder, record)) for record in records]


def renamed(old, new):
    return lambda folder: os.rename(os.path.join(folder, old), os.path.join(folder, new))


def again(old, new):
    return lambda folder: shutil.copytree(os.path.join(folder, old), os.path.join(folder, new))


def from_vector(vector, record):
    return lambda folder: shutil.copytree(os.path.join(VECTORS, vector), os.path.join(folder, record))


STRANGER = from_vector("solved", "0")  # a record that has nothing to do with the others


def built(make, public=()):
    """The folder holds these records of the producer instead, numbered from 1; those with the numbers in `public` in public form."""
    def change(folder):
        for record in os.listdir(folder):
            shutil.rmtree(os.path.join(folder, record))
        for at, record in enumerate(make(), 1):
            os.mkdir(os.path.join(folder, str(at)))
            for name, bytes_ in record.written(public=at in public).items():
                write(os.path.join(folder, str(at)), name, bytes_)
    return change


def published(folder):
    """What the public form leaves out is gone."""
    drop(*(name for name in os.listdir(folder) if name in P.PERSONAL))(folder)


def chain(name, base, change, *failing, **other):
    tamper(name, base, change, *failing, chain=True, **other)

B, PO, SE, IN, RU, T = "chain.before", "chain.pool", "chain.seats", "chain.included", "chain.rules", "chain.time"
UNCHECKED = "NOT CHECKED"


def unchecked(record, *checks):
    return {"%s/%s" % (record, check): UNCHECKED for check in checks}


def setup_of(record, *keys_and_value):
    return on(record, js("setup.json", put(*keys_and_value)))

def phrase(record, said, names=("name",), **more):
    return record.commit("phrase", DAY, list(names), **more).draw(said)


def first():
    """A draw of one woman and two men, and the old man and the woman who stay, and the man who drops out."""
    record = phrase(P.one_panel(False), "rain on the roof")
    stay, gone = P.man_drops_out(record.drawn)
    return record, stay, gone


def free_men(*taken):
    return [m for m in P.MEN if m not in taken]


def after(before, panels, rules, said="wind", **named):
    """A record of the same pool that replaces after `before`, with these panels."""
    return P.twelve(sorted((sorted(members), w) for members, w in panels), rules=P.bare(**rules), before={**before.followed("replace"), **named})


def with_chance(members_of, rules_of, **named):
    """A chain of two, the second with panels and rules made from (stay, gone)."""
    def make():
        record, stay, gone = first()
        return [record, phrase(after(record, members_of(stay, gone), rules_of(stay, gone), **named), "wind", draw=2)]
    return make


fill = lambda stay, men: [(sorted([*stay, m]), 1) for m in men]  # noqa: E731
some_old = lambda stay, gone: [m for m in free_men(*stay, gone) if m not in P.YOUNG_MEN]  # noqa: E731
REPLACED, PANELS, ROTATE = "chain_replace", "chain_panels", "chain_rotate"  # the base does not matter where a chain is built

of_three = lambda members: [(sorted(members), 4)]  # noqa: E731

def stay_of(on_):
    return P.man_drops_out(on_)[0]


def men_for(one, two, *taken):
    return [m for m in P.MEN if m not in [*one, *two, *taken] and m not in P.YOUNG_MEN]

def on_panels(record):
    """Who sits on panel 1, and who on panel 2."""
    number = P.json.loads(record.files["result.json"])["draw"]["panel"]["number"]
    return [[m for m, seat in zip(record.drawn, record.split[number - 1]) if seat == j] for j in (1, 2)]


# Lotteries of which everything is chosen: who sits is known before.
def draw_of(*panels, split=None, pool=P.TWELVE, quotas=P.ONE_AND_TWO, said="rain on the roof", id_column="id", **rules):
    """A first draw from a lottery with one ticket for each of these panels."""
    held = sorted((sorted(members), 1) for members in panels)
    return phrase(P.Record(P.Pool(pool, id_column), quotas, held, None, len(panels[0]), id_column, P.FEATURES, rules=P.bare(**rules), split=split), said)


def step(before, named, *panels, quotas=P.ONE_AND_TWO, alternates=None, former=(), **rules):
    """A record from the pool of `before` that follows it, with one ticket for each of these panels. Nothing is drawn yet. Rules on households and groups apart that are not given are those of `before`."""
    stay = {key: before.rules[key] for key in ("apart", "household_columns", "household_limit")}
    held = sorted((sorted(members), 1) for members in panels)
    return P.Record(before.pool, quotas, held, None, len(panels[0]), "id", P.FEATURES, rules=P.bare(**{**stay, **rules}), before=before.followed(named, alternates, former))


def quotas_of(women, men):
    """As `ONE_AND_TWO`, for another size."""
    return [P.ONE_AND_TWO[0], ["gender", "female", str(women), str(women)], ["gender", "male", str(men), str(men)], ["age", "16-29", "0", "2"], ["age", "30+", "1", "6"],
            P.ONE_AND_TWO[5]]


def housed(*houses):
    """The pool of twelve, with a column that says who lives together: lists of member numbers."""
    street = {number: "Mill Lane %d" % at for at, house in enumerate(houses, 1) for number in house}
    number = {row[0]: int(row[0][1:]) + (9 if row[0][0] == "w" else 0) for row in P.TWELVE[1:]}
    return [P.TWELVE[0] + ["street"]] + [row + [street.get(number[row[0]], "")] for row in P.TWELVE[1:]]


SPLIT = [1, 2, 1, 2, 1, 2]
ONE, TWO = [2, 5, 10], [3, 6, 11]


def two_known(pool=P.TWELVE, **rules):
    """Two panels drawn together: `ONE` and `TWO`. Of the men 1, 4 and 7 (young), 8 and 9 are free, and the woman 12."""
    return draw_of([*ONE, *TWO], split=[SPLIT], pool=pool, **rules)


def one_known(pool=P.TWELVE, **rules):
    """One panel: `ONE`."""
    return draw_of(ONE, pool=pool, **rules)
