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

    /// <summary>What a domain lacks that may make or remove files of a type, on the first of some targets where it does; null if it lacks nothing in one of the places, or that is not known.</summary>
    public static LackingEntries? Find(string domain, string type, FileLabel[] labels, AccessRule access, IEnumerable<Side> sides, ReviewedPolicy policy)
    {
        var acts = Acts.Where(a => KnownAccess.Holds(access.Permissions, a.Permission)).ToArray();
        foreach (var side in sides)
        {
            // A program that itself chooses the label of a new file makes it anywhere.
            if (acts.Length == 0 || side.Access.Allows(domain, domain, "process", "setfscreate") == true)
            {
                continue;
            }

            LackingEntries? first = null;
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

            if (first is not null)
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>What to write for it: one set of permissions that has all that is missing, and what gives a new file its type.</summary>
    /// <param name="lacking">What is missing.</param>
    /// <param name="isSearched">Whether the domain may search the directory; else that is asked for too, which each of the sets holds.</param>
    /// <param name="type">The type of the files.</param>
    /// <param name="access">The rule on them.</param>
    /// <param name="policy">The policy.</param>
    public static AccessProposal Proposal(LackingEntries lacking, bool isSearched, string type, AccessRule access, ReviewedPolicy policy)
    {
        string[] names = [.. lacking.Missing.Where(m => m != "write")];
        var word = names switch { [] => isSearched ? "write" : "rw", [var one] => one, _ => "rw" };
        var proposal = AccessProposal.For(lacking.Type, "dir", word, isSearched ? lacking.Missing : [.. lacking.Missing, "search"], policy);
        if (lacking.Type == type || lacking.Stopped.All(a => a.Permission != "create") || policy.Types.Type(type) is not { } made)
        {
            return proposal;
        }

        // A new file has the type of its directory unless something else is declared.
        var @class = access.Permissions.Class.Name;
        return proposal with
        {
            Text = $"{proposal.Text} and [TypeTransition<…, {ShortName(made)}>(typeof({NameOf.Pascal(@class)}Perms))] for what it makes there",
            Missing = EquatableArray.From(proposal.Missing.Append(proposal.Missing[0] with { ObjectClass = @class, Permission = null, Made = made.CSharpName })),
        };
    }

    /// <summary>The finding for a domain that reaches the directory.</summary>
    public static Finding Describe(LackingEntries lacking, string domain, string type, AccessRule access, RuleVisit visit, bool canStandBeside, ReviewedPolicy policy)
    {
        var proposal = Proposal(lacking, isSearched: true, type, access, policy);
        return new Finding(
            RuleCatalogue.UnreachableFiles.LackingEntries.With(domain, Listed.Names(lacking.Stopped.Select(a => a.Verb)), type, policy.On(lacking.Side.Base), lacking.Text, Lies(lacking), proposal.Text, Listed.Names(lacking.Stopped.Select(a => a.Permission))),
            ReviewedPolicy.Place(visit))
        {
            Remedy = new AddAccess(proposal.Missing, proposal.Interface, AccessProposal.ClassOf(canStandBeside, domain, policy)),
        };
    }

    /// <summary>Whether a label for any kind of file may be that of a directory: rules speak of those.</summary>
    private static bool IsDirectory(string type, ReviewedPolicy policy)
    {
        var names = new HashSet<string>(policy.Types.NamesOf(type), StringComparer.Ordinal);
        return policy.Rules.Any(v => v.Rule is AccessRule { Permissions.Class.Name: "dir" } access && names.Contains(access.Target.Name));
    }

    private static LackingEntries? PlaceOf(FileLabel label, bool isDirectory, string domain, (string Verb, string Permission, string[] Needs)[] acts, Side side)
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
        return missing.Length == 0 ? null : new(side, directory, type, label, missing, [.. acts.Where(a => a.Needs.Intersect(missing).Any())]);
    }

    private static string Lies(LackingEntries lacking) => lacking.Side.Directories.Said(lacking.Label) is var path && path == lacking.Directory ? "" : $", where {path} lies";

    private static string ShortName(TypeDeclaration type) => type.CSharpName.Substring(type.CSharpName.LastIndexOf('.') + 1);
}

/// <summary>What a domain lacks in a directory in which it is to make or remove files.</summary>
/// <param name="Side">The target where it does.</param>
/// <param name="Directory">The directory.</param>
/// <param name="Type">Its type.</param>
/// <param name="Label">The label of the files.</param>
/// <param name="Missing">The permissions on the directory that are missing, sorted.</param>
/// <param name="Stopped">What it cannot do without them.</param>
internal sealed record LackingEntries(Side Side, string Directory, string Type, FileLabel Label, string[] Missing, (string Verb, string Permission, string[] Needs)[] Stopped)
{
    /// <summary>For a message: <c>dir add_name and write on /var/run (var_run_t)</c>.</summary>
    public string Text => $"dir {Listed.Names(Missing)} on {Directory} ({Type})";
}
