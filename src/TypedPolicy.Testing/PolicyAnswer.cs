namespace TypedPolicy.Testing;

/// <summary>The type that a policy gives something.</summary>
/// <param name="Name">The SELinux name; null if the policy gives none.</param>
/// <param name="Why">The question, and what decides it.</param>
public sealed record PolicyAnswer(string? Name, string Why)
{
    /// <summary>It is the type of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It is another, or there is none.</exception>
    public void Is<T>()
    {
        if (Name != PolicyNameOf.Of(typeof(T)))
        {
            throw new PolicyAssertionException($"{Why}: {Name ?? "none"}. Expected: {PolicyNameOf.Of(typeof(T))} ({typeof(T).Name}).");
        }
    }

    /// <summary>It is not the type of a C# class.</summary>
    /// <exception cref="PolicyAssertionException">It is.</exception>
    public void IsNot<T>()
    {
        if (Name == PolicyNameOf.Of(typeof(T)))
        {
            throw new PolicyAssertionException($"{Why}: {Name} ({typeof(T).Name}). Expected: any other.");
        }
    }

    /// <summary>The policy gives none.</summary>
    /// <exception cref="PolicyAssertionException">It gives one.</exception>
    public void IsNone()
    {
        if (Name is not null)
        {
            throw new PolicyAssertionException($"{Why}: {Name}. Expected: none.");
        }
    }
}

/// <summary>A path through a policy, or that there is none.</summary>
/// <param name="Exists">Whether there is one.</param>
/// <param name="Why">The question, and the path with its rules.</param>
public sealed record PolicyPath(bool Exists, string Why)
{
    /// <summary>There is a path.</summary>
    /// <exception cref="PolicyAssertionException">There is none.</exception>
    public void IsPossible()
    {
        if (!Exists)
        {
            throw new PolicyAssertionException(Why);
        }
    }

    /// <summary>There is no path.</summary>
    /// <exception cref="PolicyAssertionException">There is one; the message shows it.</exception>
    public void IsImpossible()
    {
        if (Exists)
        {
            throw new PolicyAssertionException(Why);
        }
    }
}

/// <summary>The types of an attribute.</summary>
/// <param name="Attribute">Its SELinux name.</param>
/// <param name="Names">The SELinux names of its members, in order.</param>
public sealed record PolicyMembers(string Attribute, IReadOnlyList<string> Names)
{
    /// <summary>The type of a C# class is a member.</summary>
    /// <exception cref="PolicyAssertionException">It is not a member.</exception>
    public PolicyMembers Include<T>() => Names.Contains(PolicyNameOf.Of(typeof(T))) ? this
        : throw new PolicyAssertionException($"{PolicyNameOf.Of(typeof(T))} ({typeof(T).Name}) is not a member of {Attribute}, which has {Listed}.");

    /// <summary>Asserts that the type of a C# class is not a member.</summary>
    /// <exception cref="PolicyAssertionException">It is one.</exception>
    public PolicyMembers DoNotInclude<T>() => !Names.Contains(PolicyNameOf.Of(typeof(T))) ? this
        : throw new PolicyAssertionException($"{PolicyNameOf.Of(typeof(T))} ({typeof(T).Name}) is a member of {Attribute}.");

    /// <summary>These are the members, and no others are.</summary>
    /// <exception cref="PolicyAssertionException">Others are, or some of these are not.</exception>
    public void Are(params Type[] types)
    {
        var expected = types.Select(PolicyNameOf.Of).ToHashSet(StringComparer.Ordinal);
        if (!expected.SetEquals(Names))
        {
            throw new PolicyAssertionException($"{Attribute} has {Listed}; missing: {List(expected.Except(Names))}; unexpected: {List(Names.Except(expected))}.");
        }
    }

    private string Listed => List(Names);

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "none";
}
