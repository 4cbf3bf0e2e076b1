using System;

namespace TypedPolicy;

/// <summary>Sets the type of an instance of a polyinstantiated object.</summary>
/// <typeparam name="TTarget">The type of the object that is multiplied.</typeparam>
/// <typeparam name="TResult">The type that the instance gets.</typeparam>
/// <param name="classes">The object classes, named by their permissions: <c>typeof(FilePerms), typeof(DirPerms)</c>.</param>
/// <remarks>CIL: <c>(typemember subject target class result)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class TypeMemberAttribute<TTarget, TResult>(params Type[] classes) : Attribute
{
    /// <summary>The object classes.</summary>
    public Type[] Classes { get; } = classes;
}
