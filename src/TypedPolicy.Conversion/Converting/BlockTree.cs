using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>An optional or conditional block with all that stands in it, before it is known which class it goes to.</summary>
internal sealed class BlockTree(IReadOnlyList<string> candidates, string attributes)
{
    private readonly List<(RenderedAttribute? Rendered, IReadOnlyList<string> Comments, int Group)> _lines = [];

    /// <summary>The blocks in it.</summary>
    public List<BlockTree> Nested { get; } = [];

    /// <summary>What it is for, in words of the module.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => _lines.Count == 0 && Nested.TrueForAll(n => n.IsEmpty);

    /// <summary>The comments in it, where it holds nothing else: it is no block then.</summary>
    public IReadOnlyList<string>? OnlyComments => HoldsRules ? null : [.. Comments()];

    /// <summary>Adds an attribute.</summary>
    public void Add(RenderedAttribute attribute, IReadOnlyList<string> comments, int group) => _lines.Add((attribute, comments, group));

    /// <summary>Adds a comment.</summary>
    public void AddComments(IReadOnlyList<string> comments, int group = 0) => _lines.Add((null, comments, group));

    /// <summary>Puts the block where it belongs: into the first class of the module that it is about, else into one that it speaks of, else beside the others that are about the same.</summary>
    public void Place(AttributeOwners owners, NameBook names)
    {
        var subjects = Subjects().OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (subjects.Find(s => owners.NestingOf(Kind(s), s) is not null) is { } own)
        {
            var owner = owners.NestingOf(Kind(own), own)!;
            owner.Nest(ToClass(names, names.OuterOf(own) ?? own, owner.FreeName(candidates), "private static class"));
            return;
        }

        // About one foreign type: the block names it itself.
        var (about, made) = subjects is [{ } only] ? (only, new BlockTree(candidates, $"{attributes}, RulesFor<{AttributeOwners.CSharp(names, only, Kind(only))}>").With(this)) : (null, this);
        if (subjects.Exists(s => owners.OwnOf(Kind(s), s) is not null) || owners.Mentioned(Attributes()) is not { } mentioned)
        {
            owners.Beside(subjects.Count == 0 ? null : (subjects[0], Kind(subjects[0])), Attributes(), file => made.ToClass(names, about, names.Classes.Free([.. candidates, .. candidates.Select(c => c + "For" + file)]), "public static class"));
            return;
        }

        mentioned.Nest(made.ToClass(names, about, mentioned.FreeName(candidates), "private static class"));
    }

    private IEnumerable<string> Attributes() => _lines.Where(l => l.Rendered is not null).Select(l => l.Rendered!.Value.Attribute).Concat(Nested.SelectMany(n => n.Attributes()));

    private bool HoldsRules => _lines.Exists(l => l.Rendered is not null) || Nested.Exists(n => n.HoldsRules);

    private IEnumerable<string> Comments() => Summary.Concat(_lines.SelectMany(l => l.Comments)).Concat(Nested.SelectMany(n => n.Comments()));

    private BlockTree With(BlockTree other)
    {
        _lines.AddRange(other._lines);
        Nested.AddRange(other.Nested);
        Summary.AddRange(other.Summary);
        return this;
    }

    private EntityKind Kind(string subject) =>
        _lines.Where(l => l.Rendered?.Subject == subject).Select(l => l.Rendered!.Value.Kind).Concat(Nested.Select(n => n.Kind(subject))).FirstOrDefault(k => k != EntityKind.None, EntityKind.None);

    private IEnumerable<string?> Subjects() =>
        _lines.Where(l => l.Rendered is not null).Select(l => l.Rendered!.Value.Subject is { } s ? s : null).Concat(Nested.SelectMany(n => n.Subjects()));

    /// <summary>Makes the class of the block.</summary>
    /// <param name="names">The C# names.</param>
    /// <param name="subject">What carries its attributes unless one names another subject.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="keywords">What stands before the name.</param>
    public PolicyClass ToClass(NameBook names, string? subject, string className, string keywords)
    {
        var block = new PolicyClass(className, keywords, names.Access);
        block.Summary.AddRange(Summary);
        block.Add(attributes);
        var bySubject = new Dictionary<string, PolicyClass>(StringComparer.Ordinal);
        foreach (var (attribute, comments, group) in _lines)
        {
            if (attribute is not { } rendered)
            {
                block.AddComments(comments, group);
                continue;
            }

            var carrier = block;
            if (rendered.Subject is { } about && about != subject)
            {
                // A type may be spoken of by several names.
                var type = AttributeOwners.CSharp(names, about, rendered.Kind);
                if (!bySubject.TryGetValue(type, out carrier!))
                {
                    carrier = new PolicyClass(block.FreeName(["For" + AttributeOwners.Last(type), "For" + AttributeOwners.Joined(type)]), "private static class", names.Access);
                    carrier.Add($"RulesFor<{type}>");
                    bySubject.Add(type, carrier);
                    block.Nested.Add(carrier);
                }
            }

            carrier.Add(rendered.Attribute.Replace(NameBook.Carrier, carrier == block ? "Self" : "Owner", StringComparison.Ordinal), comments, group);
        }

        foreach (var nested in Nested.Where(n => !n.IsEmpty))
        {
            block.Nest(nested.ToClass(names, subject, block.FreeName(nested.Candidates), "private static class"));
        }

        return block;
    }

    private IReadOnlyList<string> Candidates => candidates;
}
