# Runs a program of setools, the file of the first argument, once for each line of arguments, all in one interpreter. What it makes of its
# arguments (policy, map, analysis) is kept for the next run with the same, which saves minutes; everything else is the program's own.
# Answers each run with what it printed, its lines joined by tabs.
import contextlib
import io
import runpy
import sys
import setools


def kept(make, key):
    made = {}

    def get(*arguments, **named):
        wanted = key(*arguments, **named)
        if wanted not in made:
            made[wanted] = make(*arguments, **named)
        return made[wanted]

    return get


setools.SELinuxPolicy = kept(setools.SELinuxPolicy, lambda path: path)
setools.PermissionMap = kept(setools.PermissionMap, lambda path: path)
setools.InfoFlowAnalysis = kept(setools.InfoFlowAnalysis, lambda policy, permissions, **named: (id(policy), id(permissions), repr(named)))
setools.DomainTransitionAnalysis = kept(setools.DomainTransitionAnalysis, lambda policy, **named: (id(policy), repr(named)))
program = sys.argv[1]
for line in sys.stdin.read().splitlines():
    sys.argv = [program, *line.split()]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(program, run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise RuntimeError(line + ": " + printed.getvalue())
    print(printed.getvalue().strip().replace("\n", "\t"))
