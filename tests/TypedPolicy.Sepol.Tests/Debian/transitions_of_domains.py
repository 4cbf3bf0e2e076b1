# Reads domains; answers each transition out of one as "source target dynamic|static entrypoint automatic|asked ...".
# An entrypoint whose type_transition leads into another domain, without setexec, is left out: the kernel goes to that other domain.
import sys
import setools

analysis = setools.DomainTransitionAnalysis(setools.SELinuxPolicy(sys.argv[1]))
for domain in sys.stdin.read().split():
    for step in analysis.transitions(domain):
        words = [str(step.source), str(step.target), "dynamic" if step.dyntransition else "static"]
        for entry in sorted(step.entrypoints, key=lambda e: str(e.name)):
            if entry.type_transition or step.setexec:
                words += [str(entry.name), "automatic" if entry.type_transition else "asked"]
        print(" ".join(words))
