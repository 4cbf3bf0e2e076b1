# Every entry of a permission map: class, permission, direction, weight.
import sys
import setools

for entry in setools.PermissionMap(sys.argv[1]):
    print(entry.class_, entry.perm, "n" if entry.direction == "u" else entry.direction, entry.weight)
