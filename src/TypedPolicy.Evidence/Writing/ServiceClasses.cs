using TypedPolicy.Conversion;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Evidence.Needs;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Evidence.Writing;

/// <summary>The policy classes of a service: each attribute has where it comes from above it.</summary>
internal sealed class ServiceClasses
{
    private readonly ServiceNeeds _needs;
    private readonly ClassNames _names = new();
    private readonly Dictionary<string, string> _externals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly HashSet<(PolicyClass Class, string Target, string Permission)> _given = [];
    private readonly PolicyClass _domain;
    private readonly string _port;

    private ServiceClasses(ServiceNeeds needs, string name)
    {
        _needs = needs;

        // A type of the base that is called as one nested in the domain would be hard to tell from it.
        foreach (var use in Enum.GetNames<FileUse>())
        {
            _names.Reserve(use);
        }

        _domain = new(_names.Free(name), "public sealed class");
        _port = _names.Free($"{_domain.Name}Port");
    }

    /// <summary>The classes of the service, and those of the base that it names.</summary>
    /// <param name="needs">What it needs.</param>
    /// <param name="name">The name of its class.</param>
    /// <param name="isPermissive">Whether its domain is permissive.</param>
    public static (IReadOnlyList<PolicyClass> Own, IReadOnlyList<PolicyClass> Base) Of(ServiceNeeds needs, string name, bool isPermissive)
    {
        var classes = new ServiceClasses(needs, name);
        var own = classes.Write(isPermissive);
        return (own, [.. classes.Externals()]);
    }

    private List<PolicyClass> Write(bool isPermissive)
    {
        var (systemd, tools) = (new PolicyClass(_names.Free("StartedBySystemd"), "public static class"), new PolicyClass(_names.Free("StartedByTools"), "public static class"));
        _domain.Summary.Add(_needs.Summary.Length > 0 ? _needs.Summary : $"The service {_domain.Name}.");
        _domain.Add("Domain, Role<SystemR>");
        if (isPermissive)
        {
            _domain.Add("Permissive", ["What it may not do is logged, and done, until this goes."]);
        }

        foreach (var (rule, reason) in _needs.Justified)
        {
            _domain.Add($"Justified(\"{rule}\", {CSharpText.Literal(reason.ToString())})");
        }

        if (_needs.StartedBySystemd is not null && Attribute("daemon") is { } daemon)
        {
            _domain.Bases.Add(daemon);
        }

        _domain.Bases.AddRange(_needs.Attributes.Select(Interface));
        systemd.Summary.Add("systemd starts it, and makes what it is to find.");
        if (_needs.StartedBySystemd is not null)
        {
            systemd.Add($"RulesFor<{External("init_t")}>");
        }

        var transition = $"DomainTransition<{_domain.Name}>";
        systemd.Add(_needs.NoNewPrivileges is null ? transition : transition + "(NoNewPrivileges = true)", _needs.NoNewPrivileges is { } privileges ? [privileges.ToString()] : []);
        foreach (var need in _needs.Access.OrderBy(n => n.IsForbidden))
        {
            Add(need.Holder == Holder.Service ? _domain : systemd, need);
        }

        if (!_needs.IsContainer)
        {
            Directories();
        }

        foreach (var use in _needs.Paths.Select(p => p.Use).Concat(_needs.Transitions.Select(t => t.Use)).Distinct().Order())
        {
            _domain.Nested.Add(Files(use));
        }

        foreach (var (directory, use, objects, named, reason) in _needs.Transitions)
        {
            var types = string.Join(", ", objects.Select(o => $"typeof({Identifiers.Of(o)}Perms)"));
            _domain.Add($"TypeTransition<{External(directory)}, {_domain.Name}.{use}>({types}{(named is null ? "" : $", Name = {CSharpText.Literal(named)}")})", [reason.ToString()]);
        }

        var all = new List<PolicyClass> { _domain };
        if (_needs.StartedBySystemd is not null)
        {
            all.Add(systemd);
        }

        if (_needs.Wrapper is { } wrapper)
        {
            tools.Summary.Add("Another program that systemd starts runs it.");
            tools.Add($"RulesFor<{External(_needs.Base.DomainOfTools)}>");
            tools.Add(transition, [wrapper.ToString()]);
            all.Add(tools);
        }

        if (_needs.Ports.Count > 0)
        {
            all.Add(Ports());
        }

        return all;
    }

