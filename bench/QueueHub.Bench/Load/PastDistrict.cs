using System.Diagnostics;
using Npgsql;
using QueueHub.Contracts.Forms;
using QueueHub.Demo.PastDays;
using QueueHub.History;
using QueueHub.Offices;
using QueueHub.Offices.Documents;

namespace QueueHub.Bench.Load;

/// <summary>Fills a database with the made-up past of the shipped district, from yesterday backwards: what a question about the last month finds stays the same while the rest grows.</summary>
internal sealed class PastDistrict : IOfficeFacts
{
    private const int Seed = 1;

    // Two cores: one office is made up while another's rows are being written.
    private const int AtOnce = 2;
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    private readonly PastDaysWriter _writer;
    private readonly IReadOnlyList<PastOffice> _offices;
    private readonly Dictionary<string, FormTemplate> _forms;
    private DateOnly _month;
    private int _tickets;

    private PastDistrict(NpgsqlDataSource source, IReadOnlyList<OfficeDocument> offices, IReadOnlyList<FormTemplate> forms, DateOnly today, double volume)
    {
        (_writer, Offices, Today) = (new PastDaysWriter(source), offices, today);
        _forms = forms.ToDictionary(form => form.Id);
        _offices = [.. offices.Select(office => new PastOffice(office, this, id => _forms.GetValueOrDefault(id), Seed, volume))];
        _month = new DateOnly(today.Year, today.Month, 1);
    }

    public IReadOnlyList<OfficeDocument> Offices { get; }
    public DateOnly Today { get; }
    public int Tickets => _tickets;

    /// <summary>The first day that is filled.</summary>
    public DateOnly First => _month.AddMonths(1);

    /// <summary>How long filling has taken so far.</summary>
    public TimeSpan Took { get; private set; }

    /// <param name="tickets">Of ten years.</param>
    public static async Task<PastDistrict> OfAsync(NpgsqlDataSource source, int tickets)
    {
        var offices = await ReadAsync(source, "select document::text from office order by slug", DocumentJson.Default.OfficeDocument);
        var forms = await ReadAsync(
            source, "select distinct on (id) document::text from form_template order by id, version desc", DocumentJson.Default.FormTemplate);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, Seoul).Date);
        var usual = new PastDistrict(source, offices, forms, today, 1).OfTenYears();
        return new PastDistrict(source, offices, forms, today, tickets / usual);
    }

    /// <summary>Goes on until there are about so many, or ten years.</summary>
    public async Task FillAsync(int tickets)
    {
        var began = Stopwatch.GetTimestamp();
        while (_tickets < tickets && _month > Today.AddYears(-10).AddMonths(-1))
        {
            var (first, last) = (_month, _month.AddMonths(1).AddDays(-1) is var end && end < Today ? end : Today.AddDays(-1));
            if (first <= last)
            {
                await Parallel.ForEachAsync(_offices, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (office, cancellation) =>
                    Interlocked.Add(ref _tickets, await _writer.WriteAsync(office, first, last, cancellation)));
            }

            _month = _month.AddMonths(-1);
        }

        Took += Stopwatch.GetElapsedTime(began);
    }

    public TimeZoneInfo Zone(string office) => Seoul;
    public int PagesSaved(string template, int version) => _forms.GetValueOrDefault(template)?.PagesSaved ?? 0;

    // Of a week in each season of each year there is an estimate good enough to choose how many come.
    private double OfTenYears() => Enumerable.Range(0, 40).Sum(season => Enumerable.Range(0, 7).Sum(day =>
        _offices.Sum(office => office.Day(Today.AddMonths(-3 * season).AddDays(-1 - day))?.Tickets.Count ?? 0))) * (3652 / 280.0);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlDataSource source, string sql, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var documents = new List<T>();
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            documents.Add(System.Text.Json.JsonSerializer.Deserialize(reader.GetString(0), type)!);
        }

        return documents;
    }
}
