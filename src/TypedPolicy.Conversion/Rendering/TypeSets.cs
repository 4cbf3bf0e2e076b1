using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Rendering;

/// <summary>
/// Attributes for the sets that rules write out with something taken away (<c>{ domain -init_t }</c>, <c>~{ a b }</c>, <c>*</c>): CIL has a name
/// for a set only, as the kernel's own compiler makes one too.
/// </summary>
internal sealed class TypeSets(string module, NameBook names)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The classes that declare them.</summary>
    public List<PolicyClass> Classes { get; } = [];

    /// <summary>The SELinux name of the attribute for a set.</summary>
    public string Of(NameSet set)
    {
        var key = set.ToString();
        if (_known.TryGetValue(key, out var name))
        {
            return name;
        }

        name = NameFor(set);
        _known.Add(key, name);
        var (csharp, given) = names.Classes.Give(name, EntityKind.TypeAttribute);
        names.Own(EntityKind.TypeAttribute, name, csharp);
        var type = new PolicyClass(csharp, "public interface") { Summary = { $"The types of {key}." } };
        var parts = new List<string> { given is null ? "TypeAttribute" : $"TypeAttribute({CSharpText.ReadableLiteral(given)})" };
        if (set.Kind == NameSetKind.Listed)
        {
            parts.AddRange(set.Names.Select(n => $"Include<{names.Type(n)}>"));
            parts.AddRange(set.Excluded.Select(n => $"Exclude<{names.Type(n)}>"));
        }
        else
        {
            parts.Add("All");
            parts.AddRange((set.Kind == NameSetKind.Complement ? set.Names : set.Excluded).Select(n => $"Exclude<{names.Type(n)}>"));
        }

        type.Add(string.Join(", ", parts));
        Classes.Add(type);
        return name;
    }

    private string NameFor(NameSet set)
    {
        string Stem(string name) => NameOfStem(name);
        var excluded = set.Kind == NameSetKind.Complement ? set.Names : set.Excluded;
        var included = set.Kind == NameSetKind.Listed ? string.Join("_or_", set.Names.Take(2).Select(Stem)) : "all";
        var name = $"{module}_{included}" + (excluded.Length == 0 ? "" : $"_except_{Stem(excluded[0])}{(excluded.Length > 1 ? "_and_others" : "")}");
        var plain = name = name.Replace('-', '_').Replace('.', '_');
        for (var i = 2; _known.ContainsValue(name); i++)
        {
            name = $"{plain}_{i}";
        }

        return name;
    }

    private static string NameOfStem(string name) => Model.Naming.NameOf.Stem(name, EntityKind.Type);
}
