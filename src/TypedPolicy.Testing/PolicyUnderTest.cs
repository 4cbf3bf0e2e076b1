using System.Reflection;
using TypedPolicy.Model.Security;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Testing;

/// <summary>
/// The policy that assemblies carry, linked with a base, as a test asks about it: by the C# classes that declare it. Never changes; any number of
/// threads may ask. Linking is native code in the process of the tests: link what you trust.
/// </summary>
public sealed class PolicyUnderTest
{
    // As many as a person reads; attributes may have thousands of pairs.
    private const int MaxWrong = 20;

    private readonly BooleanStates _booleans;
    private readonly FileContexts _labels;
    private readonly AccessExplanation _explanation;
    private readonly Lazy<DeclaredNames> _declared;

    private PolicyUnderTest(PolicyUnderTest other, BooleanStates booleans)
    {
        (Kernel, Modules, _labels, _booleans) = (other.Kernel, other.Modules, other._labels, booleans);
        (Base, Target) = (other.Base, other.Target);
        _declared = other._declared;
        _explanation = new(Kernel, other._explanation.Origins, booleans);
    }

    private PolicyUnderTest(IReadOnlyList<PolicySource> modules, PolicyBase policyBase, Target target, ReadOnlySpan<byte> policy, string fileContexts)
    {
        (Modules, Base, Target) = (modules, policyBase, target);
        _declared = new(() => new(modules));
        Kernel = KernelPolicy.Read(policy);
        _booleans = Kernel.Defaults;
        _labels = FileContexts.ReadLinked(fileContexts, target.Equivalences);
        _explanation = new(Kernel, new RuleOrigins(modules), _booleans);
    }

    /// <summary>The linked policy, for questions by SELinux names.</summary>
    public KernelPolicy Kernel { get; }

    /// <summary>What it is linked with.</summary>
    public PolicyBase Base { get; }

    /// <summary>The modules under test.</summary>
    public IReadOnlyList<PolicySource> Modules { get; }

    /// <summary>The target.</summary>
    internal Target Target { get; }

    /// <summary>The labels of paths.</summary>
    internal FileContexts Labels => _labels;

    /// <summary>What the booleans are.</summary>
    internal BooleanStates Booleans => _booleans;

    /// <summary>Explains why something is allowed or not.</summary>
    internal AccessExplanation Explanation => _explanation;

    /// <summary>The same policy with booleans set.</summary>
    internal PolicyUnderTest With(BooleanStates booleans) => new(this, booleans);

    /// <summary>Links the policy of assemblies, and of those that they reference, with a base.</summary>
    /// <param name="assemblies">The assemblies; <c>typeof(AnyPolicyClass).Assembly</c>.</param>
    /// <param name="policyBase">The base (default: the embedded one).</param>
    /// <param name="target">The target, such as <c>debian12</c> (default: <c>el9</c>).</param>
    /// <exception cref="SepolException">libsepol is not installed, or the policy does not link.</exception>
    /// <exception cref="ArgumentException">There is no such target, or no policy for it.</exception>
    public static PolicyUnderTest OfAssemblies(IEnumerable<Assembly> assemblies, PolicyBase? policyBase = null, string? target = null)
    {
        policyBase ??= PolicyBase.Embedded;
        return OfAssemblies(assemblies, policyBase, target, modules =>
        {
            var result = PolicyLinker.Link(policyBase.With(modules), new() { CheckNeverAllow = false, KeepAttributes = true });
            return result.Succeeded ? (result.Policy!, result.FileContexts!) : throw new SepolException($"The policy does not link with {policyBase}: {string.Join('\n', result.Causes)}");
        });
    }

    /// <summary>The same, linked by somebody else: what makes a kernel policy of the modules and the base, and file contexts.</summary>
    internal static PolicyUnderTest OfAssemblies(IEnumerable<Assembly> assemblies, PolicyBase policyBase, string? target, Func<IReadOnlyList<PolicySource>, (byte[] Policy, string FileContexts)> link)
    {
        var chosen = target is null ? Model.Targets.Target.Default : Model.Targets.Target.TryGet(target) ?? throw new ArgumentException($"'{target}' is not a target. Write one of {string.Join(", ", Model.Targets.Target.All)}.");
        var modules = CarriedPolicies.For(assemblies, chosen.Name);
        var (policy, fileContexts) = link(modules);
        return new(modules, policyBase, chosen, policy, fileContexts);
    }

    /// <summary>The policy of modules that somebody else has linked.</summary>
    internal static PolicyUnderTest OfModules(IReadOnlyList<PolicySource> modules, PolicyBase policyBase, Target target, ReadOnlySpan<byte> policy, string fileContexts) =>
        new(modules, policyBase, target, policy, fileContexts);

