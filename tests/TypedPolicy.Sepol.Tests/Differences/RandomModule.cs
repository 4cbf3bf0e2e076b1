using System.Text;

namespace TypedPolicy.Sepol.Tests.Differences;

/// <summary>A module of random rules over a few names, so that two of them have much in common and much not.</summary>
internal static class RandomModule
{
    private static readonly string[] Permissions = ["read", "write", "append", "getattr", "execute"];

    public static string Write(Random random)
    {
        var text = new StringBuilder("(boolean b0 false)\n(typeattribute g_all)\n");
        text.Append(random.Next(2) == 0 ? "(boolean b1 true)\n" : "(boolean b1 false)\n");
        var types = Enumerable.Range(0, 8).Where(_ => random.Next(8) > 0).Select(i => $"t{i}_t").ToList();
        types.ForEach(t => text.Append($"(type {t})\n(roletype object_r {t})\n(roletype system_r {t})\n"));
        for (var i = 0; i < 3; i++)
        {
            text.Append($"(typeattribute g{i})\n(typeattributeset g{i} ({string.Join(' ', types.Where(_ => random.Next(2) == 0).Append(types[0]))}))\n");
        }

        text.Append($"(typeattributeset g_all ({string.Join(' ', types)}))\n(allow g_all g_all (file (lock)))\n");
        for (var i = 0; i < 25; i++)
        {
            var rule = $"({Pick(["allow", "allow", "auditallow", "dontaudit"])} {Name()} {Name()} ({Pick(["file", "dir"])} ({Pick(Permissions)} {Pick(Permissions)})))";
            text.Append(random.Next(4) == 0 ? Conditional() : rule + "\n");
        }

        foreach (var source in types.Where(_ => random.Next(2) == 0))
        {
            text.Append($"(typetransition {source} {types[^1]} process {Pick(types)})\n(typetransition {source} {types[^1]} file \"name\" {Pick(types)})\n");
            text.Append($"(typechange {source} {types[^1]} file {Pick(types)})\n(rangetransition {source} {types[^1]} process ((s0 ({Pick(["c1", "c3"])})) (s0 (c1 c3))))\n");
        }

        return text.ToString();

        // One condition for each permission: setools lists each rule with its own words, so of two that overlap it says something else than what holds in which state.
        string Conditional()
        {
            var permission = random.Next(4);
            return $"(booleanif b{permission / 2} ({(permission % 2 == 0 ? "true" : "false")} (allow {Name()} {Name()} ({Pick(["file", "dir"])} ({Permissions[permission]})))))\n";
        }

        string Name() => random.Next(2) == 0 ? $"g{random.Next(3)}" : Pick(types);

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
