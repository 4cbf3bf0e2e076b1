namespace TypedPolicy.Model.Diagnostics;

/// <summary>Access that a domain lacks.</summary>
/// <param name="Missing">Rules that give it.</param>
/// <param name="Interface">The C# name of an interface of the base that gives it too; null if there is none.</param>
/// <param name="Class">The C# name of the class to write it on; null for the class at the finding.</param>
public sealed record AddAccess(EquatableArray<MissingAccess> Missing, string? Interface, string? Class) : Remedy;

/// <summary>A permission that a domain lacks, or the type that it lacks for what it makes.</summary>
/// <param name="Target">The name that the access is to.</param>
/// <param name="TargetClass">The class of this policy that declares the target; null if the policy does not declare it, empty if it is nested in a template and cannot be named.</param>
/// <param name="ObjectClass">The object class.</param>
/// <param name="Permission">The permission, or a set of permissions; null for a type transition.</param>
/// <param name="Made">For a type transition, the C# name of the type of what is made.</param>
public sealed record MissingAccess(string Target, string? TargetClass, string ObjectClass, string? Permission, string? Made = null);

/// <summary>A domain put into an attribute.</summary>
/// <param name="Attribute">The SELinux name of the attribute.</param>
/// <param name="Class">The C# name of the domain.</param>
public sealed record JoinAttribute(string Attribute, string Class) : Remedy;

/// <summary>A role that may run a domain.</summary>
/// <param name="Role">The SELinux name of the role.</param>
/// <param name="Class">The C# name of the domain.</param>
public sealed record AllowRole(string Role, string Class) : Remedy;

/// <summary>The access that a file transition takes.</summary>
/// <param name="Missing">What is missing.</param>
public sealed record AllowFileTransition(EquatableArray<TransitionAccess> Missing) : Remedy;

/// <summary>A permission that a file transition takes.</summary>
/// <param name="IsOnTarget">Whether it is on the directory, and not on what is made there.</param>
/// <param name="ObjectClass">The object class.</param>
/// <param name="Permission">The permission.</param>
public sealed record TransitionAccess(bool IsOnTarget, string ObjectClass, string Permission);