    private void Add(PolicyClass on, AccessNeed need)
    {
        var target = need.Target.Use is { } use ? $"{_domain.Name}.{use}"
            : need.Target.IsOwnPort ? _port
            : need.Target.BaseType is { } type ? External(type)
            : need.Target.BaseAttribute is { } attribute ? Interface(attribute)
            : on == _domain ? "Self" : _domain.Name;
        var permissions = need.Permissions.Where(p => _given.Add((on, target + (need.IsForbidden ? "!" : ""), p))).ToList();
        if (permissions.Count > 0)
        {
            var sets = permissions.GroupBy(p => p.Split('.')[0]).Select(g => string.Join(" | ", g));
            on.Add($"{(need.IsForbidden ? "NeverAllow" : "Allow")}<{target}>({string.Join(", ", sets)})", Comment(on, need));
        }
    }

    private Reason? _last;
    private PolicyClass? _lastClass;

    /// <summary>Attributes for one reason are together below it.</summary>
    private string[] Comment(PolicyClass on, AccessNeed need)
    {
        if (_last == need.Reason && _lastClass == on)
        {
            return [];
        }

        (_last, _lastClass) = (need.Reason, on);
        return [need.Reason.ToString()];
    }

    /// <summary>The directories above what the service has and uses.</summary>
    private void Directories()
    {
        var types = _needs.Paths.Where(p => p.Use != FileUse.Exec).Where(p => !_needs.Paths.Any(o => o != p && o.IsTree && o.Has(p.Path))).SelectMany(p => _needs.Base.DirectoriesAbove(p.Path)).Distinct(StringComparer.Ordinal);
        var attributes = types.Select(External).Where(t => _given.Add((_domain, t, "DirPerms.SearchSet")) && !_given.Contains((_domain, t, "DirPerms.Rw"))).Select(t => $"Allow<{t}>(DirPerms.SearchSet)").ToList();
        if (attributes.Count > 0)
        {
            _domain.Add(string.Join(", ", attributes), ["The directories above its files."]);
        }
    }

    private PolicyClass Files(FileUse use)
    {
        var type = new PolicyClass(use.ToString(), "public sealed class");
        type.Summary.Add(FileUses.Summary(use));
        if (FileUses.Attribute(use) is { } name && Attribute(name) is { } attribute)
        {
            type.Bases.Add(attribute);
        }

        type.Add(use == FileUse.Exec ? "Entrypoint" : "FileType");
        Reason? last = null;
        foreach (var path in _needs.Paths.Where(p => p.Use == use))
        {
            type.Add(PathTexts.Label(path), path.Reason == last ? [] : [path.Reason.ToString()]);
            last = path.Reason;
        }

        if (FileUses.Access(use) is { } access)
        {
            type.Add($"AllowFrom<Owner>({access})", [FileUses.Reason(use)]);
        }

        return type;
    }

    private PolicyClass Ports()
    {
        var type = new PolicyClass(_port, "public sealed class");
        type.Summary.Add("Where it listens.");
        type.Add("PortType");
        foreach (var ((protocol, port), reason) in _needs.Ports)
        {
            type.Add($"Port(Protocol.{(protocol == "tcp" ? "Tcp" : "Udp")}, {port})", [reason.ToString()]);
        }

        return type;
    }

    private string External(string type)
    {
        if (!_externals.TryGetValue(type, out var name))
        {
            _externals[type] = name = _names.Give(type, EntityKind.Type).Name;
        }

        return name;
    }

    /// <summary>The interface of an attribute of the base; null if the base has none of the name.</summary>
    private string? Attribute(string attribute) => _needs.Base.Attributes.Contains(attribute) ? Interface(attribute) : null;

    private string Interface(string attribute)
    {
        if (!_attributes.TryGetValue(attribute, out var name))
        {
            _attributes[attribute] = name = _names.Give(attribute, EntityKind.TypeAttribute).Name;
        }

        return name;
    }

    private IEnumerable<PolicyClass> Externals()
    {
        foreach (var (selinux, name, keywords) in _externals.Select(e => (e.Key, e.Value, "public sealed class")).Concat(_attributes.Select(a => (a.Key, a.Value, "public interface"))).OrderBy(e => e.Value, StringComparer.Ordinal))
        {
            var type = new PolicyClass(name, keywords);
            type.Add($"External({CSharpText.Literal(selinux)})");
            yield return type;
        }
    }
}
