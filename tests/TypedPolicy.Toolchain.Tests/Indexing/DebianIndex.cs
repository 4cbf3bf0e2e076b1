using TypedPolicy.Model.Index;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Indexing;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Refpolicy;

namespace TypedPolicy.Toolchain.Tests.Indexing;

/// <summary>The index of Debian's policy as it is installed: headers, modules, file contexts. Made once in a run.</summary>
internal static class DebianIndex
{
    private static readonly Lazy<BaseIndex> Made = new(() => Build(reversed: false));
    private static readonly Lazy<string> Written = new(() => BaseIndexWriter.Write(Made.Value));

    /// <summary>The file contexts that Debian installs.</summary>
    public static string FileContexts => "/etc/selinux/default/contexts/files/file_contexts";

    /// <summary>The binary policy that Debian installs.</summary>
    public static string Policy => Directory.GetFiles("/etc/selinux/default/policy", "policy.*").Order(StringComparer.Ordinal).Last();

    /// <summary>The index.</summary>
    public static BaseIndex Index => Made.Value;

    /// <summary>Its text.</summary>
    public static string Text => Written.Value;

    /// <summary>Makes it.</summary>
    /// <param name="reversed">Whether all files are given from the last to the first.</param>
    public static BaseIndex Build(bool reversed)
    {
        var headers = DebianHeaders.Interfaces.Concat(DebianHeaders.Support).Append(Path.Combine(DebianHeaders.Folder, "build.conf")).ToArray();
        var modules = DebianPolicy.Files;
        if (reversed)
        {
            headers = [.. headers.Reverse()];
            modules = [.. modules.Reverse()];
        }

        var files = headers.Select(f => new HeaderFile(Path.GetRelativePath(DebianHeaders.Folder, f), File.ReadAllText(f))).ToArray();
        var tree = HeaderTree.Read(files);
        var installed = new InstalledPolicy(
            [.. modules.Select(f => new InstalledModule(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))], File.ReadAllText(FileContexts), File.ReadAllText(DebianPolicy.SubstitutionsFile));
        return BaseIndexBuilder.Build(tree, BindingNames.Of(tree), installed, "debian12", "debian12", SupportMacros.Read(files));
    }
}
