namespace Cnaim.ServiceDefaults.Http;

/// <summary>Endpoint metadata: the endpoint ends, as its answers' headers say it.</summary>
internal sealed record DeprecationNotice(string Since, string Sunset, string Link);
