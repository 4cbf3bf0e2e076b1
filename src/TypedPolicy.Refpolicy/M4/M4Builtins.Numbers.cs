using System.Globalization;

namespace TypedPolicy.Refpolicy.M4;

/// <summary>Numbers: 32 bits, and round again.</summary>
internal static partial class M4Builtins
{
    private static void Step(M4Engine engine, M4Call call, int step)
    {
        if (!LacksArguments(engine, call, 1, 1) && TryNumber(engine, call, 1, out var number))
        {
            engine.Push(M4Engine.Decimal(unchecked(number + step)), call);
        }
    }

    private static void Evaluate(M4Engine engine, M4Call call)
    {
        if (LacksArguments(engine, call, 1, 3))
        {
            return;
        }

        var (radix, width) = (10, 1);
        if ((call[2].Length > 0 && !TryNumber(engine, call, 2, out radix)) || (call.Count > 2 && !TryNumber(engine, call, 3, out width)))
        {
            return;
        }

        if (radix is < 1 or > 36)
        {
            engine.Warning($"there are no numbers of radix {radix}", call);
            return;
        }

        if (width < 0)
        {
            engine.Warning("a number cannot be narrower than nothing", call);
            return;
        }

        var expression = call[1];
        var value = 0;
        var problem = engine.Spend(expression.Length, call) ? M4Expression.Evaluate(expression, out value) : null;
        if (problem is not null)
        {
            engine.Warning($"'{expression}': {problem}", call);
            return;
        }

        // In radix 1 a number is as long as it is large.
        if (engine.Spend(width + (radix == 1 ? Math.Abs((long)value) : 32), call))
        {
            engine.Push(Digits(value, radix, width), call);
        }
    }

    private static string Digits(int value, int radix, int width)
    {
        var rest = Math.Abs((long)value);
        string digits;
        if (radix == 1)
        {
            digits = new string('1', (int)rest);
        }
        else if (radix == 10)
        {
            digits = rest.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            var reversed = new List<char>();
            do
            {
                reversed.Add("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % radix)]);
                rest /= radix;
            }
            while (rest > 0);
            reversed.Reverse();
            digits = new string([.. reversed]);
        }

        return (value < 0 ? "-" : "") + digits.PadLeft(width, '0');
    }

    /// <summary>Reads a number as C's <c>strtol</c> does; nothing is 0, and what overflows is cut.</summary>
    private static bool TryNumber(M4Engine engine, M4Call call, int argument, out int number)
    {
        var text = call[argument];
        number = 0;
        if (text.Length == 0)
        {
            engine.Warning($"{call.Name} reads an empty argument as 0", call);
            return true;
        }

        var at = 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\v' or '\f' or '\r')
        {
            at++;
        }

        var negative = at < text.Length && text[at] == '-';
        at += at < text.Length && text[at] is '-' or '+' ? 1 : 0;
        var (digits, value) = (at, 0L);
        var overflow = false;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            overflow |= value > (long.MaxValue - 9) / 10;
            value = overflow ? value : (value * 10) + (text[at] - '0');
        }

        if (digits == at || at < text.Length)
        {
            engine.Warning($"{call.Name} needs a number and has '{text}'", call);
            return false;
        }

        value = overflow ? negative ? long.MinValue : long.MaxValue : negative ? -value : value;
        number = unchecked((int)value);
        return true;
    }
}
