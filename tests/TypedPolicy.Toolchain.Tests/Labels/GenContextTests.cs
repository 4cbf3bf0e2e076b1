using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Paths;
using TypedPolicy.Tests.Hostile;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using TypedPolicy.Toolchain.Tests.Tools;
using TypedPolicy.Toolchain.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Labels;

/// <summary>File contexts for the build of the reference policy: what m4 makes of them is what setfiles gets otherwise.</summary>
[Trait("Needs", "toolchain")]
public sealed partial class GenContextTests : IDisposable
{
    // Macros of GNU m4 that expand, act or vanish, some without an argument (GNU m4 manual, B.2 Index for all m4 macros).
    private static readonly string[] Builtins =
    [
        "builtin", "changecom", "changequote", "changeword", "debugmode", "decr", "define", "defn", "divert", "divnum", "dnl", "dumpdef", "errprint", "esyscmd", "eval", "format",
        "ifdef", "ifelse", "include", "incr", "index", "indir", "len", "m4exit", "m4wrap", "maketemp", "mkstemp", "patsubst", "popdef", "pushdef", "regexp", "shift", "sinclude",
        "substr", "syscmd", "sysval", "traceoff", "traceon", "translit", "undefine", "undivert", "__file__", "__gnu__", "__line__", "__program__", "__unix__",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("enable_mls")]
    [InlineData("enable_mcs")]
    public void M4_makes_the_plain_file_of_every_label_of_the_vocabulary(string kind)
    {
        (string, string)[] files = [LinkedCase.BaseNames, .. Cases.All.Select(c => c.File), ("Usings.cs", "global using System;")];
        var plain = Policy.Of(files, []).Artifact("vocabulary.fc", "refpolicy");
        var read = M4(GenContext(files).Artifact("vocabulary.fc", "refpolicy"), kind);

        Assert.Equal(Labels(plain), Labels(read));
        Assert.Contains(Labels(plain), line => line.EndsWith("s0:c1,c3", StringComparison.Ordinal));
        Assert.Contains(Labels(plain), line => line.EndsWith("<<none>>", StringComparison.Ordinal));
    }

    [Fact]
    public void M4_reads_no_word_of_a_path()
    {
        var words = Words();
        var random = new Random(7);
        string Word() => words[random.Next(words.Length)];
        var source = new StringBuilder("[assembly: TypedPolicy.PolicyModule(\"paths\")]\n");
        for (var i = 0; i < 2_000; i++)
        {
            var attribute = (i % 4) switch
            {
                0 => $"FileContext(\"/w{i}/{Word()}/{Word()}-{Word()}\", TypedPolicy.FileKind.File)",
                1 => $"FileContextTree(\"/w{i}/{Word()}\")",
                2 => $"FileContextPattern(@\"/w{i}/{Word()}(x|{Word()})?\")",
                _ => $"FileContext(\"/w{i}/{Word()}#{Word()},{Word()}$1\")",
            };
            source.Append($"[TypedPolicy.FileType, TypedPolicy.{attribute}] public class T{i};\n");
        }

        // Names that no convention keeps apart from macros.
        foreach (var name in new[] { "dnl", "divnum", "shift", "read_file_perms" })
        {
            source.Append($"[TypedPolicy.FileType(\"{name}\"), TypedPolicy.FileContext(\"/type/{name}\")] public class N{name.Replace("_", "", StringComparison.Ordinal)};\n");
        }

        (string, string)[] files = [("Policy.cs", source.ToString())];
        var plain = Policy.Of(files, []).IsGood().FileContextsFor("debian12");
        Assert.Equal(Labels(plain), Labels(M4(GenContext(files).IsGood().FileContextsFor("debian12"), "enable_mcs")));
        Assert.True(Labels(plain).Length > 2_000);
    }

    [Fact]
    public void Any_text_is_refused_or_comes_out_of_m4_as_it_is()
    {
        // What m4 reads here has no line end, as no path has.
        string[] texts = [.. TextMutations.Texts(12, 5_000).Select(t => PlainText.Line(t)).Where(M4Text.IsQuotable)];
        Assert.True(texts.Length > 3_000);
        Assert.Equal(texts, M4(string.Concat(texts.Select(t => M4Text.Quote(t) + "\n")), "enable_mcs").Split('\n')[^(texts.Length + 1)..^1]);
        Assert.Equal(texts, M4("define(`twice',`$1')" + string.Concat(texts.Select(t => $"twice({M4Text.Quote(t, times: 2)})\n")), "enable_mcs").Split('\n')[^(texts.Length + 1)..^1]);
        Assert.All(new[] { "`", "'", "a`b", "it's" }, text => Assert.Throws<ArgumentException>(() => M4Text.Quote(text)));
    }

