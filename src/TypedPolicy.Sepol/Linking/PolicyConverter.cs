using TypedPolicy.Sepol.Interop;

namespace TypedPolicy.Sepol.Linking;

/// <summary>Turns packages and kernel policies into CIL, by libsepol. Called under <see cref="SepolGate"/>.</summary>
internal static unsafe class PolicyConverter
{
    /// <exception cref="SepolException">libsepol cannot read it.</exception>
    public static ReadOnlyMemory<byte> ToCil(PolicySource source) => source.Kind switch
    {
        PolicySourceKind.Package => PackageToCil(source),
        PolicySourceKind.Kernel => KernelToCil(source),
        _ => source.Content,
    };

    private static byte[] PackageToCil(PolicySource source)
    {
        if (PackageEnd.IsMissing(source.Content.Span))
        {
            throw new SepolException($"{source.Name} is cut: it stops in the middle of a line of its last section.");
        }

        using var pinned = source.Content.Pin();
        using var input = CFile.Reading((byte*)pinned.Pointer, source.Content.Length);
        var read = Libsepol.sepol_ppfile_to_module_package(input, out var package);
        using (package)
        {
            using var output = CFile.Writing();
            return read == 0 && !package.IsInvalid && Libsepol.sepol_module_package_to_cil(output, package) == 0
                ? output.Written()
                : throw new SepolException($"{source.Name} is not a policy package that libsepol can read.");
        }
    }

    private static byte[] KernelToCil(PolicySource source)
    {
        using var pinned = source.Content.Pin();
        if (Libsepol.sepol_policydb_create(out var policy) != 0 || Libsepol.sepol_policy_file_create(out var file) != 0)
        {
            throw new SepolException("libsepol has no memory left.");
        }

        using (policy)
        using (file)
        {
            Libsepol.sepol_policy_file_set_mem(file, (byte*)pinned.Pointer, (nuint)source.Content.Length);
            using var output = CFile.Writing();
            return Libsepol.sepol_policydb_read(policy, file) == 0 && Libsepol.sepol_kernel_policydb_to_cil(output, policy) == 0
                ? output.Written()
                : throw new SepolException($"{source.Name} is not a kernel policy that libsepol can read.");
        }
    }
}
