using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Properties;

/// <summary>Whatever text stands in an attribute: it is an error, or a value, and never a statement that nobody wrote.</summary>
[Trait("Needs", "toolchain")]
public sealed class HostileTextTests : IDisposable
{
    private static readonly string[] Fragments =
    [
        "(", ")", "))", "\"", "'", ";", "\n", "\r", "\0", "\u2028", " ", "\t", "\\", "a", "Z", "9", "_", "-", ".", "/", "*", "s0", "{1}", "(typepermissive init_t)",
        "\n(typepermissive init_t)\n", "\") (typepermissive init_t) (x \"", "x_t)) (typepermissive init_t) ((", ";;* lme\n(typepermissive init_t)", "#", "é", "$(id)",
    ];

    /// <summary>Where a text can stand.</summary>
    private static readonly string[] Places =
    [
        "[FileType(TEXT)] public sealed class X;",
        "[FileType, Alias(TEXT)] public sealed class X;",
        "[External(TEXT)] public sealed class Y; [FileType, AllowFrom<Y>(FilePerms.Read)] public sealed class X;",
        "[External(TEXT)] public interface IY; [FileType, MemberOf<IY>] public sealed class X;",
        "[FileType, FileContext(TEXT)] public sealed class X;",
        "[FileType, FileContextTree(TEXT)] public sealed class X;",
        "[FileType, FileContextPattern(TEXT)] public sealed class X;",
        "[FileType, FileContextNone(TEXT)] public sealed class X;",
        "[FileType, FileContext(\"/opt/x\", Level = TEXT)] public sealed class X;",
        "[Domain, TypeTransition<Var, Etc>(typeof(FilePerms), Name = TEXT)] public sealed class X;",
        "[Domain, RangeTransition<Bin>(TEXT)] public sealed class X;",
        "[Domain, AllowIoctl<Device, ChrFilePerms>(TEXT)] public sealed class X;",
        "[FilesystemType, Genfs(TEXT, \"/x\")] public sealed class X;",
        "[FilesystemType, Genfs(\"proc\", TEXT)] public sealed class X;",
        "[FilesystemType, FsUse(FsUseKind.Task, TEXT)] public sealed class X;",
        "[NodeType, Node(TEXT, \"255.0.0.0\")] public sealed class X;",
        "[NodeType, Node(\"10.0.0.0\", TEXT)] public sealed class X;",
        "[NetifType, Netif(TEXT)] public sealed class X;",
        "[PolicyType, InfinibandPkey(TEXT, 1, 2)] public sealed class X;",
        "[PolicyType, InfinibandEndPort(TEXT, 1)] public sealed class X;",
        "[User(typeof(SystemR), Name = TEXT)] public sealed class X;",
        "[User(typeof(SystemR), Level = TEXT)] public sealed class X;",
        "[User(typeof(SystemR), Range = TEXT)] public sealed class X;",
        "[User(typeof(SystemR), Prefix = TEXT)] public sealed class X;",
        "[ObjectClass(TEXT), Flags] public enum X : uint { A = 1 }",
        "[ObjectClass(\"own\"), Flags] public enum X : uint { [Permission(TEXT)] A = 1 }",
        "[PolicyBoolean(TEXT)] public sealed class X;",
        "[Role(TEXT)] public sealed class X;",
        "[PolicyInterface(TEXT), Allow<Etc>(FilePerms.Read)] public sealed class XAttribute : PolicyInterfaceAttribute;",
        "[PolicyInterface, TypeTransition<Var, Etc>(typeof(FilePerms), Name = Param1.Value)] public sealed class YAttribute(string n) : PolicyInterfaceAttribute { public string N { get; } = n; } [Domain, Y(TEXT)] public sealed class X;",
        "[Domain, Constrain(TEXT, FilePerms.Read)] public sealed class X;",
        "[Domain, ValidateTransition(TEXT, typeof(FilePerms))] public sealed class X;",
        "/// <summary>\n/// TEXT\n/// </summary>\n[FileType] public sealed class X;",
    ];

    private readonly SmallBase _base = new();

    private static Gen<string> Text { get; } = OneOf(Fragments).Array[1, 4].Select(string.Concat);

    [Fact]
    public void No_text_becomes_a_statement_and_secilc_reads_what_was_not_refused()
    {
        var valid = 0;
        Gen.Select(OneOf(Places), Text).Sample(
            (place, text) =>
            {
                if (Compiled(place, text) is not { } cil)
                {
                    return;
                }

                valid++;
                Assert.DoesNotContain(Reading.CilTree.Read(cil), s => s.Keyword == "typepermissive");
                var run = _base.Link(("hostile.cil", cil)).Run;
                Assert.True(run.ExitCode == 0 || IsUnresolved(run.Error), run.Error);
            },
            iter: 600,
            threads: 1);
        Assert.True(valid > 20, $"Only {valid} texts were valid.");
    }

    [Fact]
    public void Raw_CIL_that_is_not_well_formed_is_an_error()
    {
        string[] texts = ["(allow a", "allow a b", ")", "(typepermissive init_t))", "\"", "((x))", "(a \"b)", "(x \u00e9)", "(x\0)"];
        Assert.All(texts, text => Assert.Null(Compiled("[Domain, RawCil(TEXT)] public sealed class X;", text)));
    }

    public void Dispose() => _base.Dispose();

    private static Gen<string> OneOf(string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    /// <summary>A name that the base does not have is for secilc to find.</summary>
    private static bool IsUnresolved(string error) => error.Contains("Failed to resolve");

    /// <summary>The CIL; nothing where the text was refused.</summary>
    private static string? Compiled(string place, string text)
    {
        var literal = place.Contains("///") ? text.Replace('\n', ' ').Replace('\r', ' ').Replace('\u2028', ' ') : SymbolDisplay.FormatLiteral(text, quote: true);
        var policy = Policy.Of([LinkedCase.BaseNames, ("Own.cs", "using System;\nusing TypedPolicy;\nusing Base;\nnamespace Own;\n" + place.Replace("TEXT", literal))], new() { ["TypedPolicyTargets"] = "debian12" });
        return policy.Problems.IsEmpty ? policy.CilFor("debian12") : null;
    }
}
