# Runs sediff for each line, which names two policies, in one interpreter. Answers each with the number of differences that it lists.
import contextlib
import io
import re
import runpy
import sys

for line in sys.stdin.read().splitlines():
    sys.argv = ["/usr/bin/sediff", *line.split()]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise RuntimeError(line + ": " + printed.getvalue())
    print(len(re.findall(r"^ {6}[-+*] ", printed.getvalue(), re.MULTILINE)))
