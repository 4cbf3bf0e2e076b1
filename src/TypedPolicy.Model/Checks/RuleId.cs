namespace TypedPolicy.Model.Checks;

/// <summary>The ids of the catalogue. TP0xxx authoring, TP1xxx declarations, TP2xxx rules, TP3xxx transitions and roles, TP4xxx labels, TP6xxx network. An id is never reused.</summary>
public enum RuleId
{
    /// <summary>A policy class has the wrong shape.</summary>
    TP0001,

    /// <summary>Two kinds on one class, or a policy attribute on a class that declares nothing.</summary>
    TP0002,

    /// <summary>A C# type that declares nothing in SELinux is used in a rule.</summary>
    TP0004,

    /// <summary>A policy name of the wrong kind is used in a rule.</summary>
    TP0005,

    /// <summary>An interface of the module cannot be written or applied as it is said.</summary>
    TP0006,

    /// <summary>One name is declared twice.</summary>
    TP1001,

    /// <summary>A name is invalid or reserved.</summary>
    TP1003,

    /// <summary>An attribute is used where one type is required.</summary>
    TP1005,

    /// <summary>A type is used where an attribute is required.</summary>
    TP1006,

    /// <summary>An attribute reaches itself.</summary>
    TP1007,

    /// <summary>Bounds have two parents or a cycle.</summary>
    TP1009,

    /// <summary>A block with a run-time condition holds what CIL refuses there.</summary>
    TP1011,

    /// <summary>A permission that its class does not have, or none at all.</summary>
    TP2001,

    /// <summary>Ioctl requests that cannot be read.</summary>
    TP2005,

    /// <summary>Raw CIL or an expression that cannot be read.</summary>
    TP2011,

    /// <summary>Two transitions contradict each other.</summary>
    TP3002,

    /// <summary>A named transition with a path or a wildcard for a name.</summary>
    TP3009,

    /// <summary>A domain transition through the one entrypoint of a domain that has not exactly one.</summary>
    TP3011,

    /// <summary>A path pattern is invalid.</summary>
    TP4002,

    /// <summary>A path pattern escapes its anchors.</summary>
    TP4003,

    /// <summary>A path pattern can never match.</summary>
    TP4004,

    /// <summary>One path has two labels.</summary>
    TP4009,

    /// <summary>A label is a domain or an attribute.</summary>
    TP4014,

    /// <summary>A genfs path is relative or a pattern.</summary>
    TP4015,

    /// <summary>A security level or range cannot be read.</summary>
    TP4018,

    /// <summary>A port is out of range.</summary>
    TP6001,

    /// <summary>One port, host or network interface has two labels.</summary>
    TP6002,

    /// <summary>A network address or name cannot be read.</summary>
    TP6003,
}
