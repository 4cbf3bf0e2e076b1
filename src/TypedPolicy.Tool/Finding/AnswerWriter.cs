using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary>Where answers go, how they are written, and how many.</summary>
internal sealed class AnswerWriter(TextWriter output, TextWriter error, OutputFormat format, int most)
{
    private const int MaxExtra = 4;
    private const int MaxPermissions = 10;

    public bool IsJson => format == OutputFormat.Json;

    /// <summary>How many answers are written by default.</summary>
    public int Most(int otherwise) => most < 0 ? otherwise : most == 0 ? int.MaxValue : most;

    public void Json<T>(T value) => Shell.Json.Write(output, value);

    public void Line(string text = "") => output.Write(PlainText.Line(text) + "\n");

    /// <summary>Lines of C#.</summary>
    public void Code(string text) => output.Write(PlainText.Lines(text));

    /// <summary>A remark about the answers.</summary>
    public void Note(string text) => error.Write(PlainText.Line(text) + "\n");

    public int Usage(string problem)
    {
        Note($"error: {problem}");
        return ExitCode.Usage;
    }

    /// <summary>Nothing was found; what was meant, perhaps.</summary>
    public int Nothing(string what, IReadOnlyList<string> near)
    {
        Note(what);
        if (near.Count > 0)
        {
            Note($"Did you mean {string.Join(", ", near)}?");
        }

        return ExitCode.No;
    }

    /// <summary>Something that was found: what C# writes, what SELinux calls it, and what it is for.</summary>
    public void Found(FoundName name)
    {
        var module = name.Module.Length > 0 ? $", {Words(name.Kind)} of {name.Module}" : $", {Words(name.Kind)}";
        Line($"{(name.CSharp.Length > 0 ? name.Written + "  " : "")}{name.Name}{module}");
        if (name.Summary.Length > 0)
        {
            Line($"    {name.Summary}");
        }

        if (name.Deprecation is { } deprecation)
        {
            Line($"    deprecated: {deprecation}");
        }
    }

    /// <summary>An interface that gives an access.</summary>
    public void Grant(GrantAnswer answer, AccessQuestion question, string on, string indent)
    {
        Line($"{indent}{answer.Attribute}{on}  {answer.Interface.Name}, {Words(answer.Interface.Kind)} of {answer.Interface.Module}");
        void Detail(string text) => Line($"{indent}    {text}");
        if (answer.Interface.Summary.Length > 0)
        {
            Detail(answer.Interface.Summary);
        }

        if (answer.Interface.Deprecation is { } deprecation)
        {
            Detail($"deprecated: {deprecation}");
        }

        if (answer.Condition.Length > 0)
        {
            Detail($"only where: {answer.Condition}");
        }

        foreach (var through in answer.Rules.Where(r => r.Through.Length > 0).Select(r => r.Through).Distinct())
        {
            Detail($"through membership in {through}");
        }

        foreach (var attribute in answer.Rules.Where(r => r.Access.Target != question.Target && r.Access.Target != "self" && !r.Access.Target.StartsWith('$')).Select(r => r.Access.Target).Distinct())
        {
            Detail($"on all of {attribute}, which {question.Target} is in");
        }

        foreach (var write in answer.Writes)
        {
            Detail($"also grants write access: {Short(write)}");
        }

        if (answer.ExtraCount > 0)
        {
            var left = answer.Extra.Length - MaxExtra;
            Detail($"grants {answer.ExtraCount} more permission{(answer.ExtraCount == 1 ? "" : "s")}: {string.Join("; ", answer.Extra.Take(MaxExtra).Select(Short))}{(left > 0 ? $"; and {left} more" : "")}");
        }
    }

    /// <summary>An interface that gives an access, as JSON.</summary>
    public static object Json(GrantAnswer answer, string on) => new
    {
        name = PlainText.Line(answer.Interface.Name),
        csharp = PlainText.Line(answer.Attribute),
        on,
        carrier = answer.Carrier,
        module = answer.Interface.Module,
        file = answer.Interface.File,
        line = answer.Interface.Line,
        summary = PlainText.Line(answer.Interface.Summary),
        deprecated = answer.Interface.Deprecation is { } deprecation ? PlainText.Line(deprecation) : null,
        condition = answer.Condition.Length > 0 ? answer.Condition : null,
        rules = answer.Rules.Select(r => new { through = r.Through.Length > 0 ? r.Through : null, r.Access.Target, r.Access.Class, r.Access.Permissions }),
        writes = answer.Writes.Select(Access),
        permissions = answer.Permissions,
        cost = answer.Cost,
        extraCount = answer.ExtraCount,
        extra = answer.Extra.Select(Access),
    };

    /// <summary>Something that was found, as JSON.</summary>
    public static object Json(FoundName name) => new
    {
        kind = name.Kind,
        name = PlainText.Line(name.Name),
        csharp = name.CSharp.Length > 0 ? PlainText.Line(name.Written) : null,
        module = name.Module,
        file = name.File.Length > 0 ? name.File : null,
        line = name.File.Length > 0 ? name.Line : (int?)null,
        summary = PlainText.Line(name.Summary),
        deprecated = name.Deprecation is { } deprecation ? PlainText.Line(deprecation) : null,
    };

    /// <summary>What a kind is called.</summary>
    public static string Words(FoundKind kind) => kind switch
    {
        FoundKind.TypeAttribute => "type attribute",
        FoundKind.RoleAttribute => "role attribute",
        FoundKind.ObjectClass => "object class",
        FoundKind.PermissionSet => "permission set",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>What a requirement is called.</summary>
    public static string Words(RequirementKind kind) => kind switch
    {
        RequirementKind.AttributeRole => "role attribute",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Short(GrantedAccess access) => access.Permissions.Length <= MaxPermissions
        ? access.ToString()
        : $"{access.Target}:{access.Class} {{ {string.Join(' ', access.Permissions.Take(MaxPermissions))} … }}";

    private static object Access(GrantedAccess access) => new { access.Target, access.Class, access.Permissions };
}
