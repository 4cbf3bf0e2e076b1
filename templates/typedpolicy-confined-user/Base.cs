using TypedPolicy;

namespace Example.Policy;

// What the base policy declares.
[External("bin_t")]
public sealed class Bin;

[External("home_root_t")]
public sealed class Homes;

[External("lib_t")]
public sealed class Lib;

[External("shell_exec_t")]
public sealed class Shell;

[External("user_devpts_t")]
public sealed class UserTerminal;

[External("user_home_dir_t")]
public sealed class UserHome;

[External("user_home_t")]
public sealed class UserFiles;

[External("usr_t")]
public sealed class Usr;
