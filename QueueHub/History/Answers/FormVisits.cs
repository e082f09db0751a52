using Dapper;
using QueueHub.Contracts.History;
using QueueHub.History.Rollups;

namespace QueueHub.History.Answers;

/// <summary>
/// Visits of the services that have a form today: what digital forms are a share of. An office whose visitors mostly come for services without one would
/// else look backward.
/// </summary>
internal static class FormVisits
{
    /// <summary>True where figures are told with it: of the whole, of offices and of services.</summary>
    public static bool Told(string by, string? service) => service is null && by is FiguresBy.Total or FiguresBy.Office or FiguresBy.Service;

    /// <summary>By office and service; nothing of services without a form.</summary>
    public static async Task<IReadOnlyList<(string Office, string Service, long Visits)>> ReadAsync(
        HistoryMoment moment, HistoryQuestion question, CancellationToken cancellation)
    {
        var forms = question.Offices.SelectMany(office => office.Services.Where(service => service.Form is not null).Select(service => (office.Slug, service.Id))).ToList();
        var parameters = new DynamicParameters(new { offices = forms.Select(form => form.Slug).ToArray(), services = forms.Select(form => form.Id).ToArray() });
        var visits = await moment.Connection.QueryAsync<(string Office, string Service, long Visits)>(
            new CommandDefinition(Sql(Periods.Cover(question.From, question.To), parameters), parameters, cancellationToken: cancellation));
        return [.. visits.GroupBy(part => (part.Office, part.Service)).Select(parts => (parts.Key.Office, parts.Key.Service, parts.Sum(part => part.Visits)))];
    }

    /// <summary>The table with them.</summary>
    public static FiguresTable In(FiguresTable table, IReadOnlyList<(string Office, string Service, long Visits)> visits)
    {
        var rows = visits.GroupBy(part => table.By == FiguresBy.Office ? part.Office : part.Service).ToDictionary(part => part.Key, parts => parts.Sum(part => part.Visits));
        return table with
        {
            Total = table.Total with { FormVisits = visits.Sum(part => part.Visits) },
            Rows = [.. table.Rows.Select(row => rows.TryGetValue(row.Key, out var of) ? row with { Figures = row.Figures with { FormVisits = of } } : row)],
        };
    }

    // As in RollupReader, one scan a period.
    private static string Sql(IReadOnlyList<Period> periods, DynamicParameters parameters) => string.Join("\nunion all\n", periods.Select((period, at) =>
    {
        parameters.Add($"from{at}", period.From);
        parameters.Add($"to{at}", period.To);
        return $"""
            select office, key, sum(visits) from rollup join unnest(@offices, @services) as form (office, key) using (office, key)
            where grain = '{RollupStore.Name(period.Grain)}' and kind = 'service' and start between @from{at} and @to{at} group by office, key
            """;
    }));
}
