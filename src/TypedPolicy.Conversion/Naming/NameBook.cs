using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Languages;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Naming;

/// <summary>How C# names everything that a module speaks of: its own classes, those of the base policy, and externals for the rest.</summary>
public sealed class NameBook(IBasePolicy basePolicy)
{
    /// <summary>The namespace of the base policy's bindings.</summary>
    public const string BaseNamespace = "TypedPolicy.Base";

    /// <summary>Stands for the class that carries an interface or derives from a template: <c>Self</c>, and <c>Owner</c> in a block for another subject.</summary>
    public const string Carrier = "@carrier";

    private readonly Dictionary<(EntityKind Kind, string Name), string> _own = [];
    private Dictionary<string, (EntityKind Kind, string Placeholder)> _parameters = [];
    private string? _carrier;
    private readonly Dictionary<string, EntityKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _outer = new(StringComparer.Ordinal);
    private readonly HashSet<string> _topLevel = new(StringComparer.Ordinal);

    /// <summary>The names that the module's classes get.</summary>
    public ClassNames Classes { get; } = new();

    /// <summary>Permissions as C#.</summary>
    internal PermissionText Permissions { get; } = new(basePolicy.Sets);

    /// <summary>How access rules are brought together.</summary>
    internal AccessAttributes Access => field ??= new(Permissions);

    /// <summary>What neither the module nor the base declares, in the order of names.</summary>
    public SortedDictionary<(EntityKind Kind, string Name), (string Class, string? Explicit)> Externals { get; } = new(ByName);

    private static Comparer<(EntityKind Kind, string Name)> ByName { get; } = Comparer<(EntityKind Kind, string Name)>.Create((x, y) =>
        x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : string.CompareOrdinal(x.Name, y.Name));

    /// <summary>Enters a class of the module.</summary>
    /// <param name="kind">What it declares.</param>
    /// <param name="name">The SELinux name.</param>
    /// <param name="path">The C# name, with those of the classes around.</param>
    public void Own(EntityKind kind, string name, string path)
    {
        _own[(kind, name)] = path;
        _kinds[name] = kind;
        _topLevel.Add(path.Split('.')[0]);
    }

    /// <summary>Enters a type that a class of the module has by its template.</summary>
    /// <param name="name">The SELinux name.</param>
    /// <param name="outer">The type that the class around declares.</param>
    /// <param name="path">The C# name, with that of the class around.</param>
    public void OfTemplate(string name, string outer, string path)
    {
        Own(EntityKind.Type, name, path);
        _outer[name] = outer;
    }

    /// <summary>The type whose class has another by its template; null of any other.</summary>
    public string? OuterOf(string name) => _outer.GetValueOrDefault(Real(name));

    /// <summary>Enters a class that declares nothing: what the base calls so is written in full.</summary>
    public void Hides(string csharp) => _topLevel.Add(csharp);

    /// <summary>Begins an interface, whose parameters have placeholders for names.</summary>
    /// <param name="parameters">The words that stand for them, with what they are and how C# names them.</param>
    /// <param name="carrier">The word for the class that carries it.</param>
    public void Enter(Dictionary<string, (EntityKind Kind, string Placeholder)> parameters, string carrier) => (_parameters, _carrier) = (parameters, carrier);

    /// <summary>Ends an interface.</summary>
    public void Leave() => (_parameters, _carrier) = ([], null);

    /// <summary>Whether a name stands for the class that carries an interface.</summary>
    public bool IsCarrier(string name) => name == _carrier;

    /// <summary>Whether a name is a parameter of the interface that is being rendered, the class that carries it among them.</summary>
    public bool IsParameter(string name) => _parameters.ContainsKey(name);

    /// <summary>How C# writes a file name: a text, or the parameter of an interface.</summary>
    public string Text(string value) => _parameters.TryGetValue(value, out var parameter) ? parameter.Placeholder + ".Value" : CSharpText.ReadableLiteral(value);

    /// <summary>Enters another name of a type.</summary>
    public void Alias(string alias, string name) => _aliases[alias] = name;

    /// <summary>Records the kind that the module gives a foreign name.</summary>
    public void Required(EntityKind kind, string name) => _kinds.TryAdd(name, kind);

    /// <summary>Whether the module declares a name.</summary>
    public bool IsOwn(string name) => _kinds.TryGetValue(Real(name), out var kind) && _own.ContainsKey((kind, Real(name)));

    /// <summary>The name itself, where it was another name of a type of the module.</summary>
    public string Real(string name) => _aliases.GetValueOrDefault(name, name);

    /// <summary>What a name stands for.</summary>
    /// <param name="name">The name.</param>
    /// <param name="expected">What it must be if nothing gives its kind.</param>
    public EntityKind KindOf(string name, EntityKind expected) =>
        _parameters.TryGetValue(name, out var parameter) ? parameter.Kind
        : _kinds.TryGetValue(Real(name), out var kind) ? kind
        : basePolicy.KindOf(Real(name)) ?? expected;

    /// <summary>What a name stands for, as far as the module's require blocks or the base tell; null of any other word.</summary>
    public EntityKind? Known(string name) => _kinds.TryGetValue(Real(name), out var kind) ? kind : basePolicy.KindOf(Real(name));

    /// <summary>The C# name of a type or attribute.</summary>
    public string Type(string name) => name == "self" ? "Self" : Of(KindOf(name, EntityKind.Type) is EntityKind.TypeAttribute ? EntityKind.TypeAttribute : EntityKind.Type, name);

    /// <summary>The C# name of a type attribute.</summary>
    public string Attribute(string name) => Of(EntityKind.TypeAttribute, name);

    /// <summary>The C# name of a role or role attribute.</summary>
    public string Role(string name) => Of(KindOf(name, EntityKind.Role) is EntityKind.RoleAttribute ? EntityKind.RoleAttribute : EntityKind.Role, name);

    /// <summary>The C# name of a role attribute.</summary>
    public string RoleAttribute(string name) => Of(EntityKind.RoleAttribute, name);

    /// <summary>The C# name of a boolean or tunable.</summary>
    public string Boolean(string name) => Of(KindOf(name, EntityKind.Boolean) is EntityKind.Tunable ? EntityKind.Tunable : EntityKind.Boolean, name);

    /// <summary>The C# name of an SELinux user.</summary>
    public string User(string name) => Of(EntityKind.User, name);

    /// <summary>The enum of an object class; null if neither the library nor the base has it.</summary>
    public string? Class(string name) => _parameters.TryGetValue(name, out var parameter) ? parameter.Placeholder : PermissionEnum.Of(name)?.Name ?? Shown(basePolicy.ClassOf(EntityKind.ObjectClass, name));

    /// <summary>The C# name of a base interface: in full where a class of the module hides it.</summary>
    public string Interface(string name) => Shown(name)!;

    private string Of(EntityKind kind, string name)
    {
        if (_parameters.TryGetValue(name, out var parameter))
        {
            return parameter.Placeholder;
        }

        var real = Real(name);
        if (_own.TryGetValue((kind, real), out var path))
        {
            return path;
        }

        if (Shown(basePolicy.ClassOf(kind, real)) is { } known)
        {
            return known;
        }

        if (!Externals.TryGetValue((kind, real), out var external))
        {
            external = Classes.Give(real, kind);
            Externals.Add((kind, real), external);
            _topLevel.Add(external.Class);
        }

        return external.Class;
    }

    private string? Shown(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var first = name.Split('.')[0];
        if (_topLevel.Contains(first))
        {
            return $"{BaseNamespace}.{name}";
        }

        // A class of the module that gets its name later would hide it.
        Classes.Reserve(first);
        return name;
    }
}
