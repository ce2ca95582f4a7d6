namespace Cnaim.ServiceDefaults.Http;

/// <summary>Endpoint metadata: the endpoint's success carries an <c>ETag</c>.</summary>
internal sealed class EntityTagMetadata;
