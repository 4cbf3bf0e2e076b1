using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>What constraints demand of two contexts, decided as the kernel decides it.</summary>
internal static class Constraints
{
    /// <summary>Whether a constraint is met.</summary>
    public static bool Holds(PolicyTables tables, ConstraintStep[] expression, ContextPart source, ContextPart target)
    {
        var stack = new Stack<bool>();
        foreach (var step in expression)
        {
            stack.Push(step.Kind switch
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
        var symbols = SymbolsOf(tables, step);
        var names = (step.WrittenTypes.IsEmpty ? step.Names : step.WrittenTypes).Values.Select(v => symbols[v]).Order(StringComparer.Ordinal).ToList();
        return names is [var one] ? one : $"{{ {string.Join(' ', names)} }}";
    }
}
