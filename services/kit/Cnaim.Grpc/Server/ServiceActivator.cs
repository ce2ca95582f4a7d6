using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Gets the service instance of a call: from the container, or made for this call and disposed after it.</summary>
internal static class ServiceActivator<TService>
    where TService : class
{
    private static readonly Lazy<ObjectFactory<TService>> Factory = new(() => ActivatorUtilities.CreateFactory<TService>([]));

    public static TService Get(IServiceProvider services, out bool isOwned)
    {
        var registered = services.GetService<TService>();
        isOwned = registered is null;
        return registered ?? Factory.Value(services, []);
    }

    public static ValueTask ReleaseAsync(TService service, bool isOwned)
    {
        switch (isOwned ? service : null)
        {
            case IAsyncDisposable disposable:
                return disposable.DisposeAsync();
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }

        return ValueTask.CompletedTask;
    }
}
