using System.Security;
using System.Text;
using TypedPolicy.Model.Classes;

namespace TypedPolicy.Tests.Vocabulary;

/// <summary>Writes a class of the table as the C# enum that the library has for it.</summary>
internal static class ObjectClassEnumWriter
{
    /// <summary>The file's place under <c>src/TypedPolicy/Classes</c>.</summary>
    public static string FileOf(ObjectClass @class) =>
        $"{(@class.Origin == "kernel" ? "Kernel" : "Userspace")}/{ObjectClassNames.OfClass(@class)}.cs";

    /// <summary>The file's text.</summary>
    public static string Write(ObjectClass @class)
    {
        var text = new StringBuilder($$"""
            // Made from object-classes.txt; run APPROVE=1 dotnet test to make it again.
            using System;

            namespace TypedPolicy;

            /// <summary>{{Escape(@class.Summary)}}: the object class <c>{{@class.Name}}</c>.</summary>
            [ObjectClass("{{@class.Name}}")]
            [Flags]
            public enum {{ObjectClassNames.OfClass(@class)}} : uint
            {

            """);

        for (var i = 0; i < @class.Permissions.Count; i++)
        {
            var (name, meaning) = @class.Permissions[i];
            var says = meaning is null ? "" : $": {Escape(meaning)}.";
            WriteMember(text, $"<c>{name}</c>{says}", ObjectClassNames.OfPermission(name), $"1u << {i}");
        }

        foreach (var set in @class.Sets)
        {
            var note = set.Note is null ? "" : $" ({Escape(set.Note)})";
            WriteMember(
                text,
                $"The permission set <c>{set.Name}</c>{note}: {string.Join(", ", set.Permissions)}.",
                ObjectClassNames.OfSet(@class, set),
                string.Join(" | ", set.Permissions.Select(ObjectClassNames.OfPermission)));
        }

        WriteMember(text, "Every permission of the class that this library knows.", "All", $"0x{uint.MaxValue >> (32 - @class.Permissions.Count):X}");

        // No blank line after the last member.
        text.Length--;
        return text.Append("}\n").ToString();
    }

    private static void WriteMember(StringBuilder text, string summary, string name, string value) =>
        text.Append($"    /// <summary>{summary}</summary>\n    {name} = {value},\n\n");

    private static string Escape(string text) => SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal);
}
