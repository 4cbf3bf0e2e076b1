using System.Text.Json;
using TypedPolicy.Conversion.Tests.Hostile;
using TypedPolicy.Model.Targets;
using TypedPolicy.Tests.Hostile;

namespace TypedPolicy.Evidence.Tests.Hostile;

/// <summary>JSON and YAML of others become classes with attributes, and nothing else, whatever is in them.</summary>
public sealed class HostileContainerTests
{
    private const int Seed = 20261130;

    private static readonly string[] Texts =
    [
        """[{"Name": "shop", "EffectiveCaps": ["CAP_CHOWN"], "Mounts": [{"Type": "bind", "Source": "/srv/shop", "RW": true}, {"Source": "/var/log", "RW": false}], "NetworkSettings": {"Ports": {"8080/tcp": null}}, "HostConfig": {"Devices": [{"PathOnHost": "/dev/kvm"}]}}]""",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n  hostPID: true\n  volumes:\n  - {name: a, hostPath: {path: /srv/a}}\n  containers:\n  - name: c\n    ports: [{containerPort: 7070}]\n    securityContext: {capabilities: {add: [KILL]}}\n    volumeMounts: [{name: a, readOnly: true}]\n",
        "services:\n  web: &w\n    ports: [\"80:8080\", 9000-9002]\n    volumes: [/srv/web:/data:ro, \"./x:/x\"]\n    devices: [/dev/fuse]\n    cap_add: [NET_RAW]\n",
    ];

    [Fact]
    public void Three_thousand_damaged_texts_become_classes_that_parse_or_a_message()
    {
        var mutations = new TextMutations(Seed);
        var made = new List<ServicePolicy>();
        for (var i = 0; i < 3_000; i++)
        {
            if (Of(mutations.Damage(Texts[i % Texts.Length])) is { } policy)
            {
                made.Add(policy);
            }
        }

        Assert.InRange(made.Count, 500, 3_000);
        Parse(made);
    }

    [Fact]
    public void Five_thousand_hostile_strings_in_names_paths_and_capabilities_stay_strings()
    {
        var made = new List<ServicePolicy>();
        foreach (var text in TextMutations.Texts(Seed, 5_000))
        {
            var quoted = JsonSerializer.Serialize(text);
            var path = JsonSerializer.Serialize("/srv/" + text);
            if (Of($$"""[{"Name": {{quoted}}, "Mounts": [{"Source": {{path}}, "RW": true}, {"Source": {{quoted}}}], "HostConfig": {"Devices": [{"PathOnHost": {{quoted}}}], "CapAdd": [{{quoted}}], "NetworkMode": {{quoted}}}, "NetworkSettings": {"Ports": { {{quoted}}: null } } }]""") is { } policy)
            {
                made.Add(policy);
            }
        }

        Assert.True(made.Count > 4_000, $"{made.Count} were read.");
        Parse(made);
    }

    [Fact]
    public void Aliases_that_would_be_a_billion_values_are_refused()
    {
        var bomb = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n")) + "services: {web: {volumes: *a30, cap_add: *a30}}\n";
        Assert.Null(Of(bomb));
    }

    [Fact]
    public void A_value_that_is_named_again_and_again_counts_each_time()
    {
        var text = "list: &l [" + string.Join(", ", Enumerable.Range(0, 1_000)) + "]\nservices:\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"  s{i}: {{ports: *l}}\n"));
        Assert.Null(ServicePolicy.OfContainer(new("shop.yaml", text), "s1", Target.El9, null, null, isPermissive: false, out var problem));
        Assert.Contains("More than 200000 values.", problem, StringComparison.Ordinal);
    }

    private static ServicePolicy? Of(string text)
    {
        var policy = ServicePolicy.OfContainer(new("shop.yaml", text), null, Target.El9, null, null, isPermissive: false, out var problem);
        Assert.True(policy is null == problem is not null);
        Assert.DoesNotContain('\n', problem ?? "");
        return policy;
    }

    private static void Parse(List<ServicePolicy> made)
    {
        foreach (var space in made.GroupBy(p => p.Namespace))
        {
            var compiled = new CompiledTexts(space.Key);
            foreach (var policy in space)
            {
                compiled.Add([("Policy.cs", HostileUnitTests.Whole(policy))]);
            }

            compiled.Parse();
        }
    }
}
