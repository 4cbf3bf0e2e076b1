using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Conversion.Rendering;

/// <summary>Permissions of rules: as members of the enums where those know them, else as CIL.</summary>
internal sealed partial class StatementRenderer
{
    /// <summary>The arguments of an access attribute; null if an enum does not know them.</summary>
    private string? Arguments(NameSet classes, NameSet words)
    {
        if (classes.Kind != NameSetKind.Listed || !classes.Excluded.IsEmpty || !words.Excluded.IsEmpty)
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var objectClass in classes.Names.Distinct())
        {
            if (PermissionEnum.Of(objectClass) is not { } type)
            {
                return null;
            }

            var unknown = new List<string>();
            var rendered = words.Kind == NameSetKind.All ? $"{type.Name}.All" : names.Permissions.Render(objectClass, words.Names.Select(w => (w, Words(w))), unknown);
            if (rendered is null || unknown.Count > 0)
            {
                return null;
            }

            arguments.Add(words.Kind == NameSetKind.Complement ? rendered.Contains(' ', StringComparison.Ordinal) ? $"~({rendered})" : "~" + rendered : rendered);
        }

        return string.Join(", ", arguments);
    }

    /// <summary>The same as class permissions of CIL, one for each class.</summary>
    private IReadOnlyList<string>? Cil(NameSet classes, NameSet words)
    {
        if (classes.Kind != NameSetKind.Listed || !classes.Excluded.IsEmpty || !words.Excluded.IsEmpty)
        {
            return null;
        }

        // A permission set that the support macros do not have would be taken for a permission.
        if (words.Names.Any(w => permissions(w) is null && PermissionSetName.Is(w)))
        {
            return null;
        }

        var listed = string.Join(" ", words.Names.SelectMany(Words).Distinct());
        var expression = words.Kind switch
        {
            NameSetKind.All => "(all)",
            NameSetKind.Complement => $"(not ({listed}))",
            _ => $"({listed})",
        };
        return [.. classes.Names.Distinct().Select(c => $"({c} {expression})")];
    }

    /// <summary>Why neither form can express permissions.</summary>
    private string WhyNot(NameSet classes, NameSet words) =>
        classes.Kind != NameSetKind.Listed || !classes.Excluded.IsEmpty ? "C# cannot express this set of object classes"
        : words.Names.FirstOrDefault(w => permissions(w) is null && PermissionSetName.Is(w)) is { } undefined ? $"the headers have no permission set {undefined}"
        : "C# cannot express this set of permissions";

    private string UnknownClass(NameSet classes) =>
        classes.Kind == NameSetKind.Listed && classes.Names.FirstOrDefault(c => names.Class(c) is null) is { } unknown
            ? $"neither TypedPolicy nor the headers have an object class {unknown}"
            : "C# cannot express this set of object classes";

    private IReadOnlyCollection<string> Words(string word) => permissions(word) ?? [word];
}
