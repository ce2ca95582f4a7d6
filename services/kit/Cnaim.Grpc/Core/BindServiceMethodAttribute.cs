namespace Grpc.Core;

/// <summary>Tells which static method binds a generated service base class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class BindServiceMethodAttribute : Attribute
{
    /// <summary>Names the method.</summary>
    /// <param name="bindType">The class that has it.</param>
    /// <param name="bindMethodName">Its name.</param>
    public BindServiceMethodAttribute(Type bindType, string bindMethodName)
    {
        BindType = bindType;
        BindMethodName = bindMethodName;
    }

    /// <summary>The class that has the method.</summary>
    public Type BindType { get; }

    /// <summary>The method's name.</summary>
    public string BindMethodName { get; }
}
