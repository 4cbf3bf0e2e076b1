using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Names for optional blocks: by the module that they need, else by the calls in them, else by what they speak of.</summary>
internal static class BlockNames
{
    /// <summary>The names to choose from, the shortest first.</summary>
    /// <param name="statements">What is in the block.</param>
    /// <param name="names">The C# names.</param>
    /// <param name="mayFail">Whether a call may be what the block is optional for.</param>
    public static IReadOnlyList<string> OfOptional(IEnumerable<Statement> statements, NameBook names, Func<MacroCall, bool> mayFail)
    {
        var all = Flat(statements).ToList();
        var calls = all.OfType<MacroCall>().Select(c => NameOf.Pascal(c.Name)).Distinct().ToList();
        var words = calls.Count > 0
            ? [NameOf.Pascal((all.OfType<MacroCall>().FirstOrDefault(mayFail) ?? all.OfType<MacroCall>().First()).Name.Split('_')[0]), .. calls]
            : all.SelectMany(Names).Where(n => !names.IsOwn(n) && !names.IsCarrier(n) && n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')).Select(n => Identifiers.Of(NameOf.Stem(n, EntityKind.Type))).Distinct().ToList();
        return words switch
        {
            [] => ["WhereDeclared"],
            [var only] => ["With" + only, .. all.OfType<AccessRule>().SelectMany(r => r.Classes.Names).Distinct().Select(c => $"With{only}{NameOf.Pascal(c)}")],
            [var first, var second, ..] => calls.Count > 0
                ? ["With" + first, .. words.Skip(1).Select(w => "With" + w), .. words.Skip(2).Select(w => $"With{second}And{w}")]
                : ["With" + first, .. words.Skip(1).Select(w => "With" + w), .. words.Skip(1).Select(w => $"With{first}And{w}")],
        };
    }

    private static IEnumerable<Statement> Flat(IEnumerable<Statement> statements) => statements.SelectMany(s => s switch
    {
        OptionalBlock optional => Flat(optional.Statements),
        Conditional conditional => Flat(conditional.Then.Concat(conditional.Otherwise)),
        _ => [s],
    });

    private static IEnumerable<string> Names(Statement statement) => statement switch
    {
        AccessRule rule => rule.Targets.Names.Concat(rule.Sources.Names).Where(n => n != "self"),
        TypeRule rule => rule.Targets.Names.Concat(rule.Sources.Names).Append(rule.Result).Where(n => n != "self"),
        TypeAttributeStatement rule => rule.Attributes,
        _ => [],
    };
}
