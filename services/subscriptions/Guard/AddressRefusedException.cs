namespace Cnaim.Subscriptions.Guard;

/// <summary>A host leads to an address that is not public. Which one is not said: it would map the network for whoever asks.</summary>
internal sealed class AddressRefusedException() : IOException("The host does not lead to public addresses only.");
