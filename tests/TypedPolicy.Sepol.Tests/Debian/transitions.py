# Every type_transition of the policy, for types: source, target, class, name or "-", result, and whether it stands under a condition.
import sys
import setools

policy = setools.SELinuxPolicy(sys.argv[1])
for rule in policy.terules():
    if rule.ruletype != setools.TERuletype.type_transition:
        continue
    try:
        name = rule.filename
    except (AttributeError, setools.exception.SEToolsException):
        name = "-"
    try:
        conditional = str(rule.conditional)
    except (AttributeError, setools.exception.SEToolsException):
        conditional = ""
    for source in rule.source.expand():
        for target in rule.target.expand():
            print(source, target, rule.tclass, name, rule.default, "if" if conditional else "always")
