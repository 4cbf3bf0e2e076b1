namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// The expressions of <c>eval</c>: C's operators on 32 bits, with <c>**</c>. Operators from loose to tight:
/// <c>||</c>, <c>&amp;&amp;</c>, <c>|</c>, <c>^</c>, <c>&amp;</c>, <c>== !=</c>, <c>&lt; &lt;= &gt; &gt;=</c>, <c>&lt;&lt; &gt;&gt;</c>,
/// <c>+ -</c>, <c>* / %</c>, <c>**</c>, <c>+ - ~ !</c>.
/// </summary>
internal sealed class M4Expression
{
    private const int MaxNesting = 500;
    private static readonly string[][] Levels =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!=", "="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"],
    ];

    private readonly string _text;
    private int _at;
    private int _depth;
    private string? _syntax;

    private M4Expression(string text) => _text = text;

    /// <summary>Evaluates an expression.</summary>
    /// <returns>What is wrong; null if all is well.</returns>
    public static string? Evaluate(string text, out int value)
    {
        var expression = new M4Expression(text);

        // Nothing is 0, but blanks are not an expression.
        var result = text.Length == 0 ? default : expression.Read(0);
        expression.SkipBlanks();
        value = result.Value;
        return expression._syntax ?? (expression._at < text.Length ? "not an expression" : result.Problem);
    }

    private Result Read(int level)
    {
        if (level == Levels.Length)
        {
            return ReadPower();
        }

        var left = Read(level + 1);

        // Like m4, it reads no further behind a division by 0; what is there is then too much, even if it is not needed.
        while (_syntax is null && left.Problem is null && Operator(Levels[level]) is { } found)
        {
            left = Apply(found, left, Read(level + 1));
        }

        return left;
    }

    private Result ReadPower()
    {
        var left = ReadUnary();
        if (_syntax is not null || left.Problem is not null || !Accept("**"))
        {
            return left;
        }

        if (!Enter())
        {
            return left;
        }

        var right = ReadPower();
        _depth--;
        return Problem(left, right) ?? (right.Value < 0 ? new Result(0, "the exponent is negative")
            : left.Value == 0 && right.Value == 0 ? new Result(0, "0 ** 0 has no value") : new Result(Power(left.Value, right.Value)));
    }

    private Result ReadUnary()
    {
        SkipBlanks();
        if (_at >= _text.Length || !Enter())
        {
            _syntax ??= "an operand is missing";
            return default;
        }

        var character = _text[_at];
        Result result;
        if (character is '+' or '-' or '~' or '!')
        {
            _at++;
            if (_at < _text.Length && (_text[_at] == '=' || (_text[_at] == character && character is '+' or '-')))
            {
                _syntax ??= "it would assign";
            }

            var operand = ReadUnary();
            result = operand.Problem is not null ? operand : new Result(character switch
            {
                '-' => unchecked(-operand.Value),
                '~' => ~operand.Value,
                '!' => operand.Value == 0 ? 1 : 0,
                _ => operand.Value,
            });
        }
        else if (character == '(')
        {
            _at++;
            result = Read(0);
            if (result.Problem is null && !Accept(")"))
            {
                _syntax ??= "a parenthesis is not closed";
            }
        }
        else
        {
            result = ReadNumber();
        }

        _depth--;
        return result;
    }

    private Result ReadNumber()
    {
        if (_text[_at] is < '0' or > '9')
        {
            _syntax ??= "not an expression";
            return default;
        }

        var radix = 10u;
        if (_text[_at] == '0')
        {
            _at++;
            radix = 8;
            if (_at < _text.Length && _text[_at] is 'x' or 'X')
            {
                (radix, _at) = (16, _at + 1);
            }
            else if (_at < _text.Length && _text[_at] is 'b' or 'B')
            {
                (radix, _at) = (2, _at + 1);
            }
            else if (_at < _text.Length && _text[_at] is 'r' or 'R')
            {
                _at++;
                radix = 0;
                while (_at < _text.Length && _text[_at] is >= '0' and <= '9' && radix <= 36)
                {
                    radix = (radix * 10) + (uint)(_text[_at++] - '0');
                }

                if (radix is 0 or > 36 || !Accept(":"))
                {
                    _syntax ??= "not an expression";
                    return default;
                }
            }
        }

        var value = 0u;
        for (; _at < _text.Length; _at++)
        {
            var digit = _text[_at] switch
            {
                >= '0' and <= '9' => (uint)(_text[_at] - '0'),
                >= 'a' and <= 'z' => (uint)(_text[_at] - 'a' + 10),
                >= 'A' and <= 'Z' => (uint)(_text[_at] - 'A' + 10),
                _ => uint.MaxValue,
            };
            if (digit == uint.MaxValue)
            {
                break;
            }

            if (radix == 1)
            {
                // Ones are counted; noughts before them are not.
                if (digit > 1 || (digit == 0 && value != 0))
                {
                    _syntax ??= "not an expression";
                    return default;
                }

                value += digit;
            }
            else if (digit >= radix)
            {
                _syntax ??= "not an expression";
                return default;
            }
            else
            {
                value = unchecked((value * radix) + digit);
            }
        }

        return new Result(unchecked((int)value));
    }

    private static Result Apply(string found, Result left, Result right)
    {
        // What the other side already decides may be wrong in itself.
        if (right.Problem is not null && left.Problem is null && ((found == "&&" && left.Value == 0) || (found == "||" && left.Value != 0)))
        {
            return new Result(left.Value == 0 ? 0 : 1);
        }

        var (a, b) = (left.Value, right.Value);
        return Problem(left, right) ?? found switch
        {
            "||" => Truth(a != 0 || b != 0),
            "&&" => Truth(a != 0 && b != 0),
            "|" => new Result(a | b),
            "^" => new Result(a ^ b),
            "&" => new Result(a & b),
            "==" or "=" => Truth(a == b),
            "!=" => Truth(a != b),
            "<=" => Truth(a <= b),
            ">=" => Truth(a >= b),
            "<" => Truth(a < b),
            ">" => Truth(a > b),
            "<<" => new Result(unchecked((int)((uint)a << (b & 31)))),
            ">>" => new Result(a >> (b & 31)),
            "+" => new Result(unchecked(a + b)),
            "-" => new Result(unchecked(a - b)),
            "*" => new Result(unchecked(a * b)),
            "/" => b == 0 ? new Result(0, "division by 0") : new Result(b == -1 ? unchecked(-a) : a / b),
            _ => b == 0 ? new Result(0, "remainder of a division by 0") : new Result(b == -1 ? 0 : a % b),
        };
    }

    private static Result? Problem(Result left, Result right) => left.Problem is not null ? left : right.Problem is not null ? right : null;

    private static Result Truth(bool value) => new(value ? 1 : 0);

    private static int Power(int @base, int exponent)
    {
        var (result, factor) = (1u, unchecked((uint)@base));
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) != 0 ? unchecked(result * factor) : result;
            factor = unchecked(factor * factor);
        }

        return unchecked((int)result);
    }

    private string? Operator(string[] candidates)
    {
        SkipBlanks();
        foreach (var candidate in candidates)
        {
            if (Follows(candidate) && !IsLonger(candidate))
            {
                _at += candidate.Length;
                if (Assigns(candidate))
                {
                    _syntax ??= "it would assign";
                }

                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether a tighter operator stands here that starts with this one.</summary>
    private bool IsLonger(string candidate) => candidate switch
    {
        "|" => Follows("||"),
        "&" => Follows("&&"),
        "<" => Follows("<<"),
        ">" => Follows(">>"),
        "*" => Follows("**"),
        _ => false,
    };

    /// <summary>Whether the operator would be C's <c>+=</c> or <c>++</c>, which m4 refuses.</summary>
    private bool Assigns(string candidate) =>
        candidate is not ("==" or "!=" or "<=" or ">=" or "<" or ">" or "=" or "||" or "&&")
        && _at < _text.Length && (_text[_at] == '=' || (candidate is "+" or "-" && _text[_at] == candidate[0]));

    private bool Follows(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private bool Accept(string text)
    {
        SkipBlanks();
        if (!Follows(text))
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    private bool Enter()
    {
        if (++_depth > MaxNesting)
        {
            _syntax ??= "parentheses are nested too deeply";
            return false;
        }

        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\v' or '\f' or '\r')
        {
            _at++;
        }
    }

    private readonly record struct Result(int Value, string? Problem = null);
}
