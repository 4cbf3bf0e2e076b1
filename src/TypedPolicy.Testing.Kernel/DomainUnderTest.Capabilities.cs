using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>Capabilities.</content>
public sealed partial class DomainUnderTest
{
    private const int NotAModule = 8;

    /// <summary>Uses a capability by a system call that takes it, and nothing else that a policy grants, except where the class of a socket comes with it.</summary>
    /// <exception cref="ArgumentException">No call here takes it: ask <see cref="KernelUnderTest.Allows{TSource, TTarget}(Enum[])"/>.</exception>
    public KernelAnswer Use(CapabilityPerms capability) => Ask($"use {capability}", [NotAModule, NobodyListens, InvalidArgument], null, capability switch
    {
        CapabilityPerms.Chown => [Step.ChangeOwner(Trial(Step.Create), 1, 1)],
        CapabilityPerms.DacOverride => [Step.Open(Trial(Step.Create, path => Step.ChangeMode(path, "0")))],
        CapabilityPerms.DacReadSearch => [Step.Open(Trial(Step.Create, path => Step.ChangeMode(path, "0")))],
        CapabilityPerms.Fowner => [Step.ChangeMode(Trial(Step.Create, path => Step.ChangeOwner(path, 1, 1)), "0600")],
        CapabilityPerms.Setgid => [Step.SetGroup(1)],
        CapabilityPerms.Setuid => [Step.SetUser(1)],
        CapabilityPerms.Setpcap => [Step.Call(157, 24)], // prctl(PR_CAPBSET_DROP, CAP_CHOWN)
        CapabilityPerms.NetBindService => [Step.Bind("tcp", 1)],
        CapabilityPerms.NetAdmin => [Step.SocketIoctl(0x8943)], // SIOCSIFTXQLEN: the loopback device has no queue, and stays up
        CapabilityPerms.NetRaw => [Step.Socket(2, 3, 1)],
        CapabilityPerms.IpcLock => [Step.LockMemory()],
        CapabilityPerms.SysModule => [Step.LoadModule()],
        CapabilityPerms.SysRawio => [Step.Call(173, 0x80, 1, 1)], // ioperm
        CapabilityPerms.SysChroot => [Step.ChangeRoot(".")],
        CapabilityPerms.SysPacct => [Step.Call(163)], // acct(NULL)
        CapabilityPerms.SysAdmin => [Step.SetHostName("guest")],
        CapabilityPerms.SysBoot => [Step.Call(169)], // reboot, without the numbers that it takes to do it
        CapabilityPerms.SysNice => [Step.SetPriority(-1)],
        CapabilityPerms.SysResource => [Step.RaiseLimit(7)],
        CapabilityPerms.SysTime => [Step.SetTime()],
        CapabilityPerms.SysTtyConfig => [Step.Call(153)], // vhangup, and it has no terminal
        CapabilityPerms.Mknod => [Step.CreateCharacterDevice(Trial(Step.CreateDirectory) + "/device", 1, 3)],
        CapabilityPerms.Lease => [Step.Lease(Trial(Step.Create, path => Step.ChangeOwner(path, 1, 1)))],
        CapabilityPerms.Setfcap => [Step.SetFileCapability(Trial(Step.Create))],
        _ => throw new ArgumentException($"No system call here takes {capability} alone. Ask the security server: kernel.Allows<T, Self>(CapabilityPerms.{capability})."),
    });

    private string Trial(Func<string, Step> creation, Func<string, Step>? then = null) => _kernel.Trial(creation, then);
}
