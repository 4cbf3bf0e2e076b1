namespace TypedPolicy.Model.Naming;

/// <summary>Why a C# type that stands for a name of the policy elsewhere has none where it is used.</summary>
public enum Misplacement
{
    /// <summary>It is not out of place.</summary>
    None,

    /// <summary>It is nested in a template, and used outside of a class that derives from it.</summary>
    OpenTemplate,

    /// <summary>An argument of an interface, used outside of one.</summary>
    OutsideInterface,

    /// <summary>The owner of a nested type, used where no type is around.</summary>
    NoOwner,
}
