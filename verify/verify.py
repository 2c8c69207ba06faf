#!/usr/bin/env python3
"""Checks the record of a draw, as docs/record.md describes it (format 2), with nothing but Python's standard library.

    python3 verify.py [--json] [--receipt FILE] DIR...

DIR is the record: a folder with commit.txt, lottery.json and so on. Every check is printed with PASS, FAIL or NOT CHECKED, then what
no check can show, and on the last line the verdict. Exit code: 0 verified, 1 not verified, 2 the folder cannot be read.

A record that follows another one (somebody dropped out, a term ended) is checked together with it: give both folders, in any order. Then
each record has its checks and its verdict, and the last line of all is VERIFIED TOGETHER or NOT VERIFIED TOGETHER, with what the single
verdicts say in brackets. A receipt is checked with the record whose commitment it names.

One thing this script cannot do: check the signature of a beacon, which needs arithmetic on elliptic curves. That check is NOT CHECKED
here, so that a draw from a beacon is never VERIFIED by this script alone; compare the round with what drand publishes, or use one
of the two other programs that record.md names.

How to read it, from top to bottom: files, JSON, text and CSV; the pool and its quotas; member types and the certificate; hashes and the
ticket; commit.txt, and what a record says of the one that it follows; how the records given hang together; then the checks, in the order of
record.md, section "What verification checks"; last the verdict. Comments in square brackets name
the section of record.md (or of another page of docs) that the lines below them implement.
"""

import hashlib
import hmac
import json
import os
import re
import stat
import sys
import unicodedata
from fractions import Fraction

if hasattr(sys, "set_int_max_str_digits"):  # numbers of a certificate may have 20000 digits
    sys.set_int_max_str_digits(0)

MIB = 1024 * 1024
HELD_AT_MOST = 256 * MIB  # larger files than this are hashed, but not read by this script
BELOW = 2**53  # [top] "Numbers are whole numbers below 2^53"

# [top] The table: name -> (personal, at most so many bytes).
TABLE = {
    "quotas.csv": (False, 2048 * MIB),
    "pool.csv": (True, 2048 * MIB),
    "setup.json": (True, 64 * MIB),
    "probabilities.csv": (True, 2048 * MIB),
    "lottery.json": (False, 8192 * MIB),
    "certificate.json": (True, 2048 * MIB),
    "settings.toml": (True, MIB),
    "split.json": (False, 2048 * MIB),
    "alternates.json": (True, 64 * MIB),
    "keys.json": (True, MIB),
    "pool.leaves": (False, 2048 * MIB),
    "commit.txt": (False, MIB),
    "beacon.json": (False, MIB),
    "result.json": (False, MIB),
    "selected.csv": (True, 2048 * MIB),
    "remaining.csv": (True, 2048 * MIB),
    "panels.csv": (True, 2048 * MIB),
    "new.csv": (True, 2048 * MIB),
    "alternates.csv": (True, 2048 * MIB),
}
REHEARSAL, MARK = "REHEARSAL", "REHEARSAL, NOT THE DRAW"  # [Rehearsals]


class Fail(Exception):
    """What is checked is wrong; the message says how."""


class Unchecked(Exception):
    """What is checked cannot be checked here; the message says why."""


def show(value):
    """A value for a sentence: short, and without characters that a terminal would obey."""
    short = value if len(value) <= 60 else value[:60] + "..."
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else "\\u%04x" % ord(c) for c in short) + '"'


def must(truth, sentence):
    if not truth:
        raise Fail(sentence)


# --- Files -------------------------------------------------------------------------------------------------------------------------


class Folder:
    """The record's files. Whatever else is in the folder is none of the record's business.

    [Rehearsals] Where the names of the files begin with REHEARSAL-, they are called here as if they did not, and `strays` are those without."""

    def __init__(self, path):
        self.path = path
        with os.scandir(path) as entries:
            names = {entry.name for entry in entries}
        plain, marked = ({name for name in TABLE if prefix + name in names} for prefix in ("", REHEARSAL + "-"))
        self.rehearsal = bool(marked)
        self.prefix = REHEARSAL + "-" if marked else ""
        self.there, self.strays = (marked, plain) if marked else (plain, set())
        self.hashes = {}

    def format(self, name):
        """The name of a format as this record must spell it."""
        return ("klero/rehearsal/" if self.rehearsal else "klero/") + name

    def open(self, name):
        return open_regular(os.path.join(self.path, self.prefix + name), TABLE[name][1], name)

    def read(self, name):
        """The bytes of a file; Unchecked where there is no such file (files.present says so)."""
        if name not in self.there:
            raise Unchecked("%s is missing" % name)
        try:
            with self.open(name) as file:
                if os.fstat(file.fileno()).st_size > HELD_AT_MOST:
                    raise Unchecked("%s is larger than this script can hold" % name)
                return file.read()
        except Fail as fail:
            raise Unchecked(str(fail))

    def sha(self, name):
        """SHA-256 of a file, or None where it is missing or is not a file that can be read."""
        if name not in self.hashes:
            try:
                with self.open(name) as file:
                    digest = hashlib.sha256()
                    for part in iter(lambda: file.read(MIB), b""):
                        digest.update(part)
                    self.hashes[name] = digest.hexdigest()
            except (Fail, OSError):
                self.hashes[name] = None
        return self.hashes[name]


def open_regular(path, at_most, name):
    """Opens a regular file that is no symbolic link and not too large."""
    try:
        kind = os.lstat(path).st_mode
        must(not stat.S_ISLNK(kind), "%s is a symbolic link" % name)
        must(stat.S_ISREG(kind), "%s is not a regular file" % name)
        file = open(path, "rb")
        size = os.fstat(file.fileno()).st_size
        if size > at_most:
            file.close()
            raise Fail("%s has %d bytes; at most %d are allowed" % (name, size, at_most))
        return file
    except (OSError, ValueError) as error:
        raise Fail("%s cannot be read (%s)" % (name, getattr(error, "strerror", None) or "no such name"))


# --- JSON, more strictly than Python reads it: [top] no doubled key, no number but whole ones below 2^53 ------------------------------


def whole_number(text):
    if text.startswith("-") or len(text) > 16 or int(text) >= BELOW:
        raise Fail("the number %s is not a whole number below 2^53" % show(text))
    return int(text)


def no_float(text):
    raise Fail("%s is not a whole number" % show(text))


