namespace TypedPolicy.Model.Diagnostics;

/// <summary>The ids of the catalogue. TP0xxx authoring, TP1xxx declarations, TP2xxx rules, TP3xxx transitions and roles, TP4xxx labels, TP5xxx security, TP6xxx network, TP7xxx interfaces and the base policy, TP8xxx hygiene. An id is never reused.</summary>
public enum RuleId
{
    /// <summary>A policy class has the wrong shape.</summary>
    TP0001,

    /// <summary>Two kinds on one class, or a policy attribute on a class that declares nothing.</summary>
    TP0002,

    /// <summary>A policy class has the name of a namespace, so that other projects cannot name what is in it.</summary>
    TP0003,

    /// <summary>A C# type declares nothing in SELinux is used in a rule.</summary>
    TP0004,

    /// <summary>A policy name of the wrong kind is used in a rule.</summary>
    TP0005,

    /// <summary>An interface of the module cannot be written or applied as it is said.</summary>
    TP0006,

    /// <summary>A template or interface of a referenced assembly says something by classes of an assembly that is not referenced.</summary>
    TP0007,

    /// <summary>A template contains itself, or a template or interface stands for more than any policy has.</summary>
    TP0008,

    /// <summary>One name is declared twice.</summary>
    TP1001,

    /// <summary>A name that the base policy declares too.</summary>
    TP1002,

    /// <summary>A name is invalid or reserved.</summary>
    TP1003,

    /// <summary>A name that breaks the field's convention.</summary>
    TP1004,

    /// <summary>An attribute is used where one type is required.</summary>
    TP1005,

    /// <summary>A type is used where an attribute is required.</summary>
    TP1006,

    /// <summary>An attribute reaches itself.</summary>
    TP1007,

    /// <summary>An attribute is given to an interface that puts what it is given into an attribute.</summary>
    TP1008,

    /// <summary>Bounds have two parents or a cycle.</summary>
    TP1009,

    /// <summary>An attribute that rules use and that has no members.</summary>
    TP1010,

    /// <summary>A block with a run-time condition holds what CIL refuses there.</summary>
    TP1011,

    /// <summary>An optional block that is left out for a name that is nearly one of the base.</summary>
    TP1012,

    /// <summary>A permission that its class does not have, or none at all.</summary>
    TP2001,

    /// <summary>An allow rule gives every permission of a class, or all but some.</summary>
    TP2002,

    /// <summary>An allow rule gives audit_access, which means something in dontaudit alone.</summary>
    TP2003,

    /// <summary>A type names itself where Self says it.</summary>
    TP2004,

    /// <summary>Ioctl requests that cannot be read.</summary>
    TP2005,

    /// <summary>Permission set has a name, or lacks 'open'.</summary>
    TP2006,

    /// <summary>A rule says what another one says already.</summary>
    TP2007,

    /// <summary>An object class that its target never is.</summary>
    TP2008,

    /// <summary>An access that a neverallow of the policy forbids.</summary>
    TP2009,

    /// <summary>An exclusion in an attribute that is written out member by member.</summary>
    TP2010,

    /// <summary>Raw CIL or an expression that cannot be read.</summary>
    TP2011,

    /// <summary>A list of ioctl requests to log or to hide, without one of requests to allow.</summary>
    TP2012,

    /// <summary>A list of requests of an ioctl that nothing grants.</summary>
    TP2013,

    /// <summary>A domain transition without all of its permissions.</summary>
    TP3001,

    /// <summary>Two transitions contradict each other.</summary>
    TP3002,

    /// <summary>A domain that nothing can enter.</summary>
    TP3003,

    /// <summary>A domain that no role may run.</summary>
    TP3004,

    /// <summary>A type that does something with processes and is not in the attribute domain.</summary>
    TP3005,

    /// <summary>An executable type that no file is labelled with.</summary>
    TP3006,

    /// <summary>A domain that is entered through a type of executables which many programs share.</summary>
    TP3007,

    /// <summary>A domain that systemd cannot enter under NoNewPrivileges.</summary>
    TP3008,

    /// <summary>A named transition whose name no file can have, such as a path.</summary>
    TP3009,

    /// <summary>A file transition without its permissions.</summary>
    TP3010,

