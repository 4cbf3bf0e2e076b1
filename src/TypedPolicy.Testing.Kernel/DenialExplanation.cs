using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Testing.Kernel;

/// <summary>Why a kernel did what it did, by its policy: the record, the rule that is nearest, what is missing, and the C# lines that would have to change.</summary>
internal sealed class DenialExplanation
{
    private const int MaxLines = 3;

    private readonly PolicyUnderTest _policy;
    private readonly DeclarationOrigins _declared;

    public DenialExplanation(PolicyUnderTest policy) => (_policy, _declared) = (policy, new(policy.Modules));

    /// <summary>The same modules with other booleans.</summary>
    public DenialExplanation(PolicyUnderTest policy, DenialExplanation other) => (_policy, _declared) = (policy, other._declared);

    /// <summary>A denial.</summary>
    public KernelDenial Of(AuditRecord record)
    {
        var texts = new List<string>();
        var lines = new List<SourceMark>();
        foreach (var permission in record.Permissions)
        {
            var answer = Answer(record, permission);
            texts.Add(answer is null ? $"{record.SourceType} is not allowed {permission} on {record.TargetType} ({record.ObjectClass})." : Text(record, permission, answer));
            lines.AddRange(answer is null ? [] : Lines(record, permission, answer));
        }

        SourceMark[] distinct = [.. lines.Distinct()];
        var where = distinct.Length == 0 ? "" : $"\n  C#: {string.Join(", ", distinct.Take(MaxLines))}";
        return new(record, $"{record.Text}\n  {string.Join("\n  ", texts)}{where}", distinct);
    }

    /// <summary>An answer of the kernel.</summary>
    public string Of(KernelAnswer answer)
    {
        var outcome = answer.Outcome;
        var result = outcome.Signal > 0 ? $"ended by signal {outcome.Signal}" : outcome.Error == 0 ? $"done, in {outcome.Context}" : ErrorNames.Of(outcome.Error);
        string[] causes =
        [
            .. outcome.Denials.Select(d => Of(d).Explanation),
            .. outcome.Messages.Select(m => m + Context(m)),
        ];
        var hidden = causes.Length == 0 && !answer.IsDone && outcome.Error is 1 or 13 ? Hidden(answer.Source, answer.TargetType) : "";
        return $"{answer.Question}: {result}.{string.Concat(causes.Select(c => "\n" + c))}{hidden}";
    }

    /// <summary>How a domain is entered: its programs, their paths and lines.</summary>
    public string OfEntering(string domain)
    {
        var programs = _policy.Kernel.Rules.Where(r => r.Kind == "allow" && r.Class == "file" && r.Source == domain && r.Permissions.Contains("entrypoint")).Select(r => r.Target).Distinct().ToList();
        var line = _declared.Of(domain) is { } mark ? $" (C#: {mark})" : "";
        return programs.Count == 0
            ? $"\nNothing is an entrypoint of {domain}{line}."
            : $"\n{domain}{line} is entered through {string.Join("; ", programs.Select(p => p + Paths(p)))}.{Starters(domain, programs)}";
    }

