using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Brings each statement of a module to the class that carries it.</summary>
internal sealed class StatementPlacer(
    HeaderTree headers, NameBook names, AttributeOwners owners, Declarer declarer, StatementRenderer words, CallRenderer calls, BlockNeeds needs, Func<MacroCall, bool> isDone, List<ConversionNote> notes)
{
    /// <summary>How many blocks the conditions of a module may become: one in another multiplies.</summary>
    public const int MaxBlocks = 10_000;

    /// <summary>How the note of a statement that was not converted begins.</summary>
    public const string NotConverted = "Not converted: ";

    private const int MaxQuoteLength = 400;
    private int _blocks;

    /// <summary>Whether what is placed is the module itself, and not one of its interfaces or templates.</summary>
    private bool _isModule;

    /// <summary>Places all statements of a module.</summary>
    public void Place(CommentedStatements source)
    {
        _isModule = true;
        needs.Always(source);
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
            case RoleDeclaration role when owners.OwnOf(EntityKind.Role, role.Name) is null:
                Remark(comments, source.TextOf(role), block, group);
                break;
            case TypeDeclaration type when block is not null && !type.Attributes.IsEmpty && declarer.IsInBlock(type):
                Put(words.Render(new TypeAttributeStatement(type.Name, type.Attributes)), type, source, comments, block, group);
                break;
            case ModuleHeader or RequireBlock or TypeDeclaration or AttributeDeclaration or AttributeRoleDeclaration or BooleanDeclaration or RoleDeclaration:
                break; // declared before
            case UserDeclaration user when owners.OwnOf(EntityKind.User, user.Name) is not null:
                break;
            case TypeAliasStatement alias when owners.OwnOf(alias.Name) is { } own:
                own.AddComments(comments, group);
                foreach (var other in alias.Aliases)
                {
                    declarer.Alias(alias.Name, other);
                }

                break;
            case TypeAliasStatement alias when block is not null:
                // A class always has all of its names, so an alias that may not hold is written in CIL.
                Put(words.AliasInBlock(alias), alias, source, comments, block, group);
                break;
            case OptionalBlock optional:
                Optional(optional, source, comments, block, group);
                break;
            case Conditional conditional:
                Conditional(conditional, source, comments, block, group);
                break;
            case TypeAttributeStatement membership when block is null && owners.OwnOf(membership.Type) is { } own && !own.Keywords.Contains("interface", StringComparison.Ordinal):
                own.AddComments(comments, group);
                own.Bases.AddRange(membership.Attributes.Where(a => !declarer.IsImplied(membership.Type, a)).Select(names.Attribute));
                break;
            case MacroCall call:
                Call(call, source, comments, block, group);
                break;
            default:
                Put(words.Render(statement), statement, source, comments, block, group);
                break;
        }
    }

    private void Optional(OptionalBlock optional, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        Inside(new BlockTree(BlockNames.OfOptional(optional.Statements, names, call => _isModule && needs.Of(call, source).Count > 0), BlockTree.Optional), optional.Statements, optional.Start, optional.Start + optional.Length, source, comments, block);
        if (!optional.Otherwise.IsEmpty)
        {
            MarkUnconverted("CIL has no 'else' for an optional block, and libsepol drops it", optional.Otherwise[0], source, [], block);
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
                MarkUnconverted("this condition has too many booleans", conditional, source, comments, block);
                continue;
            }

            foreach (var one in cases)
            {
                if (++_blocks > MaxBlocks)
                {
                    if (_blocks == MaxBlocks + 1)
                    {
                        MarkUnconverted(FormattableString.Invariant($"the conditions of this module become more than {MaxBlocks:N0} blocks; neither this one nor those after it is converted"), conditional, source, comments, block);
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
        var (summary, others) = SummaryText.Of(comments);
        made.Summary.AddRange(summary);
        made.Heads.AddRange(comments is AuthorComments author ? [.. author.Condition is { } condition ? [condition] : Array.Empty<string>(), .. others, .. author.Behind is { } behind ? [behind] : Array.Empty<string>()] : others);
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
            made.Place(owners, names);
        }
    }

    private void Call(MacroCall call, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        if (calls.Surplus(call).ToList() is { Count: > 0 } surplus)
        {
            notes.Add(new ConversionNote(source.PlaceOf(call), $"{call.Name} does nothing with {string.Join(", ", surplus.Select(ModuleInterface.Shown))}, which is left out."));
        }

        if (isDone(call) || (block is null && IsImplied(call)))
        {
            Remark(comments, string.Join(" ", call.Arguments.SelectMany(a => new[] { a.Text, a.Text.Trim() + "_t" })), block, group);
            return;
        }

        if (calls.Render(call) is { } rendered)
        {
            if (calls.Find(call.Name)?.Deprecation is { } deprecation)
            {
                notes.Add(new ConversionNote(source.PlaceOf(call), deprecation.Contains(call.Name, StringComparison.Ordinal) ? deprecation : $"{call.Name} is deprecated: {deprecation}") { IsDeprecation = true });
            }

            Put(_isModule ? OnMain(rendered, call) : rendered, call, source, comments, block, group);
            return;
        }

        if (CallExpansion.Of(headers, call, source.PlaceOf(call), out var problem) is not { } expansion)
        {
            MarkUnconverted(
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

    /// <summary>The attributes of a call, on a class of the module where it speaks of none: C# lets rules stand on the class that they are about.</summary>
    private RenderResult OnMain(RenderResult rendered, MacroCall call) =>
        rendered with { Attributes = [.. rendered.Attributes.Select(s => s.Subject is null ? s with { Subject = owners.Main(call), Kind = EntityKind.Type } : s)] };

    /// <summary>Whether the kind of the class implies what a call does.</summary>
    private bool IsImplied(MacroCall call) =>
        call.Arguments.Take(calls.Find(call.Name)?.Parameters.Length ?? 0).ToList() is [var only]
        && owners.OwnOf(only.Text.Trim()) is not null
        && calls.Find(call.Name)?.IsMembershipOnly == true
        && CallExpansion.Of(headers, call, null, out _) is { } expansion
        && expansion.Statements.All(s => s is RequireBlock || (s is TypeAttributeStatement m && m.Attributes.All(a => declarer.IsImplied(m.Type, a))));

    private void Put(RenderResult rendered, Statement statement, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block, int group)
    {
        if (rendered.Problem is { } problem)
        {
            MarkUnconverted(problem, statement, source, comments, block);
            return;
        }

        var above = comments;
        var isNew = block is not null || rendered.Attributes.Count == 0;
        foreach (var attribute in rendered.Attributes)
        {
            if (block is null)
            {
                isNew |= owners.Of(attribute).Add(attribute.Attribute, above, group);
            }
            else
            {
                block.Add(attribute, above, group, _isModule ? needs.Of(statement, source) : []);
            }

            above = [];
        }

        // What a call comes to repeats itself; what the module says twice its maintainer should know.
        if (!isNew && source.CalledAt is null)
        {
            notes.Add(new ConversionNote(source.PlaceOf(statement), "Repeats another rule, and is left out."));
        }
    }

    /// <summary>Keeps comments about what needs no attribute: on the class of the module that a text speaks of first.</summary>
    private void Remark(IReadOnlyList<string> comments, string about, BlockTree? block, int group)
    {
        if (block is not null)
        {
            block.AddComments(comments, group);
        }
        else if (owners.Named(about) is { } own)
        {
            // What is above the call of a template is above the type that it declares too.
            if (comments.All(own.Summary.Contains) && own.Summary.Count > 0)
            {
                return;
            }

            own.AddComments(comments, group);
        }
        else
        {
            owners.Remarks.AddRange(comments);
        }
    }

    /// <summary>Marks what C# cannot express, in place.</summary>
    private void MarkUnconverted(string why, Statement statement, CommentedStatements source, IReadOnlyList<string> comments, BlockTree? block)
    {
        var place = source.PlaceOf(statement);
        notes.Add(new ConversionNote(place, $"{NotConverted}{why}.", IsLoss: true));
        var quote = ModuleInterface.Shown(source.TextOf(statement));
        quote = quote.Length <= MaxQuoteLength ? quote : quote[..MaxQuoteLength] + " …";
        Remark(
            [.. comments, $"NOT CONVERTED{(place is null ? "" : $" ({place.File}:{place.Line})")}: {why}", .. quote.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            quote,
            block,
            0);
    }
}
