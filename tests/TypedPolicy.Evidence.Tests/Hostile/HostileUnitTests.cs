using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Conversion.Tests.Hostile;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tests.Hostile;

namespace TypedPolicy.Evidence.Tests.Hostile;

/// <summary>Units that others wrote become classes with attributes, and nothing else, whatever is in them.</summary>
public sealed class HostileUnitTests
{
    private const int Seed = 20260724;

    private const string Unit = """
        [Unit]
        Description=Greets
        [Service]
        Type=notify
        ExecStart=/usr/libexec/greeter/greeterd --port 7070 "a b"
        Environment="ASPNETCORE_URLS=http://*:8080"
        User=greeter
        StateDirectory=greeter greeter/%i
        PIDFile=/run/greeter.pid
        ReadWritePaths=/srv/greetings
        AmbientCapabilities=CAP_NET_BIND_SERVICE
        CapabilityBoundingSet=CAP_NET_BIND_SERVICE
        RestrictAddressFamilies=AF_UNIX
        BusName=org.example.Greeter
        NoSuchThing=1
        """;

    private const string Socket = "[Socket]\nListenStream=/run/greeter/control.sock\nListenDatagram=7071\nListenFIFO=/run/greeter.fifo\n";
    private const string Temporary = "d /run/greeter 0755 greeter greeter -\nf /srv/x\n";

    [Fact]
    public void Two_thousand_damaged_units_become_classes_that_compile_or_a_message()
    {
        var mutations = new TextMutations(Seed);
        var texts = new List<ServicePolicy>();
        for (var i = 0; i < 2_000; i++)
        {
            var policy = ServicePolicy.OfUnit(
                new("greeter@x.service", mutations.Damage(Unit)),
                [new("greeter.socket", mutations.Damage(Socket)), new("greeter.conf", mutations.Damage(Temporary)), new("greeter.service.d/a.conf", mutations.Damage("[Service]\nStateDirectory=more\n"))],
                mutations.Pick(Target.All),
                name: null,
                isPermissive: false,
                out var problem);
            Assert.True(policy is null == problem is not null);
            if (policy is not null)
            {
                texts.Add(policy);
            }
        }

        Assert.InRange(texts.Count, 1_000, 2_000);
        foreach (var space in texts.GroupBy(p => p.Namespace))
        {
            var compiled = new CompiledTexts(space.Key);
            foreach (var policy in space)
            {
                compiled.Add([("Policy.cs", Whole(policy))]);
            }

            compiled.Parse();
        }
    }

    /// <summary>Each text in each place of a unit and of what lies beside it: it becomes a string, a comment or nothing, and no attribute that a harmless one does not become.</summary>
    [Fact]
    public void Five_thousand_hostile_strings_in_every_place_of_a_unit_are_strings_and_comments()
    {
        var texts = TextMutations.Texts(Seed + 2, 5_000);
        var harmless = new[] { "greetings", "%m", "CAP_KILL", "/usr/bin/env" }.SelectMany(t => Attributes(Policy(t)!)).ToHashSet(StringComparer.Ordinal);
        var compiled = new CompiledTexts("GreeterPolicy");
        foreach (var text in texts)
        {
            if (Policy(text) is { } policy)
            {
                compiled.Add([("Policy.cs", Whole(policy))]);
                Assert.Equal([], Attributes(policy).Except(harmless));
            }
        }

        compiled.Parse();

        static ServicePolicy? Policy(string text) => ServicePolicy.OfUnit(
            new("greeter.service", $"""
                [Unit]
                Description={text}
                [Service]
                ExecStart=/usr/libexec/greeter/greeterd --port 7070 {text}
                ExecStartPre={text}
                Environment="{text}" ASPNETCORE_URLS=http://{text}:8080
                User={text}
                StateDirectory={text} greeter/{text} more
                RuntimeDirectory=greeter/{text}
                PIDFile=/run/{text}
                ReadWritePaths=/srv/{text} /srv/more
                AmbientCapabilities={text} CAP_CHOWN
                RestrictAddressFamilies={text} AF_UNIX
                SocketBindAllow={text} tcp:7000
                StandardOutput={text}
                SELinuxContext={text}
                {text}={text}
                BusName={text}
                """),
            [
                new("greeter.socket", $"[Socket]\nListenStream=/run/{text}\nListenStream=7071\nListenNetlink={text}\nListenSpecial={text}\n"),
                new("greeter.conf", $"d /run/{text} 0755 greeter greeter -\nf /srv/even 0644\n{text}\n"),
                new("greeter.service.d/a.conf", $"[Service]\nCacheDirectory=more {text}\n[{text}]\n{text}\n"),
                new("org.example.Greeter.service", $"[D-BUS Service]\nName={text}\nExec={text}\nSystemdService=greeter.service\n"),
            ],
            Target.El9,
            "Greeter",
            isPermissive: false,
            out _);
    }

    [Fact]
    public void What_damaged_units_become_compiles()
    {
        var mutations = new TextMutations(Seed + 1);
        var compiled = new CompiledTexts("GreeterPolicy");
        for (var i = 0; i < 100; i++)
        {
            if (ServicePolicy.OfUnit(new("greeter.service", mutations.Damage(Unit)), [new("greeter.socket", mutations.Damage(Socket))], Target.El9, "Greeter", isPermissive: false, out _) is { } policy)
            {
                compiled.Add([("Policy.cs", Whole(policy))]);
            }
        }

        compiled.Compile();
    }

    [Theory]
    [InlineData("a\"b.service")]
    [InlineData("a;class X{}.service")]
    [InlineData("é\u202E.service")]
    [InlineData("@@.service")]
    [InlineData("\\x2d.service")]
    [InlineData("9.service")]
    public void A_name_of_a_unit_is_a_name_of_a_class_or_refused(string name)
    {
        if (ServicePolicy.OfUnit(new(name, Unit), [], Target.El9, name: null, isPermissive: false, out var problem) is { } policy)
        {
            var compiled = new CompiledTexts(policy.Namespace);
            compiled.Add([("Policy.cs", Whole(policy))]);
            compiled.Compile();
            Assert.Matches(@"\A[A-Za-z][A-Za-z0-9]*\z", policy.Namespace);
        }
        else
        {
            Assert.NotNull(problem);
        }
    }

    private static IEnumerable<string> Attributes(ServicePolicy policy) => policy.Files.SelectMany(f => CSharpSyntaxTree.ParseText(f.Text).GetRoot().DescendantNodes().OfType<AttributeSyntax>()).Select(a => a.Name is GenericNameSyntax generic ? generic.Identifier.Text : a.Name.ToString());

    // Both files in one: the first has attributes of the assembly, which a file has once, and the using.
    internal static string Whole(ServicePolicy policy)
    {
        var main = policy.Files[0].Text;
        var at = main.IndexOf("[assembly: ", StringComparison.Ordinal);
        main = main[..at] + "// " + main[at..];
        var types = policy.Files[1].Text;
        return main + types[(types.IndexOf(';', types.IndexOf("namespace ", StringComparison.Ordinal)) + 1)..];
    }
}
