using System.Globalization;
using QueueHub.Staff;

namespace QueueHub.Platform;

/// <summary>What a person needs to know once the hub runs.</summary>
internal static class StartBanner
{
    /// <summary>Prints the addresses of the phone, the display and the counter, and the demo staff.</summary>
    public static async Task PrintAsync(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<HubOptions>();
        var url = options.PublicUrl;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            QueueHub is running at {url} (Ctrl-C stops it)
              Counter  {new Uri(url, "counter")}
              Data     {options.DataFolder}
            """));
        foreach (var account in app.Services.GetRequiredService<DemoStaff>().Accounts)
        {
            await output.WriteLineAsync($"  Demo     {account.Name,-6} {account.Password}  {account.Role.ToString().ToLowerInvariant()}");
        }

        if (options is { Lan: true, Certificate: null })
        {
            await output.WriteLineAsync("  Demo: no certificate, so everything, passwords too, crosses the network unencrypted. Use --cert for real citizens.");
        }
    }
}
