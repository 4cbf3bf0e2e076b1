using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Installing;

/// <summary>All of Debian's policy, as its package installed it, in a root of its own.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianInstallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_module_comes_into_Debians_whole_policy_and_goes_again_and_labels_follow()
    {
        foreach (var part in new[] { "etc/selinux/default", "var/lib/selinux/default" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(part))!);
            Installed.Cp.Run("-a", "/" + part, _folder.At(part)).Succeeded();
        }

        _folder.Write("etc/selinux/config", "SELINUXTYPE=default\n");
        File.Copy("/etc/selinux/semanage.conf", _folder.At("etc/selinux/semanage.conf"));
        File.Copy("/etc/os-release", _folder.At("etc/os-release"));
        foreach (var path in new[] { "usr/bin/greeter", "usr/bin/other", "var/lib/greeter/notes", "run/greeter.sock" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(path))!);
            _folder.Write(path, "");
        }

        var contexts = _folder.At("etc/selinux/default/contexts/files/file_contexts");
        Installed.Setfiles.Run("-r", _folder.Path, contexts, _folder.Path).Succeeded();
        var module = _folder.Write("greeter.cil", """
            (type greeter_exec_t)(roletype object_r greeter_exec_t)(typeattributeset exec_type (greeter_exec_t))(typeattributeset file_type (greeter_exec_t))
            (type greeter_run_t)(roletype object_r greeter_run_t)(typeattributeset file_type (greeter_run_t))
            (filecon "/usr/bin/greeter" file (system_u object_r greeter_exec_t ((s0) (s0))))
            (filecon "/run/greeter\.sock" any (system_u object_r greeter_run_t ((s0) (s0))))

            """);

        string? Type(string path) => PathStatus.LabelOf(_folder.At(path))?.Split(':')[2];
        TypedPolicyCommand.Run("install", "-p", _folder.Path, module).Succeeds();
        Assert.Equal(("greeter_exec_t", "bin_t", "var_lib_t", "greeter_run_t"), (Type("usr/bin/greeter"), Type("usr/bin/other"), Type("var/lib/greeter/notes"), Type("run/greeter.sock")));
        TypedPolicyCommand.Run("status", "-p", _folder.Path, module).Succeeds();
        TypedPolicyCommand.Run("uninstall", "-p", _folder.Path, "greeter").Succeeds();

        // Debian's file contexts give what is in /run no label: nobody sets one there.
        Assert.Equal(("bin_t", "bin_t", "greeter_run_t"), (Type("usr/bin/greeter"), Type("usr/bin/other"), Type("run/greeter.sock")));
    }
}
