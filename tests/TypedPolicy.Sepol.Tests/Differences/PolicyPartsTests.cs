using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Queries;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Differences;

/// <summary>Whatever is read of a policy is compared: the table of parts names each field, and a policy that differs in one field only differs.</summary>
[Trait("Needs", "toolchain")]
public class PolicyPartsTests(ITestOutputHelper output)
{
    private static readonly Type[] Records =
    [
        typeof(PolicyTables), typeof(ClassPart), typeof(ConstraintPart), typeof(ConstraintStep), typeof(LevelPart), typeof(Sepol.Binary.RangePart), typeof(ContextPart), typeof(RolePart),
        typeof(TypePart), typeof(UserPart), typeof(ConditionPart), typeof(NamedTransitionPart), typeof(RoleTransitionPart), typeof(RangeTransitionPart), typeof(LabelPart),
        typeof(Avtab), typeof(AvtabRule), typeof(ExtendedPermissions),
    ];

    // What may change without a change of meaning, and why.
    private static readonly (string Place, string Reason)[] WithoutMeaning =
    [
        (@"^RoleParts\[1\]\.Types", "object_r takes every type."),
        (@"\.Dominates", "A role dominates itself in any case."),
        (@"^\w+\[0\]", "Values begin with 1."),
        (@"^Permissive\^1", "Type N is value N + 1, and there is no type 0."),
        (@"TransitionConstraints\[\d\]\.Permissions", "A transition constraint is for a class."),
        (@"^AttributesOf", "The reader makes it of the same memberships as MembersOf."),
        (@"^MembersOf\[[34678]\]", "The only member of a type is the type itself."),
        (@"^Rules\.Extended\[2\]\.Driver", "Extended permissions of whole drivers are for no driver in particular."),
        (@"(Bounds=-1|Operator=6|Attribute=102[35]|Specified=3|DefaultRole=3)$", "The reader refuses the value."),
    ];

    [Fact]
    public void Every_field_that_the_reader_fills_is_claimed_by_a_part_or_is_not_compared_for_a_reason()
    {
        var fields = Records.SelectMany(r => r.GetProperties().Select(p => $"{r.Name}.{p.Name}")).ToList();
        var claimed = PolicyParts.All.SelectMany(p => p.Claims).ToHashSet();
        Assert.Equal([], fields.Except(claimed).Except(PolicyParts.NotCompared.Keys));
        Assert.Equal([], claimed.Except(fields));
        Assert.Equal([], claimed.Intersect(PolicyParts.NotCompared.Keys));
    }

