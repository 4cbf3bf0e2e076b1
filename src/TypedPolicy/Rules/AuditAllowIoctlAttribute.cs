using System;

namespace TypedPolicy;

/// <summary>Logs these ioctl requests, where they are granted, and no others; it grants nothing.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <typeparam name="TClass">The object class, named by its permissions: <c>ChrFilePerms</c>.</typeparam>
/// <param name="requests">Request numbers of 16 bits and ranges of them: <c>0x8910-0x8920, 0x1234</c>.</param>
/// <remarks>
/// CIL: <c>(auditallow subject target (class (ioctl)))</c> and <c>(auditallowx subject target (ioctl class (numbers)))</c>.
/// The first makes the kernel log, the second restricts the log to these requests. Where no <see cref="AllowIoctlAttribute{TTarget, TClass}"/> lists requests for the same
/// subject, target and class, the kernel then denies every ioctl request: add one with <c>0x0000-0xffff</c> to allow them all.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AuditAllowIoctlAttribute<TTarget, TClass>(string requests) : Attribute
{
    /// <summary>The request numbers.</summary>
    public string Requests { get; } = requests;
}
