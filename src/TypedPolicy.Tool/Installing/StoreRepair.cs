namespace TypedPolicy.Tool.Installing;

/// <summary>
/// libsemanage commits by two renames: <c>active</c> becomes <c>previous</c>, and what was prepared becomes <c>active</c>. A power cut between the two leaves a store without modules: the
/// transaction has not happened then, and what was there before is put back.
/// </summary>
internal static class StoreRepair
{
    /// <summary>Puts it back, where that is so and nobody is at it.</summary>
    public static void Repair(PolicyHost host)
    {
        var (active, previous) = (Path.Combine(host.Store, "active"), Path.Combine(host.Store, "previous"));
        if (Directory.Exists(active) || !Directory.Exists(previous))
        {
            return;
        }

        // The lock that libsemanage holds during a transaction.
        using var held = new FileStream(Path.Combine(host.Store, "semanage.trans.LOCK"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (!Directory.Exists(active))
        {
            Directory.Move(previous, active);
        }
    }
}
