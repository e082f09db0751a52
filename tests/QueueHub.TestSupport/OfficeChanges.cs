using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Platform.Database;

namespace QueueHub.TestSupport;

/// <summary>An office reconfigured while the hub runs, as an administrator would: the document changes in the database.</summary>
public static class OfficeChanges
{
    private static readonly OpeningHours AllDay = new(Enum.GetValues<DayOfWeek>(), new TimeOnly(0, 0), new TimeOnly(23, 59));

    /// <summary>
    /// The shipped offices in an empty database, in another zone or with other hours, before any hub has seen them: what a hub has done about its first
    /// day by the hours it found cannot be undone.
    /// </summary>
    /// <param name="hours">Open all day long when none are given.</param>
    public static async Task SeedOfficesAsync(string postgres, string timeZone = "Asia/Seoul", params OpeningHours[] hours)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await Migrations.ApplyAsync(source, NullLogger.Instance, CancellationToken.None);
        await new ConfigurationStore(source).SeedAsync(CancellationToken.None);
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, '{timeZone}', to_jsonb($1))");
        change.Parameters.AddWithValue(timeZone);
        await change.ExecuteNonQueryAsync();
        await WriteHoursAsync(source, hours is [] ? [AllDay] : hours);
    }

    /// <summary>A zone in which it is this hour now, so that no midnight comes in the middle of a test.</summary>
    public static string ZoneAt(int hour)
    {
        var ahead = (hour - DateTime.UtcNow.Hour + 24) % 24;
        return ahead <= 14 ? $"Etc/GMT-{ahead}" : $"Etc/GMT+{24 - ahead}";
    }

    /// <summary>Gives every office these hours; returns when the hub knows.</summary>
    public static async Task SetHoursAsync(this RunningHub hub, params OpeningHours[] hours)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await WriteHoursAsync(source, hours);
        var wanted = Text(hours);
        await Eventually.TrueAsync(
            () => hub.Services.GetRequiredService<IOffices>().All.All(office => Text(office.Hours) == wanted), "the offices with other hours");
    }

    /// <summary>Ends every office's day now: its hours are over, and nothing is left of the time after them; returns when the hub has closed the demo office.</summary>
    public static async Task EndDayAsync(this RunningHub hub)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, '{rules,closeAfterMinutes}', '0')");
        await change.ExecuteNonQueryAsync();
        var office = hub.Services.GetRequiredService<IOffices>().All[0];
        var today = OfficeClock.Date(office, hub.Services.GetRequiredService<TimeProvider>().GetUtcNow()).DayOfWeek;
        await hub.SetHoursAsync(
            new OpeningHours([today], new TimeOnly(0, 0), new TimeOnly(0, 1)),
            new OpeningHours([.. Enum.GetValues<DayOfWeek>().Where(day => day != today)], new TimeOnly(9, 0), new TimeOnly(18, 0)));
        await Eventually.TrueAsync(() => hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office) is { DayOpen: false }, "the day is closed");
    }

    /// <summary>Closes every office at this hour: they open in two days at nine.</summary>
    public static Task CloseNowAsync(this RunningHub hub)
    {
        var office = hub.Services.GetRequiredService<IOffices>().All[0];
        var day = OfficeClock.Date(office, hub.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(2).DayOfWeek;
        return hub.SetHoursAsync(new OpeningHours([day], new TimeOnly(9, 0), new TimeOnly(18, 0)));
    }

    /// <summary>Opens every office all day long.</summary>
    public static Task OpenNowAsync(this RunningHub hub) =>
        hub.SetHoursAsync(AllDay);

    /// <summary>Lets clerks of every office take a command back for a minute, where a story takes its time; returns when the hub knows.</summary>
    public static Task TakesItsTimeAsync(this RunningHub hub) => hub.SetRulesAsync(rules => rules with { UndoSeconds = 60 });

    /// <summary>Gives a service of the demo office this form; returns when the hub knows.</summary>
    public static async Task OfferAsync(this RunningHub hub, string service, string form)
    {
        var offices = hub.Services.GetRequiredService<IOffices>();
        var place = offices.Find(Seocho.Office)!.Services.ToList().FindIndex(definition => definition.Id == service);
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, array['services', $1, 'form'], to_jsonb($2)) where slug = $3");
        change.Parameters.AddWithValue($"{place}");
        change.Parameters.AddWithValue(form);
        change.Parameters.AddWithValue(Seocho.Office);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(() => offices.Find(Seocho.Office)!.Service(service)!.Form == form, $"the form {form} at {service}");
    }

    /// <summary>Tells every office when a visit is long; returns when the hub knows.</summary>
    public static Task SetVisitLengthAsync(this RunningHub hub, int noticeMinutes, int limitMinutes) =>
        hub.SetRulesAsync(rules => rules with { VisitNoticeMinutes = noticeMinutes, VisitLimitMinutes = limitMinutes });

    /// <summary>Every office requires presence from now on; returns when the hub knows.</summary>
    public static Task RequirePresenceAsync(this RunningHub hub) => hub.SetRulesAsync(rules => rules with { RequiresPresence = true });

    /// <summary>Changes the rules of every office; returns when the hub knows.</summary>
    public static async Task SetRulesAsync(this RunningHub hub, Func<QueueRules, QueueRules> change)
    {
        var offices = hub.Services.GetRequiredService<IOffices>();
        var wanted = offices.All.ToDictionary(office => office.Slug, office => change(office.Rules));
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        foreach (var (office, rules) in wanted)
        {
            await using var write = source.CreateCommand("update office set document = jsonb_set(document, '{rules}', $2::jsonb) where slug = $1");
            write.Parameters.AddWithValue(office);
            write.Parameters.AddWithValue(JsonSerializer.Serialize(rules, JsonSerializerOptions.Web));
            await write.ExecuteNonQueryAsync();
        }

        await Eventually.TrueAsync(() => offices.All.All(office => office.Rules == wanted[office.Slug]), "the offices have their rules");
    }

    private static async Task WriteHoursAsync(NpgsqlDataSource source, OpeningHours[] hours)
    {
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, '{hours}', $1::jsonb)");
        change.Parameters.AddWithValue(JsonSerializer.Serialize(hours.Select(range => new
        {
            days = range.Days.Select(day => day.ToString().ToLowerInvariant()),
            open = $"{range.Open:HH:mm}",
            close = $"{range.Close:HH:mm}",
        })));
        await change.ExecuteNonQueryAsync();
    }

    private static string Text(IEnumerable<OpeningHours> hours) =>
        string.Join(", ", hours.Select(range => $"{string.Join('+', range.Days)} {range.Open:HH:mm}–{range.Close:HH:mm}"));
}
