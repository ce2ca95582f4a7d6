namespace Grpc.Core;

/// <summary>Adds credentials to the metadata of each call, for example a fresh access token.</summary>
/// <param name="context">Which call.</param>
/// <param name="metadata">The metadata to add to.</param>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
