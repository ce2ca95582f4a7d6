namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>No signing key could be fetched, so that a token can be neither accepted nor refused.</summary>
internal sealed class KeysUnavailableException(Exception inner) : Exception("The signing keys could not be fetched.", inner);
