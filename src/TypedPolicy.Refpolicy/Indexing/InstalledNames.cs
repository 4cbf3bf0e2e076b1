using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Refpolicy.Indexing;

/// <summary>
/// What the modules of an installed policy declare: names, classes, ports, and the statements that memberships and guards are worked out from. An optional block counts
/// where everything that it requires is declared.
/// </summary>
internal sealed class InstalledNames
{
    /// <summary>The longest module that is read, in characters: Debian's base has five million.</summary>
    public const int MaxCharacters = 64 * 1024 * 1024;

    private const int MaxDepth = 64;

    private readonly Dictionary<(EntityKind Kind, string Name), (string Module, bool IsInBase)> _declared = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _commons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _classes = new(StringComparer.Ordinal);
    private readonly List<(string Class, string Common)> _inherited = [];
    private readonly List<(CilList Statement, Scope Scope)> _sets = [];
    private readonly List<(CilList Statement, Scope Scope)> _guards = [];
    private readonly List<(CilList Statement, Scope Scope)> _rules = [];
    private readonly List<(CilList Statement, Scope Scope)> _roleTypes = [];
    private readonly List<(string User, string Role)> _userRoles = [];
    private readonly SortedSet<string> _constrained = new(StringComparer.Ordinal);
    private readonly List<IndexedPort> _ports = [];
    private readonly SortedSet<string> _capabilities = new(StringComparer.Ordinal);
    private string _module = "";
    private bool _isBase;

    /// <summary>Whether everything was understood, and a base was among it.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether every allow rule itself names its class and permissions.</summary>
    public bool AreRulesWhole { get; private set; } = true;

    /// <summary>Whether a base was among it: the module that declares the object classes.</summary>
    public bool HasBase { get; private set; }

    /// <summary>The declared names and the module that declares each; those that a compiler made up are left out.</summary>
    public IEnumerable<(EntityKind Kind, string Name, string Module, bool IsInBase)> Declared =>
        _declared.Where(d => !GeneratedNames.Contains(d.Key.Name)).Select(d => (d.Key.Kind, d.Key.Name, d.Value.Module, d.Value.IsInBase));

    /// <summary>Other names of types, and the types.</summary>
    public IReadOnlyDictionary<string, string> Aliases => _aliases;

    /// <summary>The ports.</summary>
    public IReadOnlyList<IndexedPort> Ports => _ports;

    /// <summary>The policy capabilities.</summary>
    public IEnumerable<string> Capabilities => _capabilities;

    /// <summary>The statements that put names into attributes, where they hold.</summary>
    public IEnumerable<CilList> Sets => _sets.Where(s => Holds(s.Scope)).Select(s => s.Statement);

    /// <summary>The neverallow rules, where they hold.</summary>
    public IEnumerable<CilList> Guards => _guards.Where(s => Holds(s.Scope)).Select(s => s.Statement);

    /// <summary>The allow rules for classes of which an index has all access, where they hold under some state of the booleans.</summary>
    public IEnumerable<CilList> Rules => _rules.Where(s => Holds(s.Scope)).Select(s => s.Statement);

    /// <summary>The types that roles may run, where that holds: <c>(roletype role type)</c>.</summary>
    public IEnumerable<(string Role, string Type)> RoleTypes => _roleTypes.Where(s => Holds(s.Scope)).Select(s => (Atom(s.Statement, 1)!, Atom(s.Statement, 2)!));

    /// <summary>The roles of users.</summary>
    public IEnumerable<(string User, string Role)> UserRoles => _userRoles;

    /// <summary>The attributes whose members the constraints on levels hold for.</summary>
    public IEnumerable<string> Constrained => _constrained;

    /// <summary>The classes with all of their permissions.</summary>
    public IEnumerable<IndexedClass> Classes
    {
        get
        {
            foreach (var (@class, common) in _inherited)
            {
                if (_classes.TryGetValue(@class, out var permissions) && _commons.TryGetValue(common, out var shared))
                {
                    permissions.UnionWith(shared);
                }
            }

            return _classes.Select(c => new IndexedClass(c.Key, [.. c.Value]));
        }
    }

    public bool Declares(EntityKind kind, string name) => _declared.ContainsKey((kind, name));

    public void Read(InstalledModule module)
    {
        if (!CilReader.TryRead(module.Cil, MaxCharacters, out var nodes, out _, out _))
        {
            IsComplete = false;
            return;
        }

        _module = module.Name;
        _isBase = nodes.Any(n => n is CilList { Keyword: "classorder" or "sidorder" });
        HasBase |= _isBase;
        Read(nodes, new Scope(null, []));
    }

