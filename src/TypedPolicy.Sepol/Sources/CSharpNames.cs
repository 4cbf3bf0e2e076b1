using System.Text;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>The C# names of the types and attributes that modules made from C# declare: each is in the comment above its declaration.</summary>
public static class CSharpNames
{
    private const string Maker = "made by TypedPolicy from C#";
    private const int MaxLength = 1000;

    private static readonly string[] Declarations = ["(type ", "(typeattribute "];

    /// <summary>The C# names by the SELinux names, without the namespace that all of a module share.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<PolicySource> modules)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var module in modules.Where(m => m.Kind == PolicySourceKind.Cil))
        {
            var (declared, heads) = Read(Encoding.UTF8.GetString(module.Content.Span));
            var shared = SharedNamespace(heads);
            foreach (var (name, csharp) in declared)
            {
                names.TryAdd(name, csharp[shared..]);
            }
        }

        return names;
    }

    // A section begins after an empty line, with its kind and C# name, then its summary and line marks, then its declaration.
    private static (List<(string Name, string CSharp)> Declared, HashSet<string> Heads) Read(string cil)
    {
        var (declared, heads) = (new List<(string, string)>(), new HashSet<string>(StringComparer.Ordinal));
        using var lines = new StringReader(cil);
        if (lines.ReadLine()?.Contains(Maker, StringComparison.Ordinal) != true)
        {
            return (declared, heads);
        }

        var isHead = false;
        string? csharp = null;
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                (isHead, csharp) = (true, null);
            }
            else if (line[0] != ';')
            {
                if (csharp is not null && NameIn(line) is { } name)
                {
                    declared.Add((name, csharp));
                }

                (isHead, csharp) = (false, null);
            }
            else if (isHead && !line.StartsWith(";;*", StringComparison.Ordinal))
            {
                isHead = false;
                csharp = line[(line.LastIndexOf(' ') + 1)..];
                if (IsName(csharp))
                {
                    heads.Add(csharp);
                }
                else
                {
                    csharp = null;
                }
            }
        }

        return (declared, heads);
    }

    private static string? NameIn(string line) =>
        Array.Find(Declarations, d => line.StartsWith(d, StringComparison.Ordinal)) is { } keyword && line.EndsWith(')') ? line[keyword.Length..^1] : null;

    private static bool IsName(string text) =>
        text.Length <= MaxLength && text.Split('.').All(p => p.Length > 0 && !char.IsDigit(p[0]) && p.All(c => char.IsLetterOrDigit(c) || c == '_'));

    /// <summary>The length of the namespace, with its dot, that all names are in. A name that is declared is a class, and no namespace.</summary>
    private static int SharedNamespace(HashSet<string> names)
    {
        if (names.Count == 0)
        {
            return 0;
        }

        var first = names.First();
        var length = first.LastIndexOf('.') + 1;
        while (length > 0 && (names.Contains(first[..(length - 1)]) || names.Any(n => string.CompareOrdinal(n, 0, first, 0, length) != 0)))
        {
            length = length > 1 ? first.LastIndexOf('.', length - 2) + 1 : 0;
        }

        return length;
    }
}
