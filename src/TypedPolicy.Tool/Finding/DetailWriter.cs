using TypedPolicy.Refpolicy.Finding;

namespace TypedPolicy.Tool.Finding;

/// <summary>Writes what is known of a name for people.</summary>
internal static class DetailWriter
{
    public static void Write(NameDetail detail, string folder, AnswerWriter answers)
    {
        answers.Line($"{detail.Name}, {AnswerWriter.Words(detail.Kind)}{(detail.Module.Length > 0 ? $" of {detail.Module}" : "")}");
        if (detail.File is { } file)
        {
            answers.Line($"{(detail.Kind is FoundKind.Type or FoundKind.TypeAttribute ? "first named in " : "")}{Path.Combine(folder, file)}:{detail.Line}");
        }

        foreach (var text in (string[])[detail.Summary, .. detail.Description.Split('\n'), detail.Deprecated is { } deprecated ? $"deprecated: {deprecated}" : ""])
        {
            if (text.Length > 0)
            {
                answers.Line($"  {text}");
            }
        }

        Section("C#", detail.CSharp is { } csharp ? [csharp] : [], answers);
        Section("parameters", detail.Parameters.Select(p => $"${p.Number} {p.Name} ({Words(p)}): {p.Summary}"), answers);
        Section("source", (detail.Source.Length > 0 ? detail.Source.Split('\n') : []).Select(l => l.Replace("\t", "    ", StringComparison.Ordinal)), answers);
        Section("expansion", detail.Expansion, answers);
        foreach (var rules in detail.Grants.GroupBy(g => (g.Source, g.Condition, g.Through)))
        {
            var (source, condition, through) = rules.Key;
            Section($"grants {source}{(through is null ? "" : $" as a member of {through}")}{(condition is null ? "" : $" where {condition}")}", rules.Select(r => r.ToString()), answers);
        }

        Section("requires", detail.Requires, answers);
        Section("cannot be applied", detail.Missing is { } missing ? [$"the base policy has no {missing}"] : [], answers);
        Section("does not compile", detail.Problems, answers);
        Section(detail.Kind == FoundKind.Type ? "attributes and aliases" : "types", detail.Members, answers);
        Section("interfaces with rules about it", detail.Interfaces, answers);
        answers.Line();
    }

    private static string Words(ParameterDetail parameter) => parameter.As switch
    {
        "carrier" => "the class that carries the attribute",
        "typeArgument" => "type argument",
        "unused" => "not used",
        _ => parameter.IsOptional ? "constructor argument, optional" : "constructor argument",
    };

    private static void Section(string title, IEnumerable<string> lines, AnswerWriter answers)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            answers.Line($"{title}:");
            all.ForEach(l => answers.Line($"  {l}"));
        }
    }
}
