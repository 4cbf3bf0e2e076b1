using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>What the compiler says of a deprecated interface, and what TP7004 does: one of them speaks.</summary>
public sealed class DeprecationTests
{
    private const string Source = """
        static class Netutils { [Obsolete("netutils_old_ping() has been deprecated, use netutils_exec_ping() instead.")] [BaseInterface("netutils_old_ping", "")] public sealed class OldPingAttribute : PolicyInterfaceAttribute; }
        static class Other { [Obsolete("Not of the base.")] [PolicyInterface] public sealed class OldAttribute : PolicyInterfaceAttribute; }
        [Domain, Netutils.OldPing] sealed class D;
        """;

    [Fact]
    public async Task Where_the_index_knows_the_interface_the_rule_takes_over_from_the_compiler() =>
        Assert.Equal(["CS0618 silenced", "TP7004"], await Said(Source, JudgementCases.Debian));

    [Fact]
    public async Task Without_an_index_the_compiler_says_it() => Assert.Equal(["CS0618"], await Said(Source, index: null));

    [Fact]
    public async Task What_is_no_interface_of_the_base_stays_with_the_compiler() =>
        Assert.Equal(["CS0618"], await Said(Source.Replace("Netutils.OldPing]", "Other.Old]", StringComparison.Ordinal), JudgementCases.Debian));

    private static async Task<string[]> Said(string source, string? index)
    {
        var compilation = Policy.Compile([("Policy.cs", source), Policy.Usings]);
        var options = Analysis.Options("el9", index is null ? [] : [new AdditionalFile("/project/debian12.sepolidx", index)]);
        compilation = compilation.WithOptions(compilation.Options.WithReportSuppressedDiagnostics(true));
        var how = new CompilationWithAnalyzersOptions(options, (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers(Analysis.Analyzers, how).GetAllDiagnosticsAsync();
        return [.. found.Where(d => d.Id is "CS0618" or "TP7004").Select(d => d.IsSuppressed ? $"{d.Id} silenced" : d.Id).Order(StringComparer.Ordinal)];
    }
}
