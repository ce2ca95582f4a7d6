namespace Cnaim.Offices.Tests.Support;

internal interface IOfficeHost : IAsyncDisposable;
