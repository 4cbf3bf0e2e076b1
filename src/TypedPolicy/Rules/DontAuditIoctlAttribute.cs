using System;

namespace TypedPolicy;

/// <summary>Keeps the denial of these ioctl requests out of the log.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <typeparam name="TClass">The object class, named by its permissions: <c>ChrFilePerms</c>.</typeparam>
/// <param name="requests">Request numbers of 16 bits and ranges of them: <c>0x8910-0x8920, 0x1234</c>.</param>
/// <remarks>
/// CIL: <c>(dontauditx subject target (ioctl class (numbers)))</c>.
/// Where <c>ioctl</c> is granted, and no <see cref="AllowIoctlAttribute{TTarget, TClass}"/> lists requests for the same subject, target and class, the kernel then denies
/// every ioctl request: add one with <c>0x0000-0xffff</c> to allow them all.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class DontAuditIoctlAttribute<TTarget, TClass>(string requests) : Attribute
{
    /// <summary>The request numbers.</summary>
    public string Requests { get; } = requests;
}
