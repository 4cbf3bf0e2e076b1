using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using Xunit;

namespace TypedPolicy.Tests.Index;

/// <summary>The text of an index: what is written is read again, and whatever else is given ends in a problem with its line.</summary>
public sealed class BaseIndexTests
{
    private static readonly BaseIndex Whole = new()
    {
        Name = "debian12",
        Target = "debian12",
        IsComplete = true,
        Names =
        [
            new(EntityKind.Type, "a_t", "m", ["file_type", "x"]),
            new(EntityKind.TypeAttribute, "x", "", []),
            new(EntityKind.Role, "r_r", "m", []),
            new(EntityKind.RoleAttribute, "rs", "m", []),
            new(EntityKind.User, "system_u", "", []),
            new(EntityKind.Boolean, "b", "m", []),
            new(EntityKind.Tunable, "t", "m", []),
        ],
        Modules = [new("m", true), new("netutils", false)],
        Classes = [new("file", ["open", "read"])],
        Equivalences = [new Equivalence("/var/run", "/run"), new Equivalence("/a", "/b")],
        Labels = [new("/z(/.*)?", "any", "system_u:object_r:a_t:s0"), new("/a\tb\\.c", "file", "<<none>>")],
        Ports = [new("tcp", 80, 81, "http_port_t")],
        Guards = [new("shadow_t", "file", ["read"], ["can_read"], "domain")],
        Traits = [new("a_t", IndexTrait.SharedFile), new("x", IndexTrait.Broad)],
        Interfaces = [new("m_do", "M.Do", "m", "admin/m.if", 7, InterfaceFlags.Deprecated | InterfaceFlags.CallableInIf, "m_other", ["type:x", "class:c"], "Does it,\nor not.")],
        Grants = [new("a_t", "file", "m_do", ["open", "read"])],
        Joins = [new("file_type", "m_do")],
        Decisions = [new("dir", ["add_name", "search"])],
        Accesses = [new("a_t", "dir", "x", ["search"]), new("self", "dir", IndexedAccess.Everyone, ["search"])],
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = BaseIndexWriter.Write(Whole);

        var index = BaseIndexReader.Read(text, out var problem);

        Assert.Null(problem);
        Assert.Equal(text, BaseIndexWriter.Write(index));
        Assert.Equal(Whole.Names.Select(n => (n.Kind, n.Name, n.Module, string.Join(" ", n.Attributes))), index.Names.Select(n => (n.Kind, n.Name, n.Module, string.Join(" ", n.Attributes))));
        Assert.Equal([.. Whole.Labels], index.Labels.ToArray());
        Assert.Equal([.. Whole.Equivalences], index.Equivalences.ToArray());
        Assert.Equal([.. Whole.Ports], index.Ports.ToArray());
        Assert.Equal([.. Whole.Traits], index.Traits.ToArray());
        Assert.Equal([.. Whole.Modules], index.Modules.ToArray());
        Assert.Equal(Whole.Guards.Single(), index.Guards.Single());
        var (expected, found) = (Whole.Interfaces.Single(), index.Interfaces.Single());
        Assert.Equal(expected with { Parameters = [] }, found with { Parameters = [] });
        Assert.Equal(expected.Parameters.ToArray(), found.Parameters.ToArray());
        Assert.Equal(("shadow_t", "read", "can_read"), (index.Guards.Single().Target, index.Guards.Single().Permissions.Single(), index.Guards.Single().Exempt.Single()));
        Assert.Equal(["open", "read"], index.Grants.Single().Permissions.ToArray());
        Assert.Equal(new IndexedJoin("file_type", "m_do"), index.Joins.Single());
        Assert.Equal(("dir", "add_name search"), (index.Decisions.Single().Class, string.Join(" ", index.Decisions.Single().Permissions)));
        Assert.Equal(["a_t x search", "self * search"], index.Accesses.Select(a => $"{a.Target} {a.Source} {string.Join(" ", a.Permissions)}"));
    }

