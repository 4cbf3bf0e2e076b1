using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>What constraints demand of two contexts, decided as the kernel decides it.</summary>
internal static class Constraints
{
    /// <summary>Whether a constraint is met.</summary>
    public static bool Holds(PolicyTables tables, ConstraintStep[] expression, ContextPart source, ContextPart target) => Holds(tables, expression, source, target, null);

    /// <summary>What would have to be different for a constraint to be met: each part that alone would do, or, if none does, each that is not met.</summary>
    public static FailedConstraint Explain(PolicyTables tables, ConstraintStep[] expression, ContextPart source, ContextPart target)
    {
        var parts = expression.Where(s => s.Kind is ConstraintStepKind.Compare or ConstraintStepKind.Names).ToList();
        var decisive = parts.FindAll(p => Holds(tables, expression, source, target, p));
        var conflicts = (decisive.Exists(p => p.Kind == ConstraintStepKind.Compare) ? decisive : parts.FindAll(p => !Holds(tables, [p], source, target)))
            .Where(p => p.Kind == ConstraintStepKind.Compare)
            .Select(p => p.Attribute switch { 1 => ConstraintConflict.User, 2 => ConstraintConflict.Role, 4 => ConstraintConflict.Type, _ => ConstraintConflict.Level });
        var ofSource = decisive.FindAll(p => p.Kind == ConstraintStepKind.Names && p.Attribute == 4);
        return new(
            Text(tables, expression),
            [.. conflicts.Distinct().Order()],
            [.. ofSource.Where(p => p.Operator == 1).SelectMany(p => Written(tables, p)).Distinct().Order(StringComparer.Ordinal)],
            [.. ofSource.Where(p => p.Operator != 1).SelectMany(p => Written(tables, p)).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static bool Holds(PolicyTables tables, ConstraintStep[] expression, ContextPart source, ContextPart target, ConstraintStep? other)
    {
        var stack = new Stack<bool>();
        foreach (var step in expression)
        {
            stack.Push(ReferenceEquals(step, other) || step.Kind switch
            {
                ConstraintStepKind.Not => !stack.Pop(),
                ConstraintStepKind.And => stack.Pop() & stack.Pop(),
                ConstraintStepKind.Or => stack.Pop() | stack.Pop(),
                ConstraintStepKind.Compare => Compare(tables, step, source, target),
                _ => step.Names.Contains(Value(step.Attribute & 7, (step.Attribute & 8) != 0 ? target : source)) == (step.Operator == 1),
            });
        }

        return stack.Pop();
    }

    /// <summary>A constraint as the policy language writes it.</summary>
    public static string Text(PolicyTables tables, ConstraintStep[] expression)
    {
        var stack = new Stack<(string Text, ConstraintStepKind Kind)>();
        foreach (var step in expression)
        {
            stack.Push((step.Kind switch
            {
                ConstraintStepKind.Not => $"not {Inner(stack.Pop(), step.Kind)}",
                ConstraintStepKind.And => Both("and", stack.Pop(), stack.Pop(), step.Kind),
                ConstraintStepKind.Or => Both("or", stack.Pop(), stack.Pop(), step.Kind),
                ConstraintStepKind.Compare => $"{Operands(step.Attribute).Left} {Operator(step.Operator)} {Operands(step.Attribute).Right}",
                _ => $"{Operand(step.Attribute)} {Operator(step.Operator)} {Names(tables, step)}",
            }, step.Kind));
        }

        return stack.Pop().Text;

        static string Both(string word, (string, ConstraintStepKind) right, (string, ConstraintStepKind) left, ConstraintStepKind kind) => $"{Inner(left, kind)} {word} {Inner(right, kind)}";

        static string Inner((string Text, ConstraintStepKind Kind) part, ConstraintStepKind around) =>
            part.Kind is ConstraintStepKind.And or ConstraintStepKind.Or && part.Kind != around ? $"({part.Text})" : part.Text;
    }

    private static bool Compare(PolicyTables tables, ConstraintStep step, ContextPart source, ContextPart target)
    {
        if (step.Attribute is 1 or 4)
        {
            return (Value(step.Attribute, source) == Value(step.Attribute, target)) == (step.Operator == 1);
        }

        if (step.Attribute == 2)
        {
            var up = tables.RoleParts[source.Role] is { } one && one.Dominates.Contains(target.Role);
            var down = tables.RoleParts[target.Role] is { } other && other.Dominates.Contains(source.Role);
            return Decide(step.Operator, source.Role == target.Role, up, down);
        }

        var (first, second) = step.Attribute switch
        {
            32 => (source.Range.Low, target.Range.Low),
            64 => (source.Range.Low, target.Range.High),
            128 => (source.Range.High, target.Range.Low),
            256 => (source.Range.High, target.Range.High),
            512 => (source.Range.Low, source.Range.High),
            _ => (target.Range.Low, target.Range.High),
        };
        return Decide(step.Operator, first == second, first.Dominates(second), second.Dominates(first));
    }

    private static bool Decide(uint operation, bool equal, bool dominates, bool dominated) => operation switch
    {
        1 => equal,
        2 => !equal,
        3 => dominates,
        4 => dominated,
        _ => !dominates && !dominated,
    };

    private static int Value(uint attribute, ContextPart context) => attribute switch
    {
        1 => context.User,
        2 => context.Role,
        _ => context.Type,
    };

    private static string Operand(uint attribute) => $"{(attribute & 7) switch { 1 => 'u', 2 => 'r', _ => 't' }}{(attribute & 24) switch { 0 => 1, 8 => 2, _ => 3 }}";

    private static (string Left, string Right) Operands(uint attribute) => attribute switch
    {
        1 => ("u1", "u2"),
        2 => ("r1", "r2"),
        4 => ("t1", "t2"),
        32 => ("l1", "l2"),
        64 => ("l1", "h2"),
        128 => ("h1", "l2"),
        256 => ("h1", "h2"),
        512 => ("l1", "h1"),
        _ => ("l2", "h2"),
    };

    private static string Operator(uint operation) => operation switch
    {
        1 => "==",
        2 => "!=",
        3 => "dom",
        4 => "domby",
        _ => "incomp",
    };

    /// <summary>The symbols that the names of a step are of.</summary>
    public static Symbols SymbolsOf(PolicyTables tables, ConstraintStep step) => (step.Attribute & 7) switch { 1 => tables.Users, 2 => tables.Roles, _ => tables.Types };

    /// <summary>The names of a step as the policy writes them.</summary>
    public static string Names(PolicyTables tables, ConstraintStep step)
    {
        var names = Written(SymbolsOf(tables, step), step).ToList();
        return names is [var one] ? one : $"{{ {string.Join(' ', names)} }}";
    }

    private static IEnumerable<string> Written(PolicyTables tables, ConstraintStep step) => Written(tables.Types, step);

    private static IEnumerable<string> Written(Symbols symbols, ConstraintStep step) =>
        (step.WrittenTypes.IsEmpty ? step.Names : step.WrittenTypes).Values.Select(v => symbols[v]).Order(StringComparer.Ordinal);
}
