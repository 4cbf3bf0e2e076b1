namespace TypedPolicy.Binding.Vocabulary;

/// <summary>What attributes of the vocabulary are for.</summary>
internal enum AttributeGroup
{
    /// <summary>None of the vocabulary.</summary>
    None,

    /// <summary>The class declares a name of the policy.</summary>
    Name,

    /// <summary>The enum declares an object class, or names for permissions.</summary>
    Class,

    /// <summary>The class belongs to someone else, is a template or an interface.</summary>
    Other,

    /// <summary>A part of the set that an attribute stands for.</summary>
    SetPart,

    /// <summary>What is declared of a declaration besides its kind.</summary>
    Companion,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>A label.</summary>
    Label,

    /// <summary>When the rules of a block hold.</summary>
    Condition,

    /// <summary>Whom the rules of a block are for.</summary>
    Subject,

    /// <summary>Said of the assembly.</summary>
    Assembly,

    /// <summary>An interface, applied.</summary>
    Call,
}
