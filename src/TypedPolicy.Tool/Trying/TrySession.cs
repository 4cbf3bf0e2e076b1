using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Trying;

/// <summary>
/// Lines of <c>typedpolicy try</c>, one after the other: <c>as DOMAIN</c>, then what its processes try. A line that begins with '!' is to be denied. The answer of a script is
/// yes where each line did as it was to.
/// </summary>
internal sealed class TrySession
{
    private readonly KernelGuest _guest;
    private readonly AskedPolicy _policy;
    private readonly TextWriter _output;
    private readonly DenialText _denials;
    private readonly List<AuditRecord> _records = [];
    private string _context;

    public TrySession(KernelGuest guest, AskedPolicy policy, TextWriter output)
    {
        (_guest, _policy, _output, _denials) = (guest, policy, output, new(policy));
        _context = DomainContext.Find(policy.Kernel, "init_t") ?? "system_u:system_r:kernel_t:s0";
        guest.Recorded += _records.Add;
    }

    /// <summary>Runs lines until they end, or one is <c>quit</c>.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(TextReader lines, bool isPrompt)
    {
        var isAsExpected = true;
        for (; ; )
        {
            if (isPrompt)
            {
                _output.Write($"{_context.Split(':').ElementAtOrDefault(2) ?? _context}> ");
            }

            if (lines.ReadLine()?.Trim() is not { } line || line == "quit")
            {
                return isAsExpected ? ExitCode.Success : ExitCode.No;
            }

            if (line.Length > 0 && line[0] != '#')
            {
                var isToBeDenied = line[0] == '!';
                isAsExpected &= Do(line.TrimStart('!').Split(' ', StringSplitOptions.RemoveEmptyEntries)) != isToBeDenied;
            }
        }
    }

    /// <summary>Does what one line asks for, and writes what became of it; whether it was done.</summary>
    private bool Do(string[] words)
    {
        try
        {
            switch (words)
            {
                case ["help"]:
                    TryWords.Help.ToList().ForEach(h => _output.Line(h));
                    return true;
                case ["as", var domain]:
                    _context = domain.Contains(':', StringComparison.Ordinal) ? domain : DomainContext.Find(_policy.Kernel, domain) ?? throw new SepolException($"No user and role of the policy may be in '{domain}'.");
                    _output.Line(_context);
                    return true;
                case ["label", var spelled]:
                    var path = spelled.StartsWith('/') ? Path.GetFullPath(spelled) : spelled;
                    _guest.Place(path.EndsWith('/') ? PlacedKind.Folder : PlacedKind.File, path);
                    return Write(_guest.Run(null, Step.GetLabel(path.Length > 1 ? path.TrimEnd('/') : path)), o => o.Text);
                case ["denials"]:
                    _records.Where(r => r.IsDenial).SelectMany(_denials.Of).ToList().ForEach(l => _output.Line(l));
                    return true;
                case ["boolean", var name, "on" or "off"]:
                    return Write(
                        _guest.Run(null, Step.Write($"/sys/fs/selinux/booleans/{name}", words[2] == "on" ? "1" : "0"), Step.Write("/sys/fs/selinux/commit_pending_bools", "1")),
                        _ => $"{name} is {words[2]}");
                default:
                    return Try(words);
            }
        }
        catch (Exception e) when (e is SepolException or ArgumentException || (e is GuestException && !_guest.HasEnded))
        {
            _output.Line($"error: {e.Message}");
            return false;
        }
    }

    private bool Try(string[] words)
    {
        if (TryWords.Read(words) is not { } tried)
        {
            _output.Line($"error: '{string.Join(' ', words)}' is not known. 'help' lists what is.");
            return false;
        }

        if (tried.Path is { } path && path.StartsWith('/'))
        {
            // setfiles looks a path up as it is spelled.
            _guest.Place(tried.Kind, Path.GetFullPath(path));
        }

        return Write(_guest.Run(_context, tried.Steps), o => tried.IsMaking && o.Error == 0 ? $"done, {_guest.Run(null, Step.GetLabel(tried.Made!)).Text}" : $"done, in {o.Context}{(o.Text.Length > 0 ? $": {o.Text}" : "")}");
    }

    private bool Write(Outcome outcome, Func<Outcome, string> text)
    {
        // Where nobody listens, or a device does not know a request, nothing forbade it.
        var isDone = outcome.Signal == 0 && outcome.Error is 0 or TryWords.NobodyListens or TryWords.NotATerminal;
        _output.Line(outcome.Error == 0 ? text(outcome) : isDone ? $"allowed: {ErrorNames.Of(outcome.Error)}" : ErrorNames.Of(outcome.Error));
        outcome.Denials.SelectMany(_denials.Of).ToList().ForEach(l => _output.Line(l));
        outcome.Messages.ToList().ForEach(m => _output.Line("  " + m));
        return isDone;
    }
}
