namespace Cnaim.Reception.Information;

internal static class InformationSql
{
    public const string Insert = """
        INSERT INTO information_request (request_id, centre, theme, language, at)
        VALUES (@id, @centre, @theme, @language, @at)
        """;
}
