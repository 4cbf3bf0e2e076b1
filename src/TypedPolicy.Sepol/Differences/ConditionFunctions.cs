namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// Conditions as functions of booleans: one number for each function, however it is written (reduced ordered decision diagrams, with the booleans in the order
/// of their names). Some functions have no small diagram; one that exceeds the limits counts as a boolean of its own, which is equal to nothing but its own text.
/// </summary>
internal sealed class ConditionFunctions
{
    /// <summary>The function that never holds.</summary>
    public const int Never = 0;

    /// <summary>The function that always holds.</summary>
    public const int Always = 1;

    // A condition of a distribution has a handful of booleans and some ten steps.
    private const int StepsOfOne = 50_000;
    private const int StepsOfAll = 5_000_000;
    private const int MaxDepth = 500;

    private const int Leaf = int.MaxValue;
    private readonly List<(int Variable, int Low, int High)> _nodes = [(Leaf, Never, Never), (Leaf, Always, Always)];
    private readonly Dictionary<(int Variable, int Low, int High), int> _numbers = [];
    private readonly Dictionary<(Operation Operation, int Left, int Right), int> _results = [];
    private readonly Dictionary<string, int> _variables;
    private readonly Dictionary<int, string> _texts = new() { [Always] = "" };
    private int _left = StepsOfAll;
    private int _leftOfOne;

    /// <summary>Functions of some booleans.</summary>
    public ConditionFunctions(IEnumerable<string> booleans) =>
        _variables = booleans.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(b => b.name, b => b.i, StringComparer.Ordinal);

    private enum Operation
    {
        And,
        Or,
        Xor,
    }

    /// <summary>How a function was first written; empty for the one that always holds.</summary>
    public string Text(int function) => _texts[function];

    /// <summary>The function of a condition in postfix order, as the policy has it.</summary>
    /// <param name="expression">Positive numbers are booleans, negative ones operators.</param>
    /// <param name="isTrue">Whether it is meant where the condition is true, or where it is false.</param>
    /// <param name="nameOf">The name of a boolean.</param>
    /// <param name="text">The condition as the policy language writes it.</param>
    public int Of(int[] expression, bool isTrue, Func<int, string> nameOf, string text) => Bounded(
        () =>
        {
            var stack = new Stack<int>();
            foreach (var step in expression)
            {
                if (step > 0)
                {
                    stack.Push(Node(_variables[nameOf(step)], Never, Always));
                    continue;
                }

                var right = stack.Pop();
                stack.Push(step switch
                {
                    -2 => Not(right),
                    -3 => Apply(Operation.Or, stack.Pop(), right),
                    -4 => Apply(Operation.And, stack.Pop(), right),
                    -6 => Not(Apply(Operation.Xor, stack.Pop(), right)),
                    _ => Apply(Operation.Xor, stack.Pop(), right),
                });
            }

            return isTrue ? stack.Pop() : Not(stack.Pop());
        },
        text);

    /// <summary>Where any of these holds.</summary>
    public int Any(IEnumerable<int> functions)
    {
        var all = functions.Distinct().Where(f => f != Never).OrderBy(Text, StringComparer.Ordinal).ToList();
        return all switch
        {
            [] => Never,
            [var one] => one,
            _ => Bounded(() => all.Aggregate((left, right) => Apply(Operation.Or, left, right)), () => string.Join(" || ", all.Select(f => Part(Text(f))))),
        };
    }

    /// <summary>Where the first holds and the second does not.</summary>
    public int Without(int function, int other) => function == Never || other == Never
        ? function
        : other == Always ? Never
        : Bounded(() => Apply(Operation.And, function, Not(other)), () => function == Always ? $"!{Part(Text(other))}" : $"{Part(Text(function))} && !{Part(Text(other))}");

    private static string Part(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"({text})" : text;

    private int Bounded(Func<int> function, string text) => Bounded(function, () => text);

    private int Bounded(Func<int> function, Func<string> text)
    {
        int number;
        _leftOfOne = StepsOfOne;
        try
        {
            number = function();
        }
        catch (TooLargeException)
        {
            var written = text();
            if (!_variables.TryGetValue(written, out var variable))
            {
                _variables[written] = variable = _variables.Count;
            }

            number = Node(variable, Never, Always);
        }

        if (!_texts.ContainsKey(number))
        {
            _texts[number] = text();
        }

        return number;
    }

    private int Not(int function) => Apply(Operation.Xor, function, Always);

    private int Apply(Operation operation, int left, int right, int depth = 0)
    {
        if (left > right)
        {
            (left, right) = (right, left);
        }

        switch (operation)
        {
            case Operation.And when left == Never || left == right:
            case Operation.Or when left == Always:
                return left;
            case Operation.And when left == Always:
            case Operation.Or or Operation.Xor when left == Never:
                return right;
            case Operation.Or when left == right:
                return right;
            case Operation.Xor when left == right:
                return Never;
        }

        if (_results.TryGetValue((operation, left, right), out var known))
        {
            return known;
        }

        if (--_left < 0 || --_leftOfOne < 0 || depth > MaxDepth)
        {
            throw new TooLargeException();
        }

        var (first, second) = (_nodes[left], _nodes[right]);
        var variable = Math.Min(first.Variable, second.Variable);
        var (lowLeft, highLeft) = first.Variable == variable ? (first.Low, first.High) : (left, left);
        var (lowRight, highRight) = second.Variable == variable ? (second.Low, second.High) : (right, right);
        var result = Node(variable, Apply(operation, lowLeft, lowRight, depth + 1), Apply(operation, highLeft, highRight, depth + 1));
        return _results[(operation, left, right)] = result;
    }

    private int Node(int variable, int low, int high)
    {
        if (low == high)
        {
            return low;
        }

        if (!_numbers.TryGetValue((variable, low, high), out var number))
        {
            _numbers[(variable, low, high)] = number = _nodes.Count;
            _nodes.Add((variable, low, high));
        }

        return number;
    }

    private sealed class TooLargeException : Exception;
}
