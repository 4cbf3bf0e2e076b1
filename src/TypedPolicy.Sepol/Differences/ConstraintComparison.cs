using TypedPolicy.Sepol.Binary;
using DemandTable = System.Collections.Generic.Dictionary<(string Class, string Permission), System.Collections.Generic.Dictionary<string, TypedPolicy.Sepol.Differences.ConstraintForm>>;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Constraints, by class and permission: all that are written for one must be met, so that it counts what is demanded, not in which statements or words.</summary>
internal static class ConstraintComparison
{
    private static readonly string[] WithoutPermission = [""];

    /// <summary>Constraints on permissions.</summary>
    public static IEnumerable<PolicyChange> Permissions(SharedNames names, bool isMls) => Changes(names.PermissionDemands, isMls ? "mlsconstrain" : "constrain", isMls);

    /// <summary>Constraints on changes of an object's context.</summary>
    public static IEnumerable<PolicyChange> Transitions(SharedNames names, bool isMls) => Changes(names.TransitionDemands, isMls ? "mlsvalidatetrans" : "validatetrans", isMls);

    /// <summary>What constraints on permissions demand of one policy alone, those of MLS among them.</summary>
    public static DemandDifference OfPermissions(SharedNames names) =>
        Compare(names, c => c.Constraints, (part, constraint) =>
            part.Permissions.Select((name, i) => (Name: name ?? $"#{i}", IsNamed: (constraint.Permissions >> i & 1) != 0)).Where(p => p.IsNamed).Select(p => p.Name));

    /// <summary>What constraints on changes of an object's context demand of one policy alone, those of MLS among them.</summary>
    public static DemandDifference OfTransitions(SharedNames names) => Compare(names, c => c.TransitionConstraints, (_, _) => WithoutPermission);

    private static IEnumerable<PolicyChange> Changes(DemandDifference difference, string kind, bool isMls)
    {
        var (gone, @new) = (difference.Gone.FindAll(d => d.Form.IsMls == isMls), difference.New.FindAll(d => d.Form.IsMls == isMls));
        var removed = Grouped(gone).ToDictionary(d => (d.Class, d.Permissions, d.Form.Text), d => d.Form.Sets);
        foreach (var (@class, allowed, form) in Grouped(@new))
        {
            // The same words for other names: an attribute that a constraint names has got or lost members.
            var note = removed.Remove((@class, allowed, form.Text), out var then) ? Note(then, form.Sets) : null;
            yield return Change(@class, allowed, form.Text + note, form.Sets, isAdded: true, note is not null);
        }

        foreach (var ((@class, allowed, text), sets) in removed)
        {
            yield return Change(@class, allowed, text, sets, isAdded: false, isChanged: false);
        }

        PolicyChange Change(string @class, string allowed, string text, IEnumerable<NameSet> sets, bool isAdded, bool isChanged)
        {
            var types = sets.Where(s => s.AreTypes).SelectMany(s => s.Names).ToList();
            var rule = allowed.Length == 0 ? $"{kind} {@class}" : $"{kind} {@class} {{ {allowed} }}";
            return isChanged
                ? new StatementChange(kind, $"{rule} {text}", isAdded) { Types = types, IsChanged = true }
                : new StatementChange(kind, $"{rule} {text};", isAdded) { Types = types };
        }

        // One line for all permissions of a class that lack the same demand.
        static IEnumerable<(string Class, string Permissions, ConstraintForm Form)> Grouped(List<Demand> demands) =>
            demands.GroupBy(d => (d.Class, d.Form.Identity)).Select(g => (g.Key.Class, string.Join(' ', g.Select(d => d.Permission).Order(StringComparer.Ordinal)), g.First().Form));
    }

    private static DemandDifference Compare(SharedNames names, Func<ClassPart, ConstraintPart[]> constraints, Func<ClassPart, ConstraintPart, IEnumerable<string>> permissions)
    {
        var (before, after) = (Demands(names.Before.Tables), Demands(names.After.Tables));
        return Differing(new());

        // By class and permission: the demands, by what they amount to.
        DemandTable Demands(PolicyTables tables)
        {
            var demands = new DemandTable();
            foreach (var part in tables.ClassParts.OfType<ClassPart>())
            {
                foreach (var constraint in constraints(part))
                {
                    var forms = ConstraintForm.Demands(tables, constraint.Expression).ToList();
                    foreach (var permission in permissions(part, constraint))
                    {
                        var known = demands.TryGetValue((part.Name, permission), out var list) ? list : demands[(part.Name, permission)] = new(StringComparer.Ordinal);
                        forms.ForEach(f => known.TryAdd(f.Identity, f));
                    }
                }
            }

            return demands;
        }

        // What one side demands and the other does not, in other words either; the same words for other names are both shown where one of them is a difference.
        DemandDifference Differing(ConstraintImplication implication)
        {
            var (gone, added) = (new List<Demand>(), new List<Demand>());
            foreach (var key in before.Keys.Union(after.Keys))
            {
                var (then, now) = (before.GetValueOrDefault(key, []), after.GetValueOrDefault(key, []));
                var (left, right) = (Alone(then, now), Alone(now, then));
                if (left.Count + right.Count > 0)
                {
                    // A weaker demand in whose place there is a stronger one follows from it, and is gone all the same.
                    var shared = then.Where(f => now.ContainsKey(f.Key)).ToList();
                    var (old, @new) = (left.FindAll(f => implication.Follows(f, now)), right.FindAll(f => implication.Follows(f, then)));
                    var different = left.Where(f => !implication.Follows(f, With(shared, @new))).Concat(right.Where(f => !implication.Follows(f, With(shared, old)))).Select(f => f.Text).ToHashSet(StringComparer.Ordinal);
                    gone.AddRange(left.Where(f => different.Contains(f.Text)).Select(f => new Demand(key.Class, key.Permission, f)));
                    added.AddRange(right.Where(f => different.Contains(f.Text)).Select(f => new Demand(key.Class, key.Permission, f)));
                }
            }

            return new(gone, added);
        }

        static Dictionary<string, ConstraintForm> With(List<KeyValuePair<string, ConstraintForm>> shared, List<ConstraintForm> others) => new(shared.Concat(others.Select(f => KeyValuePair.Create(f.Identity, f))));

        static List<ConstraintForm> Alone(Dictionary<string, ConstraintForm> these, Dictionary<string, ConstraintForm> others) => [.. these.Where(f => !others.ContainsKey(f.Key)).Select(f => f.Value)];
    }

    private static string Note(IEnumerable<NameSet> before, IEnumerable<NameSet> after)
    {
        var pairs = before.OrderBy(s => s.Text, StringComparer.Ordinal).Zip(after.OrderBy(s => s.Text, StringComparer.Ordinal)).Where(p => !p.First.Names.SequenceEqual(p.Second.Names)).ToList();
        var changes = pairs.Select(p => $"{p.First.Text}: {string.Join(' ', p.Second.Names.Except(p.First.Names, StringComparer.Ordinal).Select(n => "+" + n).Concat(p.First.Names.Except(p.Second.Names, StringComparer.Ordinal).Select(n => "-" + n)))}");
        return $"; [ {string.Join(", ", changes.Distinct(StringComparer.Ordinal))} ]";
    }
}

/// <summary>What a constraint demands for a permission of a class.</summary>
internal sealed record Demand(string Class, string Permission, ConstraintForm Form);

/// <summary>The demands that only the policy before has, and those that only the one after has.</summary>
internal sealed record DemandDifference(List<Demand> Gone, List<Demand> New);
