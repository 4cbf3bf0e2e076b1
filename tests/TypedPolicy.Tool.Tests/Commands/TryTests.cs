using TypedPolicy.Tests.Hostile;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Tool.Trying;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>typedpolicy try</c>: lines that are tried on a kernel.</summary>
public sealed class TryTests : IDisposable
{
    private const string Policy =
        """
        (type tried_t)(roletype system_r tried_t)(typeattributeset domain (tried_t))
        (type tried_data_t)(roletype object_r tried_data_t)(typeattributeset file_type (tried_data_t))
        (allow tried_t var_t (dir (search getattr)))(allow tried_t tried_data_t (file (read open getattr)))
        (filecon "/srv/tried" file (system_u object_r tried_data_t ((s0) (s0))))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typedpolicy-");

    private static string Kernels => Path.Combine(Repository.Root, "artifacts", "kernel");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Needs", "kernel")]
    public void A_script_is_run_on_a_kernel_and_what_was_not_as_it_was_to_be_is_a_no()
    {
        var lines = Script("as tried_t\nread /srv/tried\n! write /srv/tried\nlabel /srv/tried\n# a remark\nopen /etc/shadow\ndenials\n").EndsWith(ExitCode.No).Output;
        Assert.Contains("done, in system_u:system_r:tried_t:s0: x\n", lines, StringComparison.Ordinal);
        Assert.Contains("EACCES (permission denied)\n  denied: tried_t tried_data_t:file write: no rule grants it\n    allow tried_t tried_data_t:file ", lines, StringComparison.Ordinal);
        Assert.Contains("system_u:object_r:tried_data_t:s0\n", lines, StringComparison.Ordinal);
        Assert.Contains("tried_t shadow_t:file read", lines, StringComparison.Ordinal);
        Script("as tried_t\nread /srv/tried\n! write /srv/tried\nquit\nopen /etc/shadow\n").Succeeds();
    }

    [Fact]
    [Trait("Needs", "kernel")]
    public void Hostile_lines_are_answered_in_lines_and_the_guest_goes_on()
    {
        var hostile = TextMutations.Texts(17, 150).Select((t, i) => i % 3 == 0 ? t : i % 3 == 1 ? $"as {t}" : $"read /srv/{t}");
        string[] others = ["read ;", "exec /srv/x ; unlink /srv/tried", "read /srv/" + new string('x', 9_000), "read /" + string.Concat(Enumerable.Repeat("../", 200)) + "srv/tried", "label /srv/\"';#", "boolean ../../../enforce on", "connect tcp 99999"];
        var run = Script(string.Join('\n', [.. hostile.Select(t => t.Replace("\uD800", "", StringComparison.Ordinal)), .. others, "as tried_t", "read /srv/tried", "! write /srv/tried"]) + "\n").EndsWith(ExitCode.No);
        Assert.DoesNotContain(run.Output + run.Error, c => c is not ('\n' or '\t') && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200B' or '\u202E' or '\uFEFF'));
        Assert.Contains("error: This is more than a guest can be asked at once: 128 words, 8,190 bytes.", run.Output, StringComparison.Ordinal);
        Assert.Contains("done, in system_u:system_r:tried_t:s0: x\nEACCES (permission denied)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_hostile_lines_are_one_step_each_or_not_known()
    {
        foreach (var text in TextMutations.Texts(18, 5_000))
        {
            foreach (var line in new[] { text, $"read {text}", $"exec {text} nnp", $"ioctl {text} 1", $"bind tcp {text}", $"create {text}" })
            {
                if (TryWords.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } tried)
                {
                    Assert.InRange(tried.Steps.Length, 1, 2);
                    Assert.DoesNotContain(";", tried.Steps.SelectMany(s => s.ToString().Split(' ')));
                }
            }
        }
    }

    [Fact]
    public void Without_a_kernel_it_is_told_how_to_get_one()
    {
        var run = TypedPolicyCommand.Run("try", "--kernel", _folder.FullName).EndsWith(ExitCode.NotDone);
        Assert.Contains("has no kernel. Install one (apt-get install linux-image-cloud-amd64)", run.Error, StringComparison.Ordinal);
    }

    private CommandRun Script(string lines)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "tried.cil"), Policy);
        File.WriteAllText(Path.Combine(_folder.FullName, "script"), lines);
        return TypedPolicyCommand.Run(
            "try", "--policy", Path.Combine(_folder.FullName, "tried.cil"), "--base", "/usr/share/selinux/default", "--target", "debian12",
            "--kernel", Kernels, "--script", Path.Combine(_folder.FullName, "script"));
    }
}
