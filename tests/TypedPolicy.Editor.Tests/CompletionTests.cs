using System.Text.RegularExpressions;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using Xunit;

namespace TypedPolicy.Editor.Tests;

/// <summary>What an author sees while typing, from the services that editors run. What must be offered is searched in the headers, as one searches by hand.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(ImportedBase))]
public sealed partial class CompletionTests(ImportedBase policy)
{
    private static readonly IReadOnlyList<string> Defined =
        [.. DebianHeaders.Interfaces.SelectMany(File.ReadLines).Select(l => Definition().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("netutils", "Netutils")]
    [InlineData("kernel", "Kernel")]
    [InlineData("init", "Init")]
    [InlineData("logging", "Logging")]
    [InlineData("corenet", "Corenet")]
    public async Task Behind_the_name_of_a_module_completion_offers_every_interface_of_the_headers_and_nothing_else(string prefix, string container)
    {
        using var editor = new EditorDocument(policy, $"using TypedPolicy.Base;\n[{container}.$$]\nclass Shop;\n");
        var offered = (await editor.CompletionsAsync()).Select(i => i.DisplayText.Replace("_", "").ToLowerInvariant()).Order(StringComparer.Ordinal);

        // Without case and underscores a C# name is the name of SELinux, so the rule of names is not asked what it is to say.
        var written = Defined.Where(n => n.StartsWith(prefix + "_", StringComparison.Ordinal)).Select(n => n[(prefix.Length + 1)..].Replace("_", "").ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(written);
        Assert.Equal(written, offered);
    }

    [Fact]
    public async Task The_name_of_a_module_is_offered_from_its_first_letters()
    {
        using var editor = new EditorDocument(policy, "using TypedPolicy.Base;\n[Netu$$]\nclass Shop;\n");
        var item = Assert.Single(await editor.CompletionsAsync(), i => i.DisplayText == "Netutils");
        Assert.Contains("[Netutils]", await editor.ChooseAsync(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offered_interface_says_what_the_headers_document_and_what_it_is_called_there()
    {
        using var editor = new EditorDocument(policy, "using TypedPolicy.Base;\n[Netutils.$$]\nclass Shop;\n");
        var item = Assert.Single(await editor.CompletionsAsync(), i => i.DisplayText == "DomtransPing");
        Assert.Contains(SummaryAbove("netutils_domtrans_ping"), await editor.DescriptionAsync(item), StringComparison.Ordinal);
        Assert.Contains("[Netutils.DomtransPing]", await editor.ChooseAsync(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resting_on_an_interface_shows_its_name_in_the_policy_its_module_and_its_layer()
    {
        using var editor = new EditorDocument(policy, "using TypedPolicy.Base;\n[Netutils.Domtrans$$Ping]\nclass Shop;\n");
        var shown = await editor.QuickInfoAsync();
        Assert.Contains(SummaryAbove("netutils_domtrans_ping"), shown, StringComparison.Ordinal);
        foreach (var word in new[] { "netutils_domtrans_ping", "netutils", "admin" })
        {
            Assert.Contains(word, shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_type_argument_of_a_rule_is_completed_with_the_types_of_the_base()
    {
        using var editor = new EditorDocument(policy, "using TypedPolicy;\nusing TypedPolicy.Base;\n[Allow<Ping$$>(FilePerms.Execute)]\nclass Shop;\n");
        var item = Assert.Single(await editor.CompletionsAsync(), i => i.DisplayText == "PingExec");
        Assert.Contains("ping_exec_t", await editor.DescriptionAsync(item), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_interface_that_the_headers_define_is_an_attribute_and_the_compiler_has_nothing_to_say()
    {
        Assert.Empty(policy.Diagnostics);
        var applied = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in policy.Compilation.GetSymbolsWithName(n => n.EndsWith("Attribute", StringComparison.Ordinal), Microsoft.CodeAnalysis.SymbolFilter.Type).Where(t => t.ContainingType?.Name != "Pattern"))
        {
            applied.UnionWith(type.GetAttributes().Where(a => a.AttributeClass?.Name == nameof(BaseInterfaceAttribute)).Select(a => (string)a.ConstructorArguments[0].Value!));
        }

        Assert.Equal(Defined, applied);
    }

    /// <summary>The first line of the summary that stands above a definition.</summary>
    private static string SummaryAbove(string name)
    {
        foreach (var file in DebianHeaders.Interfaces)
        {
            var lines = File.ReadAllLines(file);
            var at = Array.FindIndex(lines, l => Definition().Match(l) is { Success: true } m && m.Groups["name"].Value == name);
            if (at >= 0)
            {
                var summary = Array.FindLastIndex(lines, at, l => l == "## <summary>");
                return lines[summary + 1].TrimStart('#').Trim();
            }
        }

        throw new InvalidOperationException($"The headers do not define {name}.");
    }

    [GeneratedRegex(@"^(?:interface|template)\(\s*`(?<name>\w+)'")]
    private static partial Regex Definition();
}
