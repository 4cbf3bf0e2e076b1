using TypedPolicy;

namespace Example.Policy;

// What the base policy declares.
[External("daemon")]
public interface IDaemon;

[External("init_t")]
public sealed class InitT;

[External("var_lib_t")]
public sealed class VarLib;

[External("var_t")]
public sealed class Var;

[External("node_t")]
public sealed class AnyAddress;
