using System.CommandLine;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Tool.Installing;

/// <summary>The modules that a command line removes from a system.</summary>
internal static class ModulesToRemove
{
    /// <summary>Their names, those that need others first.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options that choose a build.</param>
    /// <param name="words">Names of modules, or files and folders of them; the project's build where there are none.</param>
    /// <param name="host">The system.</param>
    /// <exception cref="SepolException">A word is neither.</exception>
    public static IReadOnlyList<string> Read(ParseResult parsed, ModuleOptions options, IReadOnlyList<string> words, PolicyHost host) => words.Count == 0
        ? [.. options.Read(parsed, [], host).Sources.Reverse().Select(ChosenModules.NameOf)]
        : [.. words.SelectMany(word => IsName(word) ? [word] : PolicyBase.From([word]).Files.Select(f => PolicyBase.ModuleName(f.Name))).Distinct(StringComparer.Ordinal)];

    // As libsemanage has it (semanage_module_info_validate_name).
    private static bool IsName(string word) => char.IsAsciiLetter(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && !File.Exists(word) && !Directory.Exists(word);
}
