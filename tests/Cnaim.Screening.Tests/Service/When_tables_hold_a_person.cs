using Cnaim.Screening.Erasures;
using Shouldly;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

public sealed class When_tables_hold_a_person(ScreeningPlatform platform)
{
    [Fact]
    public async Task Should_know_every_table_about_a_person()
    {
        var tables = await platform.ScalarAsync<string[]>("""
            SELECT array_agg(DISTINCT name)
            FROM (
                SELECT table_name::text FROM information_schema.columns WHERE column_name = 'person_id' AND table_schema = 'public'
                UNION ALL
                SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = 'person'::regclass) AS about (name)
            """);

        tables.ShouldBe(PersonalFieldsSql.All.Select(field => field.Table).Concat(PersonalFieldsSql.Others), ignoreOrder: true);
    }
}
