"""verify.py on the test vectors and on the corpus of tampered records. Run: python3 -m unittest discover -s tests/verify_py"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
VECTORS = os.path.join(ROOT, "tests", "vectors")
sys.dont_write_bytecode = True
sys.path[:0] = [os.path.join(ROOT, "verify"), os.path.join(ROOT, "tests", "corpus")]
import verify  # noqa: E402


def load_corpus_writer():
    import importlib.util
    spec = importlib.util.spec_from_file_location("corpus_make", os.path.join(ROOT, "tests", "corpus", "make.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verification(folder, receipt=None, others=()):
    made = verify.Verification(verify.Folder(folder), receipt)
    made.run_all(others)
    return made, *made.verdict()


def together(folder, records, receipt=None):
    """The records in these folders of a folder, given together."""
    made = [verify.Verification(verify.Folder(os.path.join(folder, record))) for record in records]
    if receipt is not None:
        verify.record_of_receipt(receipt, made).receipt_path = receipt
    for one in made:
        one.run_own()
    for one in made:
        one.run_chain(made)
        one.run_receipt()
    return [(one, *one.verdict()) for one in made]


def run(*arguments):
    done = subprocess.run([sys.executable, os.path.join(ROOT, "verify", "verify.py"), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Vectors(unittest.TestCase):
    def test_they_are_what_make_py_writes(self):
        done = subprocess.run([sys.executable, os.path.join(VECTORS, "make.py"), "--check"], stdout=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_verdicts(self):
        expected = {
            "solved": "VERIFIED (lottery only; nothing was drawn)",
            "solved_maximin": "VERIFIED (lottery only; nothing was drawn; no certificate; how fair the lottery is was not checked)",
            "at_once": "VERIFIED (no commitment; the seed may have been chosen to suit)",
            "at_once_rows": "VERIFIED (no commitment; the seed may have been chosen to suit; chances are up to 10.8 percentage points from the fairest)",
            "committed_beacon": "VERIFIED (lottery only; nothing was drawn)",
            "drawn_rules": "VERIFIED",
            "drawn_beacon": "NOT VERIFIED",
            "public_committed_digits": "VERIFIED (lottery only; nothing was drawn; public form; 11 checks need the full record)",
            "public_drawn_digits": "VERIFIED (public form; 13 checks need the full record)",
            "public_drawn_rows": "NOT VERIFIED",
        }
        for name, verdict in expected.items():
            code, out, err = run(os.path.join(VECTORS, name))
            self.assertEqual((out.splitlines()[-1], err), (verdict, ""), name)
            self.assertEqual(code, 1 if verdict == "NOT VERIFIED" else 0, name)

    def test_only_the_signature_is_missing(self):
        _, out, _ = run(os.path.join(VECTORS, "drawn_beacon"))
        self.assertEqual([line.split()[2] for line in out.splitlines() if line.startswith("NOT CHECKED")], ["beacon.signature"])
        self.assertIn("The one thing left to check is beacon.signature", out)

    def test_json(self):
        code, out, _ = run("--json", "--receipt", os.path.join(VECTORS, "receipts", "drawn_rules", "3.json"), os.path.join(VECTORS, "drawn_rules"))
        value = json.loads(out)
        self.assertEqual((code, sorted(value), value["verdict"], value["verified"]), (0, ["checks", "verdict", "verified"], "VERIFIED", True))
        self.assertEqual([check["id"] for check in value["checks"]], [
            "files.present", "files.hashes", "setup.form", "pool.form", "lottery.form", "lottery.size", "lottery.quotas", "lottery.rules",
            "lottery.tickets", "certificate.form", "certificate.cuts", "certificate.stages", "certificate.gap", "probabilities.form",
            "probabilities.tickets", "commit.form", "commit.pool", "commit.leaves", "draw.form", "draw.seed", "draw.key", "draw.ticket",
            "draw.panel", "draw.selected", "draw.remaining", "receipt.form", "receipt.commitment", "receipt.leaf", "receipt.path", "receipt.tickets"])
        self.assertTrue(all(sorted(check) == ["id", "sentence", "verdict"] for check in value["checks"]))

    def test_several_records(self):
        chain = [os.path.join(VECTORS, "chain_alternates", number) for number in "312"]
        code, out, err = run(*chain)
        said = out.splitlines()
        uncertified = "no certificate; how fair the lottery is was not checked"
        self.assertEqual((code, err, said[-1]), (0, "", "VERIFIED TOGETHER (%s; 1 member is certain to be an alternate)" % uncertified))
        self.assertEqual([line for line in said if line.startswith("Record ")], ["Record " + folder for folder in chain])
        self.assertEqual([line for line in said if line.startswith("VERIFIED") and not line.startswith("VERIFIED TOGETHER")], [
            "VERIFIED (%s)" % uncertified, "VERIFIED", "VERIFIED (%s; 1 member is certain to be an alternate)" % uncertified])
        code, out, _ = run("--json", *chain)
        value = json.loads(out)
        self.assertEqual((code, sorted(value), value["verdict"], value["verified"]), (0, ["records", "verdict", "verified"], said[-1], True))
        self.assertEqual([record["record"] for record in value["records"]], chain)
        self.assertTrue(all(sorted(record) == ["checks", "record", "verdict", "verified"] for record in value["records"]))
        self.assertEqual([check["id"] for check in value["records"][0]["checks"]][-9:], [
            "draw.panel", "draw.selected", "draw.remaining", "draw.new", "chain.before", "chain.pool", "chain.seats", "chain.included", "chain.rules"])
        ids = [check["id"] for check in value["records"][2]["checks"]]
        self.assertEqual(ids[3:6], ["pool.form", "alternates.form", "lottery.form"])
        self.assertEqual(ids[-6:], ["draw.alternates", "chain.before", "chain.pool", "chain.seats", "chain.included", "chain.rules"])

    def test_several_records_of_which_one_is_missing(self):
        code, out, _ = run(*(os.path.join(VECTORS, "chain_alternates", number) for number in "13"))
        self.assertEqual((code, out.splitlines()[-1]), (1, "NOT VERIFIED TOGETHER"))
        self.assertIn("\nVERIFIED\n", out)
        self.assertIn("Nothing failed, but this was not checked: chain.before, chain.pool, chain.seats, chain.included, chain.rules.\nNOT VERIFIED\n", out)
        code, out, _ = run(os.path.join(VECTORS, "chain_alternates", "3"))
        self.assertEqual((code, out.splitlines()[-1]), (1, "NOT VERIFIED"))
        self.assertNotIn("Record ", out)

    def test_a_receipt_goes_with_the_record_that_it_names(self):
        receipt = os.path.join(VECTORS, "receipts", "panels_drawn", "3.json")
        self.assertEqual(run("--receipt", receipt, os.path.join(VECTORS, "public_panels_drawn"))[0], 0)
        folders = [os.path.join(VECTORS, name) for name in ("drawn_phrase", "panels_drawn", "drawn_rules")]
        for given, code, of in ((folders, 0, 1), (folders[::2], 1, 0)):
            found, out, _ = run("--json", "--receipt", receipt, *given)
            asked = [any(check["id"].startswith("receipt.") for check in record["checks"]) for record in json.loads(out)["records"]]
            self.assertEqual((found, asked), (code, [at == of for at in range(len(given))]))
        code, out, err = run(os.path.join(VECTORS, "panels_drawn"), os.path.join(VECTORS, "nowhere"))
        self.assertEqual((code, out), (2, ""))
        self.assertIn("nowhere cannot be read", err)

    def test_the_checks_of_several_panels(self):
        _, out, _ = run("--json", os.path.join(VECTORS, "panels_drawn"))
        ids = [check["id"] for check in json.loads(out)["checks"]]
        self.assertEqual(ids[6:11], ["lottery.quotas", "lottery.rules", "lottery.split", "lottery.parts", "lottery.tickets"])
        self.assertEqual(ids[-3:], ["draw.selected", "draw.remaining", "draw.panels"])

    def test_a_rehearsal_says_so(self):
        _, out, _ = run(os.path.join(VECTORS, "rehearsal_beacon"))
        self.assertEqual(out.splitlines()[-1], "NOT VERIFIED (REHEARSAL, NOT THE DRAW)")
        _, out, _ = run(os.path.join(VECTORS, "rehearsal_at_once"))
        self.assertEqual(out.splitlines()[-1], "VERIFIED (REHEARSAL, NOT THE DRAW; no commitment; the seed may have been chosen to suit)")

    def test_the_last_line_of_several_says_that_one_is_a_rehearsal(self):
        chain = [os.path.join(VECTORS, "chain_rehearsal", number) for number in "123"]
        for folders, code, last in ((chain, 0, "VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW; no certificate; how fair the lottery is was not checked;"
                                     " no commitment; the seed may have been chosen to suit; 1 member is certain to be an alternate)"), (chain[1:], 1, "NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)"),
                                    ([chain[0], os.path.join(VECTORS, "drawn_digits")], 0,
                                     "VERIFIED TOGETHER (no certificate; how fair the lottery is was not checked)")):
            found, out, _ = run(*folders)
            self.assertEqual((found, out.splitlines()[-1]), (code, last))
            _, out, _ = run("--json", *folders)
            self.assertEqual(json.loads(out)["verdict"], last)

    def test_no_such_folder(self):
        self.assertEqual(run(os.path.join(VECTORS, "nowhere"))[0], 2)
        self.assertEqual(run(os.path.join(VECTORS, "README.md"))[0], 2)
        self.assertEqual(run()[0], 2)
        self.assertEqual(run("--what", VECTORS)[0], 2)

    def test_an_empty_folder_and_a_missing_receipt(self):
        with tempfile.TemporaryDirectory() as empty:
            made, verdict, _ = verification(empty)
            self.assertEqual((made.checks[0]["verdict"], verdict), ("FAIL", "NOT VERIFIED"))
        made, verdict, _ = verification(os.path.join(VECTORS, "drawn_phrase"), os.path.join(VECTORS, "nothing.json"))
        self.assertEqual((made.checks[-5]["verdict"], verdict), ("FAIL", "NOT VERIFIED"))


class Corpus(unittest.TestCase):
    def test_every_tampering_is_noticed(self):
        with tempfile.TemporaryDirectory() as out:
            entries = load_corpus_writer().write_corpus(os.path.join(out, "corpus"))
            self.assertGreater(len(entries), 500)
            self.assertGreater(sum(entry["records"] is not None for entry in entries), 300)
            self.assertGreater(sum(bool(entry["verdicts"]) for entry in entries), 40)
            for entry in entries:
                with self.subTest(entry["name"]):
                    place = os.path.join(out, "corpus", entry["dir"])
                    receipt = entry["receipt"] and os.path.join(out, "corpus", entry["receipt"])
                    if entry["records"] is None:
                        given = {"": verification(place, receipt)}
                    else:
                        given = {record + "/": made for record, made in zip(entry["records"], together(place, entry["records"], receipt))}
                    self.compare(entry, given)

    def compare(self, entry, given):
        """`given` maps what stands before the names of checks to (verification, verdict, whether it is verified)."""
        found = {before + check["id"]: check for before, (made, _, _) in given.items() for check in made.checks}
        for identifier, expected in entry["expect"].items():
            # This verifier cannot check the signature of a beacon.
            expected = "NOT CHECKED" if identifier.endswith("beacon.signature") else expected
            check = found.get(identifier, {"verdict": None})
            self.assertEqual(check["verdict"], expected, (identifier, check))
        for record, verdict in entry["verdicts"].items():
            self.assertEqual(given[record + "/"][1], verdict, record)
        self.assertFalse([check for check in found.values() if "stumbled" in check["sentence"]])
        if entry["last"] is not None:
            made = [verification for verification, _, _ in given.values()]
            self.assertEqual(verify.together_verdict(made, all(verified for _, _, verified in given.values())), entry["last"])
        signed = False
        for made, verdict, verified in given.values():
            signature = entry["verified"] and any(check["id"] == "beacon.signature" for check in made.checks)
            if signature:
                self.assertEqual(made.reason, "Nothing failed. The one thing left to check is beacon.signature, which this script cannot do.")
            elif entry["verified"]:
                self.assertTrue(verified, verdict)
            signed = signed or signature
        if entry["verified"]:
            self.assertFalse([name for name, check in found.items() if check["verdict"] == "FAIL"])
        self.assertEqual(all(verified for _, _, verified in given.values()), entry["verified"] and not signed)

    def test_a_solvers_word(self):
        with tempfile.TemporaryDirectory() as out:
            shutil.copytree(os.path.join(VECTORS, "solved_cuts"), os.path.join(out, "r"))
            entry = next(entry for entry in load_corpus_writer().changes.CORPUS if entry["name"] == "cut_by_word")
            entry["change"](os.path.join(out, "r"))
            code, printed, _ = run(os.path.join(out, "r"))
            self.assertEqual(code, 1)
            self.assertEqual(printed.splitlines()[-1], "VERIFIED (lottery only; nothing was drawn),"
                             " EXCEPT THAT THE FAIRNESS OF 1 STAGE RESTS ON A SOLVER'S WORD")

    def test_nothing_that_a_file_holds_makes_it_stumble(self):
        """Bytes changed at random: no traceback, and never VERIFIED unless nothing but a seedless corner was hit."""
        chance = random.Random(7)
        junk = [b"\xff", b"{", b"[", b'"', b"0", b"9" * 30, b"-", b"null", b"\0", b"\\ud800", b"e9", b".", b",", b"\n", b"\r", b"\xef\xbb\xbf", b"true", b"{}", b"[[]]", b"\\u0000", b" "]
        stumbled = []
        for name in ("drawn_rules", "drawn_digits", "public_drawn_beacon", "solved_cuts", "at_once_rows", "panels_drawn", "rehearsal_digits",
                     "chain_panels/2", "chain_panels/3", "chain_rotate/3", "public_chain_panels/2"):
            source, others = os.path.join(VECTORS, name), []
            if "/" in name:
                chain = os.path.join(VECTORS, name.split("/")[0])
                others = [verify.Verification(verify.Folder(os.path.join(chain, record))) for record in os.listdir(chain) if record != name.split("/")[1]]
                for other in others:
                    other.run_own()
            for _ in range(120):
                with tempfile.TemporaryDirectory() as out:
                    folder = os.path.join(out, "r")
                    shutil.copytree(source, folder)
                    file = os.path.join(folder, chance.choice(sorted(os.listdir(folder))))
                    with open(file, "rb") as held:
                        data = held.read()
                    at = chance.randrange(len(data))
                    data = data[:at] + chance.choice(junk) + data[at + chance.choice([0, 1, 1, 5, 200]):]
                    with open(file, "wb") as held:
                        held.write(data)
                    made, _, _ = verification(folder, os.path.join(VECTORS, "receipts", "drawn_rules", "4.json"), others)
                    for other in others:  # which may follow the one that was changed
                        other.checks = []
                        other.run_chain([made, *others])
                        stumbled += [(name, file, at, check) for check in other.checks if "stumbled" in check["sentence"]]
                    stumbled += [(name, file, at, check) for check in made.checks if "stumbled" in check["sentence"]]
        self.assertEqual(stumbled, [])


class Pieces(unittest.TestCase):
    def test_csv(self):
        read = lambda text: verify.read_csv(text.encode(), "x")  # noqa: E731
        self.assertEqual(read('a,b\r\n"x, ""y""",2\r\r\n ,\n3,Ann "A" Lee'), (["a", "b"], [['x, "y"', "2"], ["3", 'Ann "A" Lee']]))
        self.assertEqual(read('\ufeffa\n"1\r\n2"\n'), (["a"], [["1\r\n2"]]))
        self.assertEqual(read("a,b\n1,\n,2\n"), (["a", "b"], [["1", ""], ["", "2"]]))
        self.assertEqual(read('a,b\n,,,\n1,""'), (["a", "b"], [["1", ""]]))
        for text in ('a\n"1', 'a\n"1" ', 'a\n"1"x\n', "a,b\n1\n", "a\n1,2\n", "a\n", "", "a\n\0\n"):
            with self.assertRaises(verify.Fail, msg=repr(text)):
                read(text)

    def test_keys(self):
        self.assertEqual(verify.comparison_key("\u00a0 E\u0301\u2007X  y\t"), "\u00e9 x  y")
        self.assertEqual(verify.comparison_key("\x1c"), "\x1c")  # no White_Space, whatever Python says
        for spelling in ("12a Mill Lane", "12A, mill-lane.", " 12 a\u00a0MILL\tLANE", "12a Mill Lane\u200b"):
            self.assertEqual(verify.household_key(spelling), "12amilllane")
        self.assertEqual(verify.household_key(" – ./ "), "")

    def test_seats(self):
        for text, count in (("0", 0), ("007", 7), (" 4.000 ", 4), ("1000000000", 10**9), ("-0", 0)):
            self.assertEqual(verify.seats(text), count)
        for text in ("", "4.", ".0", "4.5", "-1", "+4", "1e3", "1000000001", "9" * 9999, "٤", "4,0"):
            with self.assertRaises(verify.Fail, msg=text):
                verify.seats(text)

    def test_chacha20(self):
        # The zero key of the test vectors in draft-strombergson-chacha-test-vectors, TC1, 256 bits, 20 rounds.
        stream = b"".join(word.to_bytes(8, "little") for word, _ in zip(verify.chacha20_words(bytes(32)), range(16)))
        self.assertEqual(stream[:32].hex(), "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7")
        self.assertEqual(stream[64:96].hex(), "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed")

    def test_ticket_passes_over_words_that_are_too_large(self):
        most = 2**53 - 1
        words = list(zip(range(3), verify.chacha20_words(bytes(32))))
        self.assertEqual(verify.ticket_of_key("00" * 32, most), words[0][1] % most)
        limit = 2**64 // 3 * 3
        self.assertEqual(limit, 2**64 - 1)

    def test_times(self):
        import datetime
        for text in ("2023-08-23T15:59:24Z", "2000-02-29T00:00:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
            moment = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ") - datetime.datetime(1970, 1, 1)
            self.assertEqual(verify.seconds_of(text), moment // datetime.timedelta(seconds=1))
        for text in ("2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2023-13-01T00:00:00Z", "2023-00-01T00:00:00Z", "2023-01-01T24:00:00Z",
                     "2023-01-01T00:00:60Z", "0000-01-01T00:00:00Z", "2023-1-1T00:00:00Z", "2023-01-01 00:00:00Z", "٢٠٢٣-01-01T00:00:00Z"):
            with self.assertRaises(verify.Fail, msg=text):
                verify.seconds_of(text)

    def test_paths_of_trees_of_all_sizes(self):
        import make as producer
        for count in range(1, 20):
            hashes = [verify.leaf_hash(str(at)) for at in range(count)]
            self.assertEqual(verify.tree_root(hashes), producer.root(hashes))
            for place in range(count):
                path = producer.path(place, hashes)
                self.assertEqual(verify.root_from_path(place, count, hashes[place], path), verify.tree_root(hashes))
                if count > 1:
                    other = verify.root_from_path((place + 1) % count, count, hashes[place], path) if len(path) == len(producer.path((place + 1) % count, hashes)) else None
                    self.assertNotEqual(other, verify.tree_root(hashes))

    def test_gap_is_rounded_up(self):
        F = verify.Fraction
        for value, text in ((F(0), "0"), (F(1, 3), "3.34e-1"), (F(1), "1.00e0"), (F(1, 10**9), "1.00e-9"), (F(9999, 10**7), "1.00e-3")):
            self.assertEqual(verify.rounded_up(value), text)

    def test_combinations(self):
        keys = ["id", "gender", "r & d"]
        csv = "feature,value,min,max\ngender,a,0,2\ngender,b,0,2\nR & D,x & y,0,2\nR & D,z=1,0,2\n%s,0,1\n"
        for row in ("gender=a & r & d = x & y,", ",gender=a & r & d = x & y", "combination,r & d=x & y&gender=a", "gender & r & d,a & x & y", "gender=a & R & D=x & y,combination"):
            _, quotas = verify.read_quotas((csv % row).encode(), keys, 2)
            self.assertEqual(quotas[-1].terms, ((0, 0), (1, 0)), row)
        for row in ("gender=a & r & d = w,", "gender=a & gender=b,", "combination,gender=a", "sex & r & d,a & x & y"):
            with self.assertRaises(verify.Fail, msg=row):
                verify.read_quotas((csv % row).encode(), keys, 2)


if __name__ == "__main__":
    unittest.main()
