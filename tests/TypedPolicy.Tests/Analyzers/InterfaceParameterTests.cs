using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>CS9113, a parameter that nobody reads: the rules of an interface read its parameters by placeholders.</summary>
public sealed class InterfaceParameterTests
{
    [Fact]
    public async Task The_parameters_of_an_interface_need_no_reader() =>
        Assert.Equal(["silenced"], await Unread("[PolicyInterface, TypeTransition<Arg1, Arg2>(typeof(FilePerms), Name = Param1.Value)] public sealed class MakeAttribute<T1, T2>(string name) : PolicyInterfaceAttribute;"));

    [Fact]
    public async Task Those_of_other_classes_do() => Assert.Equal(["reported"], await Unread("public sealed class Maker(string name);"));

    private static async Task<string[]> Unread(string source)
    {
        var compilation = Policy.Compile([("Policy.cs", source), Policy.Usings]);
        compilation = compilation.WithOptions(compilation.Options.WithReportSuppressedDiagnostics(true));
        var how = new CompilationWithAnalyzersOptions(Analysis.Options("el9", []), (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers(Analysis.Analyzers, how).GetAllDiagnosticsAsync();
        return [.. found.Where(d => d.Id == "CS9113").Select(d => d.IsSuppressed ? "silenced" : "reported")];
    }
}
