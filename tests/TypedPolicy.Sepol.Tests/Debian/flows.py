# Reads pairs of types; answers the length of a shortest flow, or "-". The arguments are policy, map, least weight.
# Then, for each type of the fourth argument, all types that its information reaches in one step.
import sys
import setools

policy = setools.SELinuxPolicy(sys.argv[1])
analysis = setools.InfoFlowAnalysis(policy, setools.PermissionMap(sys.argv[2]), min_weight=int(sys.argv[3]))
for line in sys.stdin.read().splitlines():
    source, target = line.split()
    answer = "-"
    for path in analysis.shortest_path(source, target):
        answer = str(len(list(path)))
    print(answer)
for name in sys.argv[4].split(","):
    print(name + ":" + ",".join(sorted(str(step.target) for step in analysis.infoflows(name))))