    [Fact]
    public void The_records_of_the_reader_are_all_in_this_test()
    {
        var found = new HashSet<Type>();
        Visit(typeof(PolicyTables));
        Assert.Equal(Records.Select(r => r.Name).Order(), found.Select(t => t.Name).Order());

        void Visit(Type type)
        {
            if (type.IsGenericType || type.IsArray)
            {
                foreach (var inner in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                {
                    Visit(inner);
                }
            }
            else if (type.Namespace == typeof(PolicyTables).Namespace && !type.IsEnum && type != typeof(ValueSet) && type != typeof(Symbols) && found.Add(type))
            {
                foreach (var property in type.GetProperties())
                {
                    Visit(property.PropertyType);
                }
            }
        }
    }

    [Fact]
    public void A_policy_that_differs_in_one_field_differs()
    {
        var bytes = EveryPart.Link(EveryPart.Cil);
        var original = KernelPolicy.Read(bytes);
        Assert.Empty(PolicyDifference.Between(original, KernelPolicy.Read(bytes)).Lines);

        var seen = new Dictionary<string, int>();
        var unseen = new List<string>();
        foreach (var property in typeof(PolicyTables).GetProperties().Where(p => !PolicyParts.NotCompared.ContainsKey($"PolicyTables.{p.Name}")))
        {
            foreach (var (path, value) in Variants(property.GetValue(original.Tables)!, property.Name))
            {
                if (WithoutMeaning.Any(w => Regex.IsMatch(path, w.Place)) || IsDifferent(bytes, original, property, value) is not { } isDifferent)
                {
                    continue;
                }

                seen[property.Name] = seen.GetValueOrDefault(property.Name) + (isDifferent ? 1 : 0);
                if (!isDifferent)
                {
                    unseen.Add(path);
                }
            }
        }

        output.WriteLine(string.Join('\n', seen.Select(s => $"{s.Key}: {s.Value}")));
        Assert.True(unseen.Count == 0, $"{unseen.Count} changes are not seen:\n{string.Join('\n', unseen.Take(60))}");
        Assert.Empty(typeof(PolicyTables).GetProperties().Select(p => p.Name).Where(p => p != nameof(PolicyTables.AttributesOf) && !PolicyParts.NotCompared.ContainsKey($"PolicyTables.{p}")).Except(seen.Where(s => s.Value > 0).Select(s => s.Key)));
    }

    // Null for a change that makes no policy: the reader would have refused it.
    private static bool? IsDifferent(byte[] bytes, KernelPolicy original, PropertyInfo property, object value)
    {
        var tables = PolicyReader.Read(bytes);
        switch (property.GetValue(tables))
        {
            case List<LabelPart> labels:
                labels.Clear();
                labels.AddRange((IEnumerable<LabelPart>)value);
                break;
            case Dictionary<string, string?[]> commons:
                commons.Clear();
                foreach (var (name, permissions) in (Dictionary<string, string?[]>)value)
                {
                    commons[name] = permissions;
                }

                break;
            default:
                property.SetValue(tables, value);
                break;
        }

        try
        {
            return !PolicyDifference.Between(original, new(tables)).IsEmpty;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or NullReferenceException or InvalidOperationException or SepolException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Copies of a value that differ in one leaf.</summary>
    private static IEnumerable<(string Path, object Value)> Variants(object value, string path)
    {
        switch (value)
        {
            case bool flag:
                return [(path, !flag)];
            case byte number:
                return [($"{path}={number + 1}", (byte)(number + 1)), ($"{path}={number - 1}", (byte)(number - 1))];
            case ushort number:
                return [($"{path}={number + 1}", (ushort)(number + 1)), ($"{path}={number - 1}", (ushort)(number - 1))];
            case uint number:
                return [($"{path}={number + 1}", number + 1), ($"{path}={number - 1}", number - 1)];
            case int number:
                return [($"{path}={number + 1}", number + 1), ($"{path}={number - 1}", number - 1)];
            case Enum one:
                return Enum.GetValues(one.GetType()).Cast<Enum>().Where(v => !v.Equals(one) && (one is not RuleKind || (((ushort)(RuleKind)v & ((ushort)(RuleKind)v - 1)) == 0))).Select(v => ($"{path}={v}", (object)v));
            case string text:
                return [($"{path}={text}x", text + "x")];
            case ValueSet set:
                return ((int[])[1, 2, 3]).Select(v => ($"{path}^{v}", (object)ValueSet.Of(set.Contains(v) ? set.Values.Where(x => x != v) : set.Values.Append(v))));
            case Symbols symbols:
                return symbols.Values.Keys.Select(name => ($"{path}:{name}", (object)Renamed(symbols, name)));
            case Avtab rules:
                return Variants(rules.Rules, path + ".Rules").Select(v => (v.Path, (object)new Avtab((AvtabRule[])v.Value, 100, rules.Extended)))
                    .Concat(Variants(rules.Extended, path + ".Extended").Select(v => (v.Path, (object)new Avtab([.. rules.Rules], 100, (ExtendedPermissions[])v.Value))));
            case Dictionary<string, string?[]> map:
                return map.SelectMany(m => Variants(m.Value, $"{path}[{m.Key}]").Select(v => (v.Path, (object)map.ToDictionary(x => x.Key, x => x.Key == m.Key ? (string?[])v.Value : x.Value))));
            case IList list:
                return OfList(list, path);
            default:
                return OfRecord(value, path);
        }
    }

    private static IEnumerable<(string Path, object Value)> OfList(IList list, string path)
    {
        var element = list.GetType().IsArray ? list.GetType().GetElementType()! : list.GetType().GetGenericArguments()[0];
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var (inner, changed) in list[i] is { } item ? Variants(item, $"{path}[{i}]") : [])
            {
                yield return (inner, Copy(changed, i));
            }

            // A part lies by its value: without one, the others would be those of other names.
            if (!path.EndsWith("Parts", StringComparison.Ordinal) && !path.EndsWith("Defaults", StringComparison.Ordinal) && path is not ("MembersOf" or "AttributesOf"))
            {
                yield return ($"{path} without {i}", Copy(null, i));
            }
        }

        object Copy(object? item, int at)
        {
            var items = list.Cast<object?>().ToList();
            if (item is null)
            {
                items.RemoveAt(at);
            }
            else
            {
                items[at] = item;
            }

            var array = Array.CreateInstance(element, items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                array.SetValue(items[i], i);
            }

            return array;
        }
    }

    private static IEnumerable<(string Path, object Value)> OfRecord(object value, string path)
    {
        var type = value.GetType();
        if (type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal))
        {
            return type.GetFields().SelectMany(f => Variants(f.GetValue(value)!, $"{path}.{f.Name}").Select(v => (v.Path, With(f.SetValue, v.Value))));
        }

        return type.GetProperties().Where(p => p.CanWrite && HasMeaning(value, p.Name) && !PolicyParts.NotCompared.ContainsKey($"{type.Name}.{p.Name}") && p.GetValue(value) is not null)
            .SelectMany(p => Variants(p.GetValue(value)!, $"{path}.{p.Name}").Select(v => (v.Path, With(p.SetValue, v.Value))));

        object With(Action<object, object> set, object changed)
        {
            var copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null)!;
            set(copy, changed);
            return copy;
        }
    }

    // An operator has no operands of its own, and only a comparison with names has names.
    private static bool HasMeaning(object value, string property) => value is not ConstraintStep step || step.Kind switch
    {
        ConstraintStepKind.Names => true,
        ConstraintStepKind.Compare => property != nameof(ConstraintStep.Names),
        _ => property == nameof(ConstraintStep.Kind),
    };

    private static Symbols Renamed(Symbols symbols, string name)
    {
        var copy = new Symbols("name", symbols.Count);
        foreach (var (old, value) in symbols.Values)
        {
            copy.Add(old == name ? old + "x" : old, value, isAlias: symbols[value] != old);
        }

        return copy;
    }
}
