using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Puts the requirements of a block together.</summary>
internal sealed class BlockBuilder
{
    private readonly List<Requirement> _requires = [];
    private readonly Dictionary<(RequirementKind, string), int> _indexes = [];

    /// <summary>Sorts statements into blocks.</summary>
    public static ExpandedBlock Build(ImmutableArray<Statement> statements)
    {
        var builder = new BlockBuilder();
        var kept = builder.Keep(statements);
        return new ExpandedBlock([.. builder._requires], kept);
    }

    private ImmutableArray<Statement> Keep(ImmutableArray<Statement> statements)
    {
        var kept = ImmutableArray.CreateBuilder<Statement>(statements.Length);
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case RequireBlock require:
                    Require(require.Items);
                    break;
                case OptionalBlock { Statements.IsEmpty: true, Otherwise.IsEmpty: true }:
                    break;
                case OptionalBlock optional:
                    kept.Add(new ExpandedOptional(Build(optional.Statements), optional.Otherwise.IsEmpty ? null : Build(optional.Otherwise)) { Start = optional.Start, Length = optional.Length });
                    break;
                case Conditional conditional:
                    kept.Add(conditional with { Then = Keep(conditional.Then), Otherwise = Keep(conditional.Otherwise) });
                    break;
                default:
                    kept.Add(statement);
                    break;
            }
        }

        return kept.ToImmutable();
    }

    private void Require(ImmutableArray<Requirement> items)
    {
        foreach (var item in items)
        {
            var key = (item.Kind, item.Name);
            if (!_indexes.TryGetValue(key, out var index))
            {
                _indexes.Add(key, _requires.Count);
                _requires.Add(item);
            }
            else if (item.Permissions.Length > 0)
            {
                _requires[index] = item with { Permissions = [.. _requires[index].Permissions.Union(item.Permissions)] };
            }
        }
    }
}
