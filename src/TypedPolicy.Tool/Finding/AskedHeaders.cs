using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Targets;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Finding;

/// <summary>Which headers a question is about: those that are named, those that the project here was built with, or those of this machine.</summary>
/// <param name="Folder">Their folder.</param>
/// <param name="Base">The policy that they belong to; <see langword="null"/> if none is named, linked with, or installed.</param>
/// <param name="Note">What a person must know before reading an answer; <see langword="null"/> if there is nothing.</param>
internal sealed record AskedHeaders(string Folder, PolicyBase? Base, string? Note)
{
    /// <summary>The headers of a question.</summary>
    /// <param name="named">The folder that was named; <see langword="null"/> if none was.</param>
    /// <param name="bases">What was named to read the attributes from.</param>
    /// <param name="folder">The folder to look for a build from.</param>
    public static AskedHeaders Of(string? named, IReadOnlyList<string> bases, string folder)
    {
        if (named is not null)
        {
            return new(named, InstalledPolicy.Of(named, bases), Note: null);
        }

        var build = BuildSearch.From(folder).Where(r => r.HasOwnPolicy).MaxBy(r => r.Started);
        if (build?.Headers is not { } headers || headers == HeaderFolder.Usual)
        {
            return new(HeaderFolder.Usual, InstalledPolicy.Of(HeaderFolder.Usual, bases), build is null ? null : Mismatch(build));
        }

        IReadOnlyList<string> linked = bases.Count > 0 ? bases : [.. build.Bases.Where(b => b.Target.Length == 0 || b.Target == build.Targets.FirstOrDefault()).Select(b => b.Path)];
        return new(headers, InstalledPolicy.Of(headers, linked), $"note: answered from {headers}, the headers of {build.Display}");
    }

    /// <summary>Interfaces of another distribution's policy may not be there on the target, or give something else.</summary>
    private static string? Mismatch(BuildRecord build)
    {
        var targets = BaseIdentity.OfHeaders(HeaderFolder.Usual, installed: "");
        return targets.Count == 0 || targets.Intersect(build.Targets, StringComparer.Ordinal).Any() || build.Targets.All(t => Target.TryGet(t) is null)
            ? null
            : $"warning: answered from {HeaderFolder.Usual}, headers of {targets[0]}; {build.Display} is built for {string.Join(", ", build.Targets)}, whose policy may lack these names. Name its headers with --headers, or as PolicyHeaders in the project.";
    }
}
