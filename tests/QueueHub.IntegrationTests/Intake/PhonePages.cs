using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>A phone without scripts: its pages, their hidden fields, its presses.</summary>
internal static partial class PhonePages
{
    /// <summary>A phone with cookies of its own, by which it is known.</summary>
    public static async Task<HttpClient> PhoneAsync(this RunningHub hub)
    {
        var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        phone.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("ko"));
        await phone.GetStringAsync($"/{Seocho.Office}");
        return phone;
    }

    /// <summary>Presses a form's button: with the keys of the page on which it stands.</summary>
    /// <returns>The status, where it leads, and the page that is the answer.</returns>
    public static async Task<(HttpStatusCode Status, string? Location, string Page)> PressAsync(
        this HttpClient phone, string page, string action, params (string Name, string Value)[] fields)
    {
        var keys = Keys().Matches(await phone.GetStringAsync(page)).DistinctBy(match => match.Groups[1].Value)
            .Where(match => match.Groups[1].Value is "key" or "requestId")
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value));
        using var content = new FormUrlEncodedContent([.. keys, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await phone.PostAsync(action, content);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The ticket of a link, once the hub has read all that has been done with it.</summary>
    public static async Task<TicketRow> TicketAsync(this RunningHub hub, string url) =>
        (await hub.CaughtUpAsync()).ByToken(TicketToken.Hash(url.Split('/')[^1]))!;

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Keys();
}
