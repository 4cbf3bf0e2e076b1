using System.Collections.Immutable;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>Makes the index of a header tree.</summary>
public sealed class FinderIndexBuilder
{
    private readonly IndexEncoder _encoder = new();
    private readonly BindingNames _names;
    private readonly BaseFacts? _facts;
    private readonly Func<string, string, bool> _writes;
    private readonly Dictionary<string, (int First, int Count)> _joined = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _classes = new(StringComparer.Ordinal);
    private readonly List<(FoundName Name, int Interface)> _found = [];

    private FinderIndexBuilder(BindingNames names, BaseFacts? facts, Func<string, string, bool> writes) => (_names, _facts, _writes) = (names, facts, writes);

    /// <summary>Makes an index: the same tree and facts always give the same.</summary>
    /// <param name="tree">The headers.</param>
    /// <param name="names">Their names in C#.</param>
    /// <param name="facts">What is known of the base policy itself; null if that is not at hand.</param>
    /// <param name="writes">Whether a permission of a class changes the object.</param>
    public static FinderIndex Build(HeaderTree tree, BindingNames names, BaseFacts? facts, Func<string, string, bool> writes)
    {
        var builder = new FinderIndexBuilder(names, facts, writes);
        builder.Joined();
        builder.Interfaces(tree);
        builder.Entities();
        builder._found.AddRange(SupportNames.Of(tree).Select(n => (n, -1)));
        builder._encoder.Add(IndexTable.Problems, row => row.AddRange(tree.Problems.Select(p => builder._encoder.Word($"{p.Place}: {p.Message}"))));
        return builder.Encode();
    }

    private void Joined()
    {
        foreach (var set in (_facts?.Joined ?? ImmutableDictionary<string, ImmutableArray<JoinedRule>>.Empty).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var first = _encoder.Count(IndexTable.Joined, RuleRow.Width);
            foreach (var rule in set.Value)
            {
                Rule(IndexTable.Joined, _encoder.Word(rule.Attribute), rule.Target == "self" ? Operand.Self : _encoder.Word(rule.Target), [], rule.Class, rule.Permissions, rule.Condition);
            }

            _joined.Add(set.Key, (first, set.Value.Length));
        }
    }

    private void Interfaces(HeaderTree tree)
    {
        var number = 0;
        tree.Describe();
        foreach (var item in tree.Interfaces.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            var signature = item.Signature;
            var first = _encoder.Count(IndexTable.Rules, RuleRow.Width);
            foreach (var rule in GrantedRule.Of(item.Expand().Block, _facts?.Declared))
            {
                if (OperandOf(rule.Source, signature) is var source and not Operand.None && OperandOf(rule.Target, signature) is var target and not Operand.None)
                {
                    Rule(IndexTable.Rules, source, target, rule.Excluded, rule.Class, rule.Permissions, Shown(rule.Condition));
                }
            }

            var count = _encoder.Count(IndexTable.Rules, RuleRow.Width) - first;
            var joined = JoinedAttributes.Of(item) is { Count: > 0 } set && _joined.TryGetValue(JoinedAttributes.Key(set), out var rows) ? rows : (First: 0, Count: 0);
            var (types, typeNames) = ParameterNames.OfTypes(signature);
            var (values, valueNames) = ParameterNames.OfValues(signature);
            var needed = valueNames.Where((_, i) => !values[i].IsOptional).Select(n => n.TrimStart('@')).ToList();
            _encoder.Add(IndexTable.Interfaces, new InterfaceRow(
                _encoder.Word(item.Name), signature.Subject?.Number ?? 0, _encoder.List(types.SelectMany((t, i) => new[] { t.Number, _encoder.Word(typeNames[i]) })),
                _encoder.Word(needed.Count > 0 ? $"({string.Join(", ", needed)})" : ""), first, count, joined.First, joined.Count,
                GrantedRule.Missing(item.Expand().Block, _facts?.Declared) is { } missing ? _encoder.Word(missing) : Operand.None).AddTo);
            _found.Add((new FoundName(
                item.IsTemplate ? FoundKind.Template : FoundKind.Interface, item.Name, _names.OfInterface(item.Name) ?? "", item.Module, item.Place?.File ?? "", item.Place?.Line ?? 0,
                FirstParagraph(item.Documentation.Summary))
            { Deprecation = item.Deprecation }, number++));
        }
    }

