using System.Text;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>Rules.</summary>
public sealed partial class PolicyParser
{
    private static readonly NameSet Process = new(["process"], []);

    /// <summary>Access, or a change of role: the colon tells which.</summary>
    private Statement? ParseAllow()
    {
        var sources = Set("a source type");
        var targets = Set("a target type");
        if (!_failed && TryMark(';'))
        {
            return new RoleAllow(sources, targets);
        }

        return FinishAccess(AccessRuleKind.Allow, sources, targets);
    }

    private Statement? ParseAccess(AccessRuleKind kind) => FinishAccess(kind, Set("a source type"), Set("a target type"));

    private Statement? FinishAccess(AccessRuleKind kind, NameSet sources, NameSet targets)
    {
        Expect(':');
        var classes = Set("a class");
        var permissions = Set("a permission");
        Expect(';');
        return _failed ? null : new AccessRule(kind, sources, targets, classes, permissions);
    }

    private Statement? ParseExtended(AccessRuleKind kind)
    {
        var sources = Set("a source type");
        var targets = Set("a target type");
        Expect(':');
        var classes = Set("a class");
        var operation = Name("the operation, ioctl,");
        var requests = new StringBuilder();
        var depth = 0;
        while (!_failed && _tokens.Current.Kind != TokenKind.End && !_tokens.Is(';'))
        {
            var isMark = _tokens.Current.Kind == TokenKind.Mark;
            if (_tokens.Current.Kind != TokenKind.Number && !(isMark && _tokens.First is '{' or '}' or '-' or '~'))
            {
                return Fail<Statement?>("a number or a range of numbers is expected here", null);
            }

            depth += _tokens.Is('{') ? 1 : _tokens.Is('}') ? -1 : 0;
            if (requests.Length > 0 && !_tokens.Is('-') && requests[requests.Length - 1] is not ('-' or '~'))
            {
                requests.Append(' ');
            }

            requests.Append(_tokens.Text, _tokens.Current.Start, _tokens.Current.Length);
            _tokens.Next();
        }

        if (!_failed && (requests.Length == 0 || depth != 0))
        {
            return Fail<Statement?>("a number or a range of numbers is missing", null);
        }

        Expect(';');
        return _failed ? null : new ExtendedAccessRule(kind, sources, targets, classes, operation, requests.ToString());
    }

    private Statement? ParseTypeRule(TypeRuleKind kind)
    {
        var sources = Set("a source type");
        var targets = Set("a target type");
        Expect(':');
        var classes = Set("a class");
        var result = Name("the type that comes out");
        string? name = null;
        if (!_failed && kind == TypeRuleKind.Transition && !_tokens.Is(';'))
        {
            name = FileName();
        }

        Expect(';');
        return _failed ? null : new TypeRule(kind, sources, targets, classes, result, name);
    }

    /// <summary>A name in quotes, or a hole that stands for one, quotes and all.</summary>
    private string? FileName()
    {
        var token = _tokens.Current;
        if (token.Kind == TokenKind.String)
        {
            _tokens.Next();
            return _names.At(_tokens.Text, token.Start + 1, token.Length - 2);
        }

        if (token.Kind == TokenKind.Name && Hole.IsOne(_tokens.Text, token.Start, token.Length))
        {
            return Name("a file name");
        }

        return Fail<string?>("';' or a file name in double quotes is missing", null);
    }

    private Statement? ParseRangeTransition()
    {
        var sources = Set("a source type");
        var targets = Set("a target type");
        var classes = Process;
        if (!_failed && TryMark(':'))
        {
            classes = Set("a class");
        }

        var range = Range();
        Expect(';');
        return _failed ? null : new RangeTransition(sources, targets, classes, range);
    }

    private Statement? ParseRoleTransition()
    {
        var roles = Set("a role");
        var targets = Set("a type");
        var classes = Process;
        if (!_failed && TryMark(':'))
        {
            classes = Set("a class");
        }

        var result = Name("the role that comes out");
        Expect(';');
        return _failed ? null : new RoleTransition(roles, targets, classes, result);
    }
}
