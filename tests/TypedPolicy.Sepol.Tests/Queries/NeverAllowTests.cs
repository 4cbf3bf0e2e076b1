using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Queries;

/// <summary>Assertions about a linked policy, decided as libsepol decides a neverallow rule in its source.</summary>
[Trait("Needs", "toolchain")]
public class NeverAllowTests(ITestOutputHelper output)
{
    private const string Names =
        """
        (type a_t) (type b_t) (type c_t) (type d_t)
        (roletype object_r a_t) (roletype object_r b_t) (roletype object_r c_t) (roletype object_r d_t)
        (typeattribute one) (typeattributeset one (a_t b_t))
        (typeattribute two) (typeattributeset two (b_t c_t))
        (typeattribute all_but_a) (typeattributeset all_but_a (b_t c_t d_t))
        (boolean on true) (boolean off false)

        """;

    private static readonly string[] Subjects = ["a_t", "b_t", "c_t", "d_t", "one", "two", "all_but_a"];
    private static readonly string[] Objects = [.. Subjects, "self"];
    private static readonly string[] Permissions = ["read", "write", "append"];

    [Fact]
    public void Two_hundred_assertions_hold_exactly_where_libsepol_links_them()
    {
        var random = new Random(4);
        var broken = 0;
        for (var i = 0; i < 20; i++)
        {
            var rules = Names + string.Concat(Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Rule()));
            var linked = Base.Link(rules, new() { KeepAttributes = true });
            Assert.True(linked.Succeeded, $"{rules}\n{string.Join('\n', linked.Messages)}");
            var policy = KernelPolicy.Read(linked.Policy);
            for (var j = 0; j < 10; j++)
            {
                var (source, target, permissions) = (Pick(Subjects), Pick(Objects), Permissions.Where(_ => random.Next(2) == 0).DefaultIfEmpty("read").ToArray());
                var assertion = $"(neverallow {source} {target} (file ({string.Join(' ', permissions)})))\n";
                var holds = Base.Link(rules + assertion).Succeeded;
                var found = policy.FindNeverAllowed(source, target, "file", permissions);
                Assert.True(found.IsEmpty == holds, $"{rules}{assertion}libsepol links it: {holds}; found: {string.Join(' ', found)}");
                broken += holds ? 0 : 1;
            }
        }

        output.WriteLine($"{broken} of 200 are broken");
        Assert.InRange(broken, 40, 160);

        string Rule()
        {
            var rule = $"(allow {Pick(Subjects)} {Pick(Objects)} (file ({Pick(Permissions)})))";
            return random.Next(3) == 0 ? $"(booleanif {Pick("on", "off")} ({Pick("true", "false")} {rule}))\n" : rule + "\n";
        }

        string Pick(params string[] from) => from[random.Next(from.Length)];
    }

    [Fact]
    public void What_the_policy_does_not_have_is_refused()
    {
        var policy = KernelPolicy.Read(Base.Link(Names).Policy);
        Assert.Throws<SepolException>(() => policy.FindNeverAllowed("gone_t", "a_t", "file", "read"));
        Assert.Throws<SepolException>(() => policy.FindNeverAllowed("a_t", "a_t", "file", "fly"));
    }
}
