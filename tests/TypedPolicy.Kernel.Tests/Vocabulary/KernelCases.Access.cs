using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <content>Access rules.</content>
public static partial class KernelCases
{
    private static IEnumerable<KernelCase> Access =>
    [
        new("Allow_grants_what_it_names_and_no_more",
            """
            [FileType] public sealed class AllowedData;
            [Domain, Role<SystemR>, Allow<AllowedData>(FilePerms.ReadSet)] public sealed class Allowed;
            """,
            guest =>
            {
                guest.File("/allowed", "allowed_data_t");
                guest.In("allowed_t", Step.Read("/allowed")).Succeeds();
                guest.In("allowed_t", Step.Write("/allowed", "x")).IsDenied("write", "allowed_data_t");
            }),
        new("AllowFrom_grants_to_the_class_that_it_names",
            """
            [FileType, AllowFrom<AllowedFrom>(FilePerms.ReadSet)] public sealed class AllowedFromData;
            [Domain, Role<SystemR>] public sealed class AllowedFrom;
            """,
            guest =>
            {
                guest.File("/allowed-from", "allowed_from_data_t");
                guest.In("allowed_from_t", Step.Read("/allowed-from")).Succeeds();
                guest.In("allowed_from_t", Step.Write("/allowed-from", "x")).IsDenied("write", "allowed_from_data_t");
            }),
        new("AuditAllow_logs_what_another_rule_grants_and_grants_nothing",
            """
            [FileType, AuditAllowFrom<AuditedFrom>(FilePerms.Read)] public sealed class AuditedData;
            [Domain, Role<SystemR>, Allow<AuditedData>(FilePerms.ReadSet), AuditAllow<AuditedData>(FilePerms.Read | FilePerms.Write)] public sealed class Audited;
            [Domain, Role<SystemR>, Allow<AuditedData>(FilePerms.ReadSet)] public sealed class AuditedFrom;
            """,
            guest =>
            {
                guest.File("/audited", "audited_data_t");
                foreach (var domain in (string[])["audited_t", "audited_from_t"])
                {
                    var granted = guest.In(domain, Step.Read("/audited")).Succeeds().Records;
                    Assert.NotEmpty(granted);
                    Assert.All(granted, record => Assert.Equal((false, "read"), (record.IsDenial, Assert.Single(record.Permissions))));
                }

                guest.In("audited_t", Step.Write("/audited", "x")).IsDenied("write", "audited_data_t");
            }),
        new("DontAudit_keeps_a_denial_out_of_the_log",
            """
            [FileType, DontAuditFrom<HiddenFrom>(FilePerms.Read)] public sealed class HiddenData;
            [Domain, Role<SystemR>, DontAudit<HiddenData>(FilePerms.Read)] public sealed class Hidden;
            [Domain, Role<SystemR>] public sealed class HiddenFrom;
            """,
            guest =>
            {
                guest.File("/hidden", "hidden_data_t");
                Assert.Empty(guest.In("hidden_t", Step.Read("/hidden")).IsForbidden().Records);
                Assert.Empty(guest.In("hidden_from_t", Step.Read("/hidden")).IsForbidden().Records);
                guest.In("hidden_t", Step.Write("/hidden", "x")).IsDenied("write", "hidden_data_t");
            }),
        new("Permissive_logs_denials_and_enforces_nothing",
            """
            [FileType] public sealed class PermittedData;
            [Domain, Role<SystemR>, Permissive] public sealed class Permitted;
            """,
            guest =>
            {
                guest.File("/permitted", "permitted_data_t");
                var denials = guest.In("permitted_t", Step.Write("/permitted", "x")).Succeeds().Denials.ToArray();
                Assert.NotEmpty(denials);
                Assert.All(denials, record => Assert.EndsWith("permissive=1", record.Text, StringComparison.Ordinal));
            }),
        new("Bounds_takes_away_what_the_parent_does_not_have",
            """
            [FileType] public sealed class BoundData;
            [Domain, Allow<BoundData>(FilePerms.ReadSet)] public sealed class BoundParent;
            [Domain, Role<SystemR>, Bounds<BoundParent>, Allow<BoundData>(FilePerms.ReadSet), RawCil("(allow bound_child_t bound_data_t (file (write)))")] public sealed class BoundChild;
            """,
            guest =>
            {
                guest.File("/bound", "bound_data_t");
                guest.In("bound_child_t", Step.Read("/bound")).Succeeds();
                guest.In("bound_child_t", Step.Write("/bound", "x")).IsForbidden();
            }),
        new("RawCil_is_a_rule_like_any_other",
            """
            [FileType] public sealed class RawData;
            [Domain, Role<SystemR>, RawCil("(allow raw_t raw_data_t (file (read open getattr)))")] public sealed class Raw;
            """,
            guest =>
            {
                guest.File("/raw", "raw_data_t");
                guest.In("raw_t", Step.Read("/raw")).Succeeds();
            }),
    ];

