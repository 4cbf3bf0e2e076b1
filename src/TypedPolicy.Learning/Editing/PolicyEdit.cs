using System.Collections.Immutable;

namespace TypedPolicy.Learning.Editing;

/// <summary>Something to write into the class of a type. Types, classes and permissions have their names of SELinux; nothing of a log but these and plain paths is in it.</summary>
/// <param name="On">The type whose class carries it.</param>
internal abstract record PolicyEdit(string On);

/// <summary>An access rule: <c>[Allow&lt;Target&gt;(…)]</c>.</summary>
/// <param name="On">The domain.</param>
/// <param name="Word">The attribute: <c>Allow</c>, <c>DontAudit</c>.</param>
/// <param name="Target">The type; <c>self</c> for the domain itself.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, sorted.</param>
internal sealed record AccessEdit(string On, string Word, string Target, string Class, ImmutableArray<string> Permissions) : PolicyEdit(On);

/// <summary>Single requests: <c>[AllowIoctl&lt;Target, ChrFilePerms&gt;("0x5401")]</c>.</summary>
internal sealed record IoctlEdit(string On, string Target, string Class, ImmutableArray<int> Requests) : PolicyEdit(On);

/// <summary>An interface of the base: <c>[Kernel.ReadMessages]</c>.</summary>
/// <param name="On">The domain.</param>
/// <param name="Name">The C# name of the interface.</param>
internal sealed record InterfaceEdit(string On, string Name) : PolicyEdit(On);

/// <summary>A domain transition: <c>[DomainTransition&lt;Target&gt;]</c>.</summary>
internal sealed record TransitionEdit(string On, string Target, bool NoNewPrivileges) : PolicyEdit(On);

/// <summary>The type that objects get that are made in a directory: <c>[TypeTransition&lt;Directory, Result&gt;(typeof(FilePerms))]</c>, or an interface of the base that says it.</summary>
/// <param name="On">The domain.</param>
/// <param name="Directory">The type of the directory.</param>
/// <param name="Result">The type that they get.</param>
/// <param name="Classes">The classes of the objects, sorted.</param>
/// <param name="Interface">The C# name of an interface with the result as its argument; null for the rule itself.</param>
internal sealed record TypeTransitionEdit(string On, string Directory, string Result, ImmutableArray<string> Classes, string? Interface) : PolicyEdit(On);

/// <summary>A new type for files, as a class in that of the domain.</summary>
/// <param name="On">The domain.</param>
/// <param name="Name">The C# name of the class: <c>State</c>.</param>
/// <param name="Purpose">What it is for, in words.</param>
/// <param name="Paths">The paths that get it.</param>
/// <param name="Class">An object class of the files.</param>
/// <param name="Permissions">What the domain does with them.</param>
/// <param name="Mark">The C# name of the interface that makes the type one of its kind; null for none.</param>
internal sealed record OwnTypeEdit(string On, string Name, string Purpose, ImmutableArray<OwnPath> Paths, string Class, ImmutableArray<string> Permissions, string? Mark) : PolicyEdit(On);

/// <summary>A path that gets a new type.</summary>
/// <param name="Path">The path: plain, absolute.</param>
/// <param name="IsTree">Whether it is a directory, with all that is in it.</param>
internal sealed record OwnPath(string Path, bool IsTree);

/// <summary>A new type for ports, as a class in that of the domain, and the right to bind them.</summary>
/// <param name="On">The domain.</param>
/// <param name="Class">The class of the socket.</param>
/// <param name="Ports">The ports.</param>
internal sealed record OwnPortEdit(string On, string Class, ImmutableArray<int> Ports) : PolicyEdit(On);
