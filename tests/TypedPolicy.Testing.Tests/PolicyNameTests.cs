using System.Reflection;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Testing.Tests;

/// <summary>The names that tests ask by are those that the build wrote.</summary>
public class PolicyNameTests
{
    private static readonly string[] Kinds = ["type", "typeattribute", "role", "user", "boolean", "tunable"];

    [Theory]
    [InlineData(typeof(Gravitational.Policy.Gravity))]
    [InlineData(typeof(ContainerTypes.Policy.ContainerT))]
    [InlineData(typeof(Contoso.Policy.Inventory))]
    public void Each_class_has_the_name_that_the_manifest_has(Type policyClass)
    {
        var assembly = policyClass.Assembly;
        var manifest = assembly.GetCustomAttributes<PolicyManifestAttribute>().SelectMany(m => m.Declarations.Split('\n')).Select(d => d.Split(' ')).Where(d => Kinds.Contains(d[0])).Select(d => d[1]);
        var names = assembly.GetTypes().SelectMany(WithTemplates)
            .Where(t => !t.IsDefined(typeof(ExternalAttribute), false))
            .Select(PolicyNameOf.Entity)
            .Where(e => e.Kind is not (EntityKind.None or EntityKind.ObjectClass))
            .Select(e => e.Name);
        var aliases = assembly.GetTypes().SelectMany(t => t.GetCustomAttributesData()).Where(a => a.AttributeType == typeof(AliasAttribute)).Select(a => (string)a.ConstructorArguments[0].Value!);
        Assert.Equal(manifest.Except(aliases).Order(StringComparer.Ordinal), names.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_class_that_stands_for_nothing_is_refused_by_name() =>
        Assert.Contains("represents nothing in SELinux", Assert.Throws<ArgumentException>(() => PolicyNameOf.Of(typeof(PolicyNameTests))).Message, StringComparison.Ordinal);

    [Fact]
    public void Permissions_are_those_of_the_class_one_by_one()
    {
        var (@class, permissions) = PermissionsOf.Value(FilePerms.ReadSet);
        Assert.Equal(("file", "getattr ioctl lock open read"), (@class, string.Join(' ', permissions)));
        Assert.Equal("name_connect", Assert.Single(PermissionsOf.Value(TcpSocketPerms.NameConnect).Permissions));
        Assert.Throws<ArgumentException>(() => PermissionsOf.Value(DayOfWeek.Monday));
        Assert.Throws<ArgumentException>(() => PermissionsOf.Value((FilePerms)0));
    }

    // What a template declares for the class that derives from it.
    private static IEnumerable<Type> WithTemplates(Type type)
    {
        yield return type;
        for (var template = type.BaseType; template is { IsGenericType: true, ContainsGenericParameters: false }; template = template.BaseType)
        {
            foreach (var nested in template.GetGenericTypeDefinition().GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
            {
                yield return nested.MakeGenericType(template.GenericTypeArguments);
            }
        }
    }
}
