using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Base;

/// <summary>
/// Whether a call with a set for an argument is the same as a call for each of the set. It is not where a rule has the argument on both sides
/// (<c>allow $1 $1:fd use</c> lets each use those of all), takes it out of a set, or where the interface declares something, which happens once.
/// </summary>
internal static class SetArguments
{
    /// <summary>The indices of parameters that are given a set as a whole only.</summary>
    public static ImmutableHashSet<int> Inseparable(InterfaceSignature signature, ImmutableArray<Statement> statements)
    {
        if (signature.DeclaresNames)
        {
            return [.. Enumerable.Range(0, signature.Parameters.Length)];
        }

        var found = ImmutableHashSet.CreateBuilder<int>();
        Collect(statements, found);
        return found.ToImmutable();
    }

    private static void Collect(IEnumerable<Statement> statements, ImmutableHashSet<int>.Builder into)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case AccessRule rule:
                    Sides(rule.Sources, rule.Targets, into);
                    break;
                case ExtendedAccessRule rule:
                    Sides(rule.Sources, rule.Targets, into);
                    break;
                case TypeRule rule:
                    Sides(rule.Sources, rule.Targets, into);
                    break;
                case RangeTransition rule:
                    Sides(rule.Sources, rule.Targets, into);
                    break;
                case RoleAllow rule:
                    Sides(rule.From, rule.To, into);
                    break;
                case Conditional conditional:
                    Collect(conditional.Then, into);
                    Collect(conditional.Otherwise, into);
                    break;
                case ExpandedOptional optional:
                    Collect(optional.Block.Statements, into);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Sides(NameSet left, NameSet right, ImmutableHashSet<int>.Builder into)
    {
        into.UnionWith(Arguments(left.Names).Intersect(Arguments(right.Names)));
        foreach (var side in new[] { left, right })
        {
            into.UnionWith(Arguments(side.Kind == NameSetKind.Complement ? side.Names : side.Excluded));
        }
    }

    private static IEnumerable<int> Arguments(ImmutableArray<string> names) => names.Select(n => ModuleInterface.ArgumentOf(n) - 1).Where(i => i >= 0);
}
