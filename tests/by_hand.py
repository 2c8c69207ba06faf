#!/usr/bin/env python3
"""Runs the commands of docs/by-hand.md and compares what they print with what the page says.

    python3 tests/by_hand.py           exit code 1 where something differs; says so and ends with 0 where a tool is missing
    python3 tests/by_hand.py --write   writes what they print into the page
"""

import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PAGE = os.path.join(ROOT, "docs", "by-hand.md")
TOOLS = ("bash", "sha256sum", "basenc", "od", "openssl", "bc", "awk")
MARK = "=== the next command ==="


def run(commands):
    """What each command prints, standard error included, all in one shell."""
    script = "".join("%s\necho '%s'\n" % (command, MARK) for command in commands)
    done = subprocess.run(["bash"], input=script.encode(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/"})
    return done.stdout.decode().split(MARK + "\n")[:-1]


def missing_tools():
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def compare():
    """The page as it is, and as it would be with what the commands print now."""
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    commands = [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in blocks]
    printed = iter(run([command for block in commands for command in block]))
    new = iter(["```console\n" + "".join("$ %s\n%s" % (command, next(printed)) for command in block) + "```" for block in commands])
    return page, re.sub(r"```console\n.*?```", lambda _: next(new), page, flags=re.DOTALL), sum(map(len, commands))


def main(arguments):
    if missing_tools():
        print("NOT RUN: by-hand.md needs %s, which this machine does not have" % ", ".join(missing_tools()))
        return 0
    page, fresh, count = compare()
    if arguments == ["--write"]:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(fresh)
        return 0
    for old, new in zip(page.splitlines(), fresh.splitlines()):
        if old != new:
            print("the page:  %s\nprinted:   %s" % (old, new))
            return 1
    print("%d commands print what by-hand.md says" % count)
    return 0 if page == fresh else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
