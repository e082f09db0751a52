using QueueHub.Demo;
using QueueHub.Offices;
using QueueHub.Staff;

namespace QueueHub.Platform;

/// <summary>What a person needs to know once the hub runs.</summary>
internal static class StartBanner
{
    /// <summary>Prints the addresses of the phone, the display and the counter, and the demo staff.</summary>
    public static async Task PrintAsync(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<HubOptions>();
        var offices = app.Services.GetRequiredService<IOffices>().All;
        var url = options.PublicUrl;
        var lines = new List<string> { "", $"QueueHub is running at {url} (Ctrl-C stops it)" };
        if (url != options.OwnUrl)
        {
            lines.Add($"  This node listens on port {options.OwnUrl.Port}.");
        }

        if (offices.Count > 1)
        {
            lines.Add($"  District   {url} lists {offices.Count} offices, the largest of them:");
        }

        if (offices.MaxBy(office => office.Counters.Count) is { } office)
        {
            lines.Add($"  {office.Name.En}");
            lines.Add($"    Phone    {new Uri(url, office.Slug)}");
            lines.Add($"    Poster   {new Uri(url, office.Slug + "/poster")}");
            lines.Add($"    Display  {new Uri(url, "display/" + office.Slug)}");
        }

        var hours = app.Services.GetRequiredService<OpeningTimes>();
        if (offices.Count > 0 && !offices.Any(place => hours.Of(place).Open))
        {
            lines.Add("  All offices are closed at this hour, so phones get no numbers. Start with --always-open to try them now.");
        }

        lines.Add($"  Counter    {new Uri(url, "counter")}");
        lines.AddRange(app.Services.GetRequiredService<DemoStaff>().Accounts.Select(account =>
            $"    {account.Name,-6} {account.Password}  {account.DisplayName}, {account.Role.ToString().ToLowerInvariant()}"));
        lines.Add($"  Staff      {new Uri(url, "staff")} (./run staff --help: the first administrator)");
        if (options.Demo is { } demo)
        {
            lines.Add($"  Demo       a simulated working day, {demo.Speed:0.##} times as fast, at every office and at any hour; one counter of each is left free for you.");
            lines.Add($"             Its clerks ({DemoClerks.Prefix}…) have passwords nobody knows, and cannot sign in without --demo.");
        }

        lines.Add($"  Data       {options.DataFolder}");
        if (options is { Lan: true, Certificate: null } && url.Scheme != Uri.UriSchemeHttps)
        {
            lines.Add("  DEMO: without a certificate everything, passwords too, crosses the network unencrypted. Use --cert for real citizens.");
        }

        await output.WriteLineAsync(string.Join('\n', lines));
    }
}
