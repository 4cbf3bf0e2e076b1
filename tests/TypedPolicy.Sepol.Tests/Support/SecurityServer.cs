using System.Runtime.InteropServices;
using TypedPolicy.Sepol.Interop;

namespace TypedPolicy.Sepol.Tests.Support;

/// <summary>libsepol's own security server, which decides as the kernel does: the judge of the managed one. Its policy is that of the process.</summary>
internal static unsafe partial class SecurityServer
{
    [Flags]
    public enum Reason
    {
        None = 0,
        Rules = 1,
        Constraint = 2,
        Roles = 4,
        Bounds = 8,
    }

    public static T With<T>(byte[] policy, Func<T> action) => SepolGate.Run(new(), () =>
    {
        fixed (byte* bytes = policy)
        {
            using var file = CFile.Reading(bytes, policy.Length);
            return sepol_set_policydb_from_file(file) == 0 ? action() : throw new InvalidOperationException("libsepol refuses the policy.");
        }
    });

    /// <summary>Which of the permissions are allowed, and why not others; nothing where a context is not valid.</summary>
    public static (uint Allowed, Reason Reason)? Decide(string source, string target, int @class, uint permissions)
    {
        if (sepol_context_to_sid(source, (nuint)source.Length + 1, out var subject) != 0 || sepol_context_to_sid(target, (nuint)target.Length + 1, out var other) != 0)
        {
            return null;
        }

        var code = sepol_compute_av_reason(subject, other, (ushort)@class, permissions, out var decision, out var reason);
        return code == 0 ? (decision.Allowed, (Reason)reason) : throw new InvalidOperationException($"libsepol ends with {code}.");
    }

    [LibraryImport(Libsepol.Name)]
    private static partial int sepol_set_policydb_from_file(CFile file);

    [LibraryImport(Libsepol.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sepol_context_to_sid(string context, nuint length, out uint sid);

    [LibraryImport(Libsepol.Name)]
    private static partial int sepol_compute_av_reason(uint source, uint target, ushort @class, uint requested, out Decision decision, out uint reason);

    [StructLayout(LayoutKind.Sequential)]
    private struct Decision
    {
        public uint Allowed;
        public uint Decided;
        public uint AuditAllow;
        public uint AuditDeny;
        public uint Number;
    }
}
