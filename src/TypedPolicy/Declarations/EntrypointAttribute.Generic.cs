using System;

namespace TypedPolicy;

/// <summary>Lets the domain be entered through an executable type that is declared elsewhere.</summary>
/// <typeparam name="TExec">The executable type.</typeparam>
/// <remarks>CIL: <c>(allow x_t exec_t (file (entrypoint execute getattr ioctl lock map open read)))</c>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class EntrypointAttribute<TExec> : Attribute;
