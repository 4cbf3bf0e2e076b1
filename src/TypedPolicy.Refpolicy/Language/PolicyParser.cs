using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>
/// Reads the kernel policy language (checkpolicy 3.4, policy_parse.y) as modules use it. A mistake is reported at its place and reading
/// goes on with the next statement. Time is linear in the text; blocks nest at most <see cref="MaxDepth"/> deep.
/// </summary>
public sealed partial class PolicyParser
{
    /// <summary>The deepest nesting of blocks and sets that is read.</summary>
    public const int MaxDepth = 64;

    private readonly MappedText _source;
    private readonly ProblemList _problems;
    private readonly NameTable _names;
    private readonly Tokenizer _tokens;
    private readonly List<Comment>? _comments;
    private readonly bool _hasParameters;
    private int _depth;
    private bool _failed;

    private PolicyParser(MappedText source, int start, int end, ProblemList problems, NameTable names, List<Comment>? comments, int depth, bool hasParameters = false)
    {
        (_source, _problems, _names, _comments, _depth, _hasParameters) = (source, problems, names, comments, depth, hasParameters);
        _tokens = new Tokenizer(source.Text, start, end, comments, hasParameters);
        _tokens.Next();
    }

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text: expanded, or a source with its macro calls.</param>
    /// <param name="problems">Where mistakes are put.</param>
    public static ImmutableArray<Statement> Parse(MappedText source, ProblemList problems) => Parse(source, problems, new NameTable());

    internal static ImmutableArray<Statement> Parse(MappedText source, ProblemList problems, NameTable names) =>
        new PolicyParser(source, 0, source.Length, problems, names, comments: null, depth: 0).ParseAll();

    /// <summary>Reads a source whose macros nobody expanded.</summary>
    internal static ImmutableArray<Statement> ParseSource(MappedText source, ProblemList problems, List<Comment> comments) =>
        new PolicyParser(source, 0, source.Length, problems, new NameTable(), comments, depth: 0, hasParameters: true).ParseAll();

    /// <summary>Reads a text that m4 is done with, and its comments: what a <c>$1</c> outside of a macro leaves there is no name.</summary>
    internal static ImmutableArray<Statement> ParseExpanded(MappedText source, ProblemList problems, List<Comment> comments) =>
        new PolicyParser(source, 0, source.Length, problems, new NameTable(), comments, depth: 0).ParseAll();

    private ImmutableArray<Statement> ParseAll()
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            ParseStatements(statements);
            if (_tokens.Current.Kind == TokenKind.End)
            {
                return statements.ToImmutable();
            }

