using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Comments;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>An interface or a template of the headers.</summary>
public sealed class HeaderInterface
{
    private readonly SourceMap _map;
    private readonly int _position;
    private readonly SourceFile? _file;
    private readonly (int Start, int End) _comments;
    private Documentation? _documentation;
    private InterfaceSignature? _signature;

    internal HeaderInterface(
        string name, bool isTemplate, string module, string layer, M4Macro macro, SourceMap map, int position, SourceFile file, int documentationStart, int documentationEnd)
    {
        (Name, IsTemplate, Module, Layer, Macro, _map, _position, _file) = (name, isTemplate, module, layer, macro, map, position, file);
        _comments = (documentationStart, documentationEnd);
    }

    /// <summary>Makes a pattern of the support files.</summary>
    internal HeaderInterface(string name, M4Macro macro, SourceMap map, int position, Documentation documentation)
    {
        (Name, Module, Layer, Macro, _map, _position, _documentation) = (name, "", "", macro, map, position, documentation);
        IsPattern = true;
    }

    /// <summary>Its name: <c>netutils_domtrans_ping</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it may declare types: <c>template</c>, not <c>interface</c>.</summary>
    public bool IsTemplate { get; }

    /// <summary>Whether it is a macro of the support files, such as <c>manage_files_pattern</c>: neither interface nor template.</summary>
    public bool IsPattern { get; }

    /// <summary>The module that it belongs to: <c>netutils</c>; empty for a pattern.</summary>
    public string Module { get; }

    /// <summary>The layer of the module: <c>admin</c>; empty for a pattern.</summary>
    public string Layer { get; }

    /// <summary>Where it is declared.</summary>
    public SourcePlace? Place => _map.PlaceOf(_position);

    /// <summary>What its comments say.</summary>
    public Documentation Documentation =>
        _documentation ??= _comments.Start < 0 || _file is null ? Documentation.None : DocumentationReader.Read(_file.Text, _comments.Start, _comments.End);

    /// <summary>What it is called with and what calling it means.</summary>
    public InterfaceSignature Signature => SignatureBy(Tree!.Expander);

    /// <summary>The message of its <c>refpolicywarn</c>, where it has one: it is deprecated.</summary>
    public string? Deprecation => DeprecationReader.Read(this);

    /// <summary>Why a call does not compile in this policy: what is wrong first, and where. Null if it compiles.</summary>
    public string? Mistake =>
        Signature.Compiles ? null
        : Expand().Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Error) is { } problem ? problem.Message + (problem.Place is { } place ? $" ({place})" : "")
        : "it cannot be read";

    /// <summary>The text between the quotes of its declaration.</summary>
    public string Body => Macro.Body!.Text;

    /// <summary>Whether it looks at all of its arguments, however many there are (<c>$*</c>, <c>$@</c>, <c>$#</c>).</summary>
    public bool TakesAnyArguments => Macro.Parts.Any(p => p.Kind is MacroPartKind.All or MacroPartKind.AllQuoted or MacroPartKind.Count);

    internal M4Macro Macro { get; }

    /// <summary>The file that it is declared in; only a pattern has none.</summary>
    internal SourceFile Source => _file!;

    internal HeaderTree? Tree { get; set; }

    private CalledMacro Called => new(Name, Macro, _position);

    /// <summary>What a call does, with holes for its arguments.</summary>
    /// <param name="arguments">How many arguments are given; the others are empty, and so are those that C# has no place for.</param>
    public ExpandedInterface Expand(int arguments) => Tree!.Expander.Expand(Called, arguments, Signature.NeverGiven) with { Parameters = Signature.Parameters };

    /// <summary>What a call with all arguments does, with holes for them.</summary>
    public ExpandedInterface Expand() => Expand(Signature.Parameters.Length);

    /// <summary>The signature, worked out by an expander of the caller's own where nobody asked for it before.</summary>
    internal InterfaceSignature SignatureBy(InterfaceExpander expander) => _signature ??= InterfaceSignature.Of(Called, Documentation.Parameters, expander);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
