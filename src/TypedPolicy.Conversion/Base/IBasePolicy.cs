using TypedPolicy.Conversion.Permissions;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Base;

/// <summary>What a module is converted against: the names that the base policy declares, and its interfaces.</summary>
public interface IBasePolicy
{
    /// <summary>Its permission sets.</summary>
    BaseSets Sets { get; }

    /// <summary>The interface or template of a name.</summary>
    BaseInterface? Interface(string name);

    /// <summary>How C# names something that the base declares; null if it declares no such thing.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its SELinux name.</param>
    string? ClassOf(EntityKind kind, string name);

    /// <summary>The module of the base whose interfaces name something; null if none does.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its SELinux name.</param>
    string? ModuleOf(EntityKind kind, string name);

    /// <summary>Whether interfaces name something in optional blocks alone, so that it may be missing where the module is there.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Its SELinux name.</param>
    bool IsOptional(EntityKind kind, string name);

    /// <summary>What a name of the base stands for; null if it has no such name, or several things of one name.</summary>
    EntityKind? KindOf(string name);
}
