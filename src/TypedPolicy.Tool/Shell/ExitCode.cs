namespace TypedPolicy.Tool.Shell;

/// <summary>How the command ends. The numbers are part of its interface.</summary>
internal static class ExitCode
{
    /// <summary>It was done; the answer is yes, or nothing was found that is wrong.</summary>
    public const int Success = 0;

    /// <summary>It was done, and the answer is no: the policy is rejected, the access denied, nothing was found, two policies differ.</summary>
    public const int No = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done: a file that is missing or is not a policy, a name that the policy does not have.</summary>
    public const int Failure = 3;

    /// <summary>It was not done, because this machine lacks something, such as libsepol.</summary>
    public const int NotDone = 4;

    /// <summary>This program failed: a mistake of ours, and nothing about the policy.</summary>
    public const int Fault = 70;
}
