using System;

namespace TypedPolicy;

/// <summary>Turns denials of this domain into log entries: nothing is enforced for it.</summary>
/// <remarks>CIL: <c>(typepermissive x_t)</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PermissiveAttribute : Attribute;
