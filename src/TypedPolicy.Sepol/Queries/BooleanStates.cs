namespace TypedPolicy.Sepol.Queries;

/// <summary>What each boolean is set to, and so which conditional rules hold.</summary>
public sealed class BooleanStates
{
    private readonly KernelPolicy _policy;
    private readonly bool[] _booleans;
    private readonly bool[] _conditions;

    internal BooleanStates(KernelPolicy policy, IEnumerable<KeyValuePair<string, bool>> changes, BooleanStates? others = null)
    {
        _policy = policy;
        var tables = policy.Tables;
        _booleans = [.. others?._booleans ?? tables.BooleanDefaults];
        foreach (var (name, value) in changes)
        {
            _booleans[tables.Booleans[name]] = value;
        }

        _conditions = [.. tables.Conditions.Select(c => Evaluate(c.Expression))];
    }

    /// <summary>The names of all booleans, in order, and what they are set to.</summary>
    public IEnumerable<KeyValuePair<string, bool>> All =>
        _policy.Tables.Booleans.Values.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => KeyValuePair.Create(b.Key, _booleans[b.Value]));

    /// <summary>What a boolean is set to.</summary>
    /// <exception cref="SepolException">The policy has no such boolean.</exception>
    public bool this[string name] => _booleans[_policy.Tables.Booleans[name]];

    /// <summary>The same with some set otherwise.</summary>
    /// <exception cref="SepolException">The policy has no such boolean.</exception>
    public BooleanStates With(IEnumerable<KeyValuePair<string, bool>> changes) => new(_policy, changes, this);

    /// <summary>The same with one set otherwise.</summary>
    /// <exception cref="SepolException">The policy has no such boolean.</exception>
    public BooleanStates With(string name, bool value) => With([KeyValuePair.Create(name, value)]);

    /// <summary>Whether a rule with a condition holds: N where it is true, -N where it is not, 0 always.</summary>
    internal bool Holds(int condition) => condition == 0 || _conditions[Math.Abs(condition) - 1] == condition > 0;

    private bool Evaluate(int[] expression) => Evaluate(expression, b => _booleans[b]);

    /// <summary>Whether a condition holds. The reader has seen to it that every operator finds its operands.</summary>
    internal static bool Evaluate(int[] expression, Func<int, bool> boolean)
    {
        var stack = new Stack<bool>();
        foreach (var step in expression)
        {
            if (step > 0)
            {
                stack.Push(boolean(step));
                continue;
            }

            var right = stack.Pop();
            stack.Push(step == -2 ? !right : (step, stack.Pop()) switch
            {
                (-3, var left) => left | right,
                (-4, var left) => left & right,
                (-5 or -7, var left) => left ^ right,
                (_, var left) => left == right,
            });
        }

        return stack.Pop();
    }
}
