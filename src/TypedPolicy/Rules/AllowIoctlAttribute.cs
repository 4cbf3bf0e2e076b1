using System;

namespace TypedPolicy;

/// <summary>Narrows the <c>ioctl</c> permission on the target, which another rule grants, to these requests.</summary>
/// <typeparam name="TTarget">The type or attribute that is accessed; <see cref="Self"/> for the subject itself.</typeparam>
/// <typeparam name="TClass">The object class, named by its permissions: <c>ChrFilePerms</c>.</typeparam>
/// <param name="requests">Request numbers of 16 bits and ranges of them: <c>0x8910-0x8920, 0x1234</c>.</param>
/// <remarks>
/// CIL: <c>(allowx subject target (ioctl class (numbers)))</c>.
/// It grants nothing by itself: the permission <c>ioctl</c> comes from <see cref="AllowAttribute{TTarget}"/>, and most permission sets have it. Several of these rules add up.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class AllowIoctlAttribute<TTarget, TClass>(string requests) : Attribute
{
    /// <summary>The request numbers.</summary>
    public string Requests { get; } = requests;
}
