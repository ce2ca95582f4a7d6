using System.IO.Compression;
using Grpc.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>All that a served method needs per call, resolved once.</summary>
internal sealed class ServerMethodSettings(IServiceProvider services)
{
    private readonly GrpcServiceOptions _options = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;

    public GrpcCallLimits Limits { get; } = services.GetRequiredService<IOptions<GrpcCallLimits>>().Value;

    public TimeProvider Clock { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public ILogger Logger { get; } = services.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");

    public int? MaxReceive => _options.MaxReceiveMessageSize;

    public int? MaxSend => _options.MaxSendMessageSize;

    public bool ShowsDetails => _options.EnableDetailedErrors == true;

    public bool IgnoresUnknown => _options.IgnoreUnknownServices == true;

    public CompressionLevel? Compression => string.Equals(_options.ResponseCompressionAlgorithm, GrpcNames.Gzip, StringComparison.Ordinal)
        ? _options.ResponseCompressionLevel ?? CompressionLevel.Fastest
        : null;
}