    private void Rule(IndexTable table, int source, int target, ImmutableArray<string> excluded, string @class, ImmutableArray<string> permissions, string condition)
    {
        if (!_classes.TryGetValue(@class, out var known))
        {
            _classes.Add(@class, known = new SortedSet<string>(StringComparer.Ordinal));
        }

        known.UnionWith(permissions);
        _encoder.Add(table, new RuleRow(
            source, target, excluded.IsEmpty ? Operand.None : _encoder.WordList(excluded), _encoder.Word(@class), _encoder.WordList(permissions),
            condition.Length == 0 ? Operand.None : _encoder.Word(condition)).AddTo);
    }

    /// <summary>A name, an argument that stands for a type, or null if a caller cannot know what it is.</summary>
    private int OperandOf(string name, InterfaceSignature signature)
    {
        if (name == "self")
        {
            return Operand.Self;
        }

        if (!name.Contains(Hole.Start))
        {
            return _encoder.Word(name);
        }

        // A name with an argument in it is what a template declares: nobody else can ask for it, and it is still something that is given.
        var argument = Hole.Of(name);
        return argument == 0 ? _encoder.Word(Shown(name))
            : argument <= signature.Parameters.Length && IsType(signature.Parameters[argument - 1].Kind) ? Operand.OfHole(argument)
            : Operand.None;
    }

    private static bool IsType(InterfaceParameterKind kind) =>
        kind is InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.TypeAttribute;

    private void Entities()
    {
        foreach (var entity in _names.Entities)
        {
            var kind = entity.Kind switch
            {
                EntityKind.TypeAttribute => FoundKind.TypeAttribute,
                EntityKind.Role => FoundKind.Role,
                EntityKind.RoleAttribute => FoundKind.RoleAttribute,
                EntityKind.User => FoundKind.User,
                EntityKind.Boolean => FoundKind.Boolean,
                EntityKind.ObjectClass => FoundKind.ObjectClass,
                _ => FoundKind.Type,
            };
            _found.Add((new FoundName(kind, entity.Name, _names.Of(entity.Kind, entity.Name) ?? "", entity.Module, "", 0, ""), -1));
        }
    }

    private FinderIndex Encode()
    {
        foreach (var (name, number) in _found.OrderBy(f => f.Name.Name, StringComparer.Ordinal).ThenBy(f => f.Name.Kind))
        {
            _encoder.Add(IndexTable.Names, new NameRow(
                (int)name.Kind, _encoder.Word(name.Name), _encoder.Word(name.CSharp), _encoder.Word(name.Module), _encoder.Word(name.File), name.Line, _encoder.Word(name.Summary),
                name.Deprecation is { } deprecation ? _encoder.Word(deprecation) : Operand.None, number).AddTo);
        }

        foreach (var attribute in (_facts?.Members ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            _encoder.Add(IndexTable.Members, row => row.AddRange([_encoder.Word(attribute.Key), _encoder.WordList(attribute.Value)]));
        }

        foreach (var @class in _classes)
        {
            _encoder.Add(IndexTable.Writing, row => row.AddRange([_encoder.Word(@class.Key), _encoder.WordList([.. @class.Value.Where(p => _writes(@class.Key, p))])]));
        }

        _encoder.Add(IndexTable.Head, row => row.Add(_encoder.Word(_facts?.Name ?? "")));
        return _encoder.ToIndex();
    }

    /// <summary>Holes as the headers write arguments.</summary>
    private static string Shown(string text)
    {
        for (var at = text.IndexOf(Hole.Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Hole.Start, at + 1, StringComparison.Ordinal))
        {
            if (Hole.TryRead(text, at, text.Length, out var argument, out var end))
            {
                text = text.Substring(0, at) + "$" + M4.M4Engine.Decimal(argument) + text.Substring(end);
            }
        }

        return text;
    }

    private static string FirstParagraph(string text) => text.IndexOf("\n\n", StringComparison.Ordinal) is var end && end < 0 ? text : text.Substring(0, end);
}
