using TypedPolicy;

namespace Example.Policy;

// What the base policy declares.
[External("httpd_t")]
public sealed class Httpd;

[External("var_lib_t")]
public sealed class VarLib;

[External("var_t")]
public sealed class Var;
