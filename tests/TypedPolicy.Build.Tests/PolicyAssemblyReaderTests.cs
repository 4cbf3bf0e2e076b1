using CsCheck;

namespace TypedPolicy.Build.Tests;

public sealed class PolicyAssemblyReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_assembly_carries_is_read()
    {
        var carried = Read(new Carrier("gravity")
            .Manifest("type gravity_t\ntypeattribute gravity_domain\n")
            .Artifact("gravity.cil", "el9 debian12", "(type ", "gravity_t)\n")
            .Problem("TP2001", "src/Gravity.cs", 4, 7, "Say what."));

        Assert.NotNull(carried);
        Assert.Equal("gravity", carried.AssemblyName);
        Assert.Equal([new("type", "gravity_t"), new("typeattribute", "gravity_domain")], carried.Declarations);
        var artifact = Assert.Single(carried.Artifacts);
        Assert.Equal(("gravity.cil", "(type gravity_t)\n"), (artifact.Path, artifact.Text));
        Assert.Equal(["el9", "debian12"], artifact.Targets);
        Assert.Equal(new("TP2001", "src/Gravity.cs", 4, 7, 4, 10, "Say what."), Assert.Single(carried.Problems));
    }

    [Fact]
    public void Lines_end_in_line_feeds_alone() =>
        Assert.Equal("a\nb\nc\n", Read(new Carrier("a").Artifact("a.cil", "el9", "a\r", "\nb\rc\n"))?.Artifacts[0].Text);

    [Fact]
    public void An_assembly_without_the_vocabulary_carries_nothing()
    {
        Assert.Null(PolicyAssemblyReader.Read(typeof(Carrier).Assembly.Location, out var fault));
        Assert.Null(fault);
        Assert.Null(PolicyAssemblyReader.Read(typeof(object).Assembly.Location, out fault));
        Assert.Null(fault);
        Assert.Null(Read(new Carrier("plain").Code("[TypedPolicy.Domain] class Plain;")));
    }

    [Fact]
    public void Attributes_of_another_assembly_mean_nothing() =>
        Assert.Null(Read(new Carrier("other").Code(
            """
            [assembly: TypedPolicy.PolicyArtifact("a", "el9", "0")]
            [assembly: TypedPolicy.Known]
            namespace TypedPolicy { class PolicyArtifactAttribute : System.Attribute { public PolicyArtifactAttribute(string a, string b, string c) { } } }
            """).WithVocabulary("namespace TypedPolicy { public class KnownAttribute : System.Attribute; }")));

    [Theory]
    [InlineData("PolicyArtifact(\"a.cil\", \"el9\", \"7\")", "part '7', which is not there")]
    [InlineData("PolicyArtifact(\"a.cil\", \"el9\", \"one\")", "part 'one', which is not there")]
    [InlineData("PolicyArtifact(\"a.cil\", \"el9\", \"99999999999\")", "which is not there")]
    [InlineData("PolicyArtifact(\"a.cil\", \" \", \"\")", "is for no target")]
    [InlineData("PolicyArtifact(null, \"el9\", \"\")", "is null")]
    [InlineData("PolicyManifest(\"m\", null, \"\")", "is null")]
    [InlineData("PolicyManifest(\"m\", \"1\", \"gravity_t\")", "'gravity_t' is not a kind and a name")]
    [InlineData("PolicyManifest(\"m\", \"1\", \"type a b\")", "is not a kind and a name")]
    public void Nonsense_is_an_error_that_names_the_assembly(string attribute, string expected)
    {
        var message = Fault(new Carrier("hostile").Line(attribute));
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("hostile.dll", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_there_twice_is_an_error() =>
        Assert.Contains(
            "part 1 is there twice",
            Fault(new Carrier("hostile").Line("PolicyPart(1, \"a\")").Line("PolicyPart(1, \"b\")")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("public PolicyPartAttribute() { }", "PolicyPart")]
    [InlineData("public PolicyPartAttribute(int id) { }", "PolicyPart(1)")]
    [InlineData("public PolicyPartAttribute(string id, string text) { }", "PolicyPart(\"a\", \"b\")")]
    [InlineData("public PolicyPartAttribute(int id, string text, long more) { }", "PolicyPart(1, \"b\", 5)")]
    [InlineData("public PolicyPartAttribute(int id, string text) { } public int More;", "PolicyPart(1, \"b\", More = 2)")]
    [InlineData("public PolicyPartAttribute(int id, object text) { }", "PolicyPart(1, 2.0)")]
    public void An_attribute_of_another_shape_is_an_error(string constructor, string attribute) =>
        Fault(new Carrier("hostile").Line(attribute).WithVocabulary(
            "namespace TypedPolicy { [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)] "
            + "public class PolicyPartAttribute : System.Attribute { " + constructor + " } }"));

    [Fact]
    public void Text_that_would_fill_the_memory_is_an_error()
    {
        // One part of a million characters, thirty times over in each of ten files.
        var carrier = new Carrier("bomb").Line($"PolicyPart(0, \"{new string('a', 1_000_000)}\")");
        for (var i = 0; i < 10; i++)
        {
            carrier.Line($"PolicyArtifact(\"a{i}.cil\", \"el9\", \"{string.Join(' ', Enumerable.Repeat("0", 30))}\")");
        }

        Assert.Contains("characters together", Fault(carrier), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_no_assembly_is_an_error()
    {
        Assert.Null(PolicyAssemblyReader.Read(_folder.PathOf("absent.dll"), out var absent));
        Assert.Equal(ErrorIds.MalformedCarrier, absent?.Id);

        _folder.Write("text.dll", "This is no assembly at all, but it is long enough for the header of one to be looked for in it.");
        Assert.Null(PolicyAssemblyReader.Read(_folder.PathOf("text.dll"), out var text));
        Assert.Equal(ErrorIds.MalformedCarrier, text?.Id);
    }

    [Fact]
    public void A_damaged_assembly_never_throws()
    {
        var image = Carrier.Of("gravity").Compile();
        var path = _folder.PathOf("damaged.dll");
        var damage = Gen.Select(Gen.Int[0, image.Length - 1], Gen.Byte).Array[1, 40];
        Gen.Select(damage, Gen.Int[0, image.Length]).Sample(
            (changes, length) =>
            {
                var damaged = image[..];
                foreach (var (at, value) in changes)
                {
                    damaged[at] = value;
                }

                File.WriteAllBytes(path, length % 3 == 0 ? damaged[..length] : damaged);
                PolicyAssemblyReader.Read(path, out _);
            },
            iter: 2000,
            threads: 1);
    }

    private CarriedPolicy? Read(Carrier carrier)
    {
        var carried = PolicyAssemblyReader.Read(carrier.CompileTo(_folder.Root), out var fault);
        Assert.Null(fault);
        return carried;
    }

    private string Fault(Carrier carrier)
    {
        Assert.Null(PolicyAssemblyReader.Read(carrier.CompileTo(_folder.Root), out var fault));
        Assert.Equal(ErrorIds.MalformedCarrier, fault?.Id);
        return fault!.Message;
    }
}
