namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>A parameter of an interface. The headers say no kind: it is what the parameter is used as, also in what the interface calls.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">Its name in the comments; <c>arg2</c> and the like where they have none.</param>
/// <param name="Summary">What the comments say it is for; empty where they say nothing.</param>
/// <param name="Kind">What may be given.</param>
/// <param name="IsOptional">Whether it may be left out, together with all that follow it.</param>
/// <param name="JoinsAttribute">Whether it is added to an attribute: what is given must be one type, not an attribute.</param>
/// <param name="Hole">How the expansion text writes it: <c>{subject}</c>, <c>{arg1}</c>, <c>{param1}</c>; empty where nothing is done with it.</param>
public sealed record InterfaceParameter(int Number, string Name, string Summary, InterfaceParameterKind Kind, bool IsOptional, bool JoinsAttribute, string Hole)
{
    /// <summary>What the interface asks of the argument's text, beside writing it.</summary>
    public TextInspection Inspection { get; init; }
}

/// <summary>What an interface asks of the text of an argument, as <c>ifelse(`$2',`',…)</c> does.</summary>
public enum TextInspection
{
    /// <summary>Nothing: every argument is written alike.</summary>
    None,

    /// <summary>Whether there is any.</summary>
    Emptiness,

    /// <summary>What it is: only the call with this very argument can be expanded.</summary>
    Content,
}

/// <summary>What may be given for a parameter.</summary>
public enum InterfaceParameterKind
{
    /// <summary>Nothing is done with it.</summary>
    Unused,

    /// <summary>A type, an attribute, or a set of them.</summary>
    Type,

    /// <summary>Exactly one type: it joins an attribute, comes out of a transition, gets an alias.</summary>
    SingleType,

    /// <summary>A type attribute.</summary>
    TypeAttribute,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A role attribute.</summary>
    RoleAttribute,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A class, or a set of them.</summary>
    Class,

    /// <summary>A permission, or a set of them.</summary>
    Permission,

    /// <summary>A file's name.</summary>
    FileName,

    /// <summary>Text that becomes part of names: the prefix of what a template declares.</summary>
    NamePart,

    /// <summary>A level or a range of levels.</summary>
    Level,

    /// <summary>Types that are removed from a set: <c>-a_t -b_t</c>, or nothing.</summary>
    ExcludedTypes,
}
