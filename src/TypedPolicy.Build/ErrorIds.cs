namespace TypedPolicy.Build;

/// <summary>The ids of the errors that this task reports by itself. An id is never reused.</summary>
internal static class ErrorIds
{
    /// <summary>Two assemblies declare one SELinux name.</summary>
    public const string NameDeclaredTwice = "TP1001";

    /// <summary>libsepol rejects the policy.</summary>
    public const string Rejected = "TP9001";

    /// <summary>The policy was not verified, because something that it takes is not there.</summary>
    public const string NotVerified = "TP9002";

    /// <summary>The path of a policy file could leave the policy folder, or cannot be a file everywhere, or is not a policy file's.</summary>
    public const string PathRefused = "TP9003";

    /// <summary>Two assemblies carry one policy file.</summary>
    public const string PathCarriedTwice = "TP9004";

    /// <summary>The project asks for a target that no table knows.</summary>
    public const string UnknownTarget = "TP9005";

    /// <summary>An assembly carries policy, but none for a target that the project asks for.</summary>
    public const string TargetMissing = "TP9006";

    /// <summary>What an assembly carries cannot be understood.</summary>
    public const string MalformedCarrier = "TP9007";

    /// <summary>The policy folder cannot be written.</summary>
    public const string FolderNotWritable = "TP9008";

    /// <summary>The project asks for an analysis mode that there is not.</summary>
    public const string UnknownMode = "TP9009";

    /// <summary>What the policy is to be verified with cannot be read.</summary>
    public const string BaseNotReadable = "TP9010";

    /// <summary>The base policy that a project asks for cannot be read.</summary>
    public const string HeadersNotReadable = "TP9011";

    /// <summary>A setting has a value that means nothing.</summary>
    public const string UnknownSetting = "TP9012";

    /// <summary>A config file has an option that no rule has.</summary>
    public const string UnknownOption = "TP9013";

    /// <summary>The compiled assembly has policy attributes that the generator did not see.</summary>
    public const string PolicyNotRead = "TP9014";

    /// <summary>The project has a property, or an item metadata, that is nearly one of ours.</summary>
    public const string UnknownProperty = "TP9015";

    /// <summary>The project is for one target, and the base that it names is of another.</summary>
    public const string BaseOfAnotherTarget = "TP9016";

    /// <summary>Packages of the policy could not be made.</summary>
    public const string NotPackaged = "TP9031";

    /// <summary>The policy breaks a neverallow rule of its base, which the target does not check.</summary>
    public const string BreaksBase = "TP9027";
}
