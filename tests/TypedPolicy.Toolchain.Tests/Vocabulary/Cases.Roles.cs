namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Roles and users.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Roles =>
    [
        new("A_role_may_have_types_and_lead_to_others",
            """
            [Role] public sealed class Clerk;
            [Role, RoleAllow<Clerk>, RoleTransition<Bin, Clerk>] public sealed class Manager;
            [RulesFor<UnconfinedR>, RoleAllow<Manager>, RoleTransition<Bin, Manager>(typeof(ProcessPerms), typeof(FilePerms))] public static class Unconfined;
            [Domain, Role<Clerk>, Role<SystemR>] public sealed class Desk;
            """,
            """
            role clerk_r
            role manager_r
            +domain desk_t
            roletype clerk_r desk_t
            roletype system_r desk_t
            roleallow manager_r clerk_r
            roleallow unconfined_r manager_r
            roletransition manager_r bin_t process clerk_r
            roletransition unconfined_r bin_t process manager_r
            roletransition unconfined_r bin_t file manager_r
            """),
        new("A_role_attribute_stands_for_its_roles",
            """
            [Role] public interface IStaff;
            [Role] public sealed class Cook : IStaff;
            [Role] public sealed class Waiter : IStaff;
            [Domain, Role<IStaff>] public sealed class Kitchen;
            """,
            """
            role cook_r
            role waiter_r
            +domain kitchen_t
            roletype cook_r kitchen_t
            roletype waiter_r kitchen_t
            """),
        new("A_role_is_bounded_by_another",
            """
            [Role] public sealed class Wide;
            [Role, Bounds<Wide>] public sealed class Narrow;
            [Domain, Role<Wide>, Role<Narrow>] public sealed class Room;
            """,
            """
            role wide_r
            role narrow_r
            +domain room_t
            roletype wide_r room_t
            roletype narrow_r room_t
            rolebounds wide_r narrow_r
            """),
        new("A_user_has_roles_object_r_among_them_a_level_and_a_range",
            """
            [Role] public sealed class Auditor;
            [User(typeof(Auditor), typeof(ObjectR), Level = "s0:c1", Range = "s0-s0:c0.c7", Prefix = "audit")] public sealed class Alice;
            [User(typeof(Auditor), Name = "bob")] public sealed class Second;
            """,
            """
            role auditor_r
            user alice_u
            userrole alice_u auditor_r
            userrole alice_u object_r
            userlevel alice_u (s0 (c1))
            userrange alice_u ((s0) (s0 ((range c0 c7))))
            user bob
            userrole bob auditor_r
            userrole bob object_r
            userlevel bob (s0)
            userrange bob ((s0) (s0))
            """),
    ];
}
