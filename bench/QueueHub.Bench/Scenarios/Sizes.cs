using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using QueueHub.Bench.Load;
using QueueHub.Bench.Servers;

namespace QueueHub.Bench.Scenarios;

/// <summary>
/// What a browser fetches at its first visit, with everything that a page loads, headers and all; and how long the apps take to be there. Over HTTPS, where
/// browsers take Brotli and HTTP/2, as citizens and lobbies do.
/// </summary>
internal static class Sizes
{
    private const string Office = "seocho";
    private const string Service = "resident";
    private const int Rounds = 3;
    private const double Kilobyte = 1024;
    private const double Megabyte = 1_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        await using var hub = await Hub.StartAsync(place, district: true);
        await using var node = await EncryptedAsync(place, hub);
        await using var browser = await Browser.StartAsync();
        await hub.OpenAsync(Office, 1);
        using var citizen = await hub.CitizenAsync();
        var ticket = (await Hub.IssueAsync(citizen, Office, Service)).Url;
        var rows = new List<Row>();
        foreach (var (what, path) in new[]
        {
            ("office page", $"/{Office}"),
            ("service page", $"/{Office}/s/{Service}"),
            ("form", $"/{Office}/s/{Service}/form"),
            ("ticket page", ticket),
            ("form under a ticket", $"{ticket}/form"),
        })
        {
            var visit = await browser.VisitAsync(new Uri(node.Url, path), "footer");
            Tell(path == ticket ? what : path, visit);
            rows.Add(new Row($"phone: {what}, with all that it loads", $"{visit.Bytes / Kilobyte:F1} KB", "", "≤ 20 KB", visit.Bytes <= 20 * Kilobyte));
        }

        var (display, board) = await AppAsync(browser, new Uri(node.Url, $"/display/{Office}"), "main.board");
        rows.Add(new Row("DisplayClient, first visit", $"{display / Megabyte:F2} MB", "", "≤ 2.7 MB", display <= 2.7 * Megabyte));
        rows.Add(new Row("DisplayClient, navigation to the first board, nothing cached", $"{board:F2} s"));
        var (counter, signIn) = await AppAsync(browser, new Uri(node.Url, "/counter"), ".sign-in");
        rows.Add(new Row("CounterClient, first visit", $"{counter / Megabyte:F2} MB"));
        rows.Add(new Row("CounterClient, navigation to the sign-in, nothing cached", $"{signIn:F2} s"));
        return rows;
    }

    private static async Task<ServerProcess> EncryptedAsync(Workplace place, Hub hub)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        var data = Directory.CreateDirectory(place.NewFolder("node")).FullName;
        var file = Path.Combine(data, "certificate.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + '\n' + key.ExportPkcs8PrivateKeyPem());
        var node = await Hub.StartAsync(place, hub.Postgres, data, $"--cert={file}");
        await Hub.ReadyAsync(node);
        return node;
    }

    private static async Task<(long Bytes, double Seconds)> AppAsync(Browser browser, Uri address, string awaited)
    {
        var visits = new List<Visit>();
        for (var i = 0; i < Rounds; i++)
        {
            visits.Add(await browser.VisitAsync(address, awaited));
        }

        Tell(address.AbsolutePath, visits[0]);
        Console.WriteLine($"  {address.AbsolutePath}: {string.Join(' ', visits.Select(visit => $"{visit.Shown.TotalSeconds:F2}"))} s");
        return (visits.Max(visit => visit.Bytes), Report.Median(visits.Select(visit => visit.Shown.TotalSeconds)));
    }

    private static void Tell(string what, Visit visit) => Console.WriteLine(
        $"  {what}: {visit.Bytes} bytes: {string.Join(", ", visit.Files.OrderByDescending(file => file.Bytes).Take(12).Select(file => $"{Path.GetFileName(file.Path)} {file.Bytes}"))}");
}
