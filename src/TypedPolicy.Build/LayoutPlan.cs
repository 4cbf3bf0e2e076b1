using TypedPolicy.Model.Languages;

namespace TypedPolicy.Build;

/// <summary>
/// Which file goes where: the policy of this project and of every assembly that it references, for the targets that the project
/// asks for. One target lies straight in the policy folder; of several, each has a folder of its own.
/// </summary>
internal sealed class LayoutPlan
{
    private readonly SortedDictionary<string, PlannedFile> _files = new(StringComparer.Ordinal);

    // By path without regard to case: two paths that are one file on Windows or macOS are one file everywhere.
    private readonly Dictionary<string, PlannedFile> _places = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<Fault> _faults = [];

    private LayoutPlan()
    {
    }

    /// <summary>The files, in ordinal order of their paths.</summary>
    public IReadOnlyCollection<PlannedFile> Files => _files.Values;

    /// <summary>What is in the way; if there is anything, nothing is to be laid out.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Makes the plan.</summary>
    /// <param name="own">What this project's assembly carries, if anything.</param>
    /// <param name="upstream">What the referenced assemblies carry.</param>
    /// <param name="targets">The targets that the project asks for; all known.</param>
    public static LayoutPlan Make(CarriedPolicy? own, IEnumerable<CarriedPolicy> upstream, IReadOnlyList<string> targets)
    {
        var plan = new LayoutPlan();
        var carriers = InOrder(own, upstream);
        foreach (var carrier in carriers)
        {
            plan.Place(carrier, carrier == own, targets);
        }

        plan.RefuseFilesThatAreFolders();
        plan.RefuseNamesDeclaredTwice(carriers);
        return plan;
    }

    private static List<CarriedPolicy> InOrder(CarriedPolicy? own, IEnumerable<CarriedPolicy> upstream)
    {
        var carriers = new List<CarriedPolicy>();
        if (own is not null)
        {
            carriers.Add(own);
        }

        // One assembly may be referenced along several paths.
        carriers.AddRange(upstream
            .Where(carrier => own is null || carrier.Identity != own.Identity)
            .GroupBy(carrier => carrier.Identity)
            .Select(same => same.OrderBy(carrier => carrier.AssemblyPath, StringComparer.Ordinal).First())
            .OrderBy(carrier => carrier.AssemblyName, StringComparer.Ordinal)
            .ThenBy(carrier => carrier.AssemblyPath, StringComparer.Ordinal));
        return carriers;
    }

    private void Place(CarriedPolicy carrier, bool isOwn, IReadOnlyList<string> targets)
    {
        var refused = carrier.Artifacts
            .Select(artifact => artifact.Path)
            .Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, Reason: ArtifactPath.Refusal(path)))
            .Where(refusal => refusal.Reason is not null)
            .ToList();
        foreach (var (path, reason) in refused)
        {
            _faults.Add(new(
                ErrorIds.PathRefused,
                $"The assembly {carrier.Display} carries a policy file at '{Printable(path)}', which is refused: {reason}. " +
                "A policy file must be below the policy folder. Do not use this assembly unless you trust its author."));
        }

        if (refused.Count > 0)
        {
            return;
        }

        foreach (var target in targets)
        {
            var artifacts = carrier.Artifacts.Where(artifact => artifact.Targets.Contains(target, StringComparer.Ordinal)).ToList();
            if (artifacts.Count == 0 && carrier.Artifacts.Count > 0)
            {
                var carried = carrier.Artifacts.SelectMany(artifact => artifact.Targets).Distinct().OrderBy(name => name, StringComparer.Ordinal);
                _faults.Add(new(
                    ErrorIds.TargetMissing,
                    $"The assembly {carrier.Display} carries policy, but none for the target '{target}', only for " +
                    $"{Printable(string.Join(", ", carried))}. Use a version of it that was built for '{target}', " +
                    $"or remove '{target}' from TypedPolicyTargets."));
            }

            foreach (var artifact in artifacts)
            {
                Place(new(targets.Count == 1 ? artifact.Path : $"{target}/{artifact.Path}", artifact, carrier, isOwn));
            }
        }
    }

    private void Place(PlannedFile file)
    {
        if (!_places.TryGetValue(file.Path, out var other))
        {
            _places.Add(file.Path, file);
            _files.Add(file.Path, file);
        }
        else if (other.Carrier == file.Carrier)
        {
            _faults.Add(new(
                ErrorIds.MalformedCarrier,
                $"The assembly {file.Carrier.Display} carries the policy file '{file.Path}' twice for one target. " +
                "Build it again with a TypedPolicy package of the version that this project uses."));
        }
        else
        {
            _faults.Add(CarriedTwice(file, other));
        }
    }

    private void RefuseFilesThatAreFolders()
    {
        foreach (var file in _files.Values)
        {
            for (var slash = file.Path.IndexOf('/'); slash >= 0; slash = file.Path.IndexOf('/', slash + 1))
            {
                if (_places.TryGetValue(file.Path.Substring(0, slash), out var other))
                {
                    _faults.Add(CarriedTwice(file, other));
                }
            }
        }
    }

    private static Fault CarriedTwice(PlannedFile file, PlannedFile other)
    {
        var place = string.Equals(file.Path, other.Path, StringComparison.OrdinalIgnoreCase)
            ? $"The policy file '{file.Path}' is carried by both {other.Carrier.Display} and {file.Carrier.Display}"
            : $"The policy file '{other.Path}' of {other.Carrier.Display} is a folder of '{file.Path}' of {file.Carrier.Display}";
        return new(ErrorIds.PathCarriedTwice, place + ". Give one of the two policy modules another name, or reference only one of them.");
    }

    private void RefuseNamesDeclaredTwice(List<CarriedPolicy> carriers)
    {
        var first = new Dictionary<(string Namespace, string Name), (DeclaredName Declared, CarriedPolicy Carrier)>();
        foreach (var carrier in carriers)
        {
            foreach (var declared in carrier.Declarations)
            {
                var key = (declared.Namespace, declared.Name);
                if (!first.TryGetValue(key, out var other))
                {
                    first.Add(key, (declared, carrier));
                }
                else if (other.Carrier != carrier)
                {
                    _faults.Add(new(
                        ErrorIds.NameDeclaredTwice,
                        $"The SELinux name '{declared.Name}' is declared by both {other.Carrier.Display}, as {other.Declared.Kind}, and " +
                        $"{carrier.Display}, as {declared.Kind}. Rename one of them, or mark it [External(\"{declared.Name}\")] where it is only used."));
                }
            }
        }
    }

    private static string Printable(string text) => PlainText.Excerpt(text, longest: 200);
}
