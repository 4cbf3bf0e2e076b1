using TypedPolicy.Evidence.Needs;
using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Writing;

/// <summary>What the files of each use are to a service.</summary>
internal static class FileUses
{
    private const string All = "DirPerms.Manage, FilePerms.Manage, LnkFilePerms.Manage";

    /// <summary>What they are.</summary>
    public static string Summary(FileUse use) => use switch
    {
        FileUse.Exec => "Its program.",
        FileUse.State => "What it keeps.",
        FileUse.Cache => "What it can make anew.",
        FileUse.Log => "Its logs.",
        FileUse.Conf => "Its settings.",
        FileUse.Runtime => "What is gone when it stops.",
        FileUse.Tmp => "Its temporary files.",
        FileUse.Volume => "What it is given to write.",
        FileUse.Content => "What it is given to read.",
        _ => "Other files that it writes.",
    };

    /// <summary>The attribute by which the base knows files of such a use; null if it has none.</summary>
    public static string? Attribute(FileUse use) => use switch
    {
        FileUse.Log => "logfile",
        FileUse.Conf => "configfile",
        FileUse.Runtime => "pidfile",
        FileUse.Tmp => "tmpfile",
        _ => null,
    };

    /// <summary>What the service may do with them; null for its program, whose transition has all.</summary>
    public static string? Access(FileUse use) => use switch
    {
        FileUse.Exec => null,
        FileUse.Conf or FileUse.Content => "DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet",
        FileUse.Runtime or FileUse.Tmp or FileUse.Volume => $"{All}, SockFilePerms.Manage, FifoFilePerms.Manage",
        _ => All,
    };

    /// <summary>Why.</summary>
    public static string Reason(FileUse use) => use is FileUse.Conf or FileUse.Content ? "It reads them, and changes nothing." : "They are its own.";
}
