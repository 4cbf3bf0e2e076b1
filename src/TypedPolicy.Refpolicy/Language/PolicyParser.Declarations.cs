using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary>Declarations and requirements.</summary>
public sealed partial class PolicyParser
{
    private Statement? ParseDeclaration(string keyword, Token at)
    {
        Statement? statement = keyword switch
        {
            "type" => ParseType(),
            "typealias" => ParseTypeAlias(),
            "typeattribute" => new TypeAttributeStatement(Name("a type"), NameList("a type attribute")),
            "attribute" => new AttributeDeclaration(Name("a type attribute")),
            "attribute_role" => new AttributeRoleDeclaration(Name("a role attribute")),
            "expandattribute" => new ExpandAttributeStatement(Set("a type attribute"), Truth()),
            "typebounds" => new TypeBoundsStatement(Name("a type"), NameList("a type")),
            "permissive" => new PermissiveStatement(Name("a type")),
            "role" => ParseRole(),
            "roleattribute" => new RoleAttributeStatement(Name("a role"), NameList("a role attribute")),
            "bool" => new BooleanDeclaration(Name("a boolean"), Truth(), IsTunable: false),
            "tunable" => new BooleanDeclaration(Name("a tunable"), Truth(), IsTunable: true),
            "user" => ParseUser(),
            "module" => ParseModule(),
            _ => null,
        };
        if (statement is not null)
        {
            Expect(';');
            return statement;
        }

        if (_failed)
        {
            return null;
        }

        // The mistake is the word itself, not what follows it.
        _tokens.MoveTo(at.Start);
        Fail(Keywords.OfTheBase.Contains(keyword) ? $"'{keyword}' is only allowed in the base policy" : "no statement starts like this", 0);
        _tokens.Next();
        return null;
    }

    private TypeDeclaration ParseType()
    {
        var name = Name("a type");
        var aliases = ParseAliases();
        var attributes = ImmutableArray<string>.Empty;
        if (!_failed && TryMark(','))
        {
            attributes = NameList("a type attribute");
        }

        return new TypeDeclaration(name, aliases, attributes);
    }

    private ImmutableArray<string> ParseAliases()
    {
        if (_failed || !_tokens.Is("alias"))
        {
            return [];
        }

        _tokens.Next();
        return Set("an alias").Names;
    }

    private Statement? ParseTypeAlias()
    {
        var name = Name("a type");
        var aliases = ParseAliases();
        return _failed || aliases.Length > 0 ? new TypeAliasStatement(name, aliases) : Fail<Statement?>("'alias' is missing", null);
    }

    private Statement ParseRole()
    {
        var name = Name("a role");
        if (!_failed && _tokens.Is("types"))
        {
            _tokens.Next();
            return new RoleTypesStatement(name, Set("a type"));
        }

        return new RoleDeclaration(name, !_failed && TryMark(',') ? NameList("a role attribute") : []);
    }

    private UserDeclaration ParseUser()
    {
        var name = Name("a user");
        if (!_failed && _tokens.Is("roles"))
        {
            _tokens.Next();
        }
        else
        {
            Fail("'roles' is missing", 0);
        }

        var roles = Set("a role");
        string? level = null;
        string? range = null;
        if (!_failed && _tokens.Is("level"))
        {
            _tokens.Next();
            level = Range();
        }

        if (!_failed && _tokens.Is("range"))
        {
            _tokens.Next();
            range = Range();
        }

        return new UserDeclaration(name, roles, level, range);
    }

    private ModuleHeader ParseModule()
    {
        var name = Name("the module's name");
        var version = "";
        if (!_failed && _tokens.Current.Kind is TokenKind.Number or TokenKind.Name)
        {
            version = _tokens.Text.Substring(_tokens.Current.Start, _tokens.Current.Length);
            _tokens.Next();
        }

        return new ModuleHeader(name, version);
    }

    private bool Truth()
    {
        if (_failed)
        {
            return false;
        }

        if (!_tokens.Is("true") && !_tokens.Is("false") && !_tokens.Is("TRUE") && !_tokens.Is("FALSE"))
        {
            return Fail("'true' or 'false' is missing", false);
        }

        var value = _tokens.Is("true") || _tokens.Is("TRUE");
        _tokens.Next();
        return value;
    }

    private Statement? ParseRequire()
    {
        if (!Expect('{'))
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<Requirement>();
        while (!_failed && !_tokens.Is('}'))
        {
            ParseRequirements(items);
        }

        Expect('}');
        return new RequireBlock(items.ToImmutable());
    }

    private void ParseRequirements(ImmutableArray<Requirement>.Builder into)
    {
        if (TryMark(';'))
        {
            return;
        }

        if (_tokens.Current.Kind == TokenKind.End)
        {
            Fail("'}' is missing", 0);
            return;
        }

        if (_tokens.Is("class"))
        {
            _tokens.Next();
            var name = Name("a class");
            into.Add(new Requirement(RequirementKind.Class, name, !_failed && _tokens.Is(';') ? [] : Set("a permission").Names));
            Expect(';');
            return;
        }

        if (_comments is not null && _tokens.Current.Kind == TokenKind.Name && (_tokens.IsFollowedBy('(') || Kind() is null))
        {
            ParseMacroInRequire(into);
            return;
        }

        if (Kind() is not { } kind)
        {
            Fail("a requirement starts with type, attribute, role, attribute_role, class, bool, tunable, user, sensitivity or category", 0);
            return;
        }

        _tokens.Next();
        foreach (var name in NameList("a name"))
        {
            into.Add(new Requirement(kind, name, []));
        }

        Expect(';');
    }

    private RequirementKind? Kind() =>
        _tokens.Is("type") ? RequirementKind.Type
        : _tokens.Is("attribute") ? RequirementKind.Attribute
        : _tokens.Is("role") ? RequirementKind.Role
        : _tokens.Is("attribute_role") ? RequirementKind.AttributeRole
        : _tokens.Is("bool") || _tokens.Is("tunable") ? RequirementKind.Boolean
        : _tokens.Is("user") ? RequirementKind.User
        : _tokens.Is("sensitivity") ? RequirementKind.Sensitivity
        : _tokens.Is("category") ? RequirementKind.Category
        : null;
}
