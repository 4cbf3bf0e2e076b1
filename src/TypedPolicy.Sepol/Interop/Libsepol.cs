using System.Runtime.InteropServices;

namespace TypedPolicy.Sepol.Interop;

/// <summary>The functions of libsepol that linking needs, as its headers declare them. Called under <see cref="SepolGate"/> only.</summary>
internal static unsafe partial class Libsepol
{
    public const string Name = "libsepol.so.2";

    [LibraryImport(Name)]
    public static partial void cil_db_init(out nint database);

    [LibraryImport(Name)]
    public static partial void cil_db_destroy(ref nint database);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int cil_add_file(CilDatabase database, string name, byte* data, nuint size);

    [LibraryImport(Name)]
    public static partial int cil_compile(CilDatabase database);

    [LibraryImport(Name)]
    public static partial int cil_build_policydb(CilDatabase database, out PolicyDatabase policy);

    [LibraryImport(Name)]
    public static partial int cil_filecons_to_string(CilDatabase database, out byte* text, out nuint size);

    [LibraryImport(Name)]
    public static partial void cil_set_multiple_decls(CilDatabase database, int allowed);

    [LibraryImport(Name)]
    public static partial void cil_set_disable_neverallow(CilDatabase database, int disabled);

    [LibraryImport(Name)]
    public static partial void cil_set_disable_dontaudit(CilDatabase database, int disabled);

    [LibraryImport(Name)]
    public static partial void cil_set_policy_version(CilDatabase database, int version);

    [LibraryImport(Name)]
    public static partial void cil_set_log_level(int level);

    [LibraryImport(Name)]
    public static partial void cil_set_log_handler(delegate* unmanaged[Cdecl]<int, byte*, void> handler);

    [LibraryImport(Name)]
    public static partial void sepol_debug(int on);

    [LibraryImport(Name)]
    public static partial int sepol_policydb_create(out PolicyDatabase policy);

    [LibraryImport(Name)]
    public static partial void sepol_policydb_free(nint policy);

    [LibraryImport(Name)]
    public static partial int sepol_policydb_read(PolicyDatabase policy, PolicyFile file);

    [LibraryImport(Name)]
    public static partial int sepol_policydb_write(PolicyDatabase policy, PolicyFile file);

    [LibraryImport(Name)]
    public static partial int sepol_policy_file_create(out PolicyFile file);

    [LibraryImport(Name)]
    public static partial void sepol_policy_file_free(nint file);

    [LibraryImport(Name)]
    public static partial void sepol_policy_file_set_mem(PolicyFile file, byte* data, nuint size);

    [LibraryImport(Name)]
    public static partial void sepol_policy_file_set_fp(PolicyFile file, CFile stream);

    [LibraryImport(Name)]
    public static partial int sepol_ppfile_to_module_package(CFile stream, out ModulePackage package);

    [LibraryImport(Name)]
    public static partial int sepol_module_package_to_cil(CFile stream, ModulePackage package);

    [LibraryImport(Name)]
    public static partial void sepol_module_package_free(nint package);

    [LibraryImport(Name)]
    public static partial int sepol_kernel_policydb_to_cil(CFile stream, PolicyDatabase policy);
}
