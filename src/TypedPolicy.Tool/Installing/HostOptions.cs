using System.CommandLine;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Installing;

/// <summary>Which system policy is installed in, and how: named as <c>semodule</c> names it.</summary>
internal sealed class HostOptions
{
    private readonly Option<string?> _root = new("--root", "-p") { Description = "The root of the system, such as an image that is mounted there (default: /).", HelpName = "FOLDER" };

    private readonly Option<string?> _store = new("--store", "-s") { Description = "The name of the policy store, such as targeted (default: SELINUXTYPE of /etc/selinux/config).", HelpName = "NAME" };

    private readonly Option<int?> _priority = CommonOptions.Number("--priority", $"The priority of the modules, from 1 to {Semodule.MaxPriority} (default: {Semodule.UsualPriority}; packages use 200, the distribution 100).", "NUMBER", 1, Semodule.MaxPriority);

    private readonly Option<bool> _noReload = new("--noreload", "-n") { Description = "Leaves the kernel with the policy that it has loaded, as the build of an image does." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Does it in a copy of the store, and lists the files that would get another label." };

    /// <summary>Adds those of a command that only looks.</summary>
    public void AddTo(Command command)
    {
        command.Add(_root);
        command.Add(_store);
        command.Add(_priority);
    }

    /// <summary>Adds those of a command that changes something.</summary>
    public void AddAllTo(Command command)
    {
        AddTo(command);
        command.Add(_noReload);
        command.Add(_dryRun);
    }

    /// <summary>The system.</summary>
    /// <exception cref="SepolException">It has no such policy.</exception>
    public PolicyHost Host(ParseResult parsed) => PolicyHost.Find(parsed.GetValue(_root), parsed.GetValue(_store));

    /// <summary>The priority that was asked about; null if none was.</summary>
    public int? AskedPriority(ParseResult parsed) => parsed.GetValue(_priority);

    /// <summary>The transaction.</summary>
    public Semodule Transaction(ParseResult parsed, PolicyHost host) => new(host, AskedPriority(parsed) ?? Semodule.UsualPriority, LoadsPolicy: !parsed.GetValue(_noReload));

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);
}
