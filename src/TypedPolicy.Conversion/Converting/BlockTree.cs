using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Placing;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>An optional or conditional block with all that stands in it, before it is known which class it goes to.</summary>
internal sealed class BlockTree(IReadOnlyList<string> candidates, string attributes)
{
    private readonly List<(Saying? Saying, IReadOnlyList<string> Comments, int Group)> _lines = [];

    /// <summary>The blocks in it.</summary>
    public List<BlockTree> Nested { get; } = [];

    /// <summary>What it is for, in words of the module.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => _lines.Count == 0 && Nested.TrueForAll(n => n.IsEmpty);

    /// <summary>The comments in it, where it holds nothing else: it is no block then.</summary>
    public IReadOnlyList<string>? OnlyComments => HoldsRules ? null : [.. Comments()];

    /// <summary>Adds an attribute.</summary>
    public void Add(Saying saying, IReadOnlyList<string> comments, int group) => _lines.Add((saying, comments, group));

    /// <summary>Adds a comment.</summary>
    public void AddComments(IReadOnlyList<string> comments, int group = 0) => _lines.Add((null, comments, group));

    /// <summary>Puts the block where it belongs: into the first class of the module that it is about, else into one that it speaks of, else beside the others that are about the same.</summary>
    public void Place(Carriers carriers, NameBook names)
    {
        var subjects = Subjects().OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (subjects.Find(s => carriers.NestingOf(Kind(s), s) is not null) is { } own)
        {
            var owner = carriers.NestingOf(Kind(own), own)!;
            owner.Nest(ToClass(names, own, owner.FreeName(candidates), "private static class"));
            return;
        }

        // About one type of others: the block says so itself.
        var (about, made) = subjects is [{ } only] ? (only, new BlockTree(candidates, $"{attributes}, RulesFor<{Carriers.CSharp(names, only, Kind(only))}>").With(this)) : (null, this);
        if (subjects.Exists(s => carriers.OwnOf(Kind(s), s) is not null) || carriers.Mentioned(Attributes()) is not { } mentioned)
        {
            carriers.Beside(subjects.Count == 0 ? null : (subjects[0], Kind(subjects[0])), Attributes(), file => made.ToClass(names, about, names.Classes.Free([.. candidates, .. candidates.Select(c => c + "For" + file)]), "public static class"));
            return;
        }

        mentioned.Nest(made.ToClass(names, about, mentioned.FreeName(candidates), "private static class"));
    }

    private IEnumerable<string> Attributes() => _lines.Where(l => l.Saying is not null).Select(l => l.Saying!.Value.Attribute).Concat(Nested.SelectMany(n => n.Attributes()));

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
        var block = new PolicyClass(className, keywords, names.Access);
        block.Summary.AddRange(Summary);
        block.Add(attributes);
        var bySubject = new Dictionary<string, PolicyClass>(StringComparer.Ordinal);
        foreach (var (saying, comments, group) in _lines)
        {
            if (saying is not { } said)
            {
                block.AddComments(comments, group);
                continue;
            }

            var carrier = block;
            if (said.Subject is { } about && about != subject)
            {
                if (!bySubject.TryGetValue(about, out carrier!))
                {
                    var type = Carriers.CSharp(names, about, said.Kind);
                    carrier = new PolicyClass(block.FreeName(["For" + Carriers.Last(type), "For" + Carriers.Joined(type)]), "private static class", names.Access);
                    carrier.Add($"RulesFor<{type}>");
                    bySubject.Add(about, carrier);
                    block.Nested.Add(carrier);
                }
            }

            carrier.Add(said.Attribute, comments, group);
        }

        foreach (var nested in Nested.Where(n => !n.IsEmpty))
        {
            block.Nest(nested.ToClass(names, subject, block.FreeName(nested.Candidates), "private static class"));
        }

        return block;
    }

    private IReadOnlyList<string> Candidates => candidates;
}
