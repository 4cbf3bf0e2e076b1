using System.Collections.Immutable;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>
/// A module as its author wrote it: support macros (<c>optional_policy</c>, <c>gen_require</c>) are written out, while calls of
/// interfaces and patterns and the names of permission sets stay.
/// </summary>
/// <param name="Name">The module's name.</param>
/// <param name="Version">Its version; empty where it has none.</param>
/// <param name="Rules">The statements of its <c>.te</c> file.</param>
/// <param name="Interfaces">The interfaces and templates of its <c>.if</c> file.</param>
/// <param name="Labels">The lines of its <c>.fc</c> file.</param>
/// <param name="LabelComments">The comments of its <c>.fc</c> file that are about no line: at the top, with a blank line below, and behind the last line.</param>
/// <param name="LeftOut">What the settings of the policy leave out, such as the part for another distribution.</param>
/// <param name="Problems">What cannot be read.</param>
public sealed record ModuleSource(
    string Name,
    string Version,
    CommentedStatements Rules,
    ImmutableArray<ModuleInterface> Interfaces,
    ImmutableArray<FileContextLine> Labels,
    ImmutableArray<string> LabelComments,
    ImmutableArray<LeftOutText> LeftOut,
    ImmutableArray<SourceProblem> Problems);

/// <summary>An interface or a template of a module.</summary>
/// <param name="Header">Its name, comments and parameters.</param>
/// <param name="Body">Its statements, with holes for its arguments; calls of interfaces stay.</param>
public sealed record ModuleInterface(HeaderInterface Header, CommentedStatements Body)
{
    /// <summary>The number of the argument that a name in <see cref="Body"/> stands for; 0 where it stands for itself.</summary>
    public static int ArgumentOf(string name) => Hole.Of(name);

    /// <summary>The word that stands for an argument in <see cref="Body"/>.</summary>
    public string HoleOf(InterfaceParameter parameter) => Hole.Of(parameter.Number);

    /// <summary>A text of <see cref="Body"/> as its author wrote it, with <c>$1</c> and its like for the arguments.</summary>
    public static string Shown(string text) => Hole.AllIn(text).Distinct().Aggregate(text, (shown, number) => shown.Replace(Hole.Of(number), "$" + M4.M4Engine.Decimal(number)));

    /// <summary>Whether an argument is a part of a name or a text.</summary>
    public static bool HoldsArgument(string text) => text.Contains(Hole.Start);
}

/// <summary>A line of a <c>.fc</c> file.</summary>
/// <param name="Path">The path, a regular expression.</param>
/// <param name="Kind">The kind of files that it is for.</param>
/// <param name="Context">The label; nothing for <c>&lt;&lt;none&gt;&gt;</c>.</param>
/// <param name="Comments">The comments above it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Group">A number that lines without a blank line between them share.</param>
public sealed record FileContextLine(string Path, FileKind Kind, string? Context, ImmutableArray<string> Comments, SourcePlace? Place, int Group);

/// <summary>Text of a module that its policy's settings leave out.</summary>
/// <param name="Condition">What it is for: <c>ifdef distro_redhat</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Place">Where it stands.</param>
public sealed record LeftOutText(string Condition, string Text, SourcePlace? Place);
