namespace TypedPolicy.Report.Facts;

/// <summary>That one domain becomes another.</summary>
/// <param name="Source">The number of the domain that changes.</param>
/// <param name="Target">The number of the domain that it becomes.</param>
/// <param name="Programs">The types of the programs by which it does.</param>
/// <param name="IsDynamic">Whether it can without executing anything.</param>
/// <param name="Places">The C# lines that let it.</param>
internal sealed record TransitionFact(int Source, int Target, IReadOnlyList<ProgramFact> Programs, bool IsDynamic, IReadOnlyList<int> Places);

/// <summary>A way by a program.</summary>
/// <param name="Type">The number of the program's type.</param>
/// <param name="IsAutomatic">Whether it happens by itself; otherwise the caller must ask for it.</param>
internal sealed record ProgramFact(int Type, bool IsAutomatic);

/// <summary>A path and its label.</summary>
/// <param name="Pattern">The pattern, as file contexts write it.</param>
/// <param name="Kind">The mark of the kind of file; empty for any.</param>
/// <param name="Type">The number of its type; null where it gets no label.</param>
/// <param name="IsOwn">Whether the policy of the report gives it.</param>
internal sealed record LabelFact(string Pattern, string Kind, int? Type, bool IsOwn);

/// <summary>Ports of one type.</summary>
/// <param name="Type">The number of the type.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Range">One number, or two with a dash.</param>
internal sealed record PortFact(int Type, string Protocol, string Range);

/// <summary>A boolean that an administrator may set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOn">Whether it is set at first.</param>
/// <param name="IsOwn">Whether the policy of the report declares it.</param>
/// <param name="Summary">How its author describes it.</param>
internal sealed record BooleanFact(string Name, bool IsOn, bool IsOwn, string Summary);
