namespace Cnaim.Borders;

/// <summary>Names this assembly, for the tests that run once per office.</summary>
public sealed class BordersService;