    /// <summary>A domain transition through the one entrypoint of a domain that has not exactly one.</summary>
    TP3011,

    /// <summary>Program of a transition lies where the source may not search.</summary>
    TP3012,

    /// <summary>Role that may not run the domain of a transition.</summary>
    TP3013,

    /// <summary>A metacharacter of a pattern that is surely meant literally.</summary>
    TP4001,

    /// <summary>A path pattern is invalid.</summary>
    TP4002,

    /// <summary>A path pattern escapes its anchors.</summary>
    TP4003,

    /// <summary>A path pattern can never match.</summary>
    TP4004,

    /// <summary>A construct of a path that seldom means what it says.</summary>
    TP4005,

    /// <summary>A path with USER or ROLE in it, which is taken for a template.</summary>
    TP4006,

    /// <summary>A path that names a home directory.</summary>
    TP4007,

    /// <summary>A label on a path that the target looks up under another name.</summary>
    TP4008,

    /// <summary>One path has two labels.</summary>
    TP4009,

    /// <summary>A label that is said twice.</summary>
    TP4010,

    /// <summary>A path has one label for every kind of file and another for one kind.</summary>
    TP4011,

    /// <summary>A pattern and its kind of file contradict each other.</summary>
    TP4012,

    /// <summary>Files with a type that is not in file_type.</summary>
    TP4013,

    /// <summary>A label is a domain or an attribute.</summary>
    TP4014,

    /// <summary>A genfs path is relative or a pattern.</summary>
    TP4015,

    /// <summary>A file type that no file has.</summary>
    TP4016,

    /// <summary>A path that the base labels otherwise.</summary>
    TP4017,

    /// <summary>A security level or range cannot be read.</summary>
    TP4018,

    /// <summary>Files that a domain may use but cannot reach.</summary>
    TP4019,

    /// <summary>Labelled files that no domain with rights to them can reach.</summary>
    TP4020,

    /// <summary>A literal path that is written as a glob.</summary>
    TP4021,

    /// <summary>A permissive domain.</summary>
    TP5001,

    /// <summary>Memory that can be written and executed.</summary>
    TP5002,

    /// <summary>A capability or process permission that amounts to much more.</summary>
    TP5003,

    /// <summary>A permission to change the policy or to switch it off.</summary>
    TP5004,

    /// <summary>A type that one domain may both write and execute.</summary>
    TP5005,

    /// <summary>Access that a neverallow of the base keeps from all but some.</summary>
    TP5006,

    /// <summary>Changing files of a type that nobody in particular owns, or of most types.</summary>
    TP5007,

    /// <summary>A type that joins an attribute whose members are let past the guards of the base.</summary>
    TP5008,

    /// <summary>Kernel log access is incomplete.</summary>
    TP5009,

    /// <summary>Categories that do not restrict a domain.</summary>
    TP5010,

    /// <summary>A port is out of range.</summary>
    TP6001,

    /// <summary>One port, host or network interface has two labels.</summary>
    TP6002,

    /// <summary>A network address or name cannot be read.</summary>
    TP6003,

    /// <summary>A domain may bind a port, and may not bind any address.</summary>
    TP6004,

    /// <summary>A domain may bind a port below 1024, and lacks the capability for it.</summary>
    TP6005,

    /// <summary>Access to a type of the base that an interface of the base gives.</summary>
    TP7001,

    /// <summary>A type of the base that this policy gives access or memberships.</summary>
    TP7002,

    /// <summary>A name that neither this policy nor the base declares.</summary>
    TP7003,

    /// <summary>An interface that the base deprecates.</summary>
    TP7004,

    /// <summary>A name of a module that a machine may lack, outside of an optional block.</summary>
    TP7005,

    /// <summary>A public interface without documentation.</summary>
    TP7006,

    /// <summary>An index of the base that cannot be read or is of another target.</summary>
    TP7007,

    /// <summary>An object class or a permission that the base of a target lacks.</summary>
    TP7008,

    /// <summary>A permission set that the targets have with different permissions.</summary>
    TP7009,

    /// <summary>A boolean that decides nothing, or a block that holds nothing.</summary>
    TP8001,

    /// <summary>A justification that gives no reason.</summary>
    TP8002,

    /// <summary>A justification of something that no justification silences.</summary>
    TP8003,
}