    /// <summary>What gives a range to what a domain starts.</summary>
    public string OfRange(string source, string context) => context.Split(':') is [_, _, var type, ..]
        ? _policy.Kernel.Rules.Where(r => r.Kind == "allow" && r.Class == "file" && r.Source == type && r.Permissions.Contains("entrypoint"))
            .Select(r => _declared.OfRange(source.Split(':')[2], r.Target)).FirstOrDefault(m => m is not null) is { } mark
            ? $"\nIts range is given at {mark}."
            : $"\nNo range transition gives {type} another range than {source.Split(':')[2]} has{(_declared.Of(type) is { } declaration ? $" (C#: {declaration})" : "")}."
        : "";

    /// <summary>What makes something of a type.</summary>
    public string OfMaking(string source, string type)
    {
        var rules = _policy.Kernel.Rules.Where(r => r.Kind == "type_transition" && r.Result == type && r.Class != "process" && r.Source == source)
            .Select(r => $"{r} {string.Join(", ", _policy.Explanation.Origins.OfTransition(_policy.Kernel, r.Source, r.Target, r.Class, r.Result))}".TrimEnd())
            .Take(MaxLines).ToList();
        return rules.Count > 0 ? $"\nIt makes {type} by: {string.Join("; ", rules)}."
            : $"\nNo transition without a name makes {type} for {source}{(_declared.Of(source) is { } mark ? $" (C#: {mark})" : "")}.";
    }

    /// <summary>The line that labels a path with a type, where a module under test has one.</summary>
    public string LabelLine(string type, string path) =>
        _declared.LabelsOf(type) is { Count: > 0 } labels && _policy.Labels.Find(path) is { } line && labels.FirstOrDefault(l => l.Pattern == line.Pattern) is { Mark: { } mark } ? $" by '{line.Pattern}' ({mark})" : "";

    /// <summary>Why a domain has no context.</summary>
    public string NoContext(string type, string? user, string? role, string level)
    {
        var context = $"{user ?? "system_u"}:{role ?? "system_r"}:{type}:{level}";
        return $"The policy does not allow '{context}': {Problem(context)}";
    }

    // What the log does not have: a dontaudit rule, or no matter of SELinux.
    private string Hidden(string source, string target)
    {
        var (sources, targets) = (_policy.Kernel.AttributesOf(source).Append(source), target.Length == 0 ? [] : _policy.Kernel.AttributesOf(target).Append(target).Append(KernelPolicy.Self).ToHashSet(StringComparer.Ordinal));
        var rules = _policy.Kernel.Rules.Where(r => r.Kind == "dontaudit" && sources.Contains(r.Source) && targets.Contains(r.Target)).OrderByDescending(r => r.Source == source).Take(MaxLines);
        return $"\nThe log has nothing: a dontaudit rule hides the denial (override ShowHidden to see it), or the mode of the file denies it.{string.Concat(rules.Select(r => _policy.Explanation.Line(r, r.Permissions[0])))}";
    }

    private AccessAnswer? Answer(AuditRecord record, string permission)
    {
        try
        {
            var answer = _policy.Kernel.AccessOfContexts(record.Source, record.Target, record.ObjectClass, permission, _policy.Booleans);
            return permission == "ioctl" && answer.IsAllowed && record.IoctlRequest is { } request
                ? _policy.Kernel.IoctlOfContexts(record.Source, record.Target, record.ObjectClass, Model.Security.IoctlRequests.Parse($"0x{request:x}"), _policy.Booleans)
                : answer;
        }
        catch (SepolException)
        {
            return null;
        }
    }

    private string Text(AuditRecord record, string permission, AccessAnswer answer) => answer.Outcome switch
    {
        AccessOutcome.NoRule or AccessOutcome.ConditionDoesNotHold or AccessOutcome.Allowed => _policy.Explanation.Of(record.SourceType, record.TargetType, record.ObjectClass, permission, answer) + Remedy(record, permission, answer),
        _ => $"{record.SourceType} is not allowed {permission} on {record.TargetType} ({record.ObjectClass}): {answer.Reason}.{string.Concat(answer.Rules.Take(MaxLines).Select(r => _policy.Explanation.Line(r, permission)))}",
    };

    private string Remedy(AuditRecord record, string permission, AccessAnswer answer) => (record.ObjectClass, permission, answer.Outcome) switch
    {
        ("process2", "nnp_transition" or "nosuid_transition", AccessOutcome.NoRule) => " Write NoNewPrivileges = true at the transition.",
        ("file", "entrypoint", AccessOutcome.NoRule) => OfEntering(record.SourceType).Replace("\n", " ", StringComparison.Ordinal),
        ("process", "transition", AccessOutcome.NoRule) => $" Write [DomainTransition] for {record.TargetType} on {record.SourceType}.",
        _ => "",
    };

    private IEnumerable<SourceMark> Lines(AuditRecord record, string permission, AccessAnswer answer)
    {
        var (source, target) = (record.SourceType, record.TargetType);
        var giving = answer.Rules.SelectMany(r => _policy.Explanation.Origins.Of(r, r.Permissions.Contains(permission) ? permission : r.Permissions.FirstOrDefault() ?? "", _policy.Kernel));
        if (answer.Outcome != AccessOutcome.NoRule)
        {
            var range = answer.Outcome == AccessOutcome.Constraint ? _declared.OfRange(source, target) : null;
            return [.. range is null ? Array.Empty<SourceMark>() : [range], .. giving, .. Declarations(source, target)];
        }

        return (record.ObjectClass, permission) switch
        {
            ("process2", _) => [.. OfRules(source, target, "process", "transition"), .. Declarations(target, source)],
            ("file", "entrypoint") => [.. Declarations(source, target), .. _declared.LabelsOf(target).Select(l => l.Mark)],
            ("process", "transition") => [.. Declarations(target, source)],
            _ => [.. Nearest(source, target, record.ObjectClass), .. Declarations(source, target)],
        };
    }

    // Where something is given already, more is added.
    private IEnumerable<SourceMark> Nearest(string source, string target, string @class) => _policy.Kernel.AllowedPermissions(source, target, @class, _policy.Booleans)
        .SelectMany(p => OfRules(source, target, @class, p));

    private IEnumerable<SourceMark> OfRules(string source, string target, string @class, string permission) =>
        _policy.Kernel.FindAllow(source, target, @class, permission).SelectMany(r => _policy.Explanation.Origins.Of(r, permission, _policy.Kernel));

    private IEnumerable<SourceMark> Declarations(params string[] names) => names.Select(_declared.Of).OfType<SourceMark>();

    private string Paths(string type) => _declared.LabelsOf(type) is { Count: > 0 } labels
        ? $", which labels {string.Join(", ", labels.Take(MaxLines).Select(l => $"'{l.Pattern}' ({l.Mark})"))}"
        : _declared.Of(type) is { } mark ? $", which labels no path ({mark})" : "";

    private string Starters(string domain, List<string> programs)
    {
        var starters = _policy.Kernel.Rules.Where(r => r.Kind == "type_transition" && r.Class == "process" && r.Result == domain && programs.Contains(r.Target)).Select(r => r.Source).Distinct().Take(MaxLines).ToList();
        return starters.Count == 0 ? " No type transition leads into it." : $" {string.Join(", ", starters)} {(starters.Count == 1 ? "starts" : "start")} it.";
    }

    // A context that the security server refused to make.
    private string Context(string message)
    {
        var words = message.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var context = Array.Find(words, w => w.StartsWith("context=", StringComparison.Ordinal) || w.StartsWith("newcontext=", StringComparison.Ordinal)) is { } named
            ? named[(named.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"')
            : Array.FindIndex(words, w => w == "context") is >= 0 and var at && at + 1 < words.Length ? words[at + 1].Trim('"')
            : Array.Find(words, w => w.StartsWith("invalid_context=", StringComparison.Ordinal)) is { } invalid ? invalid["invalid_context=".Length..].Trim('"') : null;
        return context is null || _policy.Kernel.ExplainContext(context) is null ? "" : $"\n  {Problem(context)}";
    }

    private string Problem(string context)
    {
        var problem = _policy.Kernel.ExplainContext(context);
        var line = context.Split(':') is [_, _, var type, ..] && _declared.Of(type) is { } mark ? $" (C#: {mark})" : "";
        return problem?.Kind switch
        {
            ContextProblemKind.RoleLacksType => $"the role {problem.Name} may not run {problem.Lacks}: write [Role<…>] for it on the class{line}, or enter it in another role.",
            ContextProblemKind.UserLacksRole => $"the user {problem.Name} does not have the role {problem.Lacks}{line}.",
            ContextProblemKind.UnknownUser => $"it has no user {problem.Name}.",
            ContextProblemKind.UnknownRole => $"it has no role {problem.Name}.",
            ContextProblemKind.UnknownType => $"it has no type {problem.Name}.",
            ContextProblemKind.Level => $"the level {problem.Lacks} is not within the range of {problem.Name}{line}.",
            null => "no user and role may be in it.",
            _ => "it is not a context.",
        };
    }
}
