using System;

namespace TypedPolicy;

/// <summary>Sets the type that an object gets when a user-space object manager relabels it for the subject.</summary>
/// <typeparam name="TTarget">The type that is relabelled.</typeparam>
/// <typeparam name="TResult">The type that it gets.</typeparam>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(typechange subject target class result)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class TypeChangeAttribute<TTarget, TResult>(params Type[] classes) : Attribute
{
    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}
