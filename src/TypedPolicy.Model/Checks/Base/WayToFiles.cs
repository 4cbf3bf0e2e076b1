using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>Whether a domain reaches files by their labelled paths: the kernel asks for <c>search</c> on every directory that a path passes.</summary>
internal static class WayToFiles
{
    /// <summary>
    /// The directories that keep a domain from all files with a label of a type, on the first target where that is so. None if one of the labels can be reached, or if
    /// that is not known.
    /// </summary>
    /// <param name="domain">The domain.</param>
    /// <param name="labels">The labels of the type.</param>
    /// <param name="isInside">Whether it is files in a tree that it wants, and not the directory of the tree.</param>
    /// <param name="policy">The policy.</param>
    public static Obstacles? Find(string domain, IReadOnlyCollection<FileLabel> labels, bool isInside, ReviewedPolicy policy)
    {
        foreach (var side in policy.Effective)
        {
            Obstacles? first = null;
            foreach (var label in labels)
            {
                var stopping = ImmutableArray.CreateBuilder<(string Directory, string Type)>();
                foreach (var directory in side.Directories.Above(label, isInside))
                {
                    if (side.Directories.TypeOf(directory) is { } type && stopping.All(s => s.Type != type) && side.Access.Allows(domain, type, "dir", "search") == false)
                    {
                        stopping.Add((directory, type));
                    }
                }

                if (stopping.Count == 0)
                {
                    first = null;
                    break;
                }

                first ??= new Obstacles(side.Base, side.Directories.Said(label), stopping.ToImmutable());
            }

            if (first is not null)
            {
                return first;
            }
        }

        return null;
    }
}

/// <summary>What keeps a domain from a labelled path.</summary>
/// <param name="Base">The base of the target where it does.</param>
/// <param name="Path">The path of the label, for a message.</param>
/// <param name="Directories">The directories that it may not search, the first from the root first.</param>
internal sealed record Obstacles(TargetBase Base, string Path, ImmutableArray<(string Directory, string Type)> Directories)
{
    /// <summary>Where it does not reach, for a message: a tree's own directory may be what stops it.</summary>
    public string Destination => Directories[Directories.Length - 1].Directory == Path ? $"what is in {Path}" : Path;

    /// <summary>The directories for a message: <c>/var/lib (var_lib_t)</c>.</summary>
    public string Text => string.Join(" and ", Directories.Select(d => $"{d.Directory} ({d.Type})"));

    /// <summary>What to write for each of them.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="of">The type of a directory in which more is missing than <c>search</c>, and what to write for that; null if there is none.</param>
    public (string Text, string? Interface, EquatableArray<MissingAccess> Missing) Proposal(ReviewedPolicy policy, (string Type, AccessProposal Proposal)? of = null)
    {
        AccessProposal[] all = [.. Directories.Where(d => d.Type != of?.Type).Select(d => AccessProposal.For(d.Type, "dir", "search", policy)), .. of is { } more ? [more.Proposal] : Array.Empty<AccessProposal>()];
        return (string.Join(" and ", all.Select(p => p.Text)), all is [var one] ? one.Interface : null, EquatableArray.From(all.SelectMany(p => p.Missing)));
    }
}