    /// <summary>Links the policy of the assembly that declares a class.</summary>
    public static PolicyUnderTest Of<TAnyPolicyClass>(PolicyBase? policyBase = null, string? target = null) => OfAssemblies([typeof(TAnyPolicyClass).Assembly], policyBase, target);

    /// <summary>The same policy with a boolean set.</summary>
    public PolicyUnderTest With<TBoolean>(bool value) => new(this, _booleans.With(PolicyNameOf.Of(typeof(TBoolean)), value));

    /// <summary>The source may do all of this to the target; <see cref="Self"/> is the source itself. An attribute stands for each of its types.</summary>
    /// <exception cref="PolicyAssertionException">It may not; the message explains what prevents it.</exception>
    public void Allows<TSource, TTarget>(params Enum[] permissions) => Assert<TSource, TTarget>(permissions, expected: true);

    /// <summary>The source may do none of this to the target, with the booleans as they are set. An attribute stands for each of its types.</summary>
    /// <exception cref="PolicyAssertionException">It may; the message names the rules.</exception>
    public void Denies<TSource, TTarget>(params Enum[] permissions) => Assert<TSource, TTarget>(permissions, expected: false);

    /// <summary>No rule grants the source any of this on the target, whatever the booleans are: what a neverallow rule asserts.</summary>
    /// <exception cref="PolicyAssertionException">A rule does; the message names it.</exception>
    public void NeverAllows<TSource, TTarget>(params Enum[] permissions)
    {
        var (source, target) = Names<TSource, TTarget>(permissions);
        var wrong = permissions.Select(PermissionsOf.Value)
            .SelectMany(p => Kernel.FindNeverAllowed(source, target, p.Class, p.Permissions).Select(r => _explanation.Line(r, r.Permissions.First(p.Permissions.Contains))))
            .ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException($"{source} must never have this on {target}:{string.Concat(wrong)}");
        }
    }

    /// <summary>The domain that a domain's new process is in when it starts an executable.</summary>
    public PolicyAnswer Transition<TSource, TExecutable>() => Transition(PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TExecutable)));

    /// <summary>The domain of a program that a domain starts, by the label of its path. None where a directory above the program keeps the domain out.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="startedBy">The class of the domain that starts it.</param>
    /// <param name="root">The directory that the domain sees as <c>/</c>, as in a container: directories above it are not checked.</param>
    public PolicyAnswer DomainOf(string path, Type startedBy, string root = "/")
    {
        if (_labels.TypeOf(path, Model.Paths.FileKind.File) is not { } executable)
        {
            return new(null, $"{path} has no label");
        }

        var source = PolicyNameOf.Of(startedBy);
        return Stop(source, path, root) is { } stop
            ? new(null, $"{path} is {executable}, but {stop.Explanation}; started by {source} it runs as")
            : Transition(source, executable) with { Why = $"{path} is {executable}; started by {source} it runs as" };
    }

    /// <summary>The type of what a domain makes in a directory.</summary>
    /// <param name="class">The permission enum of its class, such as <c>typeof(FilePerms)</c>.</param>
    /// <param name="name">Its name, for transitions by name.</param>
    public PolicyAnswer NewObject<TSource, TDirectory>(Type @class, string? name = null)
    {
        var (source, target) = (PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TDirectory)));
        return new(Kernel.NewType(source, target, PermissionsOf.Class(@class), name, _booleans), $"what {source} makes in {target}{(name is null ? "" : $" as '{name}'")} is");
    }

    /// <summary>The type of a domain's member of a polyinstantiated object, such as its own /tmp.</summary>
    /// <param name="class">The permission enum of the object's class, such as <c>typeof(DirPerms)</c>.</param>
    public PolicyAnswer Member<TSource, TTarget>(Type @class)
    {
        var (source, target) = (PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TTarget)));
        return new(Kernel.MemberType(source, target, PermissionsOf.Class(@class), _booleans), $"the member of {target} for {source} is");
    }

    /// <summary>The type that an object is relabelled to for a domain, such as a terminal at a login.</summary>
    /// <param name="class">The permission enum of the object's class, such as <c>typeof(ChrFilePerms)</c>.</param>
    public PolicyAnswer Relabel<TSource, TTarget>(Type @class)
    {
        var (source, target) = (PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TTarget)));
        return new(Kernel.RelabelType(source, target, PermissionsOf.Class(@class), _booleans), $"what {target} is relabelled to for {source} is");
    }

    /// <summary>The type of a path's label on the target.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="reachedBy">The class of a domain that must reach the path: the answer has no type if the domain may not search a directory above it.</param>
    /// <param name="root">The directory that is <c>/</c> to the domain, as in a container.</param>
    public PolicyAnswer LabelOf(string path, FileKind kind = FileKind.Any, Type? reachedBy = null, string root = "/")
    {
        var line = _labels.Find(path, (Model.Paths.FileKind)kind);
        return line is null ? new(null, $"no file context matches {path}")
            : reachedBy is not null && Stop(PolicyNameOf.Of(reachedBy), path, root) is { } stop ? new(null, $"{path} is {line.Type}, but {stop.Explanation}; what is reached is")
            : new(line.Type, $"{path} is labelled by '{line.Pattern}'");
    }

    /// <summary>The source may do all of this to the file of a path: by the path's label, and through the directories above it.</summary>
    /// <param name="path">An absolute path; its label is that of a file of the permissions' class.</param>
    /// <param name="permissions">The permissions, of classes of files.</param>
    /// <exception cref="PolicyAssertionException">It may not; the message explains what prevents it.</exception>
    public void Allows<TSource>(string path, params Enum[] permissions)
    {
        var wrong = AccessTo<TSource>(path, permissions).Where(a => !a.IsAllowed).Take(MaxWrong).Select(a => a.Why).Distinct().ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException(string.Join('\n', wrong));
        }
    }

    /// <summary>The source may do none of this to the file of a path: its label denies it, or a directory above the path does.</summary>
    /// <param name="path">An absolute path; its label is that of a file of the permissions' class.</param>
    /// <param name="permissions">The permissions, of classes of files.</param>
    /// <exception cref="PolicyAssertionException">It may; the message names the rules.</exception>
    public void Denies<TSource>(string path, params Enum[] permissions)
    {
        var wrong = AccessTo<TSource>(path, permissions).Where(a => a.IsAllowed).Take(MaxWrong).Select(a => a.Why).Distinct().ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException(string.Join('\n', wrong));
        }
    }

    /// <summary>The source may make all of these ioctl requests of the target. An attribute stands for each of its types.</summary>
    /// <typeparam name="TSource">Who acts.</typeparam>
    /// <typeparam name="TTarget">What is acted upon; <see cref="Self"/> for the source itself.</typeparam>
    /// <typeparam name="TClass">The permission enum of the object class, such as <c>ChrFilePerms</c>.</typeparam>
    /// <param name="requests">Request numbers of 16 bits and ranges of them: <c>0x5401, 0x5410-0x5413</c>.</param>
    /// <exception cref="PolicyAssertionException">It may not; the message lists which requests are left.</exception>
    /// <exception cref="ArgumentException">That is not a list of requests, or <typeparamref name="TClass"/> is not an object class.</exception>
    public void AllowsIoctl<TSource, TTarget, TClass>(string requests) => AssertIoctl<TSource, TTarget, TClass>(requests, expected: true);

    /// <summary>The source may make none of these ioctl requests of the target. An attribute stands for each of its types.</summary>
    /// <inheritdoc cref="AllowsIoctl{TSource, TTarget, TClass}(string)"/>
    public void DeniesIoctl<TSource, TTarget, TClass>(string requests) => AssertIoctl<TSource, TTarget, TClass>(requests, expected: false);

    /// <summary>Whether information can flow from one type to another.</summary>
    /// <param name="minimumWeight">The least weight of a permission that counts, from 1 to 10.</param>
    /// <param name="exclude">Classes of types, or of attributes for all their members, that no path goes through.</param>
    public PolicyPath Flow<TSource, TTarget>(int minimumWeight = 3, params Type[] exclude)
    {
        var (source, target) = (PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TTarget)));
        var path = new InformationFlow(Kernel, null, minimumWeight, _booleans, exclude.Select(PolicyNameOf.Of)).ShortestPath(source, target);
        return path is null
            ? new(false, $"No information flows from {source} to {target}.")
            : new(true, $"Information flows from {source} to {target}:{string.Concat(path.Value.Select(s => $"\n  {s.Source} → {s.Target}: {s.Rules[0]}"))}");
    }

    /// <summary>Whether one domain can become another, in any number of transitions.</summary>
    public PolicyPath Path<TSource, TTarget>()
    {
        var (source, target) = (PolicyNameOf.Of(typeof(TSource)), PolicyNameOf.Of(typeof(TTarget)));
        var path = new DomainTransitions(Kernel, _booleans).ShortestPath(source, target);
        return path is null
            ? new(false, $"No transitions lead from {source} to {target}.")
            : new(true, $"Transitions lead from {source} to {target}:{string.Concat(path.Value.Select(s => $"\n  {s.Source} → {s.Target}: {string.Join(", ", s.Entrypoints.Select(e => e.Executable))}"))}");
    }

    /// <summary>The types of an attribute, those that linking would drop included.</summary>
    public PolicyMembers MembersOf<TAttribute>() => new(PolicyNameOf.Of(typeof(TAttribute)), Kernel.MembersOf(PolicyNameOf.Of(typeof(TAttribute))));

    private void Assert<TSource, TTarget>(Enum[] permissions, bool expected)
    {
        var (source, target) = Names<TSource, TTarget>(permissions);
        var sources = Kernel.MembersOf(source);
        if (new[] { source, target }.FirstOrDefault(n => n != KernelPolicy.Self && Kernel.MembersOf(n).IsEmpty) is { } empty)
        {
            throw new PolicyAssertionException($"{empty} has no types in this policy, so this assertion would prove nothing.");
        }

        var wrong = permissions.Select(PermissionsOf.Value)
            .Where(p => expected || !Kernel.FindNeverAllowed(source, target, p.Class, p.Permissions).IsEmpty)
            .SelectMany(p => sources.SelectMany(s => Targets(s).SelectMany(t => p.Permissions.Select(permission => (Source: s, Target: t, p.Class, Permission: permission)))))
            .Select(q => (Question: q, Answer: Kernel.Access(q.Source, q.Target, q.Class, q.Permission, _booleans)))
            .Where(q => q.Answer.IsAllowed != expected)
            .Take(MaxWrong)
            .Select(q => _explanation.Of(q.Question.Source, q.Question.Target, q.Question.Class, q.Question.Permission, q.Answer))
            .ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException(string.Join('\n', wrong));
        }

        IEnumerable<string> Targets(string one) => target == KernelPolicy.Self ? [one] : Kernel.MembersOf(target);
    }

    private IEnumerable<(bool IsAllowed, string Why)> AccessTo<TSource>(string path, Enum[] permissions)
    {
        var (source, _) = Names<TSource, TSource>(permissions);
        foreach (var (@class, names) in permissions.Select(PermissionsOf.Value))
        {
            if (_labels.TypeOf(path, PermissionsOf.FileKind(@class)) is not { } target)
            {
                throw new PolicyAssertionException($"{path} has no label as {@class}, so this assertion would prove nothing.");
            }

            foreach (var one in Kernel.MembersOf(source))
            {
                var stop = Stop(one, path, "/");
                foreach (var permission in names)
                {
                    var answer = Kernel.Access(one, target, @class, permission, _booleans);
                    yield return answer.IsAllowed && stop is not null
                        ? (false, $"{one} may not {permission} {path}: {stop.Explanation}.")
                        : (answer.IsAllowed, $"{path}: {_explanation.Of(one, target, @class, permission, answer)}");
                }
            }
        }
    }

    private void AssertIoctl<TSource, TTarget, TClass>(string requests, bool expected)
    {
        var asked = IoctlRequests.Parse(requests);
        if (!asked.IsValid)
        {
            throw new ArgumentException($"'{requests}': {asked.Problems[0].Message}.", nameof(requests));
        }

        var (source, target, @class) = (PolicyNameOf.Of(typeof(TSource)), typeof(TTarget) == typeof(Self) ? KernelPolicy.Self : PolicyNameOf.Of(typeof(TTarget)), PermissionsOf.Class(typeof(TClass)));

        // That none is allowed is another question than that not all are.
        var questions = expected ? [asked] : asked.Ranges.SelectMany(r => Enumerable.Range(r.Low, r.High - r.Low + 1)).Select(n => IoctlRequests.Parse($"0x{n:x}"));
        var wrong = questions
            .SelectMany(q => Kernel.MembersOf(source).SelectMany(s => (target == KernelPolicy.Self ? [s] : Kernel.MembersOf(target)).Select(t => (Requests: q, Source: s, Target: t))))
            .Select(q => (Question: q, Answer: Kernel.Ioctl(q.Source, q.Target, @class, q.Requests, _booleans)))
            .Where(q => q.Answer.IsAllowed != expected)
            .Take(MaxWrong)
            .Select(q => $"{q.Question.Source} may {(expected ? "not " : "")}make the ioctl request {q.Question.Requests} of {q.Question.Target} as {@class}: {q.Answer.Reason}.")
            .ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException(string.Join('\n', wrong));
        }
    }

    // With the embedded base, nothing is known of what a domain of other modules may search.
    private PathStep? Stop(string source, string path, string root) =>
        Base.IsEmbedded && !_declared.Value.Has(source) ? null : PathWalk.To(Kernel, _labels, source, path, _booleans, root).FirstOrDefault(s => s.IsStop) is { } stop
            ? stop with { CSharpType = CSharpNames.Of(Modules).GetValueOrDefault(stop.Type!) }
            : null;

    private static (string Source, string Target) Names<TSource, TTarget>(Enum[] permissions) => permissions.Length > 0
        ? (PolicyNameOf.Of(typeof(TSource)), typeof(TTarget) == typeof(Self) ? KernelPolicy.Self : PolicyNameOf.Of(typeof(TTarget)))
        : throw new ArgumentException("Name at least one permission, such as FilePerms.Read.");

    private PolicyAnswer Transition(string source, string executable) =>
        new(Kernel.NewType(source, executable, "process", null, _booleans), $"what {source} starts from {executable} runs as");
}
