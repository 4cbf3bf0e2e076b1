using System.Text;
using TypedPolicy.Sepol.Interop;

namespace TypedPolicy.Sepol.Linking;

/// <summary>
/// Links policy by libsepol, as <c>secilc</c> and <c>semodule</c> do. May be called from any thread: since libsepol keeps state for the whole
/// process, calls wait for each other. It is native code, and a source that is wrong in the right way ends the process that links it (libsepol
/// 3.4 does not survive two labels of one path, one of them <c>()</c>): link what someone else made in a process of its own.
/// </summary>
public static unsafe class PolicyLinker
{
    // What libsepol puts into the type that a cil_add_file reads: memory is the only limit of its own.
    private const int MaxSourceSize = 256 << 20;

    /// <summary>Whether libsepol is installed.</summary>
    public static bool IsAvailable => SepolGate.IsAvailable;

    /// <summary>What is missing where libsepol is not installed, and how to have it.</summary>
    public static string HowToInstall => SepolGate.HowToInstall;

    /// <summary>Links sources, in their order.</summary>
    /// <exception cref="SepolException">libsepol is not installed, or a source is too large or a package that libsepol cannot read.</exception>
    public static LinkResult Link(IEnumerable<PolicySource> sources, LinkOptions? options = null)
    {
        var all = sources.ToList();
        options ??= new();
        if (all.Find(s => s.Content.Length > MaxSourceSize) is { } large)
        {
            throw new SepolException($"{large.Name} is larger than {MaxSourceSize >> 20} MB.");
        }

        var log = new LogText();
        var (policy, fileContexts) = SepolGate.Run(log, () => Link(all, options));
        var byName = new Dictionary<string, PolicySource>(StringComparer.Ordinal);
        all.ForEach(s => byName.TryAdd(s.Name, s));
        var severity = policy is null ? LinkSeverity.Error : LinkSeverity.Warning;
        var reader = new MessageReader(byName);
        return new(policy is null ? CauseReader.Read(reader.Read(log.Causes + log.Text, severity)) : reader.Read(log.Text, severity), log.IsCut, policy, fileContexts);
    }

    /// <summary>A package or a kernel policy as CIL; CIL as it is.</summary>
    /// <exception cref="SepolException">libsepol is not installed, or cannot read the source.</exception>
    public static ReadOnlyMemory<byte> ToCil(PolicySource source) => SepolGate.Run(new(), () => PolicyConverter.ToCil(source));

    private static (byte[]? Policy, string? FileContexts) Link(List<PolicySource> sources, LinkOptions options)
    {
        using var database = CilDatabase.Create();
        Libsepol.cil_set_multiple_decls(database, options.AllowRepeatedDeclarations ? 1 : 0);
        Libsepol.cil_set_disable_neverallow(database, options.CheckNeverAllow ? 0 : 1);
        Libsepol.cil_set_disable_dontaudit(database, options.LeaveOutDontAudit ? 1 : 0);
        Libsepol.cil_set_policy_version(database, options.PolicyVersion);
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var cil = PolicyConverter.ToCil(source);
            if (options.KeepAttributes)
            {
                attributes.UnionWith(AttributeNames.In(cil));
            }

            if (!Add(database, source.Name, cil))
            {
                return default;
            }
        }

        if (attributes.Count > 0 && !Add(database, "attributes to keep", Keep(attributes)))
        {
            return default;
        }

        if (Libsepol.cil_compile(database) != 0)
        {
            return default;
        }

        var built = Libsepol.cil_build_policydb(database, out var policy);
        using (policy)
        {
            return built == 0 && FileContexts(database) is { } fileContexts ? (Write(policy), fileContexts) : default;
        }
    }

    private static bool Add(CilDatabase database, string name, ReadOnlyMemory<byte> cil)
    {
        using var pinned = cil.Pin();
        return Libsepol.cil_add_file(database, name, (byte*)pinned.Pointer, (nuint)cil.Length) == 0;
    }

    // Each in an optional of its own: an attribute in an optional may not be there in the end.
    private static ReadOnlyMemory<byte> Keep(IEnumerable<string> attributes) =>
        Encoding.UTF8.GetBytes(string.Concat(attributes.Order(StringComparer.Ordinal).Select((name, i) => $"(optional keep_attribute_{i} (expandtypeattribute {name} false))\n")));

    private static string? FileContexts(CilDatabase database)
    {
        if (Libsepol.cil_filecons_to_string(database, out var text, out var size) != 0)
        {
            return null;
        }

        var result = text == null ? "" : Encoding.UTF8.GetString(text, checked((int)size)).TrimEnd('\0');
        Libc.free(text);
        return result;
    }

    private static byte[] Write(PolicyDatabase policy)
    {
        if (Libsepol.sepol_policy_file_create(out var file) != 0)
        {
            throw new SepolException("libsepol has no memory left.");
        }

        using (file)
        {
            using var output = CFile.Writing();
            Libsepol.sepol_policy_file_set_fp(file, output);
            return Libsepol.sepol_policydb_write(policy, file) == 0 ? output.Written() : throw new SepolException("libsepol could not write the policy that it linked.");
        }
    }
}
