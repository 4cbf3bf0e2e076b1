using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>Permissions that a reviewer should know of.</summary>
public static class SensitivePermissions
{
    /// <summary>Each with the rule that is about it, the classes that it is a permission of (none: any class), and what it lets a process do, as the end of a sentence.</summary>
    public static ImmutableArray<(DiagnosticId Rule, ImmutableArray<string> Classes, ImmutableArray<string> Permissions, string Why)> All { get; } =
    [
        (DiagnosticId.WritableExecutableMemory, ["process"], ["execmem", "execstack", "execheap"], "lets memory be written and then executed, which is what an exploit needs"),
        (DiagnosticId.WritableExecutableMemory, [], ["execmod"], "lets a file's pages be changed in memory and then executed, which is what an exploit needs"),
        (DiagnosticId.SensitivePermission, ["capability", "cap_userns"], ["sys_admin"], "amounts to nearly everything that root may do"),
        (DiagnosticId.SensitivePermission, ["capability", "cap_userns"], ["dac_override"], "bypasses the owner and mode of every file; dac_read_search is often enough"),
        (DiagnosticId.SensitivePermission, ["capability", "cap_userns"], ["sys_ptrace"], "reaches into other processes"),
        (DiagnosticId.SensitivePermission, ["process"], ["ptrace"], "reads and changes another process, with all that it may do"),
        (DiagnosticId.SensitivePermission, ["process"], ["setcurrent"], "lets a process choose another domain for itself"),
        (DiagnosticId.PolicyManagement, ["security"], ["load_policy"], "replaces the whole policy"),
        (DiagnosticId.PolicyManagement, ["security"], ["setenforce"], "switches SELinux to permissive"),
        (DiagnosticId.PolicyManagement, ["system"], ["module_load"], "loads code into the kernel, which no policy restricts"),
    ];
}
