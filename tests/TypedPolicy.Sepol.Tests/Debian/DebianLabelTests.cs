using System.Text.RegularExpressions;
using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Labels on Debian, as matchpathcon looks them up.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianLabelTests(DebianLink link, ITestOutputHelper output)
{
    private static readonly (Kind Kind, string Name)[] Kinds =
        [(Kind.File, "file"), (Kind.Directory, "dir"), (Kind.SymbolicLink, "link"), (Kind.Socket, "sock"), (Kind.CharacterDevice, "char"), (Kind.BlockDevice, "block"), (Kind.Pipe, "pipe")];

    [Fact]
    public void A_thousand_paths_get_the_labels_of_what_Debian_installs() =>
        Compare("/etc/selinux/default/contexts/files/file_contexts", 1000, seed: 1);

    [Fact]
    public void Paths_get_the_labels_of_the_policy_with_the_samples()
    {
        var file = link.Folder.Write("linked.fc", link.Result.FileContexts!);
        File.Copy(DebianPolicy.SubstitutionsFile, file + ".subs_dist", overwrite: true);
        Compare(file, 1000, seed: 2);
    }

    private void Compare(string file, int count, int seed)
    {
        var random = new Random(seed);
        var contexts = FileContexts.FromFile(file);
        Assert.Empty(contexts.NotUnderstood);
        var labelled = 0;
        foreach (var (kind, name) in Kinds)
        {
            // Whether a path is on this machine must not matter: matchpathcon is told the kind.
            var paths = Enumerable.Range(0, (count + Kinds.Length - 1) / Kinds.Length).Select(_ => Path(contexts.Lines[random.Next(contexts.Lines.Length)].Pattern, random)).Distinct().ToArray();
            var said = Tool.Matchpathcon.Run(["-m", name, "-f", file, "-n", .. paths]).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(paths.Zip(said, (p, s) => $"{p} {s}"), paths.Select(p => $"{p} {contexts.Find(p, kind)?.Context ?? "<<none>>"}"));
            labelled += said.Count(s => s != "<<none>>");
        }

        output.WriteLine($"{labelled} of {count} paths are labelled");
        Assert.True(labelled > count / 2);
    }

    // A path that the pattern matches, more or less: alternatives and repetitions are chosen by chance.
    private static string Path(string pattern, Random random)
    {
        var text = pattern.Replace("HOME_DIR", "/home/joe").Replace("HOME_ROOT", "/home");
        text = Regex.Replace(text, @"\(/\.\*\)\?", _ => Pick("", "/x", "/sub/file.log", "/run/lock"));
        for (var i = 0; i < 4; i++)
        {
            text = Regex.Replace(text, @"\(([^()]*)\)(\?|\*|\+)?", m => m.Groups[2].Value is "?" or "*" && random.Next(2) == 0 ? "" : Pick(m.Groups[1].Value.Split('|')));
        }

        text = Regex.Replace(text, @"\[\^/\]([*+])|\.([*+])", _ => Pick("a", "name", "x.y", "lib64"));
        text = Regex.Replace(text, @"\[\^?(.)[^\]]*\][*+?]?", m => m.Groups[1].Value);
        text = Regex.Replace(text, @"\\(.)", "$1");
        text = Regex.Replace(text, @"[\[\]()*+?^$|{}\s]", "");
        return (random.Next(6) == 0 ? Pick("/var/run", "/lib64", "/lib", "/sbin", "/etc/systemd/system") : "") + (text.StartsWith('/') ? text : "/" + text);

        string Pick(params string[] from) => from[random.Next(from.Length)];
    }
}
