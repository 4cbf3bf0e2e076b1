using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Placing;
using EntityKind = TypedPolicy.Model.Declarations.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>An optional or conditional block with all that stands in it, before it is known which class it goes to.</summary>
internal sealed class BlockTree(string name, string attributes)
{
    private readonly List<(Saying? Saying, IReadOnlyList<string> Comments)> _lines = [];

    /// <summary>The blocks in it.</summary>
    public List<BlockTree> Nested { get; } = [];

    /// <summary>What it is for, in words of the module.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => _lines.Count == 0 && Nested.TrueForAll(n => n.IsEmpty);

    /// <summary>The comments in it, where it holds nothing else: it is no block then.</summary>
    public IReadOnlyList<string>? OnlyComments => HoldsRules ? null : [.. Comments()];

    /// <summary>Adds an attribute.</summary>
    public void Add(Saying saying, IReadOnlyList<string> comments) => _lines.Add((saying, comments));

    /// <summary>Adds a comment.</summary>
    public void AddComments(IReadOnlyList<string> comments) => _lines.Add((null, comments));

    /// <summary>Puts the block where it belongs: into the one class that it is about, else beside the others.</summary>
    public void Place(Carriers carriers, NameBook names, List<PolicyClass> others)
    {
        var subjects = Subjects().Distinct(StringComparer.Ordinal).ToList();
        if (subjects is [{ } only] && carriers.OwnOf(Kind(only), only) is { Keywords: var keywords } owner && !keywords.Contains("interface", StringComparison.Ordinal))
        {
            owner.Nested.Add(ToClass(names, only, Free(owner.Nested, name), "private static class"));
            return;
        }

        // About one type of others: the block says so itself.
        if (subjects is [{ } foreign] && carriers.OwnOf(Kind(foreign), foreign) is null)
        {
            var type = Carriers.CSharp(names, foreign, Kind(foreign));
            others.Add(new BlockTree(name, $"{attributes}, RulesFor<{type}>").With(this).ToClass(names, foreign, names.Classes.Free(name), "public static class"));
            return;
        }

        others.Add(ToClass(names, subject: null, names.Classes.Free(name), "public static class"));
    }

    private bool HoldsRules => _lines.Exists(l => l.Saying is not null) || Nested.Exists(n => n.HoldsRules);

    private IEnumerable<string> Comments() => Summary.Concat(_lines.SelectMany(l => l.Comments)).Concat(Nested.SelectMany(n => n.Comments()));

    private BlockTree With(BlockTree other)
    {
        _lines.AddRange(other._lines);
        Nested.AddRange(other.Nested);
        Summary.AddRange(other.Summary);
        return this;
    }

    private EntityKind Kind(string subject) =>
        _lines.Where(l => l.Saying?.Subject == subject).Select(l => l.Saying!.Value.Kind).Concat(Nested.Select(n => n.Kind(subject))).FirstOrDefault(k => k != EntityKind.None, EntityKind.None);

    private IEnumerable<string?> Subjects() =>
        _lines.Where(l => l.Saying is not null).Select(l => l.Saying!.Value.Subject is { } s ? s : null).Concat(Nested.SelectMany(n => n.Subjects()));

    /// <summary>Makes the class of the block.</summary>
    /// <param name="names">The C# names.</param>
    /// <param name="subject">What carries its attributes unless another class is said to.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="keywords">What stands before the name.</param>
    public PolicyClass ToClass(NameBook names, string? subject, string className, string keywords)
    {
        var block = new PolicyClass(className, keywords);
        block.Summary.AddRange(Summary);
        block.Add(attributes);
        var bySubject = new Dictionary<string, PolicyClass>(StringComparer.Ordinal);
        foreach (var (saying, comments) in _lines)
        {
            if (saying is not { } said)
            {
                block.Lines.AddRange(comments.Select(PolicyLine.Comment));
                continue;
            }

            var carrier = block;
            if (said.Subject is { } about && about != subject)
            {
                if (!bySubject.TryGetValue(about, out carrier!))
                {
                    var type = Carriers.CSharp(names, about, said.Kind);
                    carrier = new PolicyClass(Free(block.Nested, "For" + Carriers.Last(type)), "private static class");
                    carrier.Add($"RulesFor<{type}>");
                    bySubject.Add(about, carrier);
                    block.Nested.Add(carrier);
                }
            }

            carrier.Add(said.Attribute, comments);
        }

        foreach (var nested in Nested.Where(n => !n.IsEmpty))
        {
            block.Nested.Add(nested.ToClass(names, subject, Free(block.Nested, nested.BlockName), "private static class"));
        }

        return block;
    }

    private string BlockName => name;

    private static string Free(List<PolicyClass> taken, string name)
    {
        var free = name;
        for (var i = 2; taken.Exists(t => t.Name == free); i++)
        {
            free = $"{name}{i}";
        }

        return free;
    }
}
