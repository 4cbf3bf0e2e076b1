using System;

namespace TypedPolicy;

/// <summary>An assertion: no rule of the whole policy may grant these ioctl requests.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <typeparam name="TClass">The object class, named by its permissions: <c>ChrFilePerms</c>.</typeparam>
/// <param name="requests">Request numbers of 16 bits and ranges of them: <c>0x8910-0x8920, 0x1234</c>.</param>
/// <remarks>CIL: <c>(neverallowx subject target (ioctl class (numbers)))</c>. Only requests that <see cref="AllowIoctlAttribute{TTarget, TClass}"/> lists are checked.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class NeverAllowIoctlAttribute<TTarget, TClass>(string requests) : Attribute
{
    /// <summary>The request numbers.</summary>
    public string Requests { get; } = requests;
}
