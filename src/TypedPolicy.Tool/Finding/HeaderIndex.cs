using System.CommandLine;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Tool.Headers;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary>The options that say what is searched, and the index of that.</summary>
internal sealed class HeaderIndex
{
    // The answers matter more; import reports all.
    private const int MaxProblems = 3;

    private readonly Option<string?> _headers = new("--headers")
    {
        Description = $"The headers of the base policy (default: those that the project in the current folder was built with, else {HeaderFolder.Usual}).",
        HelpName = "FOLDER",
    };

    private readonly Option<string[]> _base = new("--base")
    {
        Description = "The base policy itself, for what headers do not contain: which types are in which attributes, and what the members of attributes may do (default: the installed policy, for the installed headers).",
        HelpName = "PATH",
    };

    private AskedHeaders? _asked;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_headers);
        command.Add(_base);
    }

    /// <summary>The folder whose build decides where nothing is named (default: the current one).</summary>
    public string? From { get; set; }

    /// <summary>The folder of the headers.</summary>
    public string Folder(ParseResult parsed) => Asked(parsed).Folder;

    /// <summary>The base policy that the headers belong to; <see langword="null"/> if none is named or installed.</summary>
    public PolicyBase? Base(ParseResult parsed) => Asked(parsed).Base;

    /// <summary>What was named with <c>--base</c>.</summary>
    public IReadOnlyList<string> NamedBases(ParseResult parsed) => parsed.GetValue(_base) ?? [];

    /// <summary>The index; an empty one where there are no headers, or only those of another distribution.</summary>
    public FinderIndex ReadIfThere(ParseResult parsed)
    {
        var (folder, _, note) = Asked(parsed);
        return Directory.Exists(folder) && note?.StartsWith("warning:", StringComparison.Ordinal) != true ? Read(parsed)
            : Empty(HeaderTree.Read([]));
    }

    /// <summary>The index.</summary>
    /// <exception cref="IOException">There are no headers in the folder.</exception>
    /// <exception cref="SepolException">The base that was named cannot be read.</exception>
    public FinderIndex Read(ParseResult parsed)
    {
        var (folder, policyBase, note) = Asked(parsed);
        if (note is not null)
        {
            parsed.InvocationConfiguration.Error.Line(note);
        }

        var index = FinderCache.Get(folder, policyBase, () => Progress.Run("Reading the headers and the policy they belong to, once", () =>
        {
            var tree = HeaderTree.Read(HeaderFolder.Read(folder));
            BaseFacts? facts = null;
            try
            {
                facts = policyBase is null ? null : BaseFactsReader.Read(policyBase, JoinedAttributes.Of(tree));
            }
            catch (SepolException e) when (parsed.GetValue(_base) is not { Length: > 0 })
            {
                // Nobody named it: the answers say that they were made without.
                parsed.InvocationConfiguration.Error.Line($"note: {policyBase} was left out: {e.Message}");
            }

            return FinderIndexBuilder.Build(tree, BindingNames.Of(tree), facts, (@class, permission) => PermissionMap.Default[@class, permission].Direction == FlowDirection.Write);
        }));
        HeaderProblems.Report(index.Problems, parsed.InvocationConfiguration.Error, MaxProblems);
        return index;
    }

    private static FinderIndex Empty(HeaderTree none) => FinderIndexBuilder.Build(none, BindingNames.Of(none), null, (_, _) => false);

    private AskedHeaders Asked(ParseResult parsed) => _asked ??= AskedHeaders.Of(parsed.GetValue(_headers), parsed.GetValue(_base) ?? [], From ?? Directory.GetCurrentDirectory());
}
