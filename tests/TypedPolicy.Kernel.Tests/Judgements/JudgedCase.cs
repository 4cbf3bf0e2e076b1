using System.Text.RegularExpressions;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Kernel.Tests.Judgements;

/// <summary>What a rule says of a policy that loads, and what a kernel makes of it before and after.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="What">What the service does; also its namespace in C#.</param>
/// <param name="Source">The C#: <c>@</c> is the class of the service, <c>%</c> its name in the policy; <c>«before|after»</c> is what the remedy changes.</param>
/// <param name="Before">Has processes show that it does not work. Is given the name.</param>
/// <param name="After">Has processes show that it does.</param>
public sealed record JudgedCase(DiagnosticId Rule, string What, string Source, Action<DebianGuest, string> Before, Action<DebianGuest, string> After)
{
    private const string Externals =
        """
        using TypedPolicy;
        namespace Judged.Base;
        [External("bin_t")] public sealed class Bin;
        [External("node_t")] public sealed class AnyAddress;
        [External("var_t")] public sealed class Var;
        [External("var_lib_t")] public sealed class VarLib;
        [External("var_run_t")] public sealed class Run;
        [External("sysadm_t")] public sealed class Sysadm;
        [External("user_t")] public sealed class UserT;
        [External("kernel_t")] public sealed class Kernel;
        [External("proc_kmsg_t")] public sealed class ProcKmsg;
        [External("kmsg_device_t")] public sealed class Kmsg;
        [External("unreserved_port_t")] public sealed class Unreserved;
        [External("hi_reserved_port_t")] public sealed class HighReserved;
        [External("sysadm_r"), Role] public sealed class SysadmR;
        [External("user_r"), Role] public sealed class UserR;
        [External("can_receive_kernel_messages")] public interface IMayReceiveKernelMessages;
        [External("mcs_constrained_type")] public interface IConstrained;
        """;

    /// <summary>The names of the base that cases use, as a file of a compilation.</summary>
    public static (string Path, string Source) Base => ("Base.cs", Externals);

    /// <summary>The name of the service before the remedy, or after it.</summary>
    public string NameOf(bool isFixed) => $"{What.ToLowerInvariant()}_{(isFixed ? "after" : "before")}";

    /// <summary>The case as a file of a compilation.</summary>
    public (string Path, string Source) File(bool isFixed)
    {
        var stem = $"{What}{(isFixed ? "After" : "Before")}";
        var source = Changed.Replace(Source, isFixed ? "$2" : "$1");
        return ($"{stem}.cs", $"using TypedPolicy;\nusing Judged.Base;\nnamespace Judged;\n{source.Replace("@", stem, StringComparison.Ordinal).Replace("%", NameOf(isFixed), StringComparison.Ordinal)}");
    }

    private static Regex Changed { get; } = new("«(.*?)\\|(.*?)»", RegexOptions.Singleline);

    public override string ToString() => $"{Rule.Code()} {What}";
}