    [Fact]
    public void Five_thousand_hostile_paths_are_refused_or_m4_makes_the_plain_file_of_them()
    {
        var mutations = new TextMutations(31);
        var paths = Enumerable.Range(0, 5_000).Select(i =>
        {
            var attribute = mutations.Pick(["FileContext", "FileContextTree", "FileContextPattern"]);
            var path = $"/srv/{i}{mutations.Pick(["/", "", "-", "esyscmd(", "`", "define(`x',`"])}{mutations.Text()}";
            return (Path: $"F{i}.cs", Source: $"[TypedPolicy.FileType, TypedPolicy.{attribute}({SymbolDisplay.FormatLiteral(path, quote: true)})] public class T{i};\n", IsPath: IsPath(attribute, path));
        }).Where(p => p.IsPath).Select(p => (p.Path, p.Source)).ToList();
        var read = GenContext([.. paths]);
        while (!read.Problems.IsEmpty)
        {
            var refused = read.Problems.Select(p => p.Split(' ', '(')[1]).ToHashSet(StringComparer.Ordinal);
            Assert.NotEqual(0, paths.RemoveAll(p => refused.Contains(p.Path)));
            read = GenContext([.. paths]);
        }

        Assert.InRange(paths.Count, 300, 4_500);
        Assert.Equal(Labels(Policy.Of([.. paths], []).IsGood().FileContextsFor("debian12")), Labels(M4(read.FileContextsFor("debian12"), "enable_mcs")));
    }

    [Fact]
    public void The_devel_Makefile_makes_the_plain_file_and_runs_nothing()
    {
        var mark = _folder.At("ran");
        (string, string)[] files =
        [
            ("Policy.cs", $$"""
                using TypedPolicy;
                [assembly: PolicyModule("paths")]
                [FileType, FileContextTree("/usr/include"), FileContextTree("/var/lib/index"), FileContext("/usr/bin/dpkg-divert", FileKind.File), FileContextPattern("/srv/esyscmd(id|x)"),
                    FileContextPattern("/srv/syscmd(touch{{mark.Replace("/", "[/]", StringComparison.Ordinal)}})"), FileContextTree("/var/lib/dnl/x"), FileContextTree("/opt/define"), FileContext("/opt/distro_debian/#x", Level = "s0:c1,c3")]
                public class Part;
                """),
        ];
        _folder.Write("paths.te", "policy_module(paths, 1.0)\ntype part_t;\nfiles_type(part_t)\n");
        _folder.Write("paths.fc", GenContext(files).IsGood().FileContextsFor("debian12"));
        Tool.Make.Run("-C", _folder.Path, "-f", "/usr/share/selinux/devel/Makefile", "NAME=default", "tmp/paths.mod.fc").Succeeded();

        Assert.Equal(Labels(Policy.Of(files, []).IsGood().FileContextsFor("debian12")), Labels(File.ReadAllText(_folder.At("tmp/paths.mod.fc"))));
        Assert.False(File.Exists(mark));
    }

    // What is refused for itself; the rest is refused for what m4 or another path makes of it.
    private static bool IsPath(string attribute, string path) => (attribute == "FileContextPattern" ? PathPattern.Parse(path) : PathPattern.Literal(path)).Problems.IsEmpty;

    /// <summary>Every name that m4 may take for a macro when it reads a file of contexts: its own, those of the support files, and what the build defines.</summary>
    private static string[] Words() =>
    [
        .. Builtins,
        .. DebianHeaders.Support.SelectMany(f => Definition().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct(),
        .. DebianHeaders.Flags.Where(f => f != "-D").Select(f => f.Split('=')[0]),
    ];

    private static Policy GenContext((string, string)[] files) => Policy.Of(files, new() { ["TypedPolicyFileContextFormat"] = "gen_context" });

    private static string M4(string text, string kind)
    {
        var support = DebianHeaders.Support;
        var flags = DebianHeaders.Flags.Select(f => f == "enable_mcs" ? kind : f);
        return Tool.M4.Run(Encoding.UTF8.GetBytes(text), [.. flags, .. support, "-"]).Succeeded().Output;
    }

    /// <summary>The lines that label something.</summary>
    private static string[] Labels(string text) => [.. text.Split('\n').Where(line => line.StartsWith('/'))];

    [GeneratedRegex("^define\\(`(\\w+)'", RegexOptions.Multiline)]
    private static partial Regex Definition();
}
