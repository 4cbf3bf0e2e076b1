using TypedPolicy.Targets;

namespace TypedPolicy.Build;

/// <summary>The headers that are installed on a machine, where it is known whose they are.</summary>
/// <param name="Path">Their folder.</param>
/// <param name="Targets">The targets that they can be of, the likeliest first.</param>
internal sealed record InstalledHeaders(string Path, IReadOnlyList<string> Targets)
{
    /// <summary>Finds them; <see langword="null"/> if there are none.</summary>
    /// <param name="root">The root of the system.</param>
    public static InstalledHeaders? Find(string root)
    {
        var folder = System.IO.Path.Combine(root, BaseIdentity.Headers.TrimStart('/'));
        return Directory.Exists(folder) && BaseIdentity.OfHeaders(folder, "") is { Count: > 0 } targets ? new(folder, targets) : null;
    }

    /// <summary>The target of a project that they are for; <see langword="null"/> if they are for none of its targets.</summary>
    public string? TargetAmong(IReadOnlyList<string> targets) => Targets.FirstOrDefault(t => targets.Contains(t, StringComparer.Ordinal));
}