def no_doubles(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [key for key, _ in pairs]
        raise Fail("the key %s stands twice" % show(next(key for key in names if names.count(key) > 1)))
    return found


def utf8(data, name):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fail("%s is not UTF-8 (byte %d)" % (name, error.start))


def parse_json(text, name):
    try:
        value = json.loads(
            text, object_pairs_hook=no_doubles, parse_int=whole_number, parse_float=no_float, parse_constant=no_float)
        if re.search(r"\\u[dD][89a-fA-F]", text):  # half of a surrogate pair is no character
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        return value
    except Fail as fail:
        raise Fail("%s: %s" % (name, fail))
    except UnicodeEncodeError:
        raise Fail("%s holds half of a surrogate pair" % name)
    except RecursionError:
        raise Fail("%s is nested too deeply" % name)
    except ValueError as error:
        raise Fail("%s is not JSON (%s)" % (name, error))


def has_keys(value, keys, what, maybe=()):
    """An object with exactly these keys, and perhaps those in `maybe`."""
    must(isinstance(value, dict), "%s is not an object" % what)
    for key in keys:
        must(key in value, "%s has no key %s" % (what, show(key)))
    for key in value:
        must(key in keys or key in maybe, "%s has an unknown key %s" % (what, show(key)))


def is_number(value, least=0):
    return type(value) is int and value >= least


def is_text(value):
    return isinstance(value, str)


def is_sha(value):
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def is_list(value, test):
    return isinstance(value, list) and all(map(test, value))


def ascends(values):
    return all(a < b for a, b in zip(values, values[1:]))


def is_members(value):
    """A list of member numbers in strictly ascending order."""
    return is_list(value, lambda number: is_number(number, 1)) and ascends(value)


# --- Text and CSV ------------------------------------------------------------------------------------------------------------------


# Unicode's property White_Space. (Python's strip() without an argument takes more.)
WHITE_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"


def trim(text):
    return text.strip(WHITE_SPACE)


def nfc(text):
    return unicodedata.normalize("NFC", text)


def comparison_key(text):
    """[quotas.csv and pool.csv] In this order: no-break spaces, outer white space, NFC, lower case, NFC."""
    text = re.sub("[\u00a0\u2007\u202f]", " ", text)
    return nfc(nfc(trim(text)).lower())


def household_key(text):
    """[quotas.csv and pool.csv] What is left of a cell when two addresses are compared: letters, digits and marks."""

    def counts(c):
        other_alphabetic = "\u24b6" <= c <= "\u24e9" or "\U0001f130" <= c <= "\U0001f149"
        other_alphabetic = other_alphabetic or "\U0001f150" <= c <= "\U0001f169" or "\U0001f170" <= c <= "\U0001f189"
        return unicodedata.category(c)[0] in "LNM" or other_alphabetic

    return nfc("".join(filter(counts, comparison_key(text))))


def marked(header, rows, name):
    """[Rehearsals] The first column of every file with rows is called REHEARSAL, and says it in every row."""
    must(all(row[0] == REHEARSAL for row in [header] + rows), "%s is one of a rehearsal, and its first column does not say so" % name)


PLAIN = re.compile(r"[^,\r\n]*")


def read_csv(data, name):
    """[docs/inputs.md, "The files themselves"] The header and the rows below it, as lists of cells; blank rows are left out."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    text = utf8(data, name)
    must("\0" not in text, "%s holds a NUL byte" % name)
    rows, row, at = [], [], 0
    while at < len(text) or row:
        if text.startswith('"', at):
            cell, at = quoted_cell(text, at + 1, name)
        else:
            end = PLAIN.match(text, at).end()
            cell, at = text[at:end], end
        row.append(cell)
        if text.startswith(",", at):
            at += 1
            continue
        at += 2 if text.startswith("\r\n", at) else 1  # a line end, or the end of the text
        if any(map(trim, row)):
            rows.append(row)
        row = []
    must(len(rows) >= 2, "%s has no row below a header" % name)
    for row in rows:
        must(len(row) == len(rows[0]), "%s: a row has %d cells and the header %d" % (name, len(row), len(rows[0])))
    return rows[0], rows[1:]


def quoted_cell(text, at, name):
    """The cell after its opening quotation mark, and the place behind its closing one."""
    parts = []
    while True:
        end = text.find('"', at)
        must(end >= 0, "%s: a quotation mark is never closed" % name)
        parts.append(text[at:end])
        at = end + 1
        if not text.startswith('"', at):
            break
        parts.append('"')
        at += 1
    must(at == len(text) or text[at] in ",\r\n", "%s: there is text between a closing quotation mark and the next comma" % name)
    return "".join(parts), at


def write_csv(rows):
    """[selected.csv and remaining.csv]"""

    def cell(text):
        return '"' + text.replace('"', '""') + '"' if re.search('[,"\r\n]', text) else text

    lines = ['""' if row == [""] else ",".join(map(cell, row)) for row in rows]
    return "".join(line + "\n" for line in lines).encode("utf-8")


# --- The pool and its quotas (docs/inputs.md) --------------------------------------------------------------------------------------


class Quota:
    """So many seats for the members who have all these values; `row` is the data row of quotas.csv, from 1."""

    def __init__(self, row, terms, name, least, most):
        self.row, self.terms, self.name, self.least, self.most = row, terms, name, least, most


def column(header_keys, name, where):
    """The place of the one column with this name."""
    places = [at for at, key in enumerate(header_keys) if key == comparison_key(name)]
    must(len(places) == 1, "%s has %s column %s" % (where, "no" if not places else "more than one", show(name)))
    return places[0]


def seats(cell):
    """[inputs.md, "The quotas"] A whole number from 0 to 1000000000; "4.0" will do."""
    match = re.fullmatch(r"([0-9]+)(?:\.0+)?|[-\u2212]0+(?:\.0+)?", trim(cell), re.ASCII)
    must(match is not None, "quotas.csv: %s is not a number of seats" % show(cell))
    digits = (match.group(1) or "").lstrip("0") or "0"
    must(len(digits) <= 10 and int(digits) <= 1000000000, "quotas.csv: %s is above 1000000000" % show(cell))
    return int(digits)


def read_quotas(data, pool_keys, size, rehearsal=False):
    """[inputs.md, "The quotas"] Categories (key -> {value key: place}) in the order of the file, and all quotas."""
    header, rows = read_csv(data, "quotas.csv")
    if rehearsal:
        marked(header, rows, "quotas.csv")
    keys = [comparison_key(cell) for cell in header]
    dialects = [two for two in (("feature", "value"), ("category", "name"), ("category", "feature"))
                if all(name in keys for name in two + ("min", "max"))]
    must(len(dialects) == 1,
         "the header of quotas.csv fits %s of the three that are understood" % ("none" if not dialects else "more than one"))
    places = [column(keys, name, "quotas.csv") for name in dialects[0] + ("min", "max")]
    flex = [column(keys, name, "quotas.csv") if name in keys else None for name in ("min_flex", "max_flex")]
    read = []
    for at, row in enumerate(rows, 1):
        category, value, least, most = (trim(row[place]) for place in places)
        least, most = seats(least), seats(most)
        lower, upper = (seats(row[place]) if place is not None and trim(row[place]) else bound for place, bound in zip(flex, (least, most)))
        must(lower <= least <= most <= upper, "quotas.csv, data row %d: a minimum above a maximum" % at)
        read.append((at, category, value, least, most))
    known = set(pool_keys) | {comparison_key(category) for _, category, _, _, _ in read if category and "&" not in category}
    categories, quotas, combined = {}, [], []
    for at, category, value, least, most in read:
        spelled = spelling(category, value, pool_keys, known)
        if spelled is not None:
            combined.append((at, spelled, least, most))
            continue
        must(category and value, "quotas.csv, data row %d: a blank category or value" % at)
        must(comparison_key(category) in pool_keys, "pool.csv has no column %s" % show(category))
        values = categories.setdefault(comparison_key(category), {})
        must(comparison_key(value) not in values, "quotas.csv: %s stands twice in %s" % (show(value), show(category)))
        values[comparison_key(value)] = len(values)
        term = (list(categories).index(comparison_key(category)), values[comparison_key(value)])
        quotas.append(Quota(at, (term,), "%s %s" % (show(category), show(value)), least, most))
    must(quotas, "quotas.csv has no quota on a single value")
    for at in range(len(categories)):
        own = [quota for quota in quotas if quota.terms[0][0] == at]
        must(sum(quota.least for quota in own) <= size <= sum(quota.most for quota in own),
             "quotas.csv: the numbers of %s do not leave room for a panel of %d" % (show(list(categories)[at]), size))
    taken = set()
    for at, spelled, least, most in combined:
        terms = tuple(sorted(read_terms(spelled, categories, at)))
        must(len(terms) >= 2 and len({category for category, _ in terms}) == len(terms),
             "quotas.csv, data row %d: a combination needs two categories or more, none twice" % at)
        must(terms not in taken, "quotas.csv, data row %d: this combination has a quota already" % at)
        must(least <= size, "quotas.csv, data row %d: the minimum is above the size of the panel" % at)
        taken.add(terms)
        quotas.append(Quota(at, terms, "data row %d" % at, least, most))
    quotas.sort(key=lambda quota: quota.row)
    return categories, quotas


def spelling(category, value, pool_keys, known):
    """[inputs.md, "Quotas on several values at once"] None for an ordinary row; else the cells that spell the combination."""

    def pairs(text):  # "known category=..." with "&" somewhere
        starts = [0] + [match.end() for match in re.finditer("&", text)][:32]
        ends = [match.start() for match in re.finditer("=", text)][:32]
        return "&" in text and any(comparison_key(text[start:end]) in known for start in starts for end in ends if start < end)

    if comparison_key(category) in pool_keys:
        return None
    if comparison_key(category) == "combination" or (not category and pairs(value)):
        return (value,)
    if (comparison_key(value) == "combination" and "=" in category) or (not value and pairs(category)):
        return (category,)
    if "&" in category and any(comparison_key(part) in known for part in category.split("&")):
        return (category, value)
    return None


def read_terms(cells, categories, row):
    """The (category, value) pairs of a combination. Names may hold "&" and "=": the shortest names from the left are taken."""
    order = list(categories)

    def category_of(text):
        return order.index(comparison_key(text)) if comparison_key(text) in categories else None

    def value_of(category, text):
        place = categories[order[category]].get(comparison_key(text))
        return None if place is None else (category, place)

    def pair(_, text):
        for match in re.finditer("=", text):
            category = category_of(text[:match.start()])
            term = value_of(category, text[match.end():]) if category is not None else None
            if term is not None:
                return term
        return None

    def grouped(text, read, wanted=None):
        parts = text.split("&")
        must(len(parts) <= 32, "quotas.csv, data row %d: more than 32 parts" % row)
        dead = set()

        def walk(start, position):
            if start == len(parts):
                return [] if wanted is None or wanted == position else None
            if (start, position) in dead or (wanted is not None and position >= wanted):
                return None
            for end in range(start + 1, len(parts) + 1):
                found = read(position, "&".join(parts[start:end]))
                rest = walk(end, position + 1) if found is not None else None
                if rest is not None:
                    return [found] + rest
            dead.add((start, position))
            return None

        found = walk(0, 0)
        must(found is not None, "quotas.csv, data row %d: not every category and value of %s is known" % (row, show(text)))
        return found

    if len(cells) == 1:
        return grouped(cells[0], pair)
    names = grouped(cells[0], lambda _, text: category_of(text))
    return grouped(cells[1], lambda position, text: value_of(names[position], text) if position < len(names) else None, len(names))


class Instance:
    """A pool that has been read, with its quotas and rules. Members are numbered from 1; lists by member have a None at 0.

    [Several panels drawn together] `quotas` are for all panels together, `quotas_of_each` for each of them (the same where there is one)."""

    def __init__(self, pool_data, quotas_data, setup, rehearsal):
        rules, size, together = setup["rules"], setup["size"], setup.get("panels", 1)
        self.size, self.rules, self.limit = size, rules, rules["household_limit"]
        self.header, rows = read_csv(pool_data, "pool.csv")
        if rehearsal:
            marked(self.header, rows, "pool.csv")
        keys = [comparison_key(cell) for cell in self.header]
        self.header_keys = keys
        categories, self.quotas_of_each = read_quotas(quotas_data, keys, size // together, rehearsal)
        self.quotas = [Quota(q.row, q.terms, q.name, together * q.least, together * q.most) for q in self.quotas_of_each]
        self.feature_columns = [column(keys, name, "pool.csv") for name in categories]
        # [Members and their numbers] [quotas.csv and pool.csv] Identifiers; repeated rows; the order by bytes.
        if setup["id_column"] is None:
            must(not {"id", "nationbuilder_id", "unique_id"} & set(keys), "setup.json names no identifier column, and pool.csv has one")
            ids = [str(at) for at in range(1, len(rows) + 1)]
        else:
            place = self.spelled(setup["id_column"])
            rows = [list(row) for row in dict.fromkeys(map(tuple, rows))]
            ids = [trim(row[place]) for row in rows]
            must(all(ids), "pool.csv: a blank identifier")
            must(len(set(ids)) == len(ids), "pool.csv: two different rows have one identifier")
        self.rows = rows
        order = sorted(range(len(rows)), key=lambda at: ids[at].encode("utf-8"))
        self.count = len(rows)
        must(self.count == setup["members"], "pool.csv has %d members and setup.json says %d" % (self.count, setup["members"]))
        self.ids = [None] + [ids[at] for at in order]
        self.members = [None] + [rows[at] for at in order]
        self.number_of_row = [0] * len(rows)
        for number, at in enumerate(order, 1):
            self.number_of_row[at] = number
        # The value that each member has in each category, and the quotas that count them.
        self.values = [None]
        for number in range(1, self.count + 1):
            values = []
            for place, known in zip(self.feature_columns, categories.values()):
                cell = self.members[number][place]
                must(comparison_key(cell) in known, "pool.csv: %s has the unknown value %s" % (show(self.ids[number]), show(cell)))
                values.append(known[comparison_key(cell)])
            self.values.append(tuple(values))
        # Members are alike in great numbers: work out once for each combination of values which quotas count it.
        counted = {values: [at for at, quota in enumerate(self.quotas) if all(values[c] == v for c, v in quota.terms)]
                   for values in set(self.values[1:])}
        self.counted_by = [None] + [counted[values] for values in self.values[1:]]
        # [setup.json, rules] Standing, households, and groups kept apart.
        self.include, self.exclude, self.apart = set(rules["include"]), set(rules["exclude"]), rules["apart"]
        self.household_columns = [self.spelled(name) for name in rules["household_columns"]]
        together = {}
        for number in range(1, self.count + 1):
            key = tuple(household_key(self.members[number][place]) for place in self.household_columns)
            if any(key):
                together.setdefault(key, []).append(number)
        self.households = [household for household in together.values() if len(household) > 1]
        self.house_of = {number: at for at, household in enumerate(self.households) for number in household}
        self.can_be_met()

    def spelled(self, name):
        """The place of the column with this header, spelled just so."""
        must(name in self.header, "pool.csv has no column that is spelled %s" % show(name))
        return column(self.header_keys, name, "pool.csv")

    def counts(self, members):
        """How many of these members each quota counts."""
        counts = [0] * len(self.quotas)
        for number in members:
            for at in self.counted_by[number]:
                counts[at] += 1
        return counts

    def cells(self, number, places):
        return [trim(self.members[number][place]) for place in places]

    def barred_by(self, some):
        """[Records that follow others: before] The members who are barred by this set of members."""
        barred = set()
        for household in self.households:
            if len(some.intersection(household)) >= self.limit:
                barred.update(household)
        for group in self.apart:
            if some.intersection(group):
                barred.update(group)
        return barred - some

    def can_be_met(self):
        """[inputs.md, "What the numbers must satisfy" and "What is refused"]"""
        free = [number for number in range(1, self.count + 1) if number not in self.exclude]
        must(1 <= self.size <= len(free), "a panel of %d cannot be drawn from %d members" % (self.size, len(free)))
        must(len(self.include) <= self.size, "more members are included than there are seats")
        for at, quota in enumerate(self.quotas):
            have = sum(at in self.counted_by[number] for number in free)
            must(have >= quota.least, "the pool has %d members for %s, at least %d are asked for" % (have, quota.name, quota.least))
            must(sum(at in self.counted_by[number] for number in self.include) <= quota.most, "too many included for %s" % quota.name)
        for household in self.households:
            must(len(self.include & set(household)) <= self.limit, "too many of one household are included")
        for group in self.apart:
            must(len(self.include & set(group)) <= 1, "two of a group apart are included")


# --- Member types, rules and the certificate (docs/certificate.md) -------------------------------------------------------------------


class Rules:
    """[certificate.md, Types and Rules] Types are numbered from 1; `rules` maps a name to (weights by type, least or None, most)."""

    def __init__(self, instance):
        named = {number for group in instance.apart for number in group}

        def situation(number):
            standing = "in" if number in instance.include else "out" if number in instance.exclude else "open"
            return (instance.values[number], standing, number if number in named else 0)

        house_of, houses_alike = {}, {}
        for household in sorted(instance.households):  # so by the smallest member number
            alike = tuple(sorted(map(situation, household)))
            houses_alike.setdefault(alike, []).append(household)
            for number in household:
                house_of[number] = alike
        types, self.type_of = {}, [None]
        for number in range(1, instance.count + 1):
            self.type_of.append(types.setdefault((situation(number), house_of.get(number)), len(types) + 1))
        self.types = len(types)
        self.many = [0] * (self.types + 1)  # m_t
        for t in self.type_of[1:]:
            self.many[t] += 1
        counted = [None] * (self.types + 1)
        for number in range(instance.count, 0, -1):
            counted[self.type_of[number]] = instance.counted_by[number]

        def ones(some):
            return dict.fromkeys(sorted(set(some)), 1)

        every = range(1, self.types + 1)
        self.rules = {"size": (ones(every), instance.size, instance.size)}
        for at, quota in enumerate(instance.quotas):
            self.rules["quota %d" % quota.row] = (ones(t for t in every if at in counted[t]), quota.least, quota.most)
        for g, houses in enumerate(houses_alike.values(), 1):
            inside = ones(self.type_of[number] for house in houses for number in house)
            self.rules["household %d" % g] = (inside, None, len(houses) * instance.limit)
            for t in inside:
                most = len(houses) * min(instance.limit, self.many[t] // len(houses))
                self.rules["household %d kind %d" % (g, t)] = ({t: 1}, None, most)
        for a, group in enumerate(instance.apart, 1):
            self.rules["apart %d" % a] = (ones(self.type_of[number] for number in group), None, 1)
        for word, members, share in (("include", instance.include, 1), ("exclude", instance.exclude, 0)):
            for t in ones(self.type_of[number] for number in members):
                self.rules["%s %d" % (word, t)] = ({t: 1}, self.many[t] * share, self.many[t] * share)

    def combine(self, multipliers):
        """U_t for every type that has any, and the sum of u * most or u * least."""
        sums, bound = {}, 0
        for name, u in multipliers.items():
            weights, least, most = self.rules[name]
            must(u > 0 or least is not None, "the rule %s has no least value, and a negative multiplier" % show(name))
            bound += u * (most if u > 0 else least)
            for t, weight in weights.items():
                sums[t] = sums.get(t, 0) + weight * u
        return sums, bound


def big_number(text):
    """[certificate.md, The file] A whole number as a string."""
    must(is_text(text) and re.fullmatch("0|-?[1-9][0-9]{0,19999}", text, re.ASCII) is not None,
         "%s is not a whole number" % show(str(text)))
    return int(text)


def big_fraction(text):
    must(is_text(text), "a value is not a string")
    above, bar, below = text.partition("/")
    p, q = big_number(above), big_number(below) if bar else 1
    must(not bar or q >= 2, "%s is not a fraction in lowest terms" % show(text))
    value = Fraction(p, q)
    must(value.denominator == q, "%s is not a fraction in lowest terms" % show(text))
    return value


class Certificate:
    """The certificate with its numbers read. A leaf is ("leaf", multipliers, scale), a branch ("branch", type, at, high, low)."""

    def __init__(self, value, rules):
        must(value["objective"] == "leximin", "the objective of certificate.json is not that of the record")
        must(value["types"] == rules.types and is_number(value["types"]), "the pool has %d member types" % rules.types)
        must(isinstance(value["cuts"], list) and isinstance(value["stages"], list), "cuts or stages are not a list")
        self.table, self.names, self.cuts, self.stages = rules, set(rules.rules), [], []
        self.names.update("cut %d" % i for i in range(1, len(value["cuts"]) + 1))
        for cut in value["cuts"]:
            has_keys(cut, ("most", "proof", "weights"), "a cut")
            must(isinstance(cut["weights"], dict), "the weights of a cut are not an object")
            must(all(re.fullmatch("[1-9][0-9]{0,15}", key, re.ASCII) for key in cut["weights"]), "a weight is not one of a member type")
            weights = {int(key): big_number(weight) for key, weight in cut["weights"].items()}
            must(all(weights.values()) and all(t <= rules.types for t in weights), "a weight is 0 or that of no member type")
            self.cuts.append((weights, big_number(cut["most"]), self.proof(cut["proof"], 0)))
        for stage in value["stages"]:
            has_keys(stage, ("multipliers", "types", "value"), "a stage")
            must(is_members(stage["types"]) and all(t <= rules.types for t in stage["types"]),
                 "the types of a stage do not ascend from 1 to T")
            self.stages.append((self.multipliers(stage["multipliers"]), stage["types"], big_fraction(stage["value"])))

    def multipliers(self, value):
        must(isinstance(value, dict), "multipliers are not an object")
        for name in value:
            must(name in self.names, "there is no rule %s" % show(name))
        numbers = {name: big_number(number) for name, number in value.items()}
        must(all(numbers.values()), "a multiplier is 0")
        return numbers

    def proof(self, value, depth):
        if value == "solver":
            return ("solver",)
        if isinstance(value, dict) and "scale" in value:
            has_keys(value, ("multipliers", "scale"), "a leaf")
            scale = big_number(value["scale"])
            must(scale >= 0, "a scale is negative")
            return ("leaf", self.multipliers(value["multipliers"]), scale)
        has_keys(value, ("at", "high", "low", "type"), "a branch")
        must(depth < 100, "more than 100 branches stand one under the other")
        must(is_number(value["type"], 1) and value["type"] <= self.table.types, "a branch on no member type")
        return ("branch", value["type"], big_number(value["at"]), self.proof(value["high"], depth + 1), self.proof(value["low"], depth + 1))

    def check_cuts(self):
        """[certificate.md, Checking a cut] Every cut from the rules and the cuts before it. Returns the cuts that rest on a solver's word."""
        rules, on_word = self.table, set()
        for i, (weights, most, proof) in enumerate(self.cuts, 1):
            used = set()
            try:
                if not self.proven(proof, weights, most, {}, used):
                    on_word.add(i)
            except KeyError as name:
                raise Fail("cut %d uses %s, which does not come before it" % (i, name))
            except Fail as fail:
                raise Fail("cut %d: %s" % (i, fail))
            if used & on_word:
                on_word.add(i)
            rules.rules["cut %d" % i] = (weights, None, most)
        return on_word

    def proven(self, proof, weights, most, narrowed, used):
        """Checks a proof for the compositions in a box: `narrowed` maps types to (lo, hi). False where the solver's word stands."""
        if proof[0] == "solver":
            return False
        many = self.table.many
        if proof[0] == "branch":
            _, t, at, high, low = proof
            lo, hi = narrowed.get(t, (0, many[t]))
            above = self.proven(high, weights, most, {**narrowed, t: (max(lo, at + 1), hi)}, used)
            below = self.proven(low, weights, most, {**narrowed, t: (lo, min(hi, at))}, used)
            return above and below
        _, multipliers, scale = proof
        used.update(int(name[4:]) for name in multipliers if name.startswith("cut "))
        sums, bound = self.table.combine(multipliers)
        if any(lo > hi for lo, hi in narrowed.values()):
            return True  # there is no composition
        for t in sums.keys() | weights.keys():
            slope = scale * weights.get(t, 0) - sums.get(t, 0)
            lo, hi = narrowed.get(t, (0, many[t]))
            bound += max(slope * lo, slope * hi)
        must(bound < scale * (most + 1), "a leaf does not prove it")
        return True

    def check_stages(self):
        """[certificate.md, Checking a stage] Returns the value of every type."""
        many, value_of, before = self.table.many, {}, Fraction(0)
        for i, (weights, most, _) in enumerate(self.cuts, 1):  # the cuts are taken as they stand
            self.table.rules["cut %d" % i] = (weights, None, most)
        for number, (multipliers, types, value) in enumerate(self.stages, 1):
            where = "stage %d: " % number
            if not multipliers and number == len(self.stages):
                rest = [t for t in range(1, self.table.types + 1) if t not in value_of]
                must(value == 1 and types == rest and rest, where + "a last stage without multipliers gives all that are left the value 1")
            else:
                try:
                    sums, bound = self.table.combine(multipliers)
                except Fail as fail:
                    raise Fail(where + str(fail))
                bound += sum(many[t] * -u for t, u in sums.items() if u < 0)
                settled = sorted(t for t, u in sums.items() if u > 0 and t not in value_of)
                must(settled and types == settled, where + "its types are not those that its multipliers settle")
                fixed = sum((many[t] * value_of[t] * u for t, u in sums.items() if u > 0 and t in value_of), Fraction(0))
                right = (bound - fixed) / sum(many[t] * sums[t] for t in settled)
                must(value == right, where + "the value does not follow from the multipliers")
                must(before <= value <= 1, where + "the value is below that of the stage before, or not from 0 to 1")
            value_of.update(dict.fromkeys(types, value))
            before = value
        must(len(value_of) == self.table.types, "no stage settles some of the types")
        return value_of


def rounded_up(value):
    """A fraction to three digits, rounded up."""
    if value == 0:
        return "0"
    exponent = 0
    while value * Fraction(10) ** -exponent < 100:
        exponent -= 1
    while value * Fraction(10) ** -exponent > 999:
        exponent += 1
    digits = str(-(-value // Fraction(10) ** exponent))
    return "%s.%se%d" % (digits[0], digits[1:], exponent + 2)


# --- Hashes, leaves and the ticket ---------------------------------------------------------------------------------------------------


def sha(data):
    return hashlib.sha256(data).hexdigest()


def json_string(text):
    """[keys.json, salts and leaves] A string as JSON, each character in the one form that is allowed."""
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + re.sub('["\\\\\x00-\x1f]', lambda c: short.get(c.group()) or "\\u%04x" % ord(c.group()), text) + '"'


def json_strings(texts):
    return "[" + ",".join(map(json_string, texts)) + "]"


def member_leaf(features, household, identifier, name, number, salt):
    pairs = ",".join(map(json_strings, features))
    return '{"features":[%s],"household":%s,"id":%s,"name":%s,"number":%d,"salt":"%s"}' % (
        pairs, json_strings(household), json_string(identifier), json_strings(name), number, salt)


def leaf_hash(leaf):
    return hashlib.sha256(b"\x00" + leaf.encode("utf-8")).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def largest_power_below(count):
    return 1 << ((count - 1).bit_length() - 1)


def tree_root(hashes):
    """RFC 6962, section 2.1."""
    if len(hashes) == 1:
        return hashes[0]
    p = largest_power_below(len(hashes))
    return node_hash(tree_root(hashes[:p]), tree_root(hashes[p:]))


def root_from_path(place, count, start, path):
    """RFC 6962, section 2.1.1: the root of a tree of `count` leaves that has `start` at `place`, where `path` are the siblings upwards."""
    must((count == 1) == (not path), "the path is %s" % ("too long" if path else "too short"))
    if count == 1:
        return start
    p = largest_power_below(count)
    if place < p:
        return node_hash(root_from_path(place, p, start, path[:-1]), path[-1])
    return node_hash(path[-1], root_from_path(place - p, count - p, start, path[:-1]))


def chacha20_words(key):
    """[The seed and the ticket, 1] The key stream of ChaCha20 (64-bit counter from 0, 64-bit nonce 0), as 64-bit little-endian words."""
    mask = 0xFFFFFFFF
    first = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
    first += [int.from_bytes(key[at:at + 4], "little") for at in range(0, 32, 4)]
    rounds = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
    counter = 0
    while True:
        state = first + [counter & mask, counter >> 32, 0, 0]
        x = list(state)
        for _ in range(10):
            for a, b, c, d in rounds:
                for into, other, turned, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                    x[into] = (x[into] + x[other]) & mask
                    x[turned] ^= x[into]
                    x[turned] = (x[turned] << by | x[turned] >> (32 - by)) & mask
        words = [(a + b) & mask for a, b in zip(x, state)]
        for at in range(0, 16, 2):
            yield words[at] | words[at + 1] << 32
        counter += 1


def ticket_of_key(key, tickets):
    """[The seed and the ticket, 2]"""
    limit = 2**64 // tickets * tickets
    for word in chacha20_words(bytes.fromhex(key)):
        if word < limit:
            return word % tickets


# --- commit.txt, and the record that another one follows ------------------------------------------------------------------------------


class Before:
    """[Records that follow others: before] What a record says of the one that it follows. commit.txt says less of it than setup.json."""

    def __init__(self, step, fingerprint, result, alternates=None, former=()):
        match = re.fullmatch("(replace|alternates)(?:/([1-9][0-9]{0,15}))?|rotate", step, re.ASCII) if is_text(step) else None
        must(match is not None, "%s is no step after another record" % show(str(step)))
        self.step, self.word, self.panel = step, match.group(1) or "rotate", int(match.group(2)) if match.group(2) else None
        must(self.panel is None or self.panel < BELOW, "%s is no step after another record" % show(step))
        must(is_sha(result) and (fingerprint is None or is_sha(fingerprint)), "before: a result or fingerprint that is no SHA-256")
        must(alternates is None or (is_sha(alternates) and self.word == "replace"), "before: alternates that are no SHA-256, or that replace nobody")
        must(is_list(former, is_sha) and ascends(former) and (not former or self.word == "rotate"),
             "before: former records that do not ascend, or before no rotation")
        self.fingerprint, self.result, self.alternates, self.former = fingerprint, result, alternates, former
        self.says = (step, fingerprint, result)

    @staticmethod
    def of_setup(value):
        has_keys(value, ("alternates", "fingerprint", "former", "result", "step"), "before")
        return Before(value["step"], value["fingerprint"], value["result"], value["alternates"], value["former"])

    @staticmethod
    def of_line(line):
        words = line.split(" ")
        must(len(words) == 3, "commit.txt: a wrong line before")
        return Before(words[0], None if words[1] == "none" else words[1], words[2], None, [])


def seconds_of_round(number):
    """[The beacon] When a round comes."""
    return 1692803367 + 3 * (number - 1)


def seconds_of(text):
    """Seconds of Unix time of YYYY-MM-DDThh:mm:ssZ; Fail where there is no such time."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z", text, re.ASCII)
    must(match is not None, "commit.txt: %s is not a time" % show(text))
    year, month, day, hour, minute, second = map(int, match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    exists = 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second < 60
    must(exists and year >= 1, "commit.txt: there is no time %s" % text)
    passed = year - 1
    since = passed * 365 + passed // 4 - passed // 100 + passed // 400 + sum(days[:month - 1]) + day - 1  # days since 0001-01-01
    return ((since - 719162) * 24 + hour) * 3600 + minute * 60 + second


class Commitment:
    """[commit.txt]"""

    def __init__(self, data, form):
        text = utf8(data, "commit.txt")
        must(text.endswith("\n"), "commit.txt does not end with LF")
        self.lines = text[:-1].split("\n")
        must(self.take("") == form, "commit.txt does not begin with %s" % form)
        name = self.take("assembly ")
        must(1 <= len(name) <= 200 and name == nfc(trim(name)),
             "commit.txt: the name of the assembly is too long, not NFC or has white space at its ends")
        must(not re.search("[\x00-\x1f\x7f-\x9f]", name), "commit.txt: a control character in the name of the assembly")
        self.draw, self.attempt, self.previous = self.number("draw "), self.number("attempt "), []
        while self.next_is("previous "):
            self.previous.append(self.take("previous "))
        must(all(map(is_sha, self.previous)) and len(set(self.previous)) == len(self.previous),
             "commit.txt: a wrong fingerprint, or one twice")
        must(len(self.previous) == self.attempt - 1,
             "commit.txt: attempt %d, and %d earlier fingerprints" % (self.attempt, len(self.previous)))
        self.before = Before.of_line(self.take("before ")) if self.next_is("before ") else None
        self.published = self.take("published ")
        self.seconds = seconds_of(self.published)
        self.members, self.size = self.number("members "), self.number("size ")
        self.panels = self.number("panels ") if self.next_is("panels ") else None
        may_be_together(self.panels, self.size, self.before, "commit.txt")
        self.tickets = self.number("tickets ")
        self.objective, self.root, seed = self.take("objective "), self.take("pool "), self.take("seed ")
        must(is_objective(self.objective), "commit.txt: %s is no objective" % show(self.objective))
        must(is_sha(self.root), "commit.txt: the pool root is not a SHA-256")
        self.source, self.round, self.digits = seed.split(" ")[0], None, None
        if seed.startswith("beacon drand:quicknet "):
            self.round = self.decimal(seed[22:])
        elif seed.startswith("digits "):
            self.digits = self.decimal(seed[7:])
            must(self.digits <= 15 and self.tickets == 10**self.digits,
                 "commit.txt: %s digits do not number %d tickets" % (seed[7:], self.tickets))
        else:
            must(seed == "phrase", "commit.txt: %s is no source of a seed" % show(seed))
        self.files = {}
        while self.lines:
            digest, space, file = self.take("file ").partition(" ")
            must(is_sha(digest) and space and re.fullmatch("[a-z.]+", file), "commit.txt: a wrong file line")
            must(not self.files or file > max(self.files), "commit.txt: the files do not ascend")
            self.files[file] = digest

    def next_is(self, word):
        return bool(self.lines) and self.lines[0].startswith(word)

    def take(self, word):
        must(self.next_is(word), "commit.txt: the line %s is missing, or not in its place" % show(word + "..."))
        return self.lines.pop(0)[len(word):]

    def decimal(self, text):
        must(re.fullmatch("[1-9][0-9]{0,15}", text, re.ASCII) and int(text) < BELOW, "commit.txt: %s is not a number" % show(text))
        return int(text)

    def number(self, word):
        return self.decimal(self.take(word))


def is_objective(text):
    return is_text(text) and re.fullmatch("[!-~]+", text) is not None


def may_be_together(panels, size, before, where):
    """[Several panels drawn together] [Records that follow others: before]"""
    must(panels is None or (is_number(panels, 2) and size % panels == 0), "%s: %d members do not sit on that many panels alike" % (where, size))
    must(panels is None or before is None, "%s: several panels, and a record that follows another" % where)


def files_fixed(objective, panels):
    """[commit.txt] The files that a commitment names."""
    fixed = {"lottery.json", "pool.leaves", "quotas.csv"} | ({"certificate.json"} if objective == "leximin" else set())
    return fixed | ({"split.json"} if panels else set())


def seats_of(panel, split):
    """[split.json] Who sits where: member -> panel, for the drawn panel. `split` has a list for each panel of the lottery."""
    seats = split[panel["number"] - 1] if panel["number"] <= len(split) else []
    if len(seats) != len(panel["members"]):
        raise Unchecked("split.json does not seat the members that result.json names")
    return dict(zip(panel["members"], seats))


# --- How records that are given together hang together ----------------------------------------------------------------------------------


class Given:
    """[Records that follow others: before] The words line, first draw, panel number and beside. A record named is another one of those given,
    the first in full form whose result.json has that SHA-256, or else the first in public form; so what has the same result.json as a record is
    never one that it names."""

    def __init__(self, records):
        self.records, self.first_with, self.lines = list(records), {}, {}
        for record in sorted(self.records, key=lambda record: record.public):  # which keeps the order of each form
            self.first_with.setdefault(record.folder.sha("result.json"), record)

    def named_by(self, record, result):
        """The record with this result.json, for the one that names it."""
        own = result is None or result == record.folder.sha("result.json")
        return None if own else self.first_with.get(result)

    def others(self, record):
        own = record.folder.sha("result.json")
        return [other for other in self.records if other is not record and (own is None or other.folder.sha("result.json") != own)]

    def line(self, record):
        """The SHA-256 of result.json of the records that this one follows, back to the first draw."""
        if id(record) not in self.lines:
            results = [record.before.result]
            while True:
                at = self.named_by(record, results[-1])
                if at is None or at.step != "replace" or at.before.result in results:
                    break
                results.append(at.before.result)
            self.lines[id(record)] = results
        return self.lines[id(record)]

    def goes_round(self, record):
        """Whether what it follows follows it in turn."""
        own, passed, at = record.folder.sha("result.json"), [], self.named_by(record, record.before.result)
        while at is not None and at not in passed and at.before is not None:
            if own is not None and at.before.result == own:
                return True
            passed.append(at)
            at = self.named_by(record, at.before.result)
        return False

    def in_line(self, record):
        """Those of its line that are given."""
        found = (self.named_by(record, result) for result in self.line(record))
        return [one for one in found if one is not None]

    def panel_number(self, record):
        steps = [one.before.panel for one in [record, *self.in_line(record)] if one.before is not None]
        return next((panel for panel in steps if panel is not None), None)

    def beside(self, record, copies=False):
        """The records that replace on other panels of the same first draw; with copies, those with the same result.json among them."""
        number, first = self.panel_number(record), self.line(record)[-1]
        if number is None:
            return []
        others = [other for other in self.records if other is not record] if copies else self.others(record)
        replacing = [other for other in others if other.step == "replace" and self.line(other)[-1] == first]
        return [other for other in replacing if self.panel_number(other) not in (None, number)]


# --- The checks ------------------------------------------------------------------------------------------------------------------------


class Verification:
    """All checks of a record. Each method below is one check: it returns a sentence, or raises Fail or Unchecked. What a check has read
    stands in an attribute that stays None where it could not be read; `need` then makes the checks that want it Unchecked."""

    def __init__(self, folder, receipt=None):
        self.folder, self.receipt_path, self.checks = folder, receipt, []
        self.on_word = []  # stages that rest on a solver's word
        self.gap = None  # how far the chances are from the certified values, where certificate.gap passes
        self.setup = self.instance = self.lottery = self.split = self.rules = self.certificate = self.values = None
        self.commit = self.leaves = self.beacon = self.result = self.receipt = self.leaf = None
        self.given = self.earlier = self.alternates = None  # the records given with this one, and those that it names
        self.former, self.notes = [], []  # notes: what stands in the brackets of the verdict
        there = folder.there
        # [Kinds and forms of a record]
        sheets = {"selected.csv", "remaining.csv", "panels.csv", "new.csv", "alternates.csv"}
        self.draws = bool(there & ({"result.json", "beacon.json"} | sheets))
        self.committed = bool(there & {"commit.txt", "pool.leaves", "keys.json"}) or self.result_names_fingerprint()
        self.public = "commit.txt" in there and not any(TABLE[name][0] for name in there)
        # What the checks before need to know of later files: the objective and the source of the seed.
        self.setup_fault, self.setup = self.attempt(self.read_setup)
        self.commit_fault, self.commit = self.attempt(lambda: Commitment(folder.read("commit.txt"), folder.format("commit/1")))
        known = self.commit if self.public else self.setup
        objective = (self.commit.objective if self.public else self.setup["objective"]) if known else None
        self.certified = objective == "leximin" if known else "certificate.json" in there
        # [before, split.json] Whether the record follows another, and how many panels it draws together.
        if self.setup is not None:
            self.together, self.before = self.setup.get("panels"), self.setup["before read"]
        else:
            self.together, self.before = (self.commit.panels, self.commit.before) if self.commit else (None, None)
        self.step = self.before.word if self.before else None
        self.from_beacon = self.commit.source == "beacon" if self.commit else self.committed and "beacon.json" in there
        # [What verification checks, at the end] draw.key is left out where digits were drawn.
        self.from_digits = self.commit is not None and self.commit.source == "digits"
        self.result_fault, self.result = self.attempt(self.read_result) if self.draws else (None, None)
        self.lottery_fault, self.lottery_read = self.attempt(self.read_lottery)

    @staticmethod
    def attempt(read):
        try:
            return None, read()
        except (Fail, Unchecked) as fault:
            return fault, None
        except MemoryError:
            return Unchecked("there is not enough memory"), None
        except OSError as error:
            return Unchecked("it cannot be read (%s)" % error.strerror), None

    def json(self, name):
        return parse_json(utf8(self.folder.read(name), name), name)

    def has_format(self, value, name, what):
        must(value["format"] == self.folder.format(name), "the format of %s is not %s" % (what, self.folder.format(name)))

    def result_names_fingerprint(self):
        _, value = self.attempt(lambda: self.json("result.json"))
        return isinstance(value, dict) and value.get("fingerprint") is not None

    @staticmethod
    def need(value, what):
        if value is None:
            raise Unchecked("this needs %s" % what)
        return value

    def run(self, identifier, check, full=False):
        if full and self.public:
            verdict, sentence = "NOT CHECKED", "This needs the full record, and this is the public form."
        else:
            try:
                verdict, sentence = "PASS", check()
            except Fail as fail:
                verdict, sentence = "FAIL", str(fail)
            except Unchecked as reason:
                verdict, sentence = "NOT CHECKED", str(reason)
            except MemoryError:
                verdict, sentence = "NOT CHECKED", "there is not enough memory"
            except Exception as error:  # a mistake of this script: say so rather than stop
                verdict, sentence = "FAIL", "this script stumbled over it (%s)" % type(error).__name__
        if not re.match(r"[a-z]+[._]", sentence):  # but names of files and keys stay as they are
            sentence = sentence[:1].upper() + sentence[1:]
        self.checks.append({"id": identifier, "sentence": sentence if sentence.endswith(".") else sentence + ".", "verdict": verdict})

    def run_all(self, given=()):
        """[What verification checks] The checks of a record, among others that are given with it."""
        self.run_own()
        self.run_chain(given)
        self.run_receipt()

    def run_own(self):
        """The table, line by line, down to the checks that need other records."""
        self.run("files.present", self.files_present)
        self.run("files.hashes", self.files_hashes)
        self.run("setup.form", self.setup_form, full=True)
        self.run("pool.form", self.pool_form, full=True)
        if self.step == "alternates":
            self.run("alternates.form", self.alternates_form, full=True)
        self.run("lottery.form", self.lottery_form)
        self.run("lottery.size", self.lottery_size)
        self.run("lottery.quotas", self.lottery_quotas, full=True)
        self.run("lottery.rules", self.lottery_rules, full=True)
        if self.together:
            self.run("lottery.split", self.lottery_split)
            self.run("lottery.parts", self.lottery_parts, full=True)
        self.run("lottery.tickets", self.lottery_tickets)
        if self.certified:
            self.run("certificate.form", self.certificate_form, full=True)
            self.run("certificate.cuts", self.certificate_cuts, full=True)
            self.run("certificate.stages", self.certificate_stages, full=True)
            self.run("certificate.gap", self.certificate_gap, full=True)
        self.run("probabilities.form", self.probabilities_form, full=True)
        self.run("probabilities.tickets", self.probabilities_tickets, full=True)
        if self.committed:
            self.run("commit.form", self.commit_form)
            self.run("commit.pool", self.commit_pool)
            self.run("commit.leaves", self.commit_leaves, full=True)
            if self.from_beacon:
                self.run("commit.time", self.commit_time)
        if self.draws:
            if self.from_beacon:
                self.run("beacon.round", self.beacon_round)
                self.run("beacon.signature", self.beacon_signature)
            self.run("draw.form", self.draw_form)
            self.run("draw.seed", self.draw_seed)
            if not self.from_digits or self.result is None:
                self.run("draw.key", self.draw_key)
            self.run("draw.ticket", self.draw_ticket)
            self.run("draw.panel", self.draw_panel)
            self.run("draw.selected", lambda: self.sheet("selected.csv", True), full=True)
            self.run("draw.remaining", lambda: self.sheet("remaining.csv", False), full=True)
            if self.together:
                self.run("draw.panels", self.draw_panels, full=True)
            if self.step in ("replace", "rotate"):
                self.run("draw.new", self.draw_new, full=True)
            if self.step == "alternates":
                self.run("draw.alternates", self.draw_alternates, full=True)

    def run_chain(self, given):
        """The checks of a record that follows another, which should be among those given."""
        if self.before is None:
            return
        self.find_named(Given(given))
        self.run("chain.before", self.chain_before)
        if self.step != "rotate":
            self.run("chain.pool", self.chain_pool)
        self.run("chain.seats", self.chain_seats)
        self.run("chain.included", self.chain_included, full=True)
        if self.step != "rotate":
            self.run("chain.rules", self.chain_rules, full=True)
        if self.from_beacon:
            self.run("chain.time", self.chain_time)

    def run_receipt(self):
        if self.receipt_path is not None:
            self.run("receipt.form", self.receipt_form)
            self.run("receipt.commitment", self.receipt_commitment)
            self.run("receipt.leaf", self.receipt_leaf)
            self.run("receipt.path", self.receipt_path_leads)
            self.run("receipt.tickets", self.receipt_tickets)

    # [top] [Kinds and forms of a record]

    def files_present(self):
        wanted, there = {"quotas.csv", "lottery.json"}, self.folder.there
        if not self.public:
            wanted |= {"pool.csv", "setup.json", "probabilities.csv"} | ({"certificate.json"} if self.certified else set())
            if "settings.toml" in (self.setup["files"] if self.setup else there):
                wanted.add("settings.toml")
            wanted |= {"alternates.json"} if self.step == "alternates" else set()
        if self.together:
            wanted.add("split.json")
        if self.committed:
            wanted |= {"commit.txt", "pool.leaves"} | (set() if self.public else {"keys.json"})
        if self.draws:
            wanted |= {"result.json"} | ({"beacon.json"} if self.from_beacon else set())
            wanted |= set() if self.public else self.sheets_of_draw()
        faults = ["%s is missing" % name for name in TABLE if name in wanted - self.folder.there]
        faults += ["%s does not belong to a record of this kind" % name for name in TABLE if name in self.folder.there - wanted]
        faults += ["%s stands among the files of a rehearsal" % name for name in TABLE if name in self.folder.strays]
        for name in TABLE:
            if name in self.folder.there:
                try:
                    self.folder.open(name).close()
                except Fail as fail:
                    faults.append(str(fail))
        must(not faults, "; ".join(faults))
        return "All %d files of the record are there" % len(wanted)

    def sheets_of_draw(self):
        more = {"replace": {"new.csv"}, "rotate": {"new.csv"}, "alternates": {"alternates.csv"}}.get(self.step, set())
        return {"selected.csv", "remaining.csv"} | more | ({"panels.csv"} if self.together else set())

    def files_hashes(self):
        named, unknown = [], []
        if not self.public:
            if self.setup is None:
                unknown.append("setup.json")
            else:
                right = {"lottery.json", "pool.csv", "probabilities.csv", "quotas.csv"} | ({"certificate.json"} if self.certified else set())
                right |= ({"split.json"} if self.together else set()) | ({"alternates.json"} if self.step == "alternates" else set())
                must(set(self.setup["files"]) - {"settings.toml"} == right, "setup.json names other files than %s" % ", ".join(sorted(right)))
                named += [("setup.json", name, digest) for name, digest in self.setup["files"].items()]
        if self.committed:
            if self.commit is None:
                unknown.append("commit.txt")
            else:
                right = files_fixed(self.commit.objective, self.commit.panels)
                must(set(self.commit.files) == right, "commit.txt names other files than %s" % ", ".join(sorted(right)))
                named += [("commit.txt", name, digest) for name, digest in self.commit.files.items() if not (self.public and TABLE[name][0])]
        for where, name, digest in named:
            found = self.folder.sha(name)
            must(found in (None, digest), "%s is not the file that %s names: its SHA-256 is %s" % (name, where, found))
            if found is None:
                unknown.append(name)
        if unknown:
            raise Unchecked("this needs %s" % ", ".join(sorted(set(unknown))))
        return "The files are those that %s" % (
            "commit.txt names" if self.public else "setup.json and commit.txt name" if self.committed else "setup.json names")

    # [setup.json]

    def read_setup(self):
        value = self.json("setup.json")
        has_keys(value, ("files", "format", "id_column", "members", "objective", "rules", "size", "tickets"), "setup.json", ("before", "panels"))
        self.has_format(value, "setup/1", "setup.json")
        must(isinstance(value["files"], dict) and all(map(is_sha, value["files"].values())), "files are not names with their SHA-256")
        must(value["id_column"] is None or is_text(value["id_column"]), "id_column is neither a header nor null")
        must(is_objective(value["objective"]), "objective is not a name")
        for key in ("members", "size", "tickets"):
            must(is_number(value[key], 1), "%s is not a number of at least 1" % key)
        before = Before.of_setup(value["before"]) if "before" in value else None
        must("panels" not in value or is_number(value["panels"], 2), "panels is not a number of at least 2")
        may_be_together(value.get("panels"), value["size"], before, "setup.json")
        rules = value["rules"]
        has_keys(rules, ("apart", "exclude", "household_columns", "household_limit", "include"), "rules")
        must(is_members(rules["include"]) and is_members(rules["exclude"]), "include or exclude are not ascending member numbers")
        must(not set(rules["include"]) & set(rules["exclude"]), "somebody is both included and excluded")
        columns = rules["household_columns"]
        must(is_list(columns, is_text) and len(set(columns)) == len(columns), "household_columns are not headers, or one stands twice")
        must(is_number(rules["household_limit"], 1), "household_limit is not a number of at least 1")
        must(columns or rules["household_limit"] == 1, "household_limit is not 1, but no columns make households")
        must(is_list(rules["apart"], lambda group: is_members(group) and len(group) > 1) and ascends(rules["apart"]),
             "apart is not a list of ascending groups")
        for group in [rules["include"], rules["exclude"], *rules["apart"]]:
            must(not group or group[-1] <= value["members"], "a rule names a member above %d" % value["members"])
        return {**value, "before read": before}

    def setup_form(self):
        if self.setup_fault:
            raise self.setup_fault
        return "setup.json has its form: %(members)d members, panels of %(size)d, %(tickets)d tickets, objective %(objective)s" % self.setup

    def pool_form(self):
        setup = self.need(self.setup, "setup.json")
        self.instance = Instance(self.folder.read("pool.csv"), self.folder.read("quotas.csv"), setup, self.folder.rehearsal)
        return "The pool has %d members, and there are %d quotas" % (self.instance.count, len(self.instance.quotas))

    # [docs/alternates.md, "alternates.json"] Nothing is computed from it.

    ALTERNATES_KEYS = ("alternates", "candidates", "chosen_on", "drop_outs", "format", "key", "kinds", "lottery", "over_recruit", "panel", "table",
                       "told_on", "way")

    def alternates_form(self):
        value = self.json("alternates.json")
        has_keys(value, self.ALTERNATES_KEYS, "alternates.json")
        self.has_format(value, "alternates/1", "alternates.json")
        must(is_number(value["alternates"], 1), "alternates.json does not say how many alternates there are")
        size = self.need(self.setup, "setup.json")["size"]
        must(value["alternates"] == size, "alternates.json is about %d alternates, and setup.json about %d" % (value["alternates"], size))
        return "alternates.json has its form: %d alternates" % size

    # [lottery.json]

    def read_lottery(self):
        value = self.json("lottery.json")
        has_keys(value, ("format", "panels", "size", "tickets"), "lottery.json")
        self.has_format(value, "lottery/1", "lottery.json")
        must(is_number(value["size"], 1) and is_number(value["tickets"], 1), "size and tickets are not numbers of at least 1")
        must(isinstance(value["panels"], list) and value["panels"], "there is no list of panels")
        for panel in value["panels"]:
            has_keys(panel, ("members", "tickets"), "a panel")
            must(is_members(panel["members"]), "the members of a panel are not numbers in ascending order")
            must(is_number(panel["tickets"]), "the tickets of a panel are not a number")
        must(ascends([panel["members"] for panel in value["panels"]]), "the panels are not in strictly increasing order")
        return value

    def totals(self):
        """Members, size and tickets as setup.json says, or in the public form commit.txt."""
        if self.public:
            commit = self.need(self.commit, "commit.txt")
            return commit.members, commit.size, commit.tickets
        setup = self.need(self.setup, "setup.json")
        return setup["members"], setup["size"], setup["tickets"]

    def lottery_form(self):
        if self.lottery_fault:
            raise self.lottery_fault
        members, size, tickets = self.totals()
        value = self.lottery_read
        must((value["size"], value["tickets"]) == (size, tickets),
             "lottery.json is for panels of %d and %d tickets" % (value["size"], value["tickets"]))
        must(all(panel["members"][-1:] <= [members] for panel in value["panels"]), "a panel has a member above %d" % members)
        self.lottery = [(panel["members"], panel["tickets"]) for panel in value["panels"]]
        self.count, self.size, self.tickets = members, size, tickets
        by_member = [0] * (members + 1)
        for panel, held in self.lottery:
            for number in panel:
                by_member[number] += held
        self.by_member = by_member
        return "lottery.json has its form: %d panels" % len(self.lottery)

    def panels(self):
        return enumerate(self.need(self.lottery, "lottery.json"), 1)

    def lottery_size(self):
        for p, (panel, _) in self.panels():
            must(len(panel) == self.size, "panel %d has %d members instead of %d" % (p, len(panel), self.size))
        return "Every panel has %d members" % self.size

    def lottery_quotas(self):
        panels, instance = self.panels(), self.need(self.instance, "the pool and its quotas")
        for p, (panel, _) in panels:
            for quota, count in zip(instance.quotas, instance.counts(panel)):
                must(quota.least <= count <= quota.most,
                     "panel %d has %d for %s, which asks for %d to %d" % (p, count, quota.name, quota.least, quota.most))
        return "Every panel meets all %d quotas" % len(instance.quotas)

    def lottery_rules(self):
        panels, instance = self.panels(), self.need(self.instance, "the pool")
        for p, (panel, _) in panels:
            seated = set(panel)
            must(instance.include <= seated, "panel %d lacks an included member" % p)
            must(not instance.exclude & seated, "panel %d has an excluded member" % p)
            seated_of = {}
            for number in panel:
                if number in instance.house_of:
                    house = instance.house_of[number]
                    seated_of[house] = seated_of.get(house, 0) + 1
                    must(seated_of[house] <= instance.limit, "panel %d has too many of the household of member %d" % (p, number))
            for group in instance.apart:
                must(len(seated.intersection(group)) <= 1, "panel %d seats two members of a group apart" % p)
        return "Every panel meets the rules on single members"

    # [Several panels drawn together: split.json]

    def read_split(self):
        value = self.json("split.json")
        has_keys(value, ("format", "panels"), "split.json")
        self.has_format(value, "split/1", "split.json")
        must(is_list(value["panels"], lambda seats: is_list(seats, lambda seat: is_number(seat, 1) and seat <= self.together)),
             "split.json does not hold lists of numbers from 1 to %d" % self.together)
        return value["panels"]

    def lottery_split(self):
        split, lottery = self.read_split(), self.need(self.lottery, "lottery.json")
        must(len(split) == len(lottery), "split.json has %d lists for %d panels" % (len(split), len(lottery)))
        for p, (seats, (panel, _)) in enumerate(zip(split, lottery), 1):
            must(len(seats) == len(panel), "split.json has %d seats for the %d members of panel %d" % (len(seats), len(panel), p))
            for j in range(1, self.together + 1):
                must(seats.count(j) * self.together == self.size, "of panel %d of the lottery, %d members sit on panel %d" % (p, seats.count(j), j))
        self.split = split
        return "split.json has its form: %d panels of %d each" % (self.together, self.size // self.together)

    def lottery_parts(self):
        split, instance = self.need(self.split, "split.json"), self.need(self.instance, "the pool and its quotas")
        for p, (panel, _) in self.panels():
            for j in range(1, self.together + 1):
                counts = instance.counts(number for number, seat in zip(panel, split[p - 1]) if seat == j)
                for quota, count in zip(instance.quotas_of_each, counts):
                    must(quota.least <= count <= quota.most, "of panel %d of the lottery, panel %d has %d for %s, which asks for %d to %d"
                         % (p, j, count, quota.name, quota.least, quota.most))
        return "Each of the %d panels meets all %d quotas" % (self.together, len(instance.quotas))

    def lottery_tickets(self):
        total = 0
        for p, (_, held) in self.panels():
            must(held >= 1, "panel %d has no ticket" % p)
            total += held
        must(total == self.tickets, "the tickets of all panels sum to %d instead of %d" % (total, self.tickets))
        return "Every panel has a ticket, and they sum to %d" % total

    # [certificate.md]

    def certificate_form(self):
        value = self.json("certificate.json")
        has_keys(value, ("cuts", "format", "objective", "stages", "types"), "certificate.json")
        self.has_format(value, "certificate/1", "certificate.json")
        self.rules = Rules(self.need(self.instance, "the pool"))
        self.certificate = Certificate(value, self.rules)
        return "certificate.json has its form: %d types, %d stages, %d cuts" % (
            self.rules.types, len(self.certificate.stages), len(self.certificate.cuts))

    def certificate_cuts(self):
        certificate = self.need(self.certificate, "certificate.json")
        on_word = certificate.check_cuts()
        stages = [number for number, (multipliers, _, _) in enumerate(certificate.stages, 1) if any("cut %d" % i in multipliers for i in on_word)]
        if stages:
            self.on_word = stages
            listed = (", ".join(map(str, sorted(some))) for some in (on_word, stages))
            raise Unchecked("for cuts %s only the solver's word stands, and stages %s use them" % tuple(listed))
        return "All %d cuts are proven" % len(certificate.cuts) if not on_word else "Every cut that a stage uses is proven"

    def certificate_stages(self):
        self.values = self.need(self.certificate, "certificate.json").check_stages()
        word = " (stages %s if the cuts hold)" % ", ".join(map(str, self.on_word)) if self.on_word else ""
        return "All %d stages are settled by arithmetic%s" % (len(self.certificate.stages), word)

    def certificate_gap(self):
        values, lottery = self.need(self.values, "the stages of the certificate"), self.need(self.lottery, "lottery.json")
        chances = {(self.by_member[number], self.rules.type_of[number]) for number in range(1, self.count + 1)}
        gap = max(abs(Fraction(held, self.tickets) - values[t]) for held, t in chances)
        must(gap <= Fraction(1, 10**9) + Fraction(5, self.tickets), "the lottery is off the certified values by %s" % rounded_up(gap))
        self.gap = gap
        return "The lottery has the certified values, up to %s" % rounded_up(gap)

    # [probabilities.csv]

    def probabilities_form(self):
        self.probabilities = None
        header, rows = read_csv(self.folder.read("probabilities.csv"), "probabilities.csv")
        if self.folder.rehearsal:
            marked(header, rows, "probabilities.csv")
            header, rows = header[1:], [row[1:] for row in rows]
        must(header == ["number", "id", "probability", "tickets"], "probabilities.csv has another header")
        instance = self.need(self.instance, "the pool")
        must(len(rows) == instance.count, "probabilities.csv has %d rows for %d members" % (len(rows), instance.count))
        for number, row in enumerate(rows, 1):
            must(row[0] == str(number), "probabilities.csv: row %d has the number %s" % (number, show(row[0])))
            must(row[1] == instance.ids[number],
                 "probabilities.csv: member %d is %s, not %s" % (number, show(instance.ids[number]), show(row[1])))
        self.probabilities = rows
        return "probabilities.csv has a row for each member, in their order"

    def probabilities_tickets(self):
        self.need(self.lottery, "lottery.json")
        for number, row in enumerate(self.need(self.probabilities, "probabilities.csv"), 1):
            held = self.by_member[number]
            # tickets/M to 12 digits, rounded half up
            rounded = (2 * held * 10**12 + self.tickets) // (2 * self.tickets)
            must(row[3] == str(held), "the lottery gives member %d %d tickets, not %s" % (number, held, show(row[3])))
            expected = "%d.%012d" % divmod(rounded, 10**12)
            must(row[2] == expected, "the lottery gives member %d the probability %s, not %s" % (number, expected, show(row[2])))
        return "Every member's tickets and probability are what the lottery gives them"

    # [commit.txt] [keys.json, salts and leaves]

    def commit_form(self):
        if self.commit_fault:
            raise self.commit_fault
        commit = self.commit
        if not self.public:
            setup = self.need(self.setup, "setup.json")
            for key in ("members", "size", "tickets", "objective"):
                must(getattr(commit, key) == setup[key],
                     "commit.txt says %s %s, and setup.json %s" % (key, getattr(commit, key), show(str(setup[key]))))
            must(commit.panels == setup.get("panels"), "commit.txt and setup.json do not draw equally many panels together")
            must((commit.before is None) == (setup["before read"] is None), "of commit.txt and setup.json, one follows another record and one does not")
        return "commit.txt has its form; the fingerprint is %s" % self.folder.sha("commit.txt")

    def read_leaves(self):
        data = self.folder.read("pool.leaves")
        must(len(data) % 65 == 0 and re.fullmatch(b"(?:[0-9a-f]{64}\n)*", data), "pool.leaves has a line that is not a SHA-256")
        return [bytes.fromhex(line.decode("ascii")) for line in data.split()]

    def commit_pool(self):
        commit = self.need(self.commit, "commit.txt")
        leaves = self.read_leaves()
        must(len(leaves) == commit.members + 1, "pool.leaves does not have %d lines" % (commit.members + 1))
        self.leaves = leaves
        found = tree_root(self.leaves).hex()
        must(found == commit.root, "the leaves of pool.leaves have the root %s, not that of commit.txt" % found)
        return "pool.leaves has %d leaves, and their root is the pool root" % len(self.leaves)

    def commit_leaves(self):
        keys = self.json("keys.json")
        has_keys(keys, ("format", "master", "name_columns"), "keys.json")
        self.has_format(keys, "keys/1", "keys.json")
        must(is_sha(keys["master"]), "the master secret is not 64 hexadecimal digits")
        names = keys["name_columns"]
        must(is_list(names, is_text) and len(set(names)) == len(names), "name_columns are not headers, or one stands twice")
        instance = self.need(self.instance, "the pool")
        name_columns = [instance.spelled(name) for name in names]
        lines = self.folder.read("pool.leaves").split(b"\n")
        must(len(lines) == instance.count + 2 and lines[-1] == b"", "pool.leaves does not have %d lines" % (instance.count + 1))
        headers = [trim(instance.header[place]) for place in instance.feature_columns]
        for number in range(instance.count + 1):
            salt = hmac.new(bytes.fromhex(keys["master"]), b"klero/salt/1 %d" % number, hashlib.sha256).hexdigest()
            if number == 0:
                leaf = '{"number":0,"salt":"%s","setup":"%s"}' % (salt, self.folder.sha("setup.json"))
            else:
                features = zip(headers, instance.cells(number, instance.feature_columns))
                household, name = instance.cells(number, instance.household_columns), instance.cells(number, name_columns)
                leaf = member_leaf(features, household, instance.ids[number], name, number, salt)
            must(leaf_hash(leaf).hex().encode() == lines[number], "leaf %d is not the one in pool.leaves" % number)
        return "The leaves made from the pool are those of pool.leaves"

    # [The beacon]

    def commit_time(self):
        commit = self.need(self.commit, "commit.txt")
        comes = seconds_of_round(commit.round)
        must(commit.seconds < comes,
             "round %d came %d s before the commitment was published, or just then" % (commit.round, commit.seconds - comes))
        return "Round %d comes %d s after the commitment was published" % (commit.round, comes - commit.seconds)

    def beacon_round(self):
        value = self.json("beacon.json")
        has_keys(value, ("chain", "format", "randomness", "round", "signature"), "beacon.json")
        self.has_format(value, "beacon/1", "beacon.json")
        must(value["chain"] == "drand:quicknet", "beacon.json has another chain")
        must(is_number(value["round"], 1) and is_sha(value["randomness"]), "beacon.json: a wrong round or randomness")
        must(is_text(value["signature"]) and re.fullmatch("[0-9a-f]{96}", value["signature"]), "the signature is not 96 hexadecimal digits")
        must(sha(bytes.fromhex(value["signature"])) == value["randomness"], "the randomness is not the SHA-256 of the signature")
        self.beacon = value
        commit = self.need(self.commit, "commit.txt")
        must(value["round"] == commit.round,
             "beacon.json holds round %d, and the commitment names round %d" % (value["round"], commit.round))
        return "beacon.json holds round %d, and its randomness is the SHA-256 of its signature" % commit.round

    def beacon_signature(self):
        self.need(self.beacon, "beacon.json")
        raise Unchecked("this script cannot check BLS signatures; compare the signature with https://api.drand.sh/v2/beacons/quicknet/rounds/%d"
                        " or use klero verify or verify.html" % self.beacon["round"])

    # [result.json] [The seed and the ticket]

    def read_result(self):
        value = self.json("result.json")
        has_keys(value, ("draw", "fingerprint", "format"), "result.json")
        self.has_format(value, "result/2", "result.json")
        must(value["fingerprint"] is None or is_sha(value["fingerprint"]), "the fingerprint is neither a SHA-256 nor null")
        draw = value["draw"]
        has_keys(draw, ("key", "panel", "seed", "ticket"), "draw")
        must(draw["key"] is None or is_sha(draw["key"]), "the key is neither 64 hexadecimal digits nor null")
        if not self.committed or self.commit is not None:
            must((draw["key"] is None) == self.from_digits, "the key is null where digits were drawn, and nowhere else")
        has_keys(draw["panel"], ("members", "number"), "panel")
        must(is_members(draw["panel"]["members"]) and is_number(draw["panel"]["number"], 1),
             "the panel is not a number with ascending members")
        must(is_text(draw["seed"]) and is_number(draw["ticket"]), "the seed is not a text, or the ticket not a number")
        return value

    def drawn(self):
        return self.need(self.result, "result.json")["draw"]

    def draw_form(self):
        if self.result_fault:
            raise self.result_fault
        return "result.json has its form"

    def draw_seed(self):
        seed, fingerprint = self.drawn()["seed"], self.result["fingerprint"]
        if self.committed:
            commit = self.need(self.commit, "commit.txt")
            must(fingerprint == self.folder.sha("commit.txt"), "the fingerprint in result.json is not that of commit.txt")
            if commit.source == "digits":
                must(re.fullmatch("[0-9]{%d}" % commit.digits, seed, re.ASCII),
                     "the commitment is to %d digits, and the seed is %s" % (commit.digits, show(seed)))
                return "The seed are %d digits, as committed" % commit.digits
            if commit.source == "beacon":
                must(seed == self.need(self.beacon, "beacon.json")["randomness"], "the seed is not the randomness of the beacon")
                return "The seed is the beacon's randomness, as committed"
        else:
            must(fingerprint is None, "result.json names a fingerprint, and there is no commitment")
        must(seed and seed == trim(nfc(seed)), "the seed text is blank, not NFC, or has white space at its ends")
        return "The seed is a text%s" % (", as committed" if self.committed else "; nothing was committed to")

    def draw_key(self):
        seed = self.drawn()["seed"]
        text = sha(trim(nfc(seed)).encode("utf-8"))
        if self.committed:
            commit = self.need(self.commit, "commit.txt")
            lines = [self.folder.format("seed/2"), "fingerprint " + self.folder.sha("commit.txt")]
            if commit.source == "beacon":
                if not is_sha(seed):
                    raise Unchecked("the seed is not the randomness of a beacon")
                lines.append("beacon drand:quicknet %d %s" % (commit.round, seed))
            else:
                lines.append("text " + text)
        else:
            files = ("lottery.json", "probabilities.csv", "quotas.csv") + (("split.json",) if self.together else ())
            digests = [self.need(self.folder.sha(name), name) for name in files]
            lines = [self.folder.format("seed/1")] + ["%s %s" % (name.split(".")[0], digest) for name, digest in zip(files, digests)] + ["text " + text]
        key = sha("".join(line + "\n" for line in lines).encode("ascii"))
        must(key == self.drawn()["key"], "the seed gives the key %s, not the one in result.json" % key)
        return "The key follows from the seed"

    def draw_ticket(self):
        draw, tickets = self.drawn(), self.totals()[2]
        if self.from_digits:
            must(re.fullmatch("[0-9]{1,15}", draw["seed"], re.ASCII), "the seed is not digits")
            ticket = int(draw["seed"])
        else:
            ticket = ticket_of_key(self.need(draw["key"], "a key"), tickets)
        must(draw["ticket"] == ticket, "the ticket drawn is %d, not %d" % (ticket, draw["ticket"]))
        return "The ticket drawn is %d" % ticket

    def draw_panel(self):
        draw, before = self.drawn(), 0
        for p, (members, held) in self.panels():
            if before <= draw["ticket"] < before + held:
                must(draw["panel"]["number"] == p, "panel %d holds ticket %d, not panel %d" % (p, draw["ticket"], draw["panel"]["number"]))
                must(draw["panel"]["members"] == members, "panel %d has other members than result.json says" % p)
                return "Panel %d holds ticket %d" % (p, draw["ticket"])
            before += held
        raise Fail("no panel holds ticket %d" % draw["ticket"])

    # [selected.csv and remaining.csv]

    def sheet(self, name, selected):
        members, instance = set(self.drawn()["panel"]["members"]), self.need(self.instance, "the pool")
        rows = [row for row, number in zip(instance.rows, instance.number_of_row) if (number in members) == selected]
        self.holds(name, [instance.header] + rows)
        return "%s holds the rows of %s" % (name, "the drawn members" if selected else "all others")

    def holds(self, name, rows):
        must(self.folder.read(name) == write_csv(rows), "%s is not what the pool and the drawn panel give" % name)

    def draw_panels(self):
        panel, instance, split = self.drawn()["panel"], self.need(self.instance, "the pool"), self.need(self.split, "split.json")
        seat_of = seats_of(panel, split)
        rows = [(seat_of[number], row) for row, number in zip(instance.rows, instance.number_of_row) if number in seat_of]
        rows.sort(key=lambda seat_and_row: seat_and_row[0])  # within a panel the order of the pool stays
        self.holds("panels.csv", [["panel"] + instance.header] + [[str(seat)] + row for seat, row in rows])
        return "panels.csv holds the rows of the drawn members, by panel"

    def draw_new(self):
        members, instance = set(self.drawn()["panel"]["members"]), self.need(self.instance, "the pool")
        rows = [row for row, number in zip(instance.rows, instance.number_of_row) if number in members - instance.include]
        self.holds("new.csv", [instance.header] + rows)
        return "new.csv holds the rows of those who did not sit before"

    def draw_alternates(self):
        draw, instance = self.drawn(), self.need(self.instance, "the pool")
        second = "digits " + draw["seed"] if draw["key"] is None else "key " + draw["key"]
        members = [number for number in draw["panel"]["members"] if number <= instance.count]
        members.sort(key=lambda number: sha(("%s\n%s\nmember %d\n" % (self.folder.format("order/1"), second, number)).encode("utf-8")))
        rows = [[str(at)] + instance.members[number] for at, number in enumerate(members, 1)]
        self.holds("alternates.csv", [["order"] + instance.header] + rows)
        return "alternates.csv holds the rows of the drawn members in their order"

    # [Records that follow others: before] The records named are taken as they state themselves; their own checks say whether they are right.

    def find_named(self, given):
        """Finds the records that this one names among those given."""
        before = self.before
        self.given, self.earlier = given, given.named_by(self, before.result)
        self.alternates = given.named_by(self, before.alternates)
        self.former = [given.named_by(self, result) for result in before.former]

    def named(self):
        """The earlier record, where all those that are named are there."""
        missing = self.earlier is None or (self.before.alternates and self.alternates is None) or None in self.former
        if missing:
            raise Unchecked("not all records that this one names are among those given")
        return self.earlier

    @staticmethod
    def taken(read):
        """What is read from a file for a comparison of records; where it cannot be read, another check says why."""
        try:
            return read()
        except Fail as fail:
            raise Unchecked(str(fail))

    def chain_before(self):
        earlier, before = self.named(), self.before
        if self.commit is not None and self.commit.before is not None:
            must(self.commit.before.says == before.says, "setup.json and commit.txt do not follow the same record in the same way")
        for other in [earlier, *([self.alternates] if self.alternates else []), *self.former]:
            must(self.folder.rehearsal or not other.folder.rehearsal, "it follows or names a rehearsal, and is none")
        must(not self.given.goes_round(self), "the record that it follows leads back to this one, so none of them is the first")
        must(earlier.step != "alternates", "the record that it follows holds alternates, and is no panel")
        if before.panel is None:
            must(earlier.together is None, "the record that it follows draws %s panels, and the step names none of them" % earlier.together)
        else:
            must(before.panel <= (earlier.together or 0), "the record that it follows has no panel %s" % before.panel)
        if self.alternates:
            self.before_alternates(self.alternates)
        if self.step == "rotate":
            for record in (self, earlier, *self.former):
                must(record.setup is None or record.setup["id_column"] is not None, "rows are numbered here or in a record named, so that nobody is known again")
        self.no_rival()
        must(self.need(earlier.result, "result.json of the earlier record")["fingerprint"] == before.fingerprint,
             "the record that it follows has another fingerprint")
        return "The record that it follows is there (step %s)" % before.step

    def before_alternates(self, alternates):
        """The record of alternates that this one names is about the same panel."""
        must(alternates.step == "alternates", "the record of alternates that it names holds no alternates")
        must(alternates.before.result in self.given.line(self), "the alternates that it names are those of another draw")
        must(self.given.panel_number(alternates) == self.given.panel_number(self), "the alternates that it names are those of another panel")

    def no_rival(self):
        """No other record given takes the same step after the same one."""
        before = self.before
        for other in self.given.others(self):
            if other.before is None or other.before.result != before.result:
                continue
            if self.step == "alternates":
                must(other.before.step != before.step, "another of the records given holds alternates for the same panel")
            elif other.step in ("replace", "rotate"):
                must(None not in (before.panel, other.before.panel) and before.panel != other.before.panel,
                     "another of the records given replaces or rotates after the same one")

    @staticmethod
    def all_hold(conditions):
        """Looks at every condition: one that cannot be looked at counts only where no other one fails."""
        missing = []
        for condition in conditions:
            try:
                condition()
            except Unchecked as reason:
                missing.append(reason)
        if missing:
            raise missing[0]

    def chain_pool(self):
        self.named()
        self.all_hold([self.identifiers_stay, self.pool_stays, self.leaves_stay])
        return "The pool is that of the earlier record"

    def identifiers_stay(self):
        both = [record.setup["id_column"] for record in (self, self.earlier) if record.setup is not None]
        must(len(both) < 2 or both[0] == both[1], "id_column is not that of the earlier record, so that members have other numbers")

    def pool_stays(self):
        must(self.public or self.earlier.public or self.has_same("pool.csv"), "the pool is not that of the earlier record")

    def leaves_stay(self):
        if self.public or self.earlier.public or (self.committed and self.earlier.committed):
            own, its = self.taken(self.read_leaves), self.taken(self.earlier.read_leaves)
            must(len(own) == len(its) and own[1:] == its[1:], "the leaves of the members are not those of the earlier record")

    def has_same(self, name):
        """Whether the earlier record has this file too: by SHA-256, or, where one of the two is a rehearsal, by its rows."""
        if self.folder.rehearsal == self.earlier.folder.rehearsal:
            own, its = (self.need(record.folder.sha(name), name + " of both records") for record in (self, self.earlier))
        else:
            own, its = (self.taken(lambda: record.rows_unmarked(name)) for record in (self, self.earlier))
        return own == its

    def rows_unmarked(self, name):
        """The rows of pool.csv or quotas.csv, without the column that marks a rehearsal."""
        header, rows = read_csv(self.folder.read(name), name)
        if self.folder.rehearsal:
            marked(header, rows, name)
        return [row[1 if self.folder.rehearsal else 0:] for row in [header] + rows]

    def panel_of(self, other):
        return self.need(other.result, "result.json of an earlier record")["draw"]["panel"]

    def parts_of(self, other):
        """Who sits on which of the panels that a record drew together: member -> panel."""
        panel = self.panel_of(other)
        self.need(other.together, "several panels in the earlier record")
        return seats_of(panel, self.taken(other.read_split))

    def seats_before(self):
        """The members of the earlier panel whom the step is about."""
        earlier = self.named()
        if self.before.panel is None:
            return self.panel_of(earlier)["members"]
        return [number for number, seat in self.parts_of(earlier).items() if seat == self.before.panel]

    def names_on(self, other):
        """The identifiers of a record's panel."""
        instance = self.need(other.instance, "the pools of the records named, in full form")
        return {instance.ids[number] for number in self.panel_of(other)["members"] if number <= instance.count}

    def names_on_former(self):
        return set().union(*map(self.names_on, self.former))

    def held(self, number):
        """How many tickets a member has; those who are not in the pool have none."""
        return self.by_member[number] if number <= self.count else 0

    def chain_seats(self):
        self.need(self.lottery, "lottery.json")
        if self.step == "rotate":
            return self.seats_of_a_rotation()
        self.panel_of(self.named())  # without it, nothing is checked
        on = set(self.seats_before()) if self.step == "replace" else set()
        for number in sorted(on):
            must(self.held(number) in (0, self.tickets), "member %d sat on the earlier panel, and neither stays nor goes" % number)
        must(self.step != "replace" or any(self.held(number) == 0 for number in on), "nobody of the earlier panel goes, so that no seat is free")
        unread = False
        for record in self.given.in_line(self):
            if record.result is None:
                unread = True
                continue
            for number in self.panel_of(record)["members"]:
                must(number in on or self.held(number) == 0, "member %d %s, and has tickets"
                     % (number, "sits already" if record is self.earlier else "sat earlier"))
        if self.step == "replace":
            must(self.size == len(on), "there are %d seats, and the earlier panel has %d members" % (self.size, len(on)))
        unread = self.somebody_sits_twice() or unread
        if unread:
            raise Unchecked("this needs result.json of all records back to the first draw, and of those that replace on its other panels")
        return "Those who sat stay or go" if self.step == "replace" else "Nobody who sits or sat has tickets"

    def seats_of_a_rotation(self):
        earlier, instance = self.named(), self.need(self.instance, "the pool, in full form")
        sat, rest = self.names_on(earlier), self.names_on_former()
        for number in range(1, self.count + 1):
            name, out = instance.ids[number], number in instance.exclude
            must(name not in sat or out or self.held(number) == self.tickets, "member %d sat on the earlier panel, and neither stays nor is excluded" % number)
            must(name not in rest or out or number in instance.include, "member %d should rest, and is neither excluded nor included" % number)
        return "Those who sat stay or are excluded, and those who should rest do"

    def somebody_sits_twice(self):
        """Fails where somebody sits here and on another panel of the same first draw; says whether a panel that was drawn cannot be read."""
        unread = False
        for other in self.given.beside(self, copies=True):
            if not other.draws:
                continue
            if other.result is None or (self.draws and self.result is None):
                unread = True
            elif self.draws and self.step == "replace":
                twice = set(self.drawn()["panel"]["members"]) & set(self.panel_of(other)["members"])
                must(not twice, "members %s sit on panel %d and on panel %d, which another record given replaces on" % (
                    ", ".join(map(str, sorted(twice))), self.given.panel_number(self), self.given.panel_number(other)))
        return unread

    def chain_included(self):
        earlier, setup = self.named(), self.need(self.setup, "setup.json")
        include = setup["rules"]["include"]
        if self.step == "alternates":
            must(not include, "somebody is included among alternates")
        if not include:  # whoever sat on the panel, and even where there is no such panel
            return "Nobody is included"
        if self.step == "rotate":
            instance, sat = self.need(self.instance, "the pool"), self.names_on(earlier)
            wrong = [number for number in include if instance.ids[number] not in sat]
        else:
            may = set(self.seats_before()) | (set(self.panel_of(self.alternates)["members"]) if self.alternates else set())
            wrong = [number for number in include if number not in may]
        must(not wrong, "members %s are included, and did not sit before" % ", ".join(map(str, wrong)))
        return "All %d who are included sat before%s" % (len(include), " or are alternates" if self.alternates else "")

    def chain_rules(self):
        """What stays the same from step to step."""
        earlier = self.named()
        if earlier.public:
            raise Unchecked("this needs the full record of the one that it follows")
        self.all_hold([lambda: self.rules_stay(earlier), lambda: self.apart_stays(earlier), self.nobody_is_barred])
        return "Households, and whoever is excluded or kept apart, are as before"

    def rules_of_both(self, earlier):
        return self.need(self.setup, "setup.json")["rules"], self.need(earlier.setup, "setup.json of the earlier record")["rules"]

    def rules_stay(self, earlier):
        own, its = self.rules_of_both(earlier)
        for key in ("household_columns", "household_limit"):
            must(own[key] == its[key], "%s is not that of the earlier record" % key)
        lost = set(its["exclude"]) - set(own["exclude"]) - set(own["include"])
        must(not lost, "members %s were excluded in the earlier record, and are neither excluded nor included here" % ", ".join(map(str, sorted(lost))))

    def apart_stays(self, earlier):
        own, its = self.rules_of_both(earlier)
        for group in its["apart"]:
            must(group in own["apart"], "a group of the earlier record is not kept apart: members %s" % ", ".join(map(str, group)))
        new, one_of_several = [group for group in own["apart"] if group not in its["apart"]], self.given.panel_number(self) is not None
        if not new:
            return
        must(self.step == "alternates" or one_of_several, "a new group is kept apart, though all of them may sit on this panel")
        must(own["household_limit"] >= 2, "a new group is kept apart, where at most one of a household sits anyway")
        for group in new:
            must(not set(group) & set(own["include"]), "a new group is kept apart, of whom one is included: members %s" % ", ".join(map(str, group)))
        for group in new:
            houses = {self.need(self.instance, "the pool").house_of.get(number) for number in group}
            must(len(houses) == 1 and None not in houses, "a new group is kept apart that is not of one household: members %s" % ", ".join(map(str, group)))

    def nobody_is_barred(self):
        """Whoever is new on one of several panels has no housemates on the others, nor anybody from whom he or she is kept apart."""
        number = self.given.panel_number(self)
        if self.step != "replace" or number is None or not self.draws:
            return
        new = set(self.drawn()["panel"]["members"]) - set(self.seats_before())
        elsewhere, first = set(), self.given.named_by(self, self.given.line(self)[-1])
        if first is not None:
            elsewhere.update(member for member, seat in self.parts_of(first).items() if seat != number)
        for other in self.given.beside(self):
            elsewhere.update(self.panel_of(other)["members"] if other.draws else ())
        barred = new & self.need(self.instance, "the pool").barred_by(elsewhere)
        must(not barred, "members %s are new, and barred by whoever sits on another panel" % ", ".join(map(str, sorted(barred))))

    def more_excluded(self):
        """How many are excluded though the step does not ask for it; 0 where the check that this rests on did not pass."""
        exclude = self.instance.exclude if self.instance is not None else set()
        if self.step == "rotate" and self.passes("chain.seats"):
            asked_for = self.names_on(self.earlier) | self.names_on_former()
            return sum(self.instance.ids[number] not in asked_for for number in exclude)
        if self.step == "rotate" or not self.passes("chain.rules"):
            return 0
        panels = lambda records: set().union(*(self.panel_of(record)["members"] for record in records))  # noqa: E731
        elsewhere = panels(other for other in self.given.beside(self) if other.draws)
        left = set(self.seats_before()) if self.step == "replace" else set()
        barred = self.instance.barred_by(elsewhere | panels([self.earlier]) - left)
        return len(exclude - set(self.earlier.setup["rules"]["exclude"]) - panels(self.given.in_line(self)) - elsewhere - barred)

    def chain_time(self):
        """Where something follows from a round, it is committed to after that."""
        earlier = self.named()
        those = [earlier, *([self.alternates] if self.alternates else []), *self.former, *(self.given.in_line(self) if self.step != "rotate" else [])]
        commit, unread, compared = self.need(self.commit, "commit.txt"), False, set()
        for other in those:
            if not other.from_beacon:
                continue
            if other.commit is None:
                unread = True
                continue
            its = other.commit.round
            compared.add(its)
            must(commit.round > its, "round %d does not come after round %d of a record before" % (commit.round, its))
            must(commit.seconds >= seconds_of_round(its), "the commitment was published before round %d of a record before came" % its)
        if unread:
            raise Unchecked("this needs commit.txt of all records before that are committed to a beacon")
        if not compared:
            return "No record before is committed to a beacon"
        return "Round %d, and the commitment to it, come after the rounds of the records before: %s" % (commit.round, ", ".join(map(str, sorted(compared))))

    # [Receipts]

    def receipt_form(self):
        with open_regular(self.receipt_path, MIB, "the receipt") as file:
            value = parse_json(utf8(file.read(), "the receipt"), "the receipt")
        has_keys(value, ("fingerprint", "format", "leaf", "path", "tickets"), "the receipt")
        self.has_format(value, "receipt/1", "the receipt")
        must(is_sha(value["fingerprint"]) and is_list(value["path"], is_sha), "the receipt's fingerprint or path are not SHA-256")
        must(is_text(value["leaf"]) and is_number(value["tickets"]), "the receipt's leaf is not a text, or its tickets not a number")
        leaf = parse_json(value["leaf"], "the leaf")
        has_keys(leaf, ("features", "household", "id", "name", "number", "salt"), "the leaf")
        must(is_list(leaf["features"], lambda pair: is_list(pair, is_text) and len(pair) == 2), "the leaf's features are not pairs")
        must(is_list(leaf["household"], is_text) and is_list(leaf["name"], is_text) and is_text(leaf["id"]),
             "the leaf's cells are not texts")
        must(is_number(leaf["number"], 1) and is_sha(leaf["salt"]), "the leaf's number or salt is wrong")
        must(value["leaf"] == member_leaf(**{"identifier" if key == "id" else key: leaf[key] for key in leaf}),
             "the leaf is not written as leaves are")
        self.receipt, self.leaf = value, leaf
        return "The receipt is for member %d, %s" % (leaf["number"], show(leaf["id"]))

    def receipt_commitment(self):
        receipt = self.need(self.receipt, "the receipt")
        must(receipt["fingerprint"] == self.need(self.folder.sha("commit.txt"), "commit.txt"), "the receipt is for another commitment")
        return "The receipt is for this commitment"

    def receipt_leaf(self):
        receipt, leaves = self.need(self.receipt, "the receipt"), self.need(self.leaves, "pool.leaves")
        number = self.leaf["number"]
        must(number < len(leaves), "there is no member %d" % number)
        must(leaf_hash(receipt["leaf"]) == leaves[number], "the leaf is not the one in line %d of pool.leaves" % number)
        return "The leaf stands in line %d of pool.leaves (from 0)" % number

    def receipt_path_leads(self):
        receipt, commit = self.need(self.receipt, "the receipt"), self.need(self.commit, "commit.txt")
        must(self.leaf["number"] <= commit.members, "there is no member %d" % self.leaf["number"])
        path = [bytes.fromhex(digest) for digest in receipt["path"]]
        must(len(path) <= 64, "the path is too long")
        root = root_from_path(self.leaf["number"], commit.members + 1, leaf_hash(receipt["leaf"]), path)
        must(root.hex() == commit.root, "the path does not lead to the pool root")
        return "The path leads from the leaf to the pool root"

    def receipt_tickets(self):
        receipt, _ = self.need(self.receipt, "the receipt"), self.need(self.lottery, "lottery.json")
        number = self.leaf["number"]
        must(number <= self.count, "there is no member %d" % number)
        must(receipt["tickets"] == self.by_member[number],
             "the lottery gives member %d %d tickets, not %d" % (number, self.by_member[number], receipt["tickets"]))
        return "The lottery gives member %d %d of %d tickets" % (number, receipt["tickets"], self.tickets)

    # The verdict, and whether it is VERIFIED.

    FULL_ONLY = {
        "setup.form", "pool.form", "alternates.form", "lottery.quotas", "lottery.rules", "certificate.form", "certificate.cuts", "certificate.stages",
        "certificate.gap", "probabilities.form", "probabilities.tickets", "commit.leaves", "draw.selected", "draw.remaining", "lottery.parts",
        "draw.panels", "draw.new", "draw.alternates", "chain.included",
        "chain.rules",
    }

    def verdict(self):
        failed = [check["id"] for check in self.checks if check["verdict"] == "FAIL"]
        unmade = [check["id"] for check in self.checks if check["verdict"] == "NOT CHECKED"]
        of_identifiers = {"chain.seats"} if self.step == "rotate" else set()  # these need the pools
        given_up = [name for name in unmade if self.public and name in self.FULL_ONLY | of_identifiers]
        unmade = [name for name in unmade if name not in given_up]
        self.reason, self.notes = None, []
        on_word = unmade == ["certificate.cuts"] and bool(self.on_word)
        if failed or (unmade and not on_word):
            if failed:
                self.reason = "Failed: %s." % ", ".join(failed)
            elif unmade == ["beacon.signature"]:
                self.reason = "Nothing failed. The one thing left to check is beacon.signature, which this script cannot do."
            else:
                self.reason = "Nothing failed, but this was not checked: %s." % ", ".join(unmade)
            return "NOT VERIFIED" + (" (%s)" % MARK if self.folder.rehearsal else ""), False
        self.notes = list(self.notes_of_the_verdict(len(given_up)))
        text = "VERIFIED" + (" (%s)" % "; ".join(self.notes) if self.notes else "")
        if on_word:
            stages = "1 STAGE" if len(self.on_word) == 1 else "%d STAGES" % len(self.on_word)
            text += ", EXCEPT THAT THE FAIRNESS OF %s RESTS ON A SOLVER'S WORD" % stages
        return text, not on_word

    def passes(self, identifier):
        return any(check["id"] == identifier and check["verdict"] == "PASS" for check in self.checks)

    def notes_of_the_verdict(self, given_up):
        """What applies, in the order of record.md."""
        if self.folder.rehearsal:
            yield MARK
        if not self.draws:
            yield "lottery only; nothing was drawn"
        if self.draws and not self.committed:
            yield "no commitment; the seed may have been chosen to suit"
        if not self.public and not self.certified:
            yield "no certificate; how fair the lottery is was not checked"
        if self.passes("certificate.gap") and self.gap > Fraction(1, 10**6):
            yield "chances are up to %d.%d percentage points from the fairest" % divmod(-(-1000 * self.gap // 1), 10)
        if self.step == "replace" and self.attempt(lambda: self.has_same("quotas.csv"))[1] is False:
            yield "other quotas than before"
        more = self.more_excluded()
        if more:
            yield "%s excluded than its step asks for" % ("1 member more is" if more == 1 else "%d members more are" % more)
        if self.step == "alternates":
            certain = self.by_member[1:].count(self.tickets)
            if certain:
                yield "1 member is certain to be an alternate" if certain == 1 else "%d members are certain to be alternates" % certain
            unknown, on = self.attempt(self.seats_before)
            if not unknown and self.size > len(on):
                yield "more alternates than seats"
        if self.public:
            yield "public form; %d checks need the full record" % given_up


def what_no_check_shows(verification):
    """[What verification checks, at the end]"""
    yield "that everybody who registered is in the pool, and that every entry is a real person"
    if verification.committed:
        yield ("that the fingerprint was public at the time that commit.txt states (compare it with what you were sent or what was printed), and that no"
               " other commitment was made besides those named as earlier attempts")
        source = None if verification.commit is None else verification.commit.source
        if source in (None, "digits"):
            yield "that digits were not known before (that needs eyes in the room)"
        if source in (None, "phrase"):
            yield ("that nobody tried out phrases until one drew whom they liked (whoever has the files can; that rests on who chose the words,"
                   " and how)")
    elif verification.draws:
        yield ("that the seed text was not chosen, or the files not chosen to suit it, after somebody knew what they would draw, and that the cells of"
               " pool.csv are those from before the draw")
    if verification.before:
        yield ("that no other record follows the same one, beside those given; that those who are said to have dropped out, or who are excluded since they"
               " cannot come, said so; that those alternates were called in whom klero call names; that an identifier stands for the same person in the pools of"
               " two terms; and that other quotas than before, or the quotas of a list of alternates, do not ask for somebody whom their makers would like (probabilities.csv shows how many can be drawn, and with which chances)")


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    as_json, receipt, folders, rest = False, None, [], list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--json":
            as_json = True
        elif argument == "--receipt" and rest:
            receipt = rest.pop(0)
        elif argument == "--help" or argument.startswith("--"):
            folders = []
            break
        else:
            folders.append(argument)
    if not folders:
        print("usage: python3 verify.py [--json] [--receipt FILE] DIR...", file=sys.stderr)
        return 2
    verifications = []
    for place in folders:
        try:
            verifications.append(Verification(Folder(place)))
        except (OSError, ValueError) as error:
            print("%s cannot be read: %s" % (place, error), file=sys.stderr)
            return 2
    if receipt is not None:
        record_of_receipt(receipt, verifications).receipt_path = receipt
    for verification in verifications:
        verification.run_own()
    for verification in verifications:  # these need what the others have read
        verification.run_chain(verifications)
        verification.run_receipt()
    verdicts = [verification.verdict() for verification in verifications]
    all_verified = all(verified for _, verified in verdicts)
    together = together_verdict(verifications, all_verified)
    if as_json:
        objects = [{"checks": verification.checks, "verdict": verdict, "verified": verified}
                   for verification, (verdict, verified) in zip(verifications, verdicts)]
        if len(folders) == 1:
            print(json.dumps(objects[0], ensure_ascii=False))
        else:
            records = [{**made, "record": place} for made, place in zip(objects, folders)]
            print(json.dumps({"records": records, "verdict": together, "verified": all_verified}, ensure_ascii=False))
        return 0 if all_verified else 1
    for place, verification, (verdict, _) in zip(folders, verifications, verdicts):
        if len(folders) > 1:
            print("Record %s" % place)
        print_verification(verification, verdict)
        if len(folders) > 1:
            print()
    if len(folders) > 1:
        print(together)
    return 0 if all_verified else 1


def record_of_receipt(receipt, verifications):
    """[What verification checks] The record that a receipt is checked with: the first whose commitment it names, or else the first of all."""
    try:
        with open_regular(receipt, MIB, "the receipt") as file:
            value = parse_json(utf8(file.read(), "the receipt"), "the receipt")
    except (Fail, OSError):  # receipt.form says so
        value = None
    named = value.get("fingerprint") if isinstance(value, dict) else None
    has = (verification for verification in verifications if is_text(named) and verification.folder.sha("commit.txt") == named)
    return next(has, verifications[0])


def together_verdict(verifications, all_verified):
    """[What verification checks] The last line of several records."""
    rehearsal = [MARK] if any(verification.folder.rehearsal for verification in verifications) else []
    notes = rehearsal + ([note for verification in verifications for note in verification.notes] if all_verified else [])
    text = "VERIFIED TOGETHER" if all_verified else "NOT VERIFIED TOGETHER"
    return text + (" (%s)" % "; ".join(dict.fromkeys(notes)) if notes else "")


def print_verification(verification, verdict):
    for check in verification.checks:
        print("%-11s  %-22s %s" % (check["verdict"], check["id"], check["sentence"]))
    print("\nWhat no check can show:")
    for line in what_no_check_shows(verification):
        print("- " + line + ".")
    print()
    if verification.reason:
        print(verification.reason)
    print(verdict)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
