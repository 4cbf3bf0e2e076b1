using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Tool.Installing;

/// <summary>The modules to install: files that are named, or what <c>dotnet build</c> left, in its form for the system.</summary>
/// <param name="Sources">The modules, those that others need first; each is named as its file.</param>
/// <param name="ProjectFolder">The folder of the project, for the places in its C#; null for files that are named.</param>
/// <param name="Notes">What a person must know.</param>
internal sealed record ChosenModules(IReadOnlyList<PolicySource> Sources, string? ProjectFolder, IReadOnlyList<string> Notes)
{
    /// <summary>The files.</summary>
    public IReadOnlyList<string> Files => [.. Sources.Select(s => s.Name)];

    /// <summary>The name of a module.</summary>
    public static string NameOf(PolicySource source) => PolicyBase.ModuleName(source.Name);
}
