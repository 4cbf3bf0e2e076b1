using TypedPolicy.Model.Paths;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tests.Paths;

/// <summary>The order in which secilc writes file contexts is the one that is said here.</summary>
[Trait("Needs", "toolchain")]
public sealed class SecilcOrderTests
{
    private const string Policy = """
        (sid kernel) (sidorder (kernel)) (sidcontext kernel (u r t ((s0) (s0))))
        (class file (read)) (classorder (file))
        (mls true) (sensitivity s0) (sensitivityorder (s0)) (level low (s0)) (levelrange lows (low low))
        (user u) (userrole u r) (userlevel u low) (userrange u lows)
        (role r) (roletype r t) (type t) (allow t self (file (read)))

        """;

    [Fact]
    public void Secilc_writes_file_contexts_in_this_order()
    {
        var random = new RandomPaths(seed: 4);
        List<(PathPattern Pattern, Kind Kind)> specs =
        [
            .. Enumerable.Range(0, 1500)
                .Select(i => (Pattern: (i % 3) switch { 0 => PathPattern.Literal(random.Path()), 1 => PathPattern.Tree(random.Path()), _ => PathPattern.Parse(random.Pattern()) }, Kind: (Kind)random.Next(8)))
                .Where(spec => spec.Pattern.IsValid)
                .Distinct(),
        ];
        using var lookup = new LabelLookup();
        File.WriteAllText(
            lookup.File("policy.cil"),
            Policy + string.Concat(specs.Select(spec => $"(filecon \"{spec.Pattern.Text}\" {spec.Kind.CilName()} (u r t ((s0) (s0))))\n")));
        (int exitCode, _, string errors) = lookup.Run("secilc", "-o", lookup.File("policy.bin"), "-f", lookup.File("fc"), lookup.File("policy.cil"));
        Assert.True(exitCode == 0, errors);

        specs.Sort(PathOrder.Instance);
        Assert.Equal(
            specs.Select(spec => $"{spec.Pattern.Text} {spec.Kind.FcMark()}".Trim()),
            File.ReadLines(lookup.File("fc")).Select(line => string.Join(' ', line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).SkipLast(1))));
    }
}
