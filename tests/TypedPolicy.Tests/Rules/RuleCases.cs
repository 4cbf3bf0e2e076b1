namespace TypedPolicy.Tests.Rules;

/// <summary>The table of cases.</summary>
public static partial class RuleCases
{
    private const string Names = """[External("etc_t")] class Etc; [External("tmp_t")] class Tmp; """;

    private const string Lamp = """
        public class Lamp { [PolicyInterface, Allow<Self>(FilePerms.Read)] public class SwitchAttribute : PolicyInterfaceAttribute; [External("bulb_t")] public class Bulb; }
        [ObjectClass("lamp"), Flags] public enum LampPerms { On = 1 }
        [TypeAttribute] public interface ILit;
        """;

    /// <summary>Every case.</summary>
    public static IReadOnlyList<RuleCase> All { get; } = [.. Shapes, .. Interfaces, .. NamesAndKinds, .. Rules, .. Labels];

    /// <summary>Templates, each of which contains two classes of the one before it.</summary>
    private static string Doubling(int templates) =>
        "[Template] abstract class T0<S>;\n" + string.Concat(Enumerable.Range(1, templates - 1).Select(i => $"[Template] abstract class T{i}<S> {{ [Domain] class F : T{i - 1}<F>; [Domain] class G : T{i - 1}<G>; }}\n"));

    /// <summary>Templates, each of which contains a class of the one before it.</summary>
    private static string Nesting(int templates) =>
        "[Template] abstract class T0<S>;\n" + string.Concat(Enumerable.Range(1, templates - 1).Select(i => $"[Template] abstract class T{i}<S> {{ [Domain] class F : T{i - 1}<F>; }}\n"));

    /// <summary>Interfaces, each of which applies the one before it twice.</summary>
    private static string DoublingInterfaces(int interfaces) =>
        "[PolicyInterface, Allow<Self>(FilePerms.Read)] class I0Attribute<T> : PolicyInterfaceAttribute;\n" + string.Concat(Enumerable.Range(1, interfaces - 1).Select(i => $"[PolicyInterface, I{i - 1}<Arg1>, I{i - 1}<Self>] class I{i}Attribute<T> : PolicyInterfaceAttribute;\n"));

    /// <summary>Interfaces in a row.</summary>
    private static string Row(int interfaces) =>
        string.Concat(Enumerable.Range(0, interfaces).Select(i => $"[PolicyInterface{(i == 0 ? "" : $", R{i - 1}")}] class R{i}Attribute : PolicyInterfaceAttribute;\n"));
}
