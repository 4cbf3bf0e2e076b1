using TypedPolicy;

namespace Example.Policy;

// What the base policy declares.
[External("home_root_t")]
public sealed class Homes;

[External("staff_r"), Role]
public sealed class StaffR;

[External("staff_t")]
public sealed class StaffT;

[External("unconfined_r"), Role]
public sealed class UnconfinedR;

[External("unconfined_t")]
public sealed class UnconfinedT;

[External("user_devpts_t")]
public sealed class UserTerminal;

[External("user_home_dir_t")]
public sealed class UserHome;

[External("user_r"), Role]
public sealed class UserR;

[External("user_t")]
public sealed class UserT;
