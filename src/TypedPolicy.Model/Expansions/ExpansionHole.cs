using System.Globalization;

namespace TypedPolicy.Model.Expansions;

/// <summary>The holes of an expansion, as names of it have them: what a call gives is in their place.</summary>
public static class ExpansionHole
{
    /// <summary>The key of the class that carries the attribute.</summary>
    public const string SubjectKey = "subject";

    /// <summary>The class that carries the attribute.</summary>
    public const string Subject = "{" + SubjectKey + "}";

    /// <summary>A hole that no call fills, in place of what CIL cannot write: anyone who applies the interface is told.</summary>
    public const string Unsayable = "{}";

    private const string Argument = "arg";
    private const string Parameter = "param";

    /// <summary>The hole of a key.</summary>
    public static string Of(string key) => "{" + key + "}";

    /// <summary>The key of a type argument of the attribute.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static string ArgumentKey(int number) => Argument + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The key of a constructor argument of the attribute.</summary>
    /// <param name="number">Its number, from 1.</param>
    public static string ParameterKey(int number) => Parameter + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a hole is that of a type argument.</summary>
    public static bool IsArgument(string hole) => hole.StartsWith("{" + Argument, StringComparison.Ordinal);

    /// <summary>Whether a hole is that of a constructor argument.</summary>
    public static bool IsParameter(string hole) => hole.StartsWith("{" + Parameter, StringComparison.Ordinal);
}
