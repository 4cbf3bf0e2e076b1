using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Placing;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Brings each statement of a module to the class that carries it.</summary>
internal sealed class StatementPlacer(
    HeaderTree headers, NameBook names, Carriers carriers, Declarer declarer, StatementWords words, CallWords calls, Func<MacroCall, bool> isDone, List<ConversionNote> notes)
{
    /// <summary>How many blocks the conditions of a module may become: one in another multiplies.</summary>
    public const int MaxBlocks = 10_000;

    private const int MaxQuoteLength = 400;
    private int _blocks;

    /// <summary>Whether what is placed is the module itself, and not one of its interfaces or templates.</summary>
    private bool _isModule;

    /// <summary>Places all statements of a module.</summary>
    public void Place(CommentedStatements source)
    {
        _isModule = true;
        foreach (var (statement, comments, group) in source.WithComments())
        {
            Place(statement, source, comments, block: null, group);
        }
    }

    /// <summary>Places statements in a block.</summary>
    public void Place(CommentedStatements source, BlockTree block)
    {
        foreach (var (statement, comments, group) in source.WithComments())
        {
            Place(statement, source, comments, block, group);
        }
    }

    private void Place(Statement statement, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        switch (statement)
        {
            case RoleDeclaration role when carriers.OwnOf(EntityKind.Role, role.Name) is null:
                Remark(comments, source.TextOf(role), block, group);
                break;
            case TypeDeclaration type when block is not null && !type.Attributes.IsEmpty && declarer.IsInBlock(type):
                Put(words.Say(new TypeAttributeStatement(type.Name, type.Attributes)), type, source, comments, block, group);
                break;
            case ModuleHeader or RequireBlock or TypeDeclaration or AttributeDeclaration or AttributeRoleDeclaration or BooleanDeclaration or RoleDeclaration:
                break; // declared before
            case UserDeclaration user when carriers.OwnOf(EntityKind.User, user.Name) is not null:
                break;
            case TypeAliasStatement alias when carriers.OwnOf(alias.Name) is { } own:
                own.AddComments(comments, group);
                foreach (var other in alias.Aliases)
                {
                    declarer.Alias(alias.Name, other);
                }

                break;
            case TypeAliasStatement alias when block is not null:
                // A class always has all of its names, so a name that may not hold is said in CIL.
                Put(words.AliasInBlock(alias), alias, source, comments, block, group);
                break;
            case OptionalBlock optional:
                Optional(optional, source, comments, block, group);
                break;
            case Conditional conditional:
                Conditional(conditional, source, comments, block, group);
                break;
            case TypeAttributeStatement membership when block is null && carriers.OwnOf(membership.Type) is { } own && !own.Keywords.Contains("interface", StringComparison.Ordinal):
                own.AddComments(comments, group);
                own.Bases.AddRange(membership.Attributes.Where(a => !declarer.IsSaid(membership.Type, a)).Select(names.Attribute));
                break;
            case MacroCall call:
                Call(call, source, comments, block, group);
                break;
            default:
                Put(words.Say(statement), statement, source, comments, block, group);
                break;
        }
    }

    private void Optional(OptionalBlock optional, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        Inside(new BlockTree(BlockNames.OfOptional(optional.Statements, names), "Optional"), optional.Statements, optional.Start, optional.Start + optional.Length, source, comments, block);
        if (!optional.Otherwise.IsEmpty)
        {
            Unsaid("CIL has no 'else' of an optional block, and libsepol leaves it out", optional.Otherwise[0], source, [], block);
        }
    }

    private void Conditional(Conditional conditional, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        // What is between the branches belongs to the second.
        var (start, end) = (conditional.Start, conditional.Start + conditional.Length);
        var between = conditional.Then.IsEmpty ? start : conditional.Then[^1].Start + conditional.Then[^1].Length;
        var until = conditional.Otherwise.IsEmpty ? end : between;
        foreach (var (value, statements, from, to) in new[] { (true, conditional.Then, start, until), (false, conditional.Otherwise, source.EndOfLine(between), end) })
        {
            if (statements.IsEmpty)
            {
                continue;
            }

            if (Conditions.Cases(conditional.Condition, value) is not { } cases)
            {
                Unsaid("a condition of this many booleans", conditional, source, comments, block);
                continue;
            }

            foreach (var one in cases)
            {
                if (++_blocks > MaxBlocks)
                {
                    if (_blocks == MaxBlocks + 1)
                    {
                        Unsaid(FormattableString.Invariant($"the conditions of this module become more than {MaxBlocks:N0} blocks; neither this one nor those after it is converted"), conditional, source, comments, block);
                    }

                    return;
                }

                Inside(new BlockTree([Conditions.Name(one)], Conditions.Attributes(one, names)), statements, from, to, source, comments, block);
                comments = [];
            }
        }
    }

    private void Inside(BlockTree made, IReadOnlyList<Statement> statements, int from, int to, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block)
    {
        made.Summary.AddRange(comments);
        foreach (var (statement, own, group) in source.WithComments(statements, from))
        {
            Place(statement, source, own, made, group);
        }

        made.AddComments(source.CommentsAtEnd(statements, from, to));

        if (block is not null)
        {
            block.Nested.Add(made);
        }
        else if (made.OnlyComments is { } only)
        {
            Remark(only, string.Join(" ", only), block, 0);
        }
        else
        {
            made.Place(carriers, names);
        }
    }

    private void Call(MacroCall call, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        if (isDone(call) || (block is null && IsSaid(call)))
        {
            Remark(comments, string.Join(" ", call.Arguments.SelectMany(a => new[] { a.Text, a.Text.Trim() + "_t" })), block, group);
            return;
        }

        if (calls.Say(call) is { } said)
        {
            if (calls.Find(call.Name)?.Deprecation is { } deprecation)
            {
                notes.Add(new ConversionNote(source.PlaceOf(call), deprecation.Contains(call.Name, StringComparison.Ordinal) ? deprecation : $"{call.Name} is deprecated: {deprecation}") { IsDeprecation = true });
            }

            Put(_isModule ? OnMain(said, call) : said, call, source, comments, block, group);
            return;
        }

        if (CallExpansion.Of(headers, call, source.PlaceOf(call), out var problem) is not { } expansion)
        {
            Unsaid(
                problem is null
                    ? $"the headers have no interface {call.Name}"
                    : $"{call.Name} does not compile with these arguments: {problem.Message}{(problem.Place is { } place ? $" ({place})" : "")}",
                call,
                source,
                comments,
                block);
            return;
        }

        // C# has no attribute for this call: what it does is written out.
        IReadOnlyList<string> text = [.. comments, ModuleInterface.Shown($"{call.Name}({string.Join(", ", call.Arguments.Select(a => a.Text))}):")];
        var rest = expansion.Statements.Where(s => s is not RequireBlock && !declarer.Declare(s, [], group)).ToList();
        if (rest.SelectMany(declarer.DeclareNested).OfType<TypeDeclaration>().Select(t => t.Name).ToList() is { Count: > 0 } nested)
        {
            notes.Add(new ConversionNote(source.PlaceOf(call), $"{call.Name} declares {string.Join(", ", nested)} inside a block, and C# outside of it: a class always exists."));
        }

        declarer.Finish();
        foreach (var statement in rest)
        {
            Place(statement, expansion, text, block, group);
            text = [];
        }
    }

    /// <summary>What a call says, on a class of the module where it speaks of none: C# lets rules stand on the class that they are about.</summary>
    private Said OnMain(Said said, MacroCall call) =>
        said with { Sayings = [.. said.Sayings.Select(s => s.Subject is null ? s with { Subject = carriers.Main(call), Kind = EntityKind.Type } : s)] };

    /// <summary>Whether the kind of the class says already what a call does.</summary>
    private bool IsSaid(MacroCall call) =>
        call.Arguments is [var only]
        && carriers.OwnOf(only.Text.Trim()) is not null
        && calls.Find(call.Name)?.IsMembershipOnly == true
        && CallExpansion.Of(headers, call, null, out _) is { } expansion
        && expansion.Statements.All(s => s is RequireBlock || (s is TypeAttributeStatement m && m.Attributes.All(a => declarer.IsSaid(m.Type, a))));

    private void Put(Said said, Statement statement, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        if (said.Problem is { } problem)
        {
            Unsaid(problem, statement, source, comments, block);
            return;
        }

        var above = comments;
        foreach (var saying in said.Sayings)
        {
            if (block is null)
            {
                carriers.Of(saying).Add(saying.Attribute, above, group);
            }
            else
            {
                block.Add(saying, above, group);
            }

            above = [];
        }
    }

    /// <summary>Keeps comments about what needs no attribute: on the class of the module that a text speaks of first.</summary>
    private void Remark(IReadOnlyList<string> comments, string about, BlockTree? block, int group)
    {
        if (block is not null)
        {
            block.AddComments(comments, group);
        }
        else if (carriers.Named(about) is { } own)
        {
            own.AddComments(comments, group);
        }
        else
        {
            carriers.Remarks.AddRange(comments);
        }
    }

    /// <summary>Marks what C# cannot say, in place.</summary>
    private void Unsaid(string why, Statement statement, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block)
    {
        var place = source.PlaceOf(statement);
        notes.Add(new ConversionNote(place, $"Not converted: {why}.", IsLoss: true));
        var quote = ModuleInterface.Shown(source.TextOf(statement));
        quote = quote.Length <= MaxQuoteLength ? quote : quote[..MaxQuoteLength] + " …";
        Remark(
            [.. comments, $"NOT CONVERTED{(place is null ? "" : $" ({place.File}:{place.Line})")}: {why}", .. quote.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            quote,
            block,
            0);
    }
}
