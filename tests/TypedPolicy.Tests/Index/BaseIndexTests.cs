using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Paths;
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
    }

    [Fact]
    public void Grants_on_one_target_stand_together_and_in_order()
    {
        var index = new BaseIndex { Grants = [new("b_t", "file", "y", ["read"]), new("a_t", "dir", "x", ["read"]), new("b_t", "dir", "x", ["read"])] };

        var lines = BaseIndexWriter.Write(index).Split('\n').Where(l => l.StartsWith("grant", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["grant\ta_t\tdir\tx\tread", "grant\tb_t\tdir\tx\tread", "grant\tb_t\tfile\ty\tread"], lines);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("policy", 1)]
    [InlineData("sepolidx\t2\n", 1)]
    [InlineData("sepolidx\t1\nname\ta\n\n# a remark\ntype\tx", 5)]
    [InlineData("sepolidx\t1\nport\ttcp\t90\t80\tx_t", 2)]
    [InlineData("sepolidx\t1\nport\ttcp\t1\t99999999999\tx_t", 2)]
    [InlineData("sepolidx\t1\ntrait\tx\tunheard-of", 2)]
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
        }

        Assert.InRange(refused, 1, 1_999);
    }

    [Fact]
    public void The_small_base_is_written_as_it_is_read() =>
        Assert.Equal(BaseIndexWriter.Write(SmallBase.Index), BaseIndexWriter.Write(BaseIndexReader.Read(BaseIndexWriter.Write(SmallBase.Index), out _)));
}
