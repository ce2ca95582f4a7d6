using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>An office is a thin host: one folder, one code, the manifest and the network data know it.</summary>
public sealed class When_an_office_is_added
{
    private static IEnumerable<(string Folder, string Code)> Hosts =>
        Services.Projects.Where(Services.IsOffice).Select(project => (Path.GetDirectoryName(project)!, Path.GetFileName(Path.GetDirectoryName(project)!)));

    [Fact]
    public void Should_be_in_the_topology_by_the_name_of_its_folder()
    {
        Hosts.Count().ShouldBe(20);
        Hosts.Select(host => host.Code).Append("reception").ShouldBe(Offices.Codes, ignoreOrder: true);
    }

    [Fact]
    public void Should_name_its_code_once_in_the_project_and_once_in_Program() =>
        Hosts.Where(host => !Program(host.Folder).Contains($"AddOfficeKit(\"{host.Code}\")", StringComparison.Ordinal)
                || !Project(host.Folder).Contains($"<ServiceCode>{host.Code}</ServiceCode>", StringComparison.Ordinal))
            .Select(host => host.Code).ShouldBeEmpty();

    [Fact]
    public void Should_have_settings_of_its_own() =>
        Hosts.Where(host => !File.Exists(Path.Combine(host.Folder, "appsettings.json"))).Select(host => host.Code).ShouldBeEmpty();

    [Fact]
    public void Should_not_know_another_office() =>
        Hosts.Where(host => Project(host.Folder).Contains("agencies/", StringComparison.Ordinal) || Project(host.Folder).Contains("support-offices/", StringComparison.Ordinal)
                || Project(host.Folder).Contains("../../", StringComparison.Ordinal))
            .Select(host => host.Code).ShouldBeEmpty("no service reads another's code or tables");

    private static string Program(string folder) => Path.Combine(folder, "Program.cs") is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    private static string Project(string folder) => string.Concat(Directory.EnumerateFiles(folder, "*.csproj").Select(File.ReadAllText));
}
