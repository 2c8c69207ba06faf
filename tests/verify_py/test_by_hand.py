"""docs/by-hand.md: its commands print what it says."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import by_hand  # noqa: E402


class ByHand(unittest.TestCase):
    def test_the_page(self):
        if by_hand.missing_tools():
            self.skipTest("by-hand.md needs %s, which this machine does not have" % ", ".join(by_hand.missing_tools()))
        page, fresh, count = by_hand.compare()
        self.maxDiff = None
        self.assertGreater(count, 40)
        self.assertEqual(page, fresh)


if __name__ == "__main__":
    unittest.main()
