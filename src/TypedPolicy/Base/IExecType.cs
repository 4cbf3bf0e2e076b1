namespace TypedPolicy;

/// <summary>The base attribute of every executable file type.</summary>
[External("exec_type")]
public interface IExecType : IFileType;
