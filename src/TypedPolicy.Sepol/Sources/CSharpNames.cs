using System.Text;
using TypedPolicy.Model.Cil;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>The C# names of the types and attributes that modules made from C# declare: each is in the comment above its declaration.</summary>
public static class CSharpNames
{
    private const string Maker = "made by TypedPolicy from C#";
    private const int MaxLength = 1000;

    private static readonly string[] Keywords = ["(type ", "(typeattribute ", "(boolean ", "(tunable "];

    /// <summary>The C# names by the SELinux names, without the namespace that all of a module share.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<PolicySource> modules) =>
        Declarations(modules).Where(d => d.Value.IsType).ToDictionary(d => d.Key, d => d.Value.CSharp, StringComparer.Ordinal);

    /// <summary>The C# name, documentation and place of each type, attribute, boolean and tunable, by its SELinux name.</summary>
    internal static IReadOnlyDictionary<string, CSharpDeclaration> Declarations(IEnumerable<PolicySource> modules)
    {
        var names = new Dictionary<string, CSharpDeclaration>(StringComparer.Ordinal);
        foreach (var module in modules.Where(m => m.Kind == PolicySourceKind.Cil))
        {
            var (declared, heads) = Read(Encoding.UTF8.GetString(module.Content.Span));
            var shared = SharedNamespace(heads);
            foreach (var declaration in declared)
            {
                names.TryAdd(declaration.Name, declaration with { CSharp = declaration.CSharp[shared..] });
            }
        }

        return names;
    }

    // A section begins after an empty line, with its kind and C# name, then its summary and line marks, then its declaration.
    private static (List<CSharpDeclaration> Declared, HashSet<string> Heads) Read(string cil)
    {
        var (declared, heads) = (new List<CSharpDeclaration>(), new HashSet<string>(StringComparer.Ordinal));
        using var lines = new StringReader(cil);
        if (lines.ReadLine()?.Contains(Maker, StringComparison.Ordinal) != true)
        {
            return (declared, heads);
        }

        var isHead = false;
        string? csharp = null;
        var summary = "";
        SourceMark? mark = null;
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                (isHead, csharp, summary, mark) = (true, null, "", null);
            }
            else if (line[0] != ';')
            {
                if (csharp is not null && Array.Find(Keywords, d => line.StartsWith(d, StringComparison.Ordinal)) is { } keyword && line.EndsWith(')'))
                {
                    declared.Add(new(line[keyword.Length..^1].Split(' ')[0], csharp, summary, mark, keyword.StartsWith("(type", StringComparison.Ordinal)));
                }

                (isHead, csharp) = (false, null);
            }
            else if (line.StartsWith(CilLineMark.Start, StringComparison.Ordinal))
            {
                mark = CilText.MarkIn(line) ?? mark;
            }
            else if (!isHead)
            {
                summary = summary.Length == 0 ? line[1..].Trim() : summary;
            }
            else
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