    private void Read(IReadOnlyList<CilNode> nodes, Scope scope)
    {
        foreach (var statement in nodes.OfType<CilList>())
        {
            switch (statement.Keyword)
            {
                case "optional":
                    Read(statement.Items, new Scope(scope, [.. statement.Items.OfType<CilList>().SelectMany(Required)]));
                    break;
                case "block" or "in" or "macro" or "blockinherit" or "call":
                    // Names in blocks have other names outside, and macros may declare some: such a module is read as far as it goes.
                    IsComplete = false;
                    break;
                case "typeattributeset" or "roleattributeset":
                    _sets.Add((statement, scope));
                    break;
                case "neverallow":
                    _guards.Add((statement, scope));
                    break;
                case "allow":
                    Allow(statement, scope);
                    break;
                case "booleanif" or "tunableif":
                    Read([.. statement.Items.OfType<CilList>().Where(branch => branch.Keyword is "true" or "false").SelectMany(branch => branch.Items)], scope);
                    break;
                case "roletype" when Atom(statement, 1) is not null && Atom(statement, 2) is not null:
                    _roleTypes.Add((statement, scope));
                    break;
                case "userrole" when Atom(statement, 1) is { } user && Atom(statement, 2) is { } role:
                    _userRoles.Add((user, role));
                    break;
                case "mlsconstrain" when statement.Items.Count == 3:
                    _constrained.UnionWith(ConstrainedBy(statement.Items[2], 0));
                    break;
                case "typealiasactual" when Atom(statement, 1) is { } alias && Atom(statement, 2) is { } actual:
                    _aliases[alias] = actual;
                    break;
                case "policycap" when Atom(statement, 1) is { } capability:
                    _capabilities.Add(capability);
                    break;
                case "portcon":
                    Port(statement);
                    break;
                case "common" or "class" or "classcommon":
                    Class(statement);
                    break;
                default:
                    Declaration(statement);
                    break;
            }
        }
    }

    private void Declaration(CilList statement)
    {
        EntityKind? kind = statement.Keyword switch
        {
            "type" => EntityKind.Type,
            "typeattribute" => EntityKind.TypeAttribute,
            "role" => EntityKind.Role,
            "roleattribute" => EntityKind.RoleAttribute,
            "user" => EntityKind.User,
            "boolean" => EntityKind.Boolean,
            "tunable" => EntityKind.Tunable,
            _ => null,
        };
        if (kind is { } known && Atom(statement, 1) is { } name && !_declared.ContainsKey((known, name)))
        {
            _declared.Add((known, name), (_module, _isBase));
        }
    }

    private void Allow(CilList statement, Scope scope)
    {
        if (statement.Items.Count != 4 || Atom(statement, 1) is null || Atom(statement, 2) is null || statement.Items[3] is not CilList { Items.Count: 2 } access || Atom(access, 0) is not { } @class || access.Items[1] is not CilList)
        {
            AreRulesWhole = false;
        }
        else if (!DecidedPermissions.Of(@class).IsEmpty)
        {
            _rules.Add((statement, scope));
        }
    }

    /// <summary>Of <c>(or (dom h1 h2) (neq t1 mcs_constrained_type))</c> the attribute.</summary>
    private static IEnumerable<string> ConstrainedBy(CilNode expression, int depth) => expression is not CilList list || depth > MaxDepth ? []
        : list.Keyword == "or" && list.Items.OfType<CilList>().Any(i => Levels(i, depth)) ? list.Items.OfType<CilList>().Where(i => i.Keyword == "neq" && Atom(i, 1) == "t1").Select(i => Atom(i, 2)).OfType<string>()
        : list.Items.SelectMany(i => ConstrainedBy(i, depth + 1));

    private static bool Levels(CilList list, int depth) => list.Keyword is "dom" or "domby" || (depth <= MaxDepth && list.Items.OfType<CilList>().Any(i => Levels(i, depth + 1)));

    private void Class(CilList statement)
    {
        if (Atom(statement, 1) is not { } name)
        {
            return;
        }

        if (statement.Keyword == "classcommon" && Atom(statement, 2) is { } common)
        {
            _inherited.Add((name, common));
        }
        else if (statement.Items.Count > 2 && statement.Items[2] is CilList permissions)
        {
            var atoms = permissions.Items.OfType<CilAtom>().Select(p => p.Text);
            if (statement.Keyword == "common")
            {
                _commons[name] = [.. atoms];
            }
            else
            {
                _classes[name] = new SortedSet<string>(atoms, StringComparer.Ordinal);
            }
        }
    }

    private void Port(CilList statement)
    {
        if (Atom(statement, 1) is { } protocol && statement.Items.Count == 4 && statement.Items[3] is CilList context && Atom(context, 2) is { } type)
        {
            var range = statement.Items[2] is CilList { Items.Count: 2 } list ? (Atom(list, 0), Atom(list, 1)) : (Atom(statement, 2), Atom(statement, 2));
            if (ushort.TryParse(range.Item1, out var low) && ushort.TryParse(range.Item2, out var high) && low <= high)
            {
                _ports.Add(new IndexedPort(protocol, low, high, type));
            }
        }
    }

    /// <summary>What a block requires: a compiler of modules puts it into an attribute.</summary>
    private static IEnumerable<string> Required(CilList statement) =>
        statement.Keyword is "typeattributeset" or "roleattributeset" && Atom(statement, 1) is { } attribute && GeneratedNames.IsOfRequirements(attribute) && statement.Items.Count > 2
            ? statement.Items[2] is CilAtom one ? [one.Text] : statement.Items[2] is CilList several ? several.Items.OfType<CilAtom>().Select(a => a.Text) : []
            : [];

    private bool Holds(Scope scope) => scope.Holds ??=
        (scope.Outer is null || Holds(scope.Outer))
        && scope.Required.All(name => _aliases.ContainsKey(name) || AnyKind.Any(kind => _declared.ContainsKey((kind, name))));

    private static readonly EntityKind[] AnyKind = [EntityKind.Type, EntityKind.TypeAttribute, EntityKind.Role, EntityKind.RoleAttribute];

    internal static string? Atom(CilList list, int at) => at < list.Items.Count && list.Items[at] is CilAtom atom ? atom.Text : null;

    private sealed record Scope(Scope? Outer, ImmutableArray<string> Required)
    {
        public bool? Holds { get; set; }
    }
}
