using TypedPolicy.Guest;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <summary>The attributes of the vocabulary, each as alone as it can be, and what a kernel does because of it.</summary>
public static partial class KernelCases
{
    private const int NotATerminal = 25;
    private const int InvalidArgument = 22;

    private const string EveryBaseName =
        """
        using TypedPolicy;
        namespace Base;
        [External("root_t")] public sealed class RootDirectory;
        [External("bin_t")] public sealed class Bin;
        [External("node_t")] public sealed class AnyAddress;
        [External("process_uncond_exempt")] public interface IMayChangeRoles;
        """;

    public static IReadOnlyList<KernelCase> All { get; } = [.. Access, .. Requests, .. Types, .. Transitions, .. Roles, .. Classes, .. Labels, .. Blocks];

    /// <summary>All cases as one module.</summary>
    internal static Policy Policy { get; } = Policy.Of([("Base.cs", EveryBaseName), ("Usings.cs", "global using System;"), .. All.Select(c => c.File)], new() { ["TypedPolicyTargets"] = "debian12" });

    /// <summary>Programs of the cases.</summary>
    public static IEnumerable<string> Programs => ["/usr/bin/stepped", "/usr/bin/entered", "/usr/bin/ranged", "/usr/bin/roled", "/usr/bin/through"];

    /// <summary>Files of the cases, which the labels of the cases are for.</summary>
    public static IEnumerable<string> Files =>
        ["/srv/labels/exact", "/srv/labels/exact.more", "/srv/labels/tree/a/b", "/srv/labels/p7", "/srv/labels/px", "/srv/labels/none/a", "/srv/labels/leveled"];

    private static string Label(string type, string level = "s0") => $"system_u:object_r:{type}:{level}";

    private static Outcome IsValid(DebianGuest guest, string context) => guest.Kernel.Run(null, Step.Transact("/sys/fs/selinux/context", context));

    private static void IsInvalid(DebianGuest guest, string context) => Assert.Equal(InvalidArgument, IsValid(guest, context).Error);
}
