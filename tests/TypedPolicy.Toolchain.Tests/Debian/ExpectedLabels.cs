namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>Which type a path has on a system with the samples: path, kind, type. Both spellings of /run are among them.</summary>
internal static class ExpectedLabels
{
    private const string Planet = "/var/lib/gravity/local/packages/unpacked/gravitational.io/planet/7.0.30-11706/rootfs";

    public static IEnumerable<(string Path, string Kind, string Type)> All =>
        Table.Split('\n').Select(line => line.Split(' ')).Select(words => (words[0].Replace("PLANET", Planet), words[1], words[2]));

    private static string Table =>
        """
        /usr/bin/gravity file gravity_exec_t
        /usr/local/bin/gravity file gravity_exec_t
        /usr/bin/kubectl symlink gravity_kubernetes_exec_t
        /usr/bin/helm symlink gravity_kubernetes_exec_t
        /usr/local/share/gravity dir gravity_home_t
        /usr/local/share/gravity/gravity file gravity_installer_exec_t
        /usr/local/share/gravity/installer.sock socket gravity_var_run_t
        /usr/local/share/gravity/crashreport.tgz file gravity_installer_report_t
        /var/lib/gravity dir gravity_home_t
        /var/lib/gravity/site/gravity.db file gravity_home_t
        /var/lib/gravity/secrets dir gravity_secrets_t
        /var/lib/gravity/secrets/root.key file gravity_secrets_t
        /var/lib/gravity/logrange/db/chunk file gravity_container_logger_storage_t
        /var/lib/gravity/planet dir gravity_container_home_t
        /var/lib/gravity/planet/etcd/member/wal dir gravity_container_home_t
        /var/lib/gravity/planet/kubelet dir gravity_kubelet_home_t
        /var/lib/gravity/planet/kubelet/config.yaml file gravity_kubelet_home_t
        /var/lib/gravity/planet/kubelet/device-plugins/kubelet.sock socket container_file_t
        /var/lib/gravity/planet/kubelet/plugins dir container_file_t
        /var/lib/gravity/planet/kubelet/plugins_registry dir container_file_t
        /var/lib/gravity/planet/kubelet/pods/5b1d644c/etc-hosts file container_file_t
        /var/lib/gravity/planet/kubelet/pods/5b1d644c/volumes/token file <<none>>
        /var/log/gravity-install.log file gravity_log_t
        /var/log/gravity-system.log file gravity_log_t
        /var/tmp/gravity/unpack dir gravity_tmp_t
        /var/tmp/gravity-installer dir gravity_installer_tmp_t
        /run/planet.sock socket container_var_run_t
        /var/run/planet.sock socket container_var_run_t
        /run/planet dir container_var_run_t
        /var/run/planet/state file container_var_run_t
        /run/gravity/agent.sock socket gravity_var_run_t
        /etc/systemd/system/gravity-agent.service file gravity_unit_file_t
        /etc/systemd/system/gravity-installer.service symlink gravity_unit_file_t
        /etc/systemd/system/gravity__gravitational.io__planet__7.0.30.service file gravity_unit_file_t
        PLANET dir gravity_container_file_t
        PLANET/etc/passwd file gravity_container_file_t
        PLANET/run/dbus/system_bus_socket socket gravity_container_var_run_t
        PLANET/lib/x86_64-linux-gnu/libc.so.6 file gravity_container_lib_t
        PLANET/usr/lib/x86_64-linux-gnu/libssl.so.1.1 file gravity_container_lib_t
        PLANET/bin/bash file gravity_container_exec_t
        PLANET/usr/bin/curl file gravity_container_exec_t
        PLANET/usr/sbin/conntrack file gravity_container_exec_t
        PLANET/usr/bin/planet file gravity_container_runtime_exec_t
        PLANET/usr/bin/gravity file gravity_exec_t
        PLANET/usr/bin/kubelet file gravity_kubernetes_exec_t
        PLANET/usr/bin/kube-apiserver file gravity_kubernetes_exec_t
        PLANET/usr/local/bin/kubectl file gravity_kubernetes_exec_t
        PLANET/usr/bin/etcd file gravity_service_exec_t
        PLANET/usr/bin/etcdctl-cmd symlink gravity_service_exec_t
        PLANET/usr/bin/coredns file gravity_service_exec_t
        PLANET/usr/bin/flanneld file gravity_service_exec_t
        PLANET/usr/bin/serf file gravity_service_exec_t
        PLANET/usr/bin/logrange file gravity_container_logger_exec_t
        PLANET/bin/systemctl file gravity_container_systemctl_exec_t
        PLANET/usr/bin/journalctl file gravity_container_systemctl_exec_t
        PLANET/lib/systemd/systemd file gravity_container_init_exec_t
        PLANET/bin/systemd symlink gravity_container_init_exec_t
        PLANET/usr/bin/dbus-daemon file gravity_container_init_exec_t
        PLANET/usr/sbin/rpcbind file gravity_container_init_exec_t
        PLANET/lib/systemd/system/etcd.service file gravity_unit_file_t
        PLANET/lib/systemd/system/kube-apiserver.service file gravity_unit_file_t
        /opt/inventory/bin/inventoryd file inventory_exec_t
        /opt/inventory/bin/inventory-backup file inventory_backup_exec_t
        /srv/inventory dir inventory_storage_t
        /srv/inventory/items.db file inventory_storage_t
        /srv/inventory/import/list.csv file inventory_import_t
        /srv/inventory-backup/monday file inventory_backup_storage_t
        /etc/inventory/inventory.yaml file inventory_etc_t
        """;
}
