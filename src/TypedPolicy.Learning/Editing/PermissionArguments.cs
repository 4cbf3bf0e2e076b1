using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Learning.Explaining;

namespace TypedPolicy.Learning.Editing;

/// <summary>Permissions as the arguments of an attribute.</summary>
internal static class PermissionArguments
{
    /// <summary>The permissions of some classes: <c>DirPerms.SearchSet, FilePerms.ReadSet</c>; null if the compilation has no enum of a class, or that no such member.</summary>
    /// <param name="permissions">The permissions by their classes.</param>
    /// <param name="file">The file that they are written to.</param>
    /// <param name="at">Where.</param>
    /// <param name="isOwner">Whether whoever makes the objects gets all that managing takes.</param>
    public static string? Of(IReadOnlyDictionary<string, ImmutableSortedSet<string>> permissions, EditedFile file, int at, bool isOwner = false)
    {
        var written = permissions.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Of(p.Key, p.Value, file, at, isOwner)).ToList();
        return written.Contains(null) ? null : string.Join(", ", written);
    }

    /// <summary>Adds permissions to an attribute that has some.</summary>
    /// <returns>False if the compilation has no enum of a class.</returns>
    public static bool AddTo(AttributeSyntax attribute, IReadOnlyDictionary<string, ImmutableSortedSet<string>> permissions, EditedFile file, int at)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        var added = new List<string>();
        foreach (var (@class, asked) in permissions.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (Of(@class, asked, file, at, false) is not { } code)
            {
                return false;
            }

            var same = arguments.FirstOrDefault(a => a.NameEquals is null && !a.Expression.IsKind(SyntaxKind.BitwiseNotExpression) && file.Model.GetTypeInfo(a.Expression).Type?.Name == AccessCode.EnumOf(@class));
            if (same is null)
            {
                added.Add(code);
                continue;
            }

            var (before, joined) = (same.Expression.ToString(), Join(same.Expression.ToString(), code));
            if (joined != before)
            {
                file.Replace(same.Expression.Span, joined);
            }
        }

        if (added.Count > 0)
        {
            file.Insert(arguments.Last(a => a.NameEquals is null).Span.End, ", " + string.Join(", ", added));
        }

        return true;
    }

    private static string Join(string before, string code)
    {
        var words = before.Split(" | ");
        var @enum = code.Split('.')[0];
        return words.All(w => w.Split('.') is [var name, _] && name == @enum) ? PermissionText.OfLibrary.Join(before, code) : $"{before} | {code}";
    }

    private static string? Of(string @class, ImmutableSortedSet<string> permissions, EditedFile file, int at, bool isOwner)
    {
        var name = AccessCode.EnumOf(@class);
        if ((file.Model.Compilation.GetTypeByMetadataName($"TypedPolicy.{name}") ?? file.Model.Compilation.GetTypeByMetadataName($"TypedPolicy.Base.{name}")) is not { TypeKind: TypeKind.Enum } type)
        {
            return null;
        }

        var words = (isOwner ? AccessCode.OfOwner(@class, permissions) : AccessCode.Of(@class, permissions)).Split(" | ");
        var written = file.NameOf(type, at);
        return words.All(w => type.GetMembers(w[(w.LastIndexOf('.') + 1)..]).Length == 1) ? string.Join(" | ", words.Select(w => $"{written}.{w[(w.LastIndexOf('.') + 1)..]}")) : null;
    }
}
