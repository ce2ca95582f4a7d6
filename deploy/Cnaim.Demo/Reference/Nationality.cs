namespace Cnaim.Demo.Reference;

/// <summary>Foreign residents of one nationality in the latest year, and the country's memberships.</summary>
internal sealed record Nationality(string Alpha2, int Male, int Female, bool FreeMovement, bool PortugueseSpeaking);
