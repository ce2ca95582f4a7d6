using Cnaim.Demo.Journal;
using Cnaim.Demo.Report;

namespace Cnaim.Demo.Tests;

public class When_the_demo_keeps_its_own_log
{
    [Fact]
    public void Should_read_back_each_line_while_it_is_open()
    {
        var folder = Directory.CreateTempSubdirectory("cnaim-demo-log");
        try
        {
            using var journal = new DemoJournal(folder.FullName, "run", TimeProvider.System);
            journal.Add(Samples.Line(Samples.First, "one", "health"));
            journal.Add(Samples.Line(Samples.Second, "two", "housing"));

            journal.ReadAll().Select(line => (line.Id, line.Key, line.Status)).ShouldBe([(Samples.First.ToString(), "one", 201), (Samples.Second.ToString(), "two", 201)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_end_with_the_published_line() => new DemoFigures
    {
        Visits = 1,
        Interviews = 2,
        Issues = 3,
        Referrals = 4,
        Completed = 5,
        Rejected = 6,
        Unanswered = 7,
        Lost = 0,
        Duplicated = 0,
        OutOfOrder = 0,
        LoopP50Ms = 8.5,
        LoopP99Ms = 9,
    }.ToJson().ShouldBe("""{"visits":1,"interviews":2,"issues":3,"referrals":4,"completed":5,"rejected":6,"unanswered":7,"lost":0,"duplicated":0,"outOfOrder":0,"loopP50Ms":8.5,"loopP99Ms":9}""");

    [Theory]
    [InlineData(50, 5)]
    [InlineData(99, 10)]
    [InlineData(100, 10)]
    public void Should_take_percentiles_from_all_samples(double percent, double expected) =>
        Percentiles.Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent).ShouldBe(expected);
}
