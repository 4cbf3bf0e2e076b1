using System.Reflection;
using System.Text;
using Microsoft.Build.Framework;
using TypedPolicy.Tests.Hostile;

namespace TypedPolicy.Build.Tests;

/// <summary>Five thousand hostile strings for each thing that a package says of its policy: what a build writes of it is a line, and what it lays out are policy files.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private const int Count = 5_000;

    // What Carrier can write, which is what a compiler takes: half a pair is no text of an attribute.
    private static readonly string[] Texts =
        [.. TextMutations.Texts(41, Count).Select((t, i) => (t + (i % 4 == 0 ? "\n/etc/passwd(1,1): error CS0001: forged" : i % 4 == 1 ? "\u2028\u202E\u001B[2J" : "")).Replace("\uD800", "", StringComparison.Ordinal))];

    private readonly LayoutFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_problem_is_an_error_of_one_line_at_a_place()
    {
        var carrier = new Carrier("gravity");
        foreach (var (text, i) in Texts.Select((t, i) => (t, i)))
        {
            carrier.Problem(i % 3 == 0 ? text : "TP1003", i % 3 == 1 ? text : "Policy.cs", i % 5 == 0 ? -i : i, i, i % 3 == 2 ? text : "wrong");
        }

        var errors = _folder.Errors(carrier.CompileTo(_folder.PathOf("obj")), "el9");
        Assert.Equal(Count, errors.Count);
        Assert.All(errors, e => Assert.DoesNotContain(e.Code + e.File + e.Message, Commands));
        Assert.All(errors, e => Assert.True(e is { LineNumber: >= 0, ColumnNumber: >= 0 }));
    }

    [Fact]
    public void A_path_is_refused_or_that_of_a_policy_file_below_the_folder()
    {
        string[] endings = [".cil", ".fc", ".cs", ".props", ".targets", ".dll", ".sh", "", ".CIL", ".cil.cs", "/", ".cil/.cs"];
        var outside = _folder.Files("", hidden: true);
        foreach (var batch in Texts.Select((t, i) => (i % 3 == 0 ? "../" : i % 3 == 1 ? "a/" : "") + t.Replace("/", i % 2 == 0 ? "" : "/", StringComparison.Ordinal) + endings[i % endings.Length]).Chunk(1_000))
        {
            var carrier = Carrier.Of("gravity");
            foreach (var path in batch)
            {
                carrier.Artifact(path, "el9", "(type evil_t)\n");
            }

            Assert.All(_folder.LayOut(carrier, "el9"), error => Assert.DoesNotContain(error, Commands));
            Assert.All(_folder.Staged, IsPolicyFile);
        }

        // Each by itself, since one that is refused stops the others.
        foreach (var path in (string[])["gravity.cil", "a.fc", "helper.cs", "Directory.Build.props", "evil.dll", "run.sh", "../out.cil", "/tmp/out.cil", "a/../../out.cil", "lxc_contexts", "x.cil\u2028.cs", "NUL.cil", "a.CIL"])
        {
            _folder.LayOut(new Carrier("gravity").Artifact(path, "el9", "(type evil_t)\n"), "el9");
            Assert.All(_folder.Staged, IsPolicyFile);
        }

        Assert.All(_folder.Files("", hidden: true).Except(outside), f => Assert.Matches(@"\A(obj|upstream|bin)/", f));

        static void IsPolicyFile(string file) => Assert.Matches(@"\A[A-Za-z0-9_.-]+(\.cil|\.fc|_contexts)\z", file);
    }

    [Fact]
    public void A_declared_name_that_two_packages_have_is_told_of_on_one_line()
    {
        foreach (var batch in Texts.Chunk(1_000))
        {
            var declarations = new StringBuilder();
            foreach (var text in batch)
            {
                declarations.Append("type ").Append(text.Replace("\n", "", StringComparison.Ordinal)).Append('\n');
            }

            var errors = _folder.LayOutAssemblies(Named("gravity"), "el9", Named("planet"));
            Assert.NotEmpty(errors);
            Assert.All(errors, error => Assert.DoesNotContain(error, Commands));

            // Old, since what was just written may be half of something.
            string Named(string name)
            {
                var path = new Carrier(name).Manifest(declarations.ToString()).Artifact(name + ".cil", "el9", "(type x_t)\n").CompileTo(_folder.PathOf("obj"));
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
                return path;
            }
        }
    }

    [Fact]
    public void A_line_of_the_command_is_one_error_whatever_it_quotes()
    {
        var engine = new FakeBuildEngine();
        var task = new VerifyPolicy { BuildEngine = engine, PolicyTarget = "el9" };
        var read = typeof(VerifyPolicy).GetMethod("LogEventsFromTextOutput", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Action<string, MessageImportance>>(task);
        foreach (var text in Texts)
        {
            var line = text.Replace('\n', ' ').Replace('\r', ' ');
            read($"/project/{line}(3,4): error TP9001: {line}", MessageImportance.Low);
            read(line, MessageImportance.Low);
        }

        Assert.Equal(Count, engine.Errors.Count(e => e.LineNumber == 3));
        Assert.All(engine.Errors, e => Assert.DoesNotContain(e.Code + e.File + e.Message, Commands));
        Assert.All(engine.Messages, m => Assert.DoesNotContain(m.Message!, Commands));
    }

    // A predicate that is true for what may not reach a terminal or begin a line.
    private static bool Commands(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200B' or '\u202E' or '\uFEFF';
}
