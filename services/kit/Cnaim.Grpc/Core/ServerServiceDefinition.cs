namespace Grpc.Core;

/// <summary>The methods of a service with their handlers.</summary>
public class ServerServiceDefinition
{
    private readonly Action<ServiceBinderBase>[] _methods;

    private ServerServiceDefinition(Action<ServiceBinderBase>[] methods)
    {
        _methods = methods;
    }

    /// <summary>Begins a definition.</summary>
    public static Builder CreateBuilder() => new();

    internal void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var method in _methods)
        {
            method(serviceBinder);
        }
    }

    /// <summary>Collects the methods of a service.</summary>
    public class Builder
    {
        private readonly List<Action<ServiceBinderBase>> _methods = [];

        /// <summary>Adds a unary method.</summary>
        /// <typeparam name="TRequest">The request message.</typeparam>
        /// <typeparam name="TResponse">The response message.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">Its handler.</param>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a client-streaming method.</summary>
        /// <typeparam name="TRequest">The request message.</typeparam>
        /// <typeparam name="TResponse">The response message.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">Its handler.</param>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a server-streaming method.</summary>
        /// <typeparam name="TRequest">The request message.</typeparam>
        /// <typeparam name="TResponse">The response message.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">Its handler.</param>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a duplex-streaming method.</summary>
        /// <typeparam name="TRequest">The request message.</typeparam>
        /// <typeparam name="TResponse">The response message.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">Its handler.</param>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(binder => binder.AddMethod(method, handler));

        /// <summary>The definition.</summary>
        public ServerServiceDefinition Build() => new([.. _methods]);

        private Builder Add(Action<ServiceBinderBase> method)
        {
            _methods.Add(method);
            return this;
        }
    }
}