    [Fact]
    public void Grants_on_one_target_stand_together_and_in_order()
    {
        var index = new BaseIndex { Grants = [new("b_t", "file", "y", ["read"]), new("a_t", "dir", "x", ["read"]), new("b_t", "dir", "x", ["read"])] };

        var lines = BaseIndexWriter.Write(index).Split('\n').Where(l => l.StartsWith("grant", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["grant\ta_t\tdir\tx\tread", "grant\tb_t\tdir\tx\tread", "grant\tb_t\tfile\ty\tread"], lines);
    }

    [Fact]
    public void A_name_is_found_however_its_line_escapes_it()
    {
        var index = BaseIndexReader.Read("sepolidx\t1\nlabel\t/a\\\\.b\tfile\tu:object_r:a_t:s0\r\nlabel\t\\/c\tdir\tu:object_r:b_t:s0\ntype\ta_t\t\t\nrole\ta_t\tm\t\nboolean\ta_t\tn\t\n", out var problem);

        Assert.Null(problem);
        var known = new BaseKnowledge([index], []);
        Assert.Equal("a_t", Assert.Single(known.LabelsOf(@"/a\.b", "file")).Type);
        Assert.Equal("b_t", Assert.Single(known.LabelsOf("/c", "dir")).Type);
        Assert.Empty(known.LabelsOf("/c", "file"));
        Assert.Equal(["", "m", "n"], new[] { EntityKind.TypeAttribute, EntityKind.Role, EntityKind.Tunable }.Select(kind => known.Find(new EntityRef(kind, "a_t"))?.Module));
        Assert.Null(known.Find(new EntityRef(EntityKind.Type, "a")));
        AnswersAsAList(index);
    }

    [Fact]
    public void Of_two_thousand_entries_each_is_found_in_the_order_of_the_text()
    {
        var index = BaseIndexReader.Read(
            BaseIndexWriter.Write(new() { Grants = [.. Enumerable.Range(0, 2_000).Select(i => new IndexedGrant($"t{i % 40}_t", "file", $"give_{i % 70}", ["read"]))] }), out _);

        Assert.Equal(280, index.Grants.Length);
        AnswersAsAList(index);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("policy", 1)]
    [InlineData("sepolidx\t4\n", 1)]
    [InlineData("sepolidx\t2\naccess\ta_t\tdir\tx", 2)]
    [InlineData("sepolidx\t2\ndecides\tdir", 2)]
    [InlineData("sepolidx\t1\nname\ta\n\n# a remark\ntype\tx", 5)]
    [InlineData("sepolidx\t1\nport\ttcp\t90\t80\tx_t", 2)]
    [InlineData("sepolidx\t1\nport\ttcp\t1\t99999999999\tx_t", 2)]
    [InlineData("sepolidx\t1\ntrait\tx\tunheard-of", 2)]
    [InlineData("sepolidx\t1\ngrant\ta_t\tfile\tx", 2)]
    [InlineData("sepolidx\t1\ngrant\ta_t\tfile\tx\tread\tmore", 2)]
    [InlineData("sepolidx\t1\ngrants\ta_t\tfile\tx\tread", 2)]
    [InlineData("sepolidx\t1\ninterface\tx\tX\tm\tm.if\tnine\tif\t\t\tWhat it does.", 2)]
    [InlineData("sepolidx\t1\njoin\tfile_type\tx\nlabel", 3)]
    public void A_line_that_says_nothing_is_named(string text, int line)
    {
        var index = BaseIndexReader.Read(text, out var problem);

        Assert.Equal(line, problem?.Line);
        Assert.Same(BaseIndex.Empty, index);
    }

    [Fact]
    public void Two_thousand_damaged_texts_end_in_an_index_or_a_problem()
    {
        var text = BaseIndexWriter.Write(Whole);
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var damaged = text.ToCharArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                damaged[random.Next(damaged.Length)] = "\t\n\\\0 x9é"[random.Next(8)];
            }

            var index = BaseIndexReader.Read(new string(damaged, 0, random.Next(damaged.Length + 1)), out var problem);
            refused += problem is null ? 0 : 1;
            Assert.NotNull(index);
            AnswersAsAList(index);
        }

        Assert.InRange(refused, 1, 1_999);
    }

    [Fact]
    public void An_index_of_the_version_before_is_read_and_decides_nothing()
    {
        var index = BaseIndexReader.Read("sepolidx\t1\nname\ta\ntype\ta_t\tm\t\n", out var problem);

        Assert.Null(problem);
        Assert.Equal("a_t", index.Names.Single().Name);
        Assert.Empty(index.Decisions);
    }

    public static TheoryData<string> SmallBases => ["", "debian", "fedora"];

    [Theory]
    [MemberData(nameof(SmallBases))]
    public void The_small_base_is_written_as_it_is_read(string family)
    {
        var index = family switch { "debian" => SmallBase.Debian, "fedora" => SmallBase.Fedora, _ => SmallBase.Index };

        Assert.Equal(BaseIndexWriter.Write(index), BaseIndexWriter.Write(BaseIndexReader.Read(BaseIndexWriter.Write(index), out _)));
    }

    /// <summary>What is read when it is asked for is found as it would be in a list of everything.</summary>
    private static void AnswersAsAList(BaseIndex index)
    {
        var asked = new BaseKnowledge([index], []);
        var listed = new BaseKnowledge([new BaseIndex { IsComplete = index.IsComplete, Names = index.Names, Labels = index.Labels, Interfaces = index.Interfaces, Grants = index.Grants, Joins = index.Joins }], []);
        Assert.All(index.Names, n => Assert.Same(listed.Find(new(n.Kind, n.Name)), asked.Find(new(n.Kind, n.Name))));
        Assert.All(index.Labels, l => Assert.Equal(listed.LabelsOf(l.Path, l.Kind), asked.LabelsOf(l.Path, l.Kind)));
        Assert.All(index.Interfaces, i => Assert.Same(listed.Interface(i.Name), asked.Interface(i.Name)));
        Assert.All(index.Grants, g => Assert.Equal(listed.GrantsOn(g.Target), asked.GrantsOn(g.Target)));
        Assert.All(index.Grants, g => Assert.Equal(listed.GrantsOf(g.Interface), asked.GrantsOf(g.Interface)));
        Assert.All(index.Joins, j => Assert.Equal(listed.JoinersOf(j.Attribute), asked.JoinersOf(j.Attribute)));
    }
}
