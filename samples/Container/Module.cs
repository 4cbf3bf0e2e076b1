using TypedPolicy;

[assembly: PolicyModule("container_types", Version = "1.1.0")]
