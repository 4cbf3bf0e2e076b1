using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Gives an object of one name a type of its own when the subject creates it in a directory.</summary>
/// <typeparam name="TDirectory">The type of the directory.</typeparam>
/// <typeparam name="TResult">The type of the new object. The right to create it comes from elsewhere.</typeparam>
/// <param name="name">The last part of the path.</param>
/// <param name="objectClass">The class of the object: <c>typeof(SockFilePerms)</c>.</param>
[PolicyInterface]
[Allow<Arg1>(DirPerms.Rw)]
[TypeTransition<Arg1, Arg2>(typeof(Param2), Name = Param1.Value)]
public sealed class CreateNamedAttribute<TDirectory, TResult>(string name, Type objectClass) : PolicyInterfaceAttribute
{
    /// <summary>The last part of the path.</summary>
    public string Name { get; } = name;

    /// <summary>The class of the object.</summary>
    public Type ObjectClass { get; } = objectClass;
}
