using System.Runtime.InteropServices;

namespace TypedPolicy.Sepol.Interop;

/// <summary>Something that libsepol or libc allocated, freed exactly once.</summary>
internal abstract class SepolHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}

/// <summary>A CIL database, <c>cil_db_t</c>.</summary>
internal sealed class CilDatabase : SepolHandle
{
    public static CilDatabase Create()
    {
        Libsepol.cil_db_init(out var database);
        var result = new CilDatabase();
        result.SetHandle(database);
        return result;
    }

    protected override bool ReleaseHandle()
    {
        Libsepol.cil_db_destroy(ref handle);
        return true;
    }
}

/// <summary>A policy database, <c>sepol_policydb_t</c>.</summary>
internal sealed class PolicyDatabase : SepolHandle
{
    protected override bool ReleaseHandle()
    {
        Libsepol.sepol_policydb_free(handle);
        return true;
    }
}

/// <summary>Where a policy database is read from or written to, <c>sepol_policy_file_t</c>.</summary>
internal sealed class PolicyFile : SepolHandle
{
    protected override bool ReleaseHandle()
    {
        Libsepol.sepol_policy_file_free(handle);
        return true;
    }
}

/// <summary>A policy package, <c>sepol_module_package_t</c>.</summary>
internal sealed class ModulePackage : SepolHandle
{
    protected override bool ReleaseHandle()
    {
        Libsepol.sepol_module_package_free(handle);
        return true;
    }
}
