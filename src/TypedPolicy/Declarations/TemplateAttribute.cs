using System;

namespace TypedPolicy;

/// <summary>
/// A template: its rules and nested types come into being once for each concrete class that derives from it,
/// with that class as the subject and its name as the prefix.
/// </summary>
/// <remarks>The class is abstract and generic over the class that derives from it: <c>abstract class T&lt;TSelf&gt;</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TemplateAttribute : Attribute;