    private static IEnumerable<KernelCase> Requests =>
    [
        new("AllowIoctl_narrows_the_ioctl_that_Allow_grants_to_its_requests",
            """
            [FileType] public sealed class NarrowDevice;
            [Domain, Role<SystemR>, Allow<NarrowDevice>(ChrFilePerms.Rw), AllowIoctl<NarrowDevice, ChrFilePerms>("0x54f0-0x54f1, 0x8910")] public sealed class Narrow;
            [Domain, Role<SystemR>, Allow<NarrowDevice>(ChrFilePerms.Read | ChrFilePerms.Open), AllowIoctl<NarrowDevice, ChrFilePerms>("0x54f0")] public sealed class NarrowAlone;
            """,
            guest =>
            {
                guest.Device("/narrow", "narrow_device_t");
                Assert.All((uint[])[0x54f0, 0x54f1, 0x8910], request => Assert.Equal(NotATerminal, guest.In("narrow_t", Step.Ioctl("/narrow", request)).Error));
                Assert.All((uint[])[0x54f2, 0x8911, 0x1234], request => guest.In("narrow_t", Step.Ioctl("/narrow", request)).IsDenied("ioctl", "narrow_device_t"));
                guest.In("narrow_alone_t", Step.Ioctl("/narrow", 0x54f0)).IsDenied("ioctl", "narrow_device_t");
            }),
        new("AuditAllowIoctl_logs_its_requests_and_no_others",
            """
            [FileType] public sealed class LoggedDevice;
            [Domain, Role<SystemR>, Allow<LoggedDevice>(ChrFilePerms.Rw), AllowIoctl<LoggedDevice, ChrFilePerms>("0x54f0-0x54f2, 0x8910")]
            [AuditAllowIoctl<LoggedDevice, ChrFilePerms>("0x54f0, 0x54f2, 0x54f5")] public sealed class Logged;
            """,
            guest =>
            {
                guest.Device("/logged", "logged_device_t");
                foreach (var request in (uint[])[0x54f0, 0x54f2])
                {
                    var outcome = guest.In("logged_t", Step.Ioctl("/logged", request));
                    Assert.Equal(NotATerminal, outcome.Error);
                    Assert.Contains($"ioctlcmd=0x{request:x}", Assert.Single(outcome.Records, r => !r.IsDenial).Text, StringComparison.Ordinal);
                }

                Assert.All((uint[])[0x54f1, 0x8910], request => Assert.Empty(guest.In("logged_t", Step.Ioctl("/logged", request)).Records));
                guest.In("logged_t", Step.Ioctl("/logged", 0x54f5)).IsDenied("ioctl", "logged_device_t");
            }),
        new("AuditAllowIoctl_in_an_interface_logs_too",
            """
            [FileType] public sealed class CalledDevice;
            [PolicyInterface, Allow<Arg1>(ChrFilePerms.Rw), AllowIoctl<Arg1, ChrFilePerms>("0x54f0-0x54f1"), AuditAllowIoctl<Arg1, ChrFilePerms>("0x54f0")]
            public sealed class UseLoggedAttribute<T> : PolicyInterfaceAttribute;
            [Domain, Role<SystemR>, UseLogged<CalledDevice>] public sealed class Calls;
            """,
            guest =>
            {
                guest.Device("/called", "called_device_t");
                Assert.Single(guest.In("calls_t", Step.Ioctl("/called", 0x54f0)).Records, r => !r.IsDenial);
                Assert.Empty(guest.In("calls_t", Step.Ioctl("/called", 0x54f1)).Records);
            }),
        new("DontAuditIoctl_keeps_the_denial_of_its_requests_out_of_the_log",
            """
            [FileType] public sealed class SilentDevice;
            [Domain, Role<SystemR>, Allow<SilentDevice>(ChrFilePerms.Rw), AllowIoctl<SilentDevice, ChrFilePerms>("0x54f0"), DontAuditIoctl<SilentDevice, ChrFilePerms>("0x54f1")]
            public sealed class Silent;
            [Domain, Role<SystemR>, Allow<SilentDevice>(ChrFilePerms.Read | ChrFilePerms.Open), DontAuditIoctl<SilentDevice, ChrFilePerms>("0x54f1")]
            public sealed class SilentAlone;
            """,
            guest =>
            {
                guest.Device("/silent", "silent_device_t");
                Assert.Equal(NotATerminal, guest.In("silent_t", Step.Ioctl("/silent", 0x54f0)).Error);
                Assert.All((string[])["silent_t", "silent_alone_t"], domain =>
                {
                    Assert.Empty(guest.In(domain, Step.Ioctl("/silent", 0x54f1)).IsForbidden().Records);
                    guest.In(domain, Step.Ioctl("/silent", 0x54f2)).IsDenied("ioctl", "silent_device_t");
                });
            }),

        // What TP2012 is about: where no rule lists requests to allow, one that lists requests to log, or not to log, denies all of them.
        new("Without_AllowIoctl_the_other_rules_on_requests_deny_every_request",
            """
            [FileType] public sealed class LostDevice;
            [FileType] public sealed class KeptDevice;
            [Domain, Role<SystemR>, Allow<LostDevice>(ChrFilePerms.Rw), AuditAllowIoctl<LostDevice, ChrFilePerms>("0x54f0")] public sealed class LostByLogging;
            [Domain, Role<SystemR>, Allow<LostDevice>(ChrFilePerms.Rw), DontAuditIoctl<LostDevice, ChrFilePerms>("0x54f0")] public sealed class LostBySilence;
            [Domain, Role<SystemR>, Allow<KeptDevice>(ChrFilePerms.Rw), AllowIoctl<KeptDevice, ChrFilePerms>("0x0000-0xffff"), AuditAllowIoctl<KeptDevice, ChrFilePerms>("0x54f0")] public sealed class KeptByAll;
            """,
            guest =>
            {
                guest.Device("/lost", "lost_device_t");
                guest.Device("/kept", "kept_device_t");
                Assert.All((string[])["lost_by_logging_t", "lost_by_silence_t"], domain =>
                    Assert.All((uint[])[0x54f0, 0x54f1, 0x8910], request => guest.In(domain, Step.Ioctl("/lost", request)).IsForbidden()));
                Assert.All((uint[])[0x54f0, 0x54f1, 0x8910], request => Assert.Equal(NotATerminal, guest.In("kept_by_all_t", Step.Ioctl("/kept", request)).Error));
                Assert.Single(guest.In("kept_by_all_t", Step.Ioctl("/kept", 0x54f0)).Records);
                Assert.Empty(guest.In("kept_by_all_t", Step.Ioctl("/kept", 0x54f1)).Records);
            }),
    ];
}
