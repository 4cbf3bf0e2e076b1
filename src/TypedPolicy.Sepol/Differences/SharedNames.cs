using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>One numbering for two policies: each has its own for types, classes, permissions and conditions.</summary>
internal sealed class SharedNames
{
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<List<string>> _permissions = [];
    private readonly Lazy<ImmutableArray<AccessChange>> _access;
    private readonly Lazy<DemandDifference> _permissionDemands;
    private readonly Lazy<DemandDifference> _transitionDemands;

    public SharedNames(KernelPolicy before, KernelPolicy after)
    {
        _access = new(() => new AccessComparison(this).Compare());
        _permissionDemands = new(() => ConstraintComparison.OfPermissions(this));
        _transitionDemands = new(() => ConstraintComparison.OfTransitions(this));
        Conditions = new(before.Tables.Booleans.Names.Concat(after.Tables.Booleans.Names));
        Before = new(this, before);
        After = new(this, after);
    }

    public Side Before { get; }

    public Side After { get; }

    /// <summary>How many types both have together.</summary>
    public int TypeCount => _types.Count;

    /// <summary>Where access differs.</summary>
    public ImmutableArray<AccessChange> Access => _access.Value;

    /// <summary>Where what constraints on permissions demand differs.</summary>
    public DemandDifference PermissionDemands => _permissionDemands.Value;

    /// <summary>Where what constraints on changes of a context demand differs.</summary>
    public DemandDifference TransitionDemands => _transitionDemands.Value;

    /// <summary>When rules hold, by number.</summary>
    public ConditionFunctions Conditions { get; }

    public IEnumerable<string> Permissions(int @class, ulong bits) => _permissions[@class].Where((_, i) => (bits >> i & 1) != 0).Order(StringComparer.Ordinal);

    /// <summary>The names of types, by number.</summary>
    public string[] TypeNames() => [.. _types.OrderBy(t => t.Value).Select(t => t.Key)];

    /// <summary>The names of classes, by number.</summary>
    public string[] ClassNames() => [.. _classes.OrderBy(t => t.Value).Select(t => t.Key)];

    private static int Number(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers[name] = number = numbers.Count;
        }

        return number;
    }

    /// <summary>One of the two policies, in the numbers of both.</summary>
    internal sealed class Side
    {
        private readonly int[] _permissionBits;
        private readonly bool[] _isIdentity;
        private readonly int[] _conditionNumbers;

        public Side(SharedNames shared, KernelPolicy policy)
        {
            Policy = policy;
            Tables = policy.Tables;
            Types = new int[Tables.Types.Count + 1];
            Values = new Dictionary<int, int>();
            Array.Fill(Types, -1);
            for (var value = 1; value <= Tables.Types.Count; value++)
            {
                if (Tables.TypeParts[value] is { IsAttribute: false } && Tables.Types.Has(value))
                {
                    Types[value] = Number(shared._types, Tables.Types[value]);
                    Values[Types[value]] = value;
                }
            }

            Classes = new int[Tables.Classes.Count + 1];
            _permissionBits = new int[32 * (Tables.Classes.Count + 1)];
            _isIdentity = new bool[Tables.Classes.Count + 1];
            for (var value = 1; value <= Tables.Classes.Count; value++)
            {
                if (Tables.ClassParts[value] is { } part)
                {
                    ReadClass(shared, value, part);
                }
            }

            _conditionNumbers = new int[(2 * Tables.Conditions.Length) + 1];
            for (var i = -Tables.Conditions.Length; i <= Tables.Conditions.Length; i++)
            {
                _conditionNumbers[i + Tables.Conditions.Length] = i == 0 ? ConditionFunctions.Always : Function(shared.Conditions, i);
            }
        }

        public KernelPolicy Policy { get; }

        public PolicyTables Tables { get; }

        /// <summary>The number of each type by its value in this policy; -1 for an attribute.</summary>
        public int[] Types { get; }

        /// <summary>The value of each type that this policy has by its number.</summary>
        public Dictionary<int, int> Values { get; }

        public int[] Classes { get; }

        /// <summary>The number of the function of booleans that decides when a rule holds.</summary>
        public int Condition(AvtabRule rule) => _conditionNumbers[rule.Condition + Tables.Conditions.Length];

        /// <summary>The permissions that a rule names; those of a dontaudit rule are stored in the policy as those that are left.</summary>
        public ulong Permissions(AvtabRule rule)
        {
            var count = Tables.ClassParts[rule.Class]?.Permissions.Length ?? 0;
            var bits = (rule.Kind == RuleKind.AuditDeny ? ~rule.Data : rule.Data) & (count >= 32 ? uint.MaxValue : (1u << count) - 1);
            if (_isIdentity[rule.Class])
            {
                return bits;
            }

            var result = 0UL;
            for (var i = 0; i < count; i++)
            {
                result |= (bits >> i & 1) != 0 ? 1UL << _permissionBits[(32 * rule.Class) + i] : 0;
            }

            return result;
        }

        private void ReadClass(SharedNames shared, int value, ClassPart part)
        {
            var number = Classes[value] = Number(shared._classes, part.Name);
            if (number == shared._permissions.Count)
            {
                shared._permissions.Add([]);
            }

            var known = shared._permissions[number];
            _isIdentity[value] = true;
            for (var i = 0; i < part.Permissions.Length; i++)
            {
                var name = part.Permissions[i] ?? $"#{i}";
                var at = known.IndexOf(name);
                if (at < 0)
                {
                    at = known.Count;
                    known.Add(name);
                }

                _permissionBits[(32 * value) + i] = at;
                _isIdentity[value] &= at == i;
            }
        }

        private int Function(ConditionFunctions functions, int condition) =>
            functions.Of(Tables.Conditions[Math.Abs(condition) - 1].Expression, condition > 0, b => Tables.Booleans[b], ConditionText.Of(Tables, condition));
    }
}
