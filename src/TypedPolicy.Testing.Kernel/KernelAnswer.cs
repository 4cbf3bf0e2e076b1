using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <summary>What a kernel did when a process asked for something. Assertions return the answer, so that one follows the other.</summary>
public sealed class KernelAnswer
{
    private const int NotPermitted = 1;
    private const int PermissionDenied = 13;

    private readonly KernelUnderTest _kernel;
    private readonly int[] _harmless;
    private readonly string? _path;
    private readonly string _context;

    internal KernelAnswer(KernelUnderTest kernel, string question, Outcome outcome, int[] harmless, string? path, string context) =>
        (_kernel, Question, Outcome, _harmless, _path, _context) = (kernel, question, outcome, harmless, path, context);

    /// <summary>What was asked.</summary>
    public string Question { get; }

    /// <summary>What became of the process.</summary>
    public Outcome Outcome { get; }

    /// <summary>Whether it was done, or failed for another reason than that it may not.</summary>
    public bool IsDone => Outcome.Signal == 0 && (Outcome.Error == 0 || _harmless.Contains(Outcome.Error));

    /// <summary>The domain that the process was in in the end.</summary>
    public string Domain => Outcome.Domain;

    /// <summary>The type of the process that asked.</summary>
    internal string Source => _context.Split(':')[2];

    /// <summary>The type of the file that was asked about; empty where there is none.</summary>
    internal string TargetType => LabelOfPath().Split(':') is [_, _, var type, ..] ? type : "";

    /// <summary>What was denied, and why.</summary>
    public IReadOnlyList<KernelDenial> Denials => [.. Outcome.Denials.Select(_kernel.Explanation.Of)];

    /// <summary>The question, what the kernel did, and why: the denial, the nearest rule, the missing permission or the boolean, and the C# line.</summary>
    public string Why => _kernel.Explanation.Of(this);

    /// <summary>It was done.</summary>
    /// <exception cref="PolicyAssertionException">It was not: the message explains why.</exception>
    public KernelAnswer Succeeds() => IsDone ? this : throw new PolicyAssertionException(Why);

    /// <summary>SELinux did not let it be done, whether the log has it or a <c>dontaudit</c> rule hides it.</summary>
    /// <exception cref="PolicyAssertionException">It was done, or failed for another reason.</exception>
    public KernelAnswer IsDenied() => !IsDone && Outcome.Error is PermissionDenied or NotPermitted ? this : throw new PolicyAssertionException($"{Why}\nIt was to be denied.");

    /// <summary>SELinux denied these permissions on a type, and the log has it.</summary>
    /// <exception cref="PolicyAssertionException">It did not.</exception>
    public KernelAnswer IsDenied<TTarget>(Enum permissions)
    {
        var (@class, names) = PermissionsOf.Value(permissions);
        var target = typeof(TTarget) == typeof(Self) ? Source : PolicyNameOf.Of(typeof(TTarget));
        return names.All(n => Outcome.Denials.Any(d => d.TargetType == target && d.ObjectClass == @class && d.Permissions.Contains(n))) ? this
            : throw new PolicyAssertionException($"{Why}\nIt was to be denied {string.Join(", ", names)} on {target} as {@class}.");
    }

    /// <summary>It was done, and the process ended in the domain of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It was not, or it ended in another: the message explains why.</exception>
    public KernelAnswer Is<TDomain>() => IsIn(PolicyNameOf.Of(typeof(TDomain)));

    internal KernelAnswer IsIn(string domain) => IsDone && Domain == domain ? this
        : throw new PolicyAssertionException($"{Why}{(IsDone ? $"\nIt was to be in {domain}, and is in {Domain}." : "")}{_kernel.Explanation.OfEntering(domain)}");

    /// <summary>It was done, and the process ended in a context, such as one with a certain level.</summary>
    /// <exception cref="PolicyAssertionException">It was not, or it ended in another.</exception>
    public KernelAnswer HasContext(string context) => IsDone && Outcome.Context == context ? this
        : throw new PolicyAssertionException($"{Why}\nIt was to be in {context}.{_kernel.Explanation.OfRange(_context, context)}");

    /// <summary>It was done, and what was made has the type of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It was not, or has another.</exception>
    public KernelAnswer IsLabelled<TType>() => IsOfType(PolicyNameOf.Of(typeof(TType)));

    internal KernelAnswer IsOfType(string type)
    {
        Succeeds();
        var label = LabelOfPath();
        return label.Split(':') is [_, _, var found, ..] && found == type ? this
            : throw new PolicyAssertionException($"{Why}\nWhat was made is {label}, and not {type}.{_kernel.Explanation.OfMaking(Source, type)}");
    }

    /// <summary>It was done, and read a text.</summary>
    /// <exception cref="PolicyAssertionException">It was not, or read another.</exception>
    public KernelAnswer Reads(string text) => IsDone && Outcome.Text == text ? this : throw new PolicyAssertionException($"{Why}\nIt was to read '{text}', and read '{Outcome.Text}'.");

    /// <inheritdoc/>
    public override string ToString() => Why;

    private string LabelOfPath() => _path is null ? "" : _kernel.Guest.Run(null, Step.GetLabel(_path)).Text;
}
