using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>Cheap phones on mobile data: a page, with its style sheet and module, stays small.</summary>
public partial class PageWeightTests(EngineFixture engines)
{
    private const int Limit = 20 * 1024;

    [Fact]
    public async Task Every_page_of_the_phone_is_under_twenty_kilobytes_compressed_in_all()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        var ticket = await citizen.IssueAsync();
        using var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        phone.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        foreach (var path in new[] { "/", "/seocho", "/seocho/s/resident", "/seocho/s/resident/form", ticket.Url, $"{ticket.Url}/form", $"{ticket.Url}/cancel" })
        {
            var (weight, html) = await FetchAsync(phone, path);
            var assets = Assets().Matches(html).Select(match => match.Groups[1].Value).Distinct().ToList();
            Assert.NotEmpty(assets);
            if (path.EndsWith("/form", StringComparison.Ordinal))
            {
                // The module fetches it when there is a form.
                assets.Add("/phone/rules.js");
            }

            var parts = new List<string> { $"page {weight}" };
            foreach (var asset in assets)
            {
                // Compressed here: only a published hub has its files compressed beforehand (and with Brotli, which is smaller still).
                var bytes = Compressed((await FetchAsync(phone, new Uri(new Uri(hub.Url, path), asset).PathAndQuery)).Text);
                parts.Add($"{asset} {bytes}");
                weight += bytes;
            }

            Assert.True(weight <= Limit, $"{path} weighs {weight} bytes: {string.Join(", ", parts)}");
        }
    }

    private static int Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)compressed.Length;
    }

    private static async Task<(int Bytes, string Text)> FetchAsync(HttpClient phone, string path)
    {
        using var response = await phone.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        await using var plain = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return (bytes.Length, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("""(?:href|src)="([^"]+\.(?:css|js))""")]
    private static partial Regex Assets();
}
