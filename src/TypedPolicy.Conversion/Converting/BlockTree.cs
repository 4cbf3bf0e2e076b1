using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>An optional or conditional block with all that stands in it, before it is known which class it goes to.</summary>
internal sealed class BlockTree(IReadOnlyList<string> candidates, string attributes)
{
    /// <summary>The attribute of an optional block.</summary>
    public const string Optional = "Optional";

    private readonly List<BlockLine> _lines = [];

    /// <summary>The blocks in it.</summary>
    public List<BlockTree> Nested { get; } = [];

    /// <summary>What it is for, in words of the module.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>What else is written above it: rules that were commented out, and the setting of the policy under which the module has it.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => _lines.Count == 0 && Nested.TrueForAll(n => n.IsEmpty);

    /// <summary>The comments in it, where it holds nothing else: it is no block then.</summary>
    public IReadOnlyList<string>? OnlyComments => HoldsRules ? null : [.. Comments()];

    /// <summary>Adds an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="comments">What its author wrote beside it.</param>
    /// <param name="group">The group that it is in.</param>
    /// <param name="needs">What must be there for it to hold, beside the module.</param>
    public void Add(RenderedAttribute attribute, IReadOnlyList<string> comments, int group, IReadOnlyCollection<string> needs) => _lines.Add(new(attribute, comments, group, needs));

    /// <summary>Adds a comment.</summary>
    public void AddComments(IReadOnlyList<string> comments, int group = 0) => _lines.Add(new(null, comments, group, []));

    /// <summary>
    /// Puts the block where it belongs, its parts each to the class that they are about where they hold or fail together: always under a condition, and where an optional block's parts need the same.
    /// </summary>
    public void Place(AttributeOwners owners, NameBook names)
    {
        SayForward(owners);
        foreach (var part in Parts(owners))
        {
            part.PlaceWhole(owners, names);
        }
    }

    private bool IsOptional => attributes == Optional;

    /// <summary>What must be there for the block to hold: for those in it that are optional themselves nothing.</summary>
    private IEnumerable<string> Needs => _lines.SelectMany(l => l.Needs).Concat(Nested.Where(n => !n.IsOptional).SelectMany(n => n.Needs));

    /// <summary>The parts of the block that are about one class each; the block itself where they must stay together.</summary>
    private IReadOnlyList<BlockTree> Parts(AttributeOwners owners)
    {
        var parts = new Dictionary<PolicyClass, BlockTree>();
        BlockTree? last = null;
        var waiting = new List<BlockLine>();
        foreach (var line in _lines)
        {
            // Comments go with what is below them, and what is about no class of the module with what is above.
            if (line.Rendered is not { } rendered)
            {
                waiting.Add(line);
                continue;
            }

            last = Part(rendered.Subject is { } subject ? owners.HomeOf(rendered.Kind, subject) : null) ?? last;
            if (last is null)
            {
                waiting.Add(line);
                continue;
            }

            last._lines.AddRange(waiting);
            last._lines.Add(line);
            waiting.Clear();
        }

        foreach (var nested in Nested.SelectMany(n => n.Parts(owners)))
        {
            (Part(nested.Homes(owners).FirstOrDefault()) ?? last ?? parts.Values.FirstOrDefault())?.Nested.Add(nested);
        }

        var made = parts.Values.ToList();
        if (made.Count < 2 || (IsOptional && made.Exists(p => !p.Needs.ToHashSet().SetEquals(made[0].Needs))))
        {
            return [this];
        }

        (last ?? made[^1])._lines.AddRange(waiting);
        made[0].Summary.AddRange(Summary);
        made[0].Heads.AddRange(Heads);
        return made;

        BlockTree? Part(PolicyClass? home) =>
            home is null ? null : parts.TryGetValue(home, out var known) ? known : parts[home] = new BlockTree(candidates, attributes);
    }

    private IEnumerable<PolicyClass> Homes(AttributeOwners owners) =>
        _lines.Select(l => l.Rendered is { Subject: { } subject } rendered ? owners.HomeOf(rendered.Kind, subject) : null).OfType<PolicyClass>().Concat(Nested.SelectMany(n => n.Homes(owners)));

    /// <summary>Says access of another's type as that type's where the block is about it anyway.</summary>
    private void SayForward(AttributeOwners owners)
    {
        var others = Subjects().OfType<string>().Where(s => owners.HomeOf(Kind(s), s) is null).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Rendered is { Forward: { } forward } rendered && others.Contains(forward.Subject))
            {
                _lines[i] = _lines[i] with { Rendered = new RenderedAttribute(forward.Subject, EntityKind.Type, forward.Attribute) };
            }
        }
    }

    private void PlaceWhole(AttributeOwners owners, NameBook names)
    {
        var subjects = Subjects().OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (subjects.Find(s => owners.HomeOf(Kind(s), s) is not null) is { } own)
        {
            var owner = owners.HomeOf(Kind(own), own)!;
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

    private IEnumerable<string> Comments() => Heads.Concat(Summary).Concat(_lines.SelectMany(l => l.Comments)).Concat(Nested.SelectMany(n => n.Comments()));

    private BlockTree With(BlockTree other)
    {
        _lines.AddRange(other._lines);
        Nested.AddRange(other.Nested);
        Summary.AddRange(other.Summary);
        Heads.AddRange(other.Heads);
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
        block.AddComments(Heads);
        var bySubject = new Dictionary<string, PolicyClass>(StringComparer.Ordinal);
        foreach (var (attribute, comments, group, _) in _lines)
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

/// <summary>A line of a block.</summary>
/// <param name="Rendered">The attribute; none for comments alone.</param>
/// <param name="Comments">The comments above it.</param>
/// <param name="Group">The group that it is in.</param>
/// <param name="Needs">What must be there for it to hold, beside the module.</param>
internal readonly record struct BlockLine(RenderedAttribute? Rendered, IReadOnlyList<string> Comments, int Group, IReadOnlyCollection<string> Needs);