            Error("a brace closes nothing");
            _failed = false;
            _tokens.Next();
        }
    }

    /// <summary>Reads statements up to a closing brace or the end.</summary>
    private void ParseStatements(ImmutableArray<Statement>.Builder into)
    {
        while (_tokens.Current.Kind != TokenKind.End && !_tokens.Is('}'))
        {
            if (_tokens.Is(';'))
            {
                _tokens.Next();
                continue;
            }

            var start = _tokens.Current.Start;
            var statement = ParseStatement();
            if (_failed)
            {
                _failed = false;
                Recover(start);
            }
            else if (statement is not null)
            {
                (statement.Start, statement.Length) = (start, _tokens.PreviousEnd - start);
                into.Add(statement);
            }
        }
    }

    private ImmutableArray<Statement> ParseBlock()
    {
        if (!Expect('{'))
        {
            return [];
        }

        if (_depth >= MaxDepth)
        {
            return Fail($"blocks are nested more than {MaxDepth} deep", ImmutableArray<Statement>.Empty);
        }

        _depth++;
        var statements = ImmutableArray.CreateBuilder<Statement>();
        ParseStatements(statements);
        _depth--;
        Expect('}');
        return statements.ToImmutable();
    }

    private Statement? ParseStatement()
    {
        if (_tokens.Current.Kind != TokenKind.Name)
        {
            return Fail<Statement?>("a statement must start here", null);
        }

        if (_tokens.IsFollowedBy('(') && !_tokens.Is("if"))
        {
            return _comments is null ? ParseCall() : ParseBlockOrCall();
        }

        var keyword = _names.At(_tokens.Text, _tokens.Current.Start, _tokens.Current.Length);
        var at = _tokens.Current;
        _tokens.Next();
        switch (keyword)
        {
            case "allow":
                return ParseAllow();
            case "dontaudit":
                return ParseAccess(AccessRuleKind.DontAudit);
            case "auditallow":
                return ParseAccess(AccessRuleKind.AuditAllow);
            case "neverallow":
                return ParseAccess(AccessRuleKind.NeverAllow);
            case "allowxperm":
                return ParseExtended(AccessRuleKind.Allow);
            case "dontauditxperm":
                return ParseExtended(AccessRuleKind.DontAudit);
            case "auditallowxperm":
                return ParseExtended(AccessRuleKind.AuditAllow);
            case "neverallowxperm":
                return ParseExtended(AccessRuleKind.NeverAllow);
            case "require":
                return ParseRequire();
            case "type_transition":
                return ParseTypeRule(TypeRuleKind.Transition);
            case "type_change":
                return ParseTypeRule(TypeRuleKind.Change);
            case "type_member":
                return ParseTypeRule(TypeRuleKind.Member);
            case "range_transition":
                return ParseRangeTransition();
            case "role_transition":
                return ParseRoleTransition();
            case "optional":
                return ParseOptional();
            case "if":
                return ParseConditional();
            case "dnl" when _comments is not null:
                SkipLine(at);
                return null;
            default:
                return ParseDeclaration(keyword, at);
        }
    }

    private OptionalBlock ParseOptional()
    {
        var statements = ParseBlock();
        var otherwise = ImmutableArray<Statement>.Empty;
        if (!_failed && _tokens.Is("else"))
        {
            _tokens.Next();
            otherwise = ParseBlock();
        }

        return new OptionalBlock(statements, otherwise);
    }

    private Statement? ParseConditional()
    {
        var condition = ParseParenthesizedCondition();
        if (condition is null)
        {
            return null;
        }

        var then = ParseBlock();
        var otherwise = ImmutableArray<Statement>.Empty;
        if (!_failed && _tokens.Is("else"))
        {
            _tokens.Next();
            otherwise = ParseBlock();
        }

        return new Conditional(condition, then, otherwise);
    }

    /// <summary>Goes on after a mistake: behind the next semicolon, at a closing brace, or at a line that starts a statement.</summary>
    private void Recover(int start)
    {
        if (_tokens.Current.Start == start)
        {
            _tokens.Next();
        }

        var depth = 0;
        while (_tokens.Current.Kind != TokenKind.End)
        {
            if (_tokens.Is('{'))
            {
                depth++;
            }
            else if (_tokens.Is('}'))
            {
                if (depth == 0)
                {
                    return;
                }

                depth--;
            }
            else if (_tokens.Is(';'))
            {
                _tokens.Next();
                if (depth == 0)
                {
                    return;
                }

                continue;
            }
            else if (StartsLine() && IsStatementKeyword())
            {
                return;
            }

            _tokens.Next();
        }
    }

    private bool StartsLine()
    {
        for (var i = _tokens.Current.Start - 1; i >= _tokens.PreviousEnd; i--)
        {
            if (_source.Text[i] == '\n')
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStatementKeyword() =>
        _tokens.Current.Kind == TokenKind.Name
        && (_tokens.IsFollowedBy('(') || Keywords.Statements.Contains(_names.At(_tokens.Text, _tokens.Current.Start, _tokens.Current.Length)));

    private bool Expect(char mark)
    {
        if (_failed)
        {
            return false;
        }

        if (!_tokens.Is(mark))
        {
            Error($"'{mark}' is missing");
            _failed = true;
            return false;
        }

        _tokens.Next();
        return true;
    }

    private T Fail<T>(string message, T result)
    {
        if (!_failed)
        {
            Error(message);
            _failed = true;
        }

        return result;
    }

    private void Error(string message)
    {
        var at = Math.Min(_tokens.Current.Start, _source.Length);
        var near = _tokens.Current.Kind == TokenKind.End ? "at the end" : $"at '{Shown()}'";
        _problems.Error($"{message}, {near}", _source.PositionOf(at), _source.FrameOf(at));
    }

    private string Shown() => _tokens.Text.Substring(_tokens.Current.Start, Math.Min(_tokens.Current.Length, 40));
}
