# Reads pairs of policy paths; answers what setools finds different, a line each, and then a line with a dot.
import sys
import setools

def condition(rule):
    try:
        expression = rule.conditional
    except setools.exception.RuleNotConditional:
        return ""
    return " " + ("" if rule.conditional_block else "!") + str(expression)

def access(sign, kind, rule, added, removed):
    print(sign, kind, rule.source, rule.target, rule.tclass, ",".join(["+" + p for p in sorted(added)] + ["-" + p for p in sorted(removed)]) + condition(rule))

def compare(left, right):
    difference = setools.PolicyDifference(setools.SELinuxPolicy(left), setools.SELinuxPolicy(right))
    for kind in ("allow", "auditallow", "dontaudit"):
        for rule in getattr(difference, "added_%ss" % kind):
            access("+", kind, rule, rule.perms, [])
        for rule in getattr(difference, "removed_%ss" % kind):
            access("-", kind, rule, [], rule.perms)
        for change in getattr(difference, "modified_%ss" % kind):
            access("*", kind, change.rule, change.added_perms, change.removed_perms)
    for kind in ("type_transition", "type_change", "type_member"):
        def text(rule):
            try:
                name = ' "%s"' % rule.filename
            except Exception:
                name = ""
            return "%s %s %s:%s%s" % (kind, rule.source, rule.target, rule.tclass, name) + condition(rule)
        for rule in getattr(difference, "added_%ss" % kind):
            print("+", text(rule), rule.default)
        for rule in getattr(difference, "removed_%ss" % kind):
            print("-", text(rule), rule.default)
        for change in getattr(difference, "modified_%ss" % kind):
            print("*", text(change.rule), change.removed_default, change.added_default)
    for rule in difference.added_range_transitions:
        print("+ range_transition %s %s:%s %s" % (rule.source, rule.target, rule.tclass, rule.default))
    for rule in difference.removed_range_transitions:
        print("- range_transition %s %s:%s %s" % (rule.source, rule.target, rule.tclass, rule.default))
    for change in difference.modified_range_transitions:
        rule = change.rule
        print("* range_transition %s %s:%s %s %s" % (rule.source, rule.target, rule.tclass, change.removed_default, change.added_default))
    for kind in ("types", "type_attributes", "roles", "users", "booleans"):
        for name in getattr(difference, "added_" + kind):
            print("+", kind, name)
        for name in getattr(difference, "removed_" + kind):
            print("-", kind, name)
    for name, change in difference.modified_type_attributes.items():
        for member in change.added_types:
            print("+ member", member, name)
        for member in change.removed_types:
            print("- member", member, name)
    for name in difference.modified_booleans:
        print("* boolean", name)

for line in sys.stdin.read().splitlines():
    compare(*line.split())
    print(".")
