# Reads questions "source target class permission", answers each with the texts of the rules that allow it, by tabs.
import sys
import setools

policy = setools.SELinuxPolicy(sys.argv[1])
questions = [tuple(line.split()) for line in sys.stdin.read().splitlines()]
by_class = {}
for number, (source, target, tclass, permission) in enumerate(questions):
    by_class.setdefault(tclass, []).append((source, target, permission, number))

members = {}


def names(symbol):
    key = str(symbol)
    if key not in members:
        members[key] = frozenset(str(t) for t in symbol.expand())
    return members[key]


answers = [[] for _ in questions]
for rule in policy.terules():
    if rule.ruletype != setools.TERuletype.allow:
        continue
    asked = by_class.get(str(rule.tclass))
    if not asked:
        continue
    sources, targets, permissions = names(rule.source), names(rule.target), rule.perms
    for source, target, permission, number in asked:
        if permission in permissions and source in sources and target in targets:
            answers[number].append(str(rule))
for answer in answers:
    print("-" if not answer else "\t".join(answer))
