using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CsCheck;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using Xunit;

namespace TypedPolicy.Tests.Model;

public sealed partial class ExpansionTextTests
{
    private static readonly string[] Symbols = ["a_t", "b_attr", "{subject}", "{arg1}", "{param1}_home_t", "x-y.z", "self"];
    private static readonly Gen<CilNode> Name = Gen.Int[0, Symbols.Length - 1].Select(i => (CilNode)Symbols[i]);
    private static readonly Gen<AccessKind> Access = Gen.Int[0, 3].Select(i => (AccessKind)i);
    private static readonly Gen<CilNode> Types = Gen.Frequency(
        (4, Name),
        (1, Name.List[1, 3].Select(n => (CilNode)ExpansionStatements.Not(n))),
        (1, Gen.Select(Name.List[1, 3], Name.List[1, 2]).Select(t => (CilNode)ExpansionStatements.Without(t.Item1, t.Item2))));

    private static readonly Gen<CilList> Simple = Gen.OneOf(
        Gen.Select(Access, Types, Types, Name.List[1, 4]).Select(t => ExpansionStatements.Access(t.Item1, t.Item2, t.Item3, "file", ExpansionStatements.List(t.Item4))),
        Gen.Select(Access, Types, Types).Select(t => ExpansionStatements.Ioctl(t.Item1, t.Item2, t.Item3, "ioctl", "file", ExpansionStatements.List([ExpansionStatements.Range("0x1", "0x3"), "7"]))),
        Gen.Select(Gen.Int[0, 2], Types, Types, Gen.Bool).Select(t => ExpansionStatements.Type((TypeRuleKind)t.Item1, t.Item2, t.Item3, "dir", t.Item4 ? new CilString("a {param2} b") : null, "c_t")),
        Gen.Select(Gen.Bool, Name, Name).Select(t => ExpansionStatements.Membership(t.Item1, t.Item2, t.Item3)),
        Name.List[1, 3].Select(n => ExpansionStatements.Of(ExpansionStatements.Require, ExpansionStatements.With("type", n))));

    private static readonly Gen<CilList> Statement = Gen.Recursive<CilList>((depth, statement) => depth > 3 ? Simple : Gen.Frequency(
        (5, Simple),
        (1, statement.List[0, 4].Select(block => ExpansionStatements.With(ExpansionStatements.Optional, block))),
        (1, Gen.Select(Name, statement.List[0, 3], statement.List[0, 3]).Select(t => ExpansionStatements.Conditional(new CilList("not", t.Item1), t.Item2, t.Item3)))));

    [Fact]
    public void What_is_written_is_read_as_it_was() => Statement.List[0, 8].Sample(
        statements =>
        {
            var text = ExpansionText.Write(statements);
            Assert.True(ExpansionText.TryRead(text, out var read), text);
            Assert.Equal(statements, read);
        },
        iter: 20_000);

    [Fact]
    public void Blocks_have_a_line_for_each_statement()
    {
        var deny = ExpansionStatements.Access(AccessKind.DontAudit, "a_t", "self", "process", ExpansionStatements.All);

        Assert.Equal(
            "(optional\n(dontaudit a_t self (process (all)))\n)\n(if b\n(false\n(dontaudit a_t self (process (all)))\n))\n(if b)\n",
            ExpansionText.Write([ExpansionStatements.Of(ExpansionStatements.Optional, deny), ExpansionStatements.Conditional("b", [], [deny]), ExpansionStatements.Conditional("b", [], [])]));
    }

