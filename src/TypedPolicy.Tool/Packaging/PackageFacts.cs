using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Installing;

namespace TypedPolicy.Tool.Packaging;

/// <summary>What a package is made of, for whichever package manager.</summary>
/// <param name="Name">Its name, such as <c>greeter-selinux</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Target">The target that its policy is for.</param>
/// <param name="Store">The policy store that it goes into.</param>
/// <param name="Modules">The modules, those that others need first.</param>
/// <param name="Needs">Packages of modules that these need and that are not among them.</param>
internal sealed record PackageFacts(string Name, string Version, Target Target, string Store, IReadOnlyList<PolicySource> Modules, IReadOnlyList<string> Needs)
{
    /// <summary>The priority of modules that come with packages.</summary>
    public const int Priority = 200;

    // 2000-01-01, as long as nobody names a time: the content of a package says nothing of when it was made.
    private const long UsualTime = 946_684_800;

    private const int MaxName = 100;

    /// <summary>One line.</summary>
    public required string Summary { get; init; }

    /// <summary>More.</summary>
    public required string Description { get; init; }

    /// <summary>Who answers for it: a name and an address.</summary>
    public required string Maintainer { get; init; }

    /// <summary>Years and holder of the copyright.</summary>
    public required string Copyright { get; init; }

    /// <summary>The licence, as SPDX has it.</summary>
    public required string License { get; init; }

    /// <summary>Where more is to be read; empty if nowhere.</summary>
    public required string Homepage { get; init; }

    /// <summary>Whether the systems of its target install packages by dpkg.</summary>
    public bool IsForDpkg => Target == Target.Debian12 || Target == Target.Debian13;

    /// <summary>Whether they do by RPM.</summary>
    public bool IsForRpm => !IsForDpkg && Target != Target.Refpolicy;

    /// <summary>The store of a target's policy.</summary>
    public static string StoreOf(Target target) => target == Target.Refpolicy ? "refpolicy" : target.IsOfDebianLine ? "default" : "targeted";

    /// <summary>The names of the modules.</summary>
    public IReadOnlyList<string> ModuleNames => [.. Modules.Select(ChosenModules.NameOf)];

    /// <summary>The folder that the modules are installed in.</summary>
    public string Folder => $"usr/share/selinux/packages/{Store}";

    /// <summary>The time of everything in the package: <c>SOURCE_DATE_EPOCH</c>, or one that is always the same (reproducible-builds.org).</summary>
    public static DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < uint.MaxValue ? seconds : UsualTime);

    /// <summary>The name of the package of a module: what dpkg and rpm both take (Debian policy, 5.6.7).</summary>
    public static string NameOf(string module)
    {
        var name = new string([.. module.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '+' ? c : '-')]).Trim('-', '.', '+');
        return (name.Length is > 0 and <= MaxName ? name : throw new SepolException($"'{module}' gives no name of a package. Name one with --name.")) + (name.EndsWith("-selinux", StringComparison.Ordinal) ? "" : "-selinux");
    }

    /// <summary>A version as dpkg and rpm both order it: what comes before a release is marked with a tilde.</summary>
    /// <param name="version">A version of NuGet, such as <c>1.2.0-beta.1</c>.</param>
    /// <exception cref="SepolException">It is not one.</exception>
    public static string VersionOf(string version) =>
        version.Length is > 0 and <= MaxName && char.IsAsciiDigit(version[0]) && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+')
            ? version.Replace('-', '~')
            : throw new SepolException($"'{version}' is not a version. Write one such as 1.2.0 or 1.2.0-beta.1.");
}
