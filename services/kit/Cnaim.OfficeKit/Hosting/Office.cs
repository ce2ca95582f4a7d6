namespace Cnaim.OfficeKit.Hosting;

/// <summary>Which office this process is.</summary>
/// <param name="Code">The office's code, for example of its queue and its audience.</param>
internal sealed record Office(string Code);
