using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP4019 about the directory that files lie in: making one there takes a name in it, and removing one takes that away (may_create, may_link and may_rename of the kernel;
/// <c>write</c> is the directory's own).
/// </summary>
internal static class DirectoryEntries
{
    private static readonly (string Verb, string Permission, string[] Needs)[] Acts =
    [
        ("create", "create", ["add_name", "write"]),
        ("remove", "unlink", ["remove_name", "write"]),
        ("rename", "rename", ["add_name", "remove_name", "write"]),
    ];

    /// <summary>What a domain lacks that may make or remove files of a type; null if it lacks nothing in one of the places, or that is not known.</summary>
    public static Finding? Lacking(string domain, string type, FileLabel[] labels, AccessRule access, RuleVisit visit, bool canStandBeside, ReviewedPolicy policy)
    {
        var acts = Acts.Where(a => KnownAccess.Holds(access.Permissions, a.Permission)).ToArray();
        foreach (var side in policy.Effective)
        {
            // Who says itself which label a new file has makes it anywhere.
            if (acts.Length == 0 || side.Access.Allows(domain, domain, "process", "setfscreate") == true)
            {
                continue;
            }

            Place? first = null;
            var isDirectory = IsDirectory(type, policy);
            foreach (var label in labels)
            {
                if (PlaceOf(label, isDirectory, domain, acts, side) is not { } place)
                {
                    first = null;
                    break;
                }

                first ??= place;
            }

            if (first is { } found)
            {
                return Describe(found, domain, type, acts, access, visit, canStandBeside, side, policy);
            }
        }

        return null;
    }

    /// <summary>Whether a label for any kind of file may be that of a directory: rules speak of those.</summary>
    private static bool IsDirectory(string type, ReviewedPolicy policy)
    {
        var names = new HashSet<string>(policy.Types.NamesOf(type), StringComparer.Ordinal);
        return policy.Rules.Any(v => v.Rule is AccessRule { Permissions.Class.Name: "dir" } access && names.Contains(access.Target.Name));
    }

    private static Place? PlaceOf(FileLabel label, bool isDirectory, string domain, (string Verb, string Permission, string[] Needs)[] acts, Side side)
    {
        // Of a tree, its directory; of one file, that which it lies in. Where else a pattern is for, is not to be said.
        if (side.Directories.Above(label, isInside: false).LastOrDefault() is not { } above
            || side.Directories.Above(label, isInside: true).Last() is not { } directory
            || (directory == above && (label.Path.HasMetacharacters || label.Kind == FileKind.Directory || (label.Kind == FileKind.Any && isDirectory)))
            || side.Directories.TypeOf(directory) is not { } type)
        {
            return null;
        }

        var missing = acts.SelectMany(a => a.Needs).Distinct().Where(need => side.Access.Allows(domain, type, "dir", need) == false).OrderBy(need => need, StringComparer.Ordinal).ToArray();
        return missing.Length == 0 ? null : new(directory, type, label, missing);
    }

    private static Finding Describe(Place place, string domain, string type, (string Verb, string Permission, string[] Needs)[] acts, AccessRule access, RuleVisit visit, bool canStandBeside, Side side, ReviewedPolicy policy)
    {
        var stopped = acts.Where(a => a.Needs.Intersect(place.Missing).Any()).ToArray();
        string[] names = [.. place.Missing.Where(m => m != "write")];
        var word = names switch { [] => "write", [var one] => one, _ => "rw" };
        var proposal = AccessProposal.For(place.Type, "dir", word, place.Missing, policy);
        var (text, remedy) = (proposal.Text, proposal.Remedy);
        if (place.Type != type && stopped.Any(a => a.Permission == "create") && policy.Types.Type(type) is { } made)
        {
            // A new file has the type of its directory where nothing else is said.
            var @class = access.Permissions.Class.Name;
            text += $" and [TypeTransition<…, {ShortName(made)}>(typeof({NameOf.Pascal(@class)}Perms))] for what it makes there";
            remedy += $" {proposal.Remedy.Split(':')[0]}:{@class}:{AccessProposal.Transition}:{made.CSharpName}";
        }

        return new Finding(
            DiagnosticId.UnreachableFiles,
            ReviewedPolicy.Place(visit),
            $"{domain} may {Listed.Names(stopped.Select(a => a.Verb))} {type}{policy.On(side.Base)}, but lacks dir {Listed.Names(place.Missing)} on {place.Directory} ({place.Type}){Lies(place, side)}. "
            + $"Add {text}, or leave {Listed.Names(stopped.Select(a => a.Permission))} out if another program does that.")
        {
            Instead = proposal.Interface,
            Remedy = AccessProposal.Placed(remedy, canStandBeside, domain, policy),
        };
    }

    private static string Lies(Place place, Side side) => side.Directories.Said(place.Label) is var path && path == place.Directory ? "" : $", where {path} lies";

    private static string ShortName(TypeDeclaration type) => type.CSharpName.Substring(type.CSharpName.LastIndexOf('.') + 1);

    /// <summary>A directory in which a domain may not do what it is to do.</summary>
    private sealed record Place(string Directory, string Type, FileLabel Label, string[] Missing);
}
