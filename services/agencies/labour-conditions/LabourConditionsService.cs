namespace Cnaim.LabourConditions;

/// <summary>Names this assembly, for the tests that run once per office.</summary>
public sealed class LabourConditionsService;
