using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Language;

public sealed class PolicyParserTests
{
    [Theory]
    [InlineData("allow a_t { b_t self -c_t }:{ file dir } { read open };", "a_t > { b_t self -c_t } : { file dir } { read open }")]
    [InlineData("allow a_t b_t:file *;", "a_t > b_t : file *")]
    [InlineData("allow a_t ~{ b_t c_t }:file ~write;", "a_t > ~{ b_t c_t } : file ~{ write }")]
    [InlineData("allow a_t { { b_t c_t } { d_t } }:file { { read } open };", "a_t > { b_t c_t d_t } : file { read open }")]
    [InlineData("allow domain -init_t b_t:file read;", "{ domain -init_t } > b_t : file read")]
    [InlineData("allow a-b a.b-c:file read;", "a-b > a.b-c : file read")]
    public void Access_rules_are_read_with_their_sets(string text, string read)
    {
        var rule = Assert.IsType<AccessRule>(Assert.Single(Parse(text)));
        Assert.Equal(read, $"{rule.Sources} > {rule.Targets} : {rule.Classes} {rule.Permissions}");
    }

    [Theory]
    [InlineData("a || b && !c", "(a Or (b And !c))")]
    [InlineData("a ^ b || c", "((a Xor b) Or c)")]
    [InlineData("! a == b", "!(a Equal b)")]
    [InlineData("a && (b || c) && d", "((a And (b Or c)) And d)")]
    [InlineData("a != b == c", "((a NotEqual b) Equal c)")]
    public void Conditions_bind_as_in_checkpolicy(string text, string read)
    {
        static string Show(Condition condition) => condition switch
        {
            BooleanCondition boolean => boolean.Name,
            NotCondition not => "!" + Show(not.Operand),
            BinaryCondition binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
            _ => "?",
        };
        Assert.Equal(read, Show(Assert.IsType<Conditional>(Assert.Single(Parse($"if ({text}) {{ allow a b:c d; }} else {{ }}"))).Condition));
    }

    [Fact]
    public void Every_statement_of_modules_is_read()
    {
        var read = Parse(
            """
            module pond 1.2.3;
            require { type a_t, b_t; attribute x; role r; attribute_role rr; class file { read open }; class dir; bool t; user u; sensitivity s0; category c0, c1; }
            type m_t alias { n_t o_t }, x, y;
            typealias m_t alias q_t;
            attribute z; expandattribute z true;
            typeattribute m_t x, z;
            typebounds a_t m_t;
            permissive m_t;
            role m_r; role m_r types { a_t m_t }; role n_r, rr;
            attribute_role ss; roleattribute m_r rr, ss;
            bool on true; tunable off false;
            user someone roles { m_r } level s0 range s0 - s0:c0.c1023;
            allow m_r { r n_r };
            allow m_t a_t:file { read }; auditallow m_t a_t:file read; dontaudit m_t a_t:file read; neverallow * a_t:file read;
            allowxperm m_t a_t:file ioctl { 0x10-0x20 7 }; neverallowxperm m_t a_t:file ioctl ~{ 0x1 };
            type_transition m_t a_t:file n_t "a name"; type_transition m_t a_t:process b_t; type_change m_t a_t:chr_file b_t; type_member m_t a_t:dir b_t;
            range_transition m_t a_t:process s0 - s0:c0.c1023; range_transition m_t a_t s0:c1,c3;
            role_transition r a_t m_r; role_transition r a_t:file m_r;
            optional { require { type z_t; } allow m_t z_t:file read; } else { allow m_t a_t:file read; }
            if (on) { allow m_t a_t:file read; };
            """);
        Assert.Equal(34, read.Length);
        Assert.Equal("s0-s0:c0.c1023", read.OfType<RangeTransition>().First().Range);
        Assert.Equal("{ 0x10-0x20 7 }", read.OfType<ExtendedAccessRule>().First().Requests);
        Assert.Equal("a name", read.OfType<TypeRule>().First().Name);
        Assert.Equal("n_t o_t", string.Join(" ", read.OfType<TypeDeclaration>().Single().Aliases));
        Assert.Equal(["process", "file"], read.OfType<RoleTransition>().Select(r => r.Classes.ToString()));
    }

    [Theory]
    [InlineData("allow a_t b_t file read;\nallow a_t b_t:dir read;", "x:1:15: error: ':' is missing, at 'file'")]
    [InlineData("alow a_t b_t:file read;\nallow a_t b_t:dir read;", "x:1:1: error: no statement starts like this, at 'alow'")]
    [InlineData("allow a_t b_t:file { };\nallow a_t b_t:dir read;", "x:1:23: error: a set names nothing: a permission is missing, at ';'")]
    [InlineData("allow a_t { * -b_t }:file read;\nallow a_t b_t:dir read;", "x:1:21: error: '*' means everything and must be alone: a set cannot combine it with other names, or exclude names from it, at ':'")]
    [InlineData("portcon tcp 80 x:y:z;\nallow a_t b_t:dir read;", "x:1:1: error: 'portcon' is only allowed in the base policy, at 'portcon'")]
    [InlineData("allow a_t b_t:file read\nallow a_t b_t:dir read;", "x:2:1: error: ';' is missing, at 'allow'")]
    [InlineData("type_transition a_t b_t:file c_t name;\nallow a_t b_t:dir read;", "x:1:34: error: ';' or a file name in double quotes is missing, at 'name'")]
    [InlineData("}\nallow a_t b_t:dir read;", "x:1:1: error: a brace closes nothing, at '}'")]
    [InlineData("bool b maybe;\nallow a_t b_t:dir read;", "x:1:8: error: 'true' or 'false' is missing, at 'maybe'")]
    public void A_mistake_is_reported_at_its_place_and_the_next_statement_is_read(string text, string error)
    {
        var source = PolicySource.Read("x", text);
        Assert.Equal(error, Assert.Single(source.Problems).ToString());
        Assert.Equal("dir", Assert.IsType<AccessRule>(source.Statements[^1]).Classes.Single);
    }

    [Fact]
    public void What_nests_too_deep_is_an_error_and_no_crash()
    {
        foreach (var text in (string[])[
            string.Concat(Enumerable.Repeat("optional {", 100_000)),
            $"allow a {string.Concat(Enumerable.Repeat("{", 100_000))}",
            $"if ({string.Concat(Enumerable.Repeat("(", 100_000))}",
            $"if ({string.Concat(Enumerable.Repeat("!", 100_000))}",
            string.Concat(Enumerable.Repeat("optional_policy(`", 20_000)) + string.Concat(Enumerable.Repeat("')", 20_000))])
        {
            Assert.Contains(PolicySource.Read("deep", text).Problems, p => p.Message.Contains("nested more than 64 deep", StringComparison.Ordinal));
        }
    }

    private static Statement[] Parse(string text)
    {
        var map = new SourceMap();
        var problems = new ProblemList(map, new CallFrames());
        var statements = PolicyParser.Parse(MappedText.Of(map.Add("x", text)), problems);
        Assert.Empty(problems.Problems);
        return [.. statements];
    }
}
