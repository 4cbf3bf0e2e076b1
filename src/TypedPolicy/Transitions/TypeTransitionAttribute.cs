using System;

namespace TypedPolicy;

/// <summary>Sets the type of objects that the subject creates.</summary>
/// <typeparam name="TTarget">The type of the directory that an object is created in, or of the file that is executed.</typeparam>
/// <typeparam name="TResult">The type that the new object gets.</typeparam>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(typetransition subject target class result)</c>, with a name <c>(typetransition subject target class "name" result)</c>. It grants nothing: see <see cref="DomainTransitionAttribute{TExec, TTarget}"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class TypeTransitionAttribute<TTarget, TResult>(params Type[] classes) : Attribute
{
    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;

    /// <summary>The last part of the path, where the rule holds for one file name only. Compared letter by letter: <c>*</c>, <c>?</c> and <c>[</c> stand for themselves, as in <c>[userfaultfd]</c>, which the kernel names a new <c>anon_inode</c>.</summary>
    public string? Name { get; set; }
}
