using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QueueHub.Offices;

namespace QueueHub.TestSupport;

/// <summary>An office reconfigured while the hub runs, as an administrator would: the document changes in the database.</summary>
public static class OfficeChanges
{
    /// <summary>Gives every office these hours; returns when the hub knows.</summary>
    public static async Task SetHoursAsync(this RunningHub hub, params OpeningHours[] hours)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var change = source.CreateCommand("update office set document = jsonb_set(document, '{hours}', $1::jsonb)");
        change.Parameters.AddWithValue(JsonSerializer.Serialize(hours.Select(range => new
        {
            days = range.Days.Select(day => day.ToString().ToLowerInvariant()),
            open = $"{range.Open:HH:mm}",
            close = $"{range.Close:HH:mm}",
        })));
        await change.ExecuteNonQueryAsync();
        var wanted = Text(hours);
        await Eventually.TrueAsync(
            () => hub.Services.GetRequiredService<IOffices>().All.All(office => Text(office.Hours) == wanted), "the offices with other hours");
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
        hub.SetHoursAsync(new OpeningHours(Enum.GetValues<DayOfWeek>(), new TimeOnly(0, 0), new TimeOnly(23, 59)));

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

    private static string Text(IEnumerable<OpeningHours> hours) =>
        string.Join(", ", hours.Select(range => $"{string.Join('+', range.Days)} {range.Open:HH:mm}–{range.Close:HH:mm}"));
}
