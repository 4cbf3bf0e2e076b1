using System.Globalization;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Installing;

/// <summary>The command lines of <c>semodule</c>: each is one transaction, which libsemanage does as a whole or not at all.</summary>
/// <param name="Host">The system whose store is changed.</param>
/// <param name="Priority">The priority of the modules.</param>
/// <param name="LoadsPolicy">Whether the kernel loads the policy afterwards, where it is the policy of the running system.</param>
internal sealed record Semodule(PolicyHost Host, int Priority, bool LoadsPolicy)
{
    /// <summary>What to do where there is no <c>semodule</c>.</summary>
    public const string HowToInstall = "semodule is missing. Install the package policycoreutils.";

    /// <summary>The priority of what is installed by hand, as <c>semodule</c> has it.</summary>
    public const int UsualPriority = 400;

    /// <summary>The highest priority.</summary>
    public const int MaxPriority = 999;

    /// <summary>Whether it is there.</summary>
    public static bool IsAvailable => SystemTool.Find("semodule") is not null;

    /// <summary>The arguments that install files and remove modules; with neither, the policy is built anew.</summary>
    /// <param name="files">Paths of modules.</param>
    /// <param name="removed">Names of modules.</param>
    public IReadOnlyList<string> Arguments(IReadOnlyList<string> files, IReadOnlyList<string> removed) =>
    [
        .. Host.IsRunning ? Array.Empty<string>() : ["-p", Host.Root],
        "-s", Host.Policy,
        .. LoadsPolicy && Host.IsRunning ? Array.Empty<string>() : ["-n"],
        .. files.Count + removed.Count == 0 ? new[] { "-B" } : ["-X", Priority.ToString(CultureInfo.InvariantCulture)],
        .. removed.SelectMany(r => new[] { "-r", r }),
        .. files.SelectMany(f => new[] { "-i", Path.GetFullPath(f) }),
    ];

    /// <summary>Installs and removes.</summary>
    /// <exception cref="SepolException">There is no <c>semodule</c>.</exception>
    public ToolOutcome Run(IReadOnlyList<string> files, IReadOnlyList<string> removed) =>
        SystemTool.Run(SystemTool.Find("semodule") ?? throw new SepolException(HowToInstall), Arguments(files, removed));
}
