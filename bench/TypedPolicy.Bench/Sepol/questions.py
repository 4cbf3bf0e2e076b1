# Loads a policy and answers the questions of a file with setools' own queries, in one process; labels with libselinux's binding.
# The arguments: policy, file contexts, questions, permission map, where to write. Writes an answer a line, then times and memory.
import resource
import stat
import sys
import time

import selinux
import setools

policy_file, contexts, questions, permissions, output = sys.argv[1:]
times = {}
clock = time.monotonic()
policy = setools.SELinuxPolicy(policy_file)
selinux.matchpathcon_init(contexts)
times["load"] = time.monotonic() - clock
transitions = None
flows = None


def length(paths):
    for path in paths:
        return str(len(list(path)) or "-")
    return "-"


def allow(source, target, tclass, permission):
    query = setools.TERuleQuery(policy, ruletype=["allow"], source=source, target=target, tclass=[tclass], perms=[permission])
    return str(len(list(query.results())))


def transition(source, target, tclass):
    query = setools.TERuleQuery(policy, ruletype=["type_transition"], source=source, target=target, tclass=[tclass])
    for rule in query.results():
        try:
            rule.filename
        except (AttributeError, setools.exception.SEToolsException):
            return str(rule.default)
    return "-"


def label(path):
    try:
        return selinux.matchpathcon(path, stat.S_IFREG)[1]
    except OSError:
        return "<<none>>"


def members(attribute):
    query = setools.TypeAttributeQuery(policy, name=attribute)
    return str(len(list(next(iter(query.results())).expand())))


def path(source, target):
    global transitions
    if transitions is None:
        transitions = setools.DomainTransitionAnalysis(policy)
    return length(transitions.shortest_path(source, target))


def flow(source, target):
    global flows
    if flows is None:
        flows = setools.InfoFlowAnalysis(policy, setools.PermissionMap(permissions), min_weight=3)
    return length(flows.shortest_path(source, target))


kinds = {"allow": allow, "transition": transition, "label": label, "members": members, "path": path, "flow": flow}
with open(questions) as lines, open(output, "w") as answers:
    for line in lines:
        kind, *words = line.split()
        clock = time.monotonic()
        print(kinds[kind](*words), file=answers)
        times[kind] = times.get(kind, 0) + time.monotonic() - clock
    print("times", *("%s=%.1f" % (kind, seconds * 1000) for kind, seconds in times.items()), file=answers)
    print("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000, file=answers)
