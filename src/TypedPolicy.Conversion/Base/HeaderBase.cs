using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Base;

/// <summary>The base policy as its headers show it, under the names of its bindings.</summary>
/// <param name="headers">The headers.</param>
/// <param name="names">The names of their bindings.</param>
public sealed class HeaderBase(HeaderTree headers, BindingNames names) : IBasePolicy
{
    private readonly Lazy<BaseSets> _sets = new(() => BaseSets.Of(names));
    private readonly Lazy<Dictionary<(EntityKind, string), BaseEntity>> _entities = new(() => names.Entities.ToDictionary(e => (e.Kind, e.Name)));
    private readonly Dictionary<string, BaseInterface?> _interfaces = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public BaseInterface? Interface(string name)
    {
        if (!_interfaces.TryGetValue(name, out var known))
        {
            known = (headers.Find(name) ?? headers.FindPattern(name)) is { Signature.Compiles: true } item && names.OfInterface(name) is { } csharp ? HeaderInterfaces.Describe(item, csharp) : null;
            _interfaces.Add(name, known);
        }

        return known;
    }

    /// <inheritdoc/>
    public string? ClassOf(EntityKind kind, string name) => names.Of(kind, name);

    /// <inheritdoc/>
    public string? ModuleOf(EntityKind kind, string name) => _entities.Value.GetValueOrDefault((kind, name))?.Module;

    /// <inheritdoc/>
    public bool IsOptional(EntityKind kind, string name) => _entities.Value.GetValueOrDefault((kind, name))?.IsOptional == true;

    /// <inheritdoc/>
    public BaseSets Sets => _sets.Value;

    /// <inheritdoc/>
    public EntityKind? KindOf(string name) => names.KindOf(name);
}
