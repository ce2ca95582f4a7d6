namespace Grpc.Core;

/// <summary>A method's description without its message types.</summary>
public interface IMethod
{
    /// <summary>Which side streams.</summary>
    MethodType Type { get; }

    /// <summary>The service's full name, for example <c>grpc.health.v1.Health</c>.</summary>
    string ServiceName { get; }

    /// <summary>The method's own name.</summary>
    string Name { get; }

    /// <summary><c>/service/method</c>.</summary>
    string FullName { get; }
}
