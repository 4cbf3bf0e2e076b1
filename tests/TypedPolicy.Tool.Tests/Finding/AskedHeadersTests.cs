using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Finding;

/// <summary>Which headers <c>find</c> and <c>show</c> answer from, where none are named.</summary>
[Trait("Needs", "toolchain")]
public sealed class AskedHeadersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_project_is_answered_from_the_headers_that_it_was_built_with()
    {
        Record("el9", headers: "../../include", """{"path": "../../base.cil", "target": ""}, {"path": "../../other.cil", "target": "debian12"}""");
        _folder.Write("base.cil", "(type hay_t)\n");

        var asked = AskedHeaders.Of(null, [], _folder.Path);

        Assert.Equal(_folder.At("include"), asked.Folder);
        Assert.Equal([_folder.At("base.cil")], asked.Base!.Files.Select(f => f.Path));
        Assert.Equal($"note: answered from {_folder.At("include")}, the headers of Shop (Debug, net10.0)", asked.Note);
    }

    [Fact]
    public void Headers_of_this_machine_that_are_of_another_distribution_than_the_build_are_told_of()
    {
        Record("el9", headers: "");
        var asked = AskedHeaders.Of(null, [], _folder.Path);
        Assert.Equal(HeaderFolder.Usual, asked.Folder);
        Assert.StartsWith($"warning: answered from {HeaderFolder.Usual}, headers of debian", asked.Note, StringComparison.Ordinal);
        Assert.Contains("Shop (Debug, net10.0) is built for el9, whose policy may lack these names.", asked.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("el9\", \"debian12")]
    [InlineData("refpolicy-of-ours")]
    public void Headers_that_the_build_is_for_and_targets_that_nobody_knows_need_no_word(string targets)
    {
        Record(targets, headers: "");
        Assert.Null(AskedHeaders.Of(null, [], _folder.Path).Note);
    }

    [Fact]
    public void What_is_named_is_taken_whatever_was_built()
    {
        Record("el9", headers: "../../include");
        Assert.Equal(new AskedHeaders("/elsewhere", Base: null, Note: null), AskedHeaders.Of("/elsewhere", [], _folder.Path));
    }

    private void Record(string targets, string headers, string bases = "")
    {
        _folder.Write("Shop.csproj", "<Project />");
        Directory.CreateDirectory(_folder.At("obj/typedpolicy"));
        _folder.Write(
            "obj/typedpolicy/Debug_net10.0.json",
            $$"""
            {
              "version": 1, "project": "../../Shop.csproj", "configuration": "Debug", "framework": "net10.0", "started": "2020-01-01T00:00:00.0000000Z",
              "staged": "../policy", "policy": "../../bin/policy", "targets": ["{{targets}}"], "files": ["Shop.cil"], "own": ["Shop.cil"],
              "bases": [{{bases}}], "headers": "{{headers}}", "sources": [], "projects": []
            }
            """);
    }
}
