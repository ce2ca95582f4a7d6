using Npgsql;

namespace Cnaim.Data.Tests;

public sealed class When_a_connection_string_is_completed
{
    [Fact]
    public void Should_set_what_every_service_needs()
    {
        var text = Complete("Host=localhost;Database=health");

        text.MaxPoolSize.ShouldBe(8);
        text.MaxAutoPrepare.ShouldBe(100);
        text.AutoPrepareMinUsages.ShouldBe(2);
        text.Timeout.ShouldBe(5);
        text.NoResetOnClose.ShouldBeTrue();
        text.ApplicationName.ShouldBe("health");
        text.Options.ShouldNotBeNull().ShouldContain("idle_in_transaction_session_timeout=10000");
    }

    [Theory]
    [InlineData("Maximum Pool Size=3", "Maximum Pool Size", 3)]
    [InlineData("MaxPoolSize=3", "Maximum Pool Size", 3)]
    [InlineData("maximum pool size=3", "Maximum Pool Size", 3)]
    [InlineData("Maximum Pool Size=100", "Maximum Pool Size", 100)] // Npgsql's own default is a choice too.
    [InlineData("Max Auto Prepare=0", "Max Auto Prepare", 0)]
    [InlineData("MaxAutoPrepare=7", "Max Auto Prepare", 7)]
    [InlineData("AutoPrepareMinUsages=9", "Auto Prepare Min Usages", 9)]
    [InlineData("Timeout=15", "Timeout", 15)]
    [InlineData("No Reset On Close=false", "No Reset On Close", false)]
    [InlineData("NoResetOnClose=false", "No Reset On Close", false)]
    [InlineData("Pooling=false", "Pooling", false)]
    [InlineData("Application Name=mine", "Application Name", "mine")]
    [InlineData("ApplicationName=mine", "Application Name", "mine")]
    [InlineData("Options=-c timezone=UTC", "Options", "-c timezone=UTC")]
    public void Should_keep_what_the_operator_set(string set, string key, object expected) =>
        Complete($"Host=localhost;{set}")[key].ShouldBe(expected);

    [Fact]
    public void Should_keep_all_others_beside_one_that_is_set()
    {
        var text = Complete("Host=localhost;MaxPoolSize=3;Username=health;Password=secret");

        (text.Timeout, text.Username, text.Password).ShouldBe((5, "health", "secret"));
    }

    private static NpgsqlConnectionStringBuilder Complete(string text) => new(DatabaseConnectionString.Complete(text, "health"));
}