    [Fact]
    public void A_written_rule_is_read_as_the_rule_that_it_is()
    {
        var (source, target, file) = (new EntityRef(EntityKind.Type, "a_t"), new EntityRef(EntityKind.Type, "b_t"), new EntityRef(EntityKind.ObjectClass, "file"));
        foreach (var kind in Enum.GetValues<AccessKind>())
        {
            Assert.Equal([new AccessRule(Origin.None, kind, source, target, new PermissionSet(file, EquatableArray.Of("read")))], Rules(ExpansionStatements.Access(kind, "{subject}", "b_t", "file", ExpansionStatements.List(["read"]))));
        }

        foreach (var kind in Enum.GetValues<TypeRuleKind>())
        {
            Assert.Equal([new TypeRule(Origin.None, kind, source, target, file, new TextArgument("x", IsParameter: false), target)], Rules(ExpansionStatements.Type(kind, "{subject}", "b_t", "file", new CilString("x"), "b_t")));
        }

        Assert.Equal([new MembershipRule(Origin.None, source, new EntityRef(EntityKind.TypeAttribute, "b"))], Rules(ExpansionStatements.Membership(isRole: false, "b", "{subject}")));
    }

    [Fact]
    public void What_CIL_cannot_write_is_an_error_where_the_interface_is_applied()
    {
        Read([ExpansionStatements.Of("typebounds", ExpansionHole.Unsayable, "b_t")], out var name);
        Read([ExpansionStatements.Type(TypeRuleKind.Transition, "a_t", "b_t", "file", new CilString(ExpansionHole.Unsayable), "b_t")], out var file);

        Assert.NotNull(name);
        Assert.NotNull(file);
    }

    [Fact]
    public void Damaged_texts_are_rules_or_errors_and_no_exceptions()
    {
        var random = new Random(17);
        Statement.List[1, 6].Sample(
            statements =>
            {
                var text = ExpansionText.Write(statements).ToCharArray();
                for (var i = 0; i < 3 && text.Length > 0; i++)
                {
                    text[random.Next(text.Length)] = "(){}\" \na0\u0001é;".ToCharArray()[random.Next(12)];
                }

                if (ExpansionText.TryRead(new string(text), out var nodes))
                {
                    Assert.True(Read(nodes, out var problem).Count == 0 || problem is null);
                }
            },
            iter: 20_000,
            threads: 1);
    }

    [Fact]
    public void The_page_has_every_keyword_that_is_written()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "expansions.md"));
        var sources = string.Concat(new[] { "src/TypedPolicy.Model/Expansions/ExpansionStatements.cs", "src/TypedPolicy.Refpolicy/Expansion/ExpansionWriter.cs", "src/TypedPolicy.Refpolicy/Expansion/ExpansionWriter.Rules.cs" }
            .SelectMany(f => File.ReadLines(Path.Combine(Root(), f)).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))));
        var written = Keyword().Matches(sources).Select(m => m.Groups[1].Value)
            .Concat(Enum.GetValues<AccessKind>().SelectMany(k => new[] { k.Keyword(), k.Keyword() + "x" })).Concat(Enum.GetValues<TypeRuleKind>().Select(k => k.Keyword())).Distinct().ToList();

        Assert.InRange(written.Count, 25, 60);
        Assert.DoesNotContain(written, word => !Regex.IsMatch(page, $@"""[^""\n]*\b{word}\b"));
    }

    [GeneratedRegex("\"([a-z]{3,})\"")]
    private static partial Regex Keyword();

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    private static EquatableArray<Rule> Rules(params CilNode[] nodes)
    {
        var rules = Read(nodes, out var problem);
        Assert.Null(problem);
        return rules;
    }

    private static EquatableArray<Rule> Read(IEnumerable<CilNode> nodes, out string? problem)
    {
        var arguments = new ExpansionArguments();
        arguments.Entities[ExpansionHole.SubjectKey] = new EntityRef(EntityKind.Type, "a_t");
        arguments.Entities[ExpansionHole.ArgumentKey(1)] = new EntityRef(EntityKind.Type, "b_t");
        arguments.Texts[ExpansionHole.ParameterKey(1)] = new TextArgument("word", IsParameter: false);
        arguments.Texts[ExpansionHole.ParameterKey(2)] = new TextArgument("name", IsParameter: false);
        return ExpansionReader.Read([.. nodes], Origin.None, "x", "x", arguments, out problem);
    }
}
