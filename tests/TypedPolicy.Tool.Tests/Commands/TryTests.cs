using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
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
