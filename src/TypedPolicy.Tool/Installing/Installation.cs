using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Tool.Installing;

/// <summary>
/// Modules brought into a system or out of it: one transaction, and then the labels of the files that get another one by it. What ends it in between, the next one carries through.
/// </summary>
/// <param name="Transaction">What is done.</param>
internal sealed record Installation(Semodule Transaction)
{
    private PolicyHost Host => Transaction.Host;

    /// <summary>Whether the labels of files can be set here: where the kernel enforces no policy, or not yet this one, it would not take them.</summary>
    private bool SetsLabels => !Host.IsRunning || (Host.HasSelinux && Transaction.LoadsPolicy);

    /// <summary>Does it.</summary>
    /// <param name="files">Paths of the modules to install.</param>
    /// <param name="removed">Names of the modules to remove.</param>
    public InstallationOutcome Run(IReadOnlyList<string> files, IReadOnlyList<string> removed)
    {
        using var held = HostLock.Take(Host);
        StoreRepair.Repair(Host);
        var pending = new PendingContexts(Host);
        var kept = pending.Keep();
        var transaction = Transaction.Run(files, removed);
        if (transaction.Code != 0)
        {
            pending.ForgetUnchanged(kept);
            return new(transaction, new([], []), [], []);
        }

        return SetsLabels ? Label(transaction, pending) : new(transaction, new([], []), [], []) { LeavesLabels = true };
    }

    /// <summary>What it would do, found out by the same transaction in a copy of the store.</summary>
    /// <param name="files">Paths of the modules to install.</param>
    /// <param name="removed">Names of the modules to remove.</param>
    public InstallationOutcome Try(IReadOnlyList<string> files, IReadOnlyList<string> removed)
    {
        using var copy = StoreCopy.Of(Host);
        var transaction = (Transaction with { Host = copy.Host }).Run(files, removed);
        if (transaction.Code != 0)
        {
            return new(transaction, new([], []), [], []);
        }

        var change = new Relabeling([.. new PendingContexts(Host).Read(), FileContexts.FromFile(Host.FileContexts)], FileContexts.FromFile(copy.Host.FileContexts));
        return new(transaction, RelabelPlan.Of(Host, change), [], [.. change.NotUnderstood]);
    }

    private InstallationOutcome Label(ToolOutcome transaction, PendingContexts pending)
    {
        var change = new Relabeling(pending.Read(), FileContexts.FromFile(Host.FileContexts));
        var plan = RelabelPlan.Of(Host, change);
        var failed = LabelWriter.Write(Host, plan.Paths);
        if (failed.Count == 0)
        {
            pending.Clear();
        }

        return new(transaction, plan, failed, [.. change.NotUnderstood]);
    }
}

/// <summary>What became of an installation.</summary>
/// <param name="Transaction">How <c>semodule</c> ended.</param>
/// <param name="Plan">The files that get, or got, another label.</param>
/// <param name="Failed">What of that failed.</param>
/// <param name="NotUnderstood">Lines of file contexts whose files could not be found.</param>
internal sealed record InstallationOutcome(ToolOutcome Transaction, RelabelPlan Plan, IReadOnlyList<string> Failed, IReadOnlyList<FileContext> NotUnderstood)
{
    /// <summary>That of an installation with nothing to do.</summary>
    public static InstallationOutcome Nothing { get; } = new(new(0, ""), new([], []), [], []);

    /// <summary>Whether the store is changed.</summary>
    public bool Succeeded => Transaction.Code == 0;

    /// <summary>Whether labels are left for later.</summary>
    public bool LeavesLabels { get; init; }
}
