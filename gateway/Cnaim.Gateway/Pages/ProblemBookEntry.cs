using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Gateway.Pages;

/// <summary>A problem code and the service that answers with it.</summary>
internal sealed record ProblemBookEntry(string Service, ProblemEntry Problem);
